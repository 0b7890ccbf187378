"""Each bad state of a machine is a finding that says what to do; a good one asks nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from accessibility.speech.outlet import NOWHERE, Outlet
from accessibility.speech.word_list import ListProblem
from kiosk.base.config.file import load_config
from kiosk.base.config.help import HelpConfig
from kiosk.base.config.sections import Config, PlaceConfig, ScreenConfig, SessionConfig
from kiosk.base.hours.opening import HANOI, read_range
from kiosk.base.messages.system_errors import Reason
from kiosk.machine.installing.places import STICKS
from kiosk.point.health.contents import SeenGuides, check_config, check_guides, check_help, check_place
from kiosk.point.health.display import (
    SeenScreen,
    SeenWindowSystem,
    check_display,
    check_fonts,
    check_touch,
)
from kiosk.point.health.finding import Finding
from kiosk.point.health.machine import (
    SeenClock,
    SeenDatabase,
    SeenDisk,
    check_clock,
    check_database,
    check_disk,
)
from kiosk.point.health.service import SeenService, check_service
from kiosk.point.health.session import check_session
from kiosk.point.health.voice import SeenSound, SeenVoice, check_sound, check_voice
from kiosk.ward.conditions import CHECKS
from ui.window.no_display import Display, ask_display

GOOD_WINDOW = SeenWindowSystem(
    (SeenScreen("DP-1", (1080, 1920), (268, 476)),), ("ILITEK",), "", ("Noto Sans",)
)
THERE = Display("there")
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=HANOI)
HERE = replace(
    Config().place,
    number=1,
    name="Điểm số 1",
    address="21 phố Bà Triệu",
    hours={"mon": (read_range("08:00-11:30"),)},
    help_phone="024 3825 5956",
)

WITH_HELP = replace(Config(), help=HelpConfig(further_phone="0241022"))
WITH_LAMP = replace(Config(), help=replace(WITH_HELP.help, lamp_on="lamp on", lamp_off="lamp off"))
BAD: dict[str, tuple[Finding, str]] = {
    "no display": (check_display(Display("none"), GOOD_WINDOW), "xvfb-run"),
    "a display that does not answer": (check_display(Display("silent", ":77"), GOOD_WINDOW), "sudo"),
    "a slip in QT_QPA_PLATFORM": (
        check_display(Display("no-such-kind", "xbc"), GOOD_WINDOW),
        "QT_QPA_PLATFORM",
    ),
    "a library of Qt is missing": (
        check_display(THERE, SeenWindowSystem(failure="libxcb-cursor.so.0: cannot open")),
        "script/setup",
    ),
    "no screen attached": (check_display(THERE, SeenWindowSystem()), "script/setup"),
    "a tiny screen": (
        check_display(THERE, SeenWindowSystem((SeenScreen("x", (640, 480), (0, 0)),))),
        "1366×768",
    ),
    "a tablet held upright": (
        check_display(THERE, SeenWindowSystem((SeenScreen("x", (1200, 1920), (136, 217)),))),
        "--",
    ),
    "a screen that is said to be too small": (
        check_display(THERE, GOOD_WINDOW, ScreenConfig(diagonal_in=7.0)),
        "diagonal_in",
    ),
    "a screen that hangs too low": (
        check_display(THERE, GOOD_WINDOW, ScreenConfig(edge_mm=700.0)),
        "screen.edge_mm",
    ),
    "a screen that hangs too high": (
        check_display(THERE, GOOD_WINDOW, ScreenConfig(edge_mm=900.0)),
        "screen.edge_mm",
    ),
    "a screen that no longer stands upright": (
        check_display(
            THERE,
            replace(GOOD_WINDOW, screens=(SeenScreen("DP-1", (1920, 1080), (476, 268)),)),
            ScreenConfig(size="1080x1920"),
        ),
        "[screen]",
    ),
    "no touch panel": (check_touch((), can_list=True), "USB"),
    "no fonts": (check_fonts(SeenWindowSystem(GOOD_WINDOW.screens)), "resources/fonts"),
    "a font without ặ": (check_fonts(replace(GOOD_WINDOW, missing_letters="ặ")), "resources/fonts"),
    "the first font is missing": (
        check_fonts(replace(GOOD_WINDOW, font_trouble=("Thiếu Noto Sans.", "Noto Sans is missing."))),
        "resources/fonts",
    ),
    "no sound device": (check_sound(SeenSound()), "--"),
    "sound that is not installed": (check_sound(SeenSound(failure="No module named 'miniaudio'")), "--again"),
    "a dummy sound device": (check_sound(SeenSound(("Dummy Output",))), "--"),
    "a null sound device": (check_sound(SeenSound(("Null Output",))), "--"),
    "the null device of ALSA": (
        check_sound(SeenSound(("Discard all samples (playback) or generate zero samples (capture)",))),
        "--",
    ),
    "a call that nobody hears": (check_help(WITH_HELP, (), silent=True), "help.lamp_on"),
    "no voice": (check_voice(SeenVoice(failure="no library")), "[speech]"),
    "a silent voice": (check_voice(SeenVoice("pyttsx3", 2.0, 0.0)), "[speech]"),
    "a voice folder that is refused": (
        check_voice(SeenVoice("pyttsx3", 2.0, 0.5, refused=("vi.onnx is an English voice",))),
        "[speech]",
    ),
    "a slip in a list of how words are said": (
        check_voice(SeenVoice("pyttsx3", 2.0, 0.5, word_lists=(ListProblem("vi.toml", 3, "vi", "en"),))),
        "./script/run doctor",
    ),
    "a voice of no length": (check_voice(SeenVoice("pyttsx3", 0.0, 0.5)), "[speech]"),
    "a read-only disk": (check_disk(SeenDisk("d", failure=Reason("chỉ cho đọc", "read-only"))), "--data"),
    "a full disk": (check_disk(SeenDisk("d", free_mb=199)), "200 MB"),
    "a clock of the year 2000": (check_clock(SeenClock(NOON.replace(year=2000), False, None)), "timedatectl"),
    "a clock that nothing corrects": (check_clock(SeenClock(NOON, True, False)), "set-ntp"),
    "a damaged database": (check_database(SeenDatabase(True, failure="malformed")), "--"),
    "a log of a newer program": (check_database(SeenDatabase(True, newer=True)), "./script/run doctor"),
    "a log that is held": (
        check_database(SeenDatabase(True, shut=Reason("đang bận", "database is locked"))),
        "./script/run doctor",
    ),
    "a database once damaged": (check_database(SeenDatabase(True, 3, aside=("a.corrupt-1",))), ".salvaged"),
    "a database that gave nothing back": (
        check_database(SeenDatabase(True, 3, aside=("a.corrupt-1",), lost=("a.corrupt-1",))),
        "-wal",
    ),
    "no guides": (check_guides(SeenGuides(0)), "flows check"),
    "guides for volunteers alone": (check_guides(SeenGuides(0, 10)), "flows check"),
    "a broken guide": (check_guides(SeenGuides(35, refused=("vneid-muc-1",))), "flows check"),
    "an overdue guide": (check_guides(SeenGuides(36, overdue=("the-xe-buyt 31/01/2027",))), "flows due"),
    "no config": (check_config(None, ()), "resources/points"),
    "residents who are hurried": (check_session(SessionConfig(grace_s=10)), "[session]"),
    "a place without address": (check_place(replace(Config(), place=replace(HERE, address=""))), "[place]"),
    "a place without a number": (check_place(replace(Config(), place=replace(HERE, number=0))), "[place]"),
    "a place without a help phone": (
        check_place(replace(Config(), place=replace(HERE, help_phone=""))),
        "[place]",
    ),
    "a place without hours": (check_place(replace(Config(), place=replace(HERE, hours={}))), "[place.hours]"),
}

RUNS = SeenService(True, "machine", enabled=True, active="active", result="success", watchdog_s=20)


def service_of(**other: Any) -> Finding:
    """The one line that is not well."""
    return next(one for one in check_service(replace(RUNS, **other)) if one.state == "mend")


BAD |= {
    "not installed": (service_of(kind=""), "install --config"),
    "a unit of a user": (service_of(kind="", old=("/home/lan/k.service",)), "./script/run install"),
    "a file of the installation is missing": (service_of(changed=("/etc/a.conf",)), "./script/run install"),
    "it does not start by itself": (service_of(enabled=False), "systemctl enable"),
    "it ended again and again": (service_of(active="failed", result="start-limit-hit"), "journalctl"),
    "the page that says what to do": (service_of(active="inactive", page=True), "journalctl"),
    "it does not run": (service_of(active="inactive"), "systemctl restart"),
    "nothing watches it": (service_of(watchdog_s=0), "./script/run install"),
    "it was started again and again": (service_of(restarts=3), "journalctl"),
    "GRUB's menu is open": (service_of(boot="open"), "--boot-password"),
    "GRUB asks at every start": (service_of(boot="asks"), "--boot-password"),
    "a laptop with magic keys": (service_of(kind="session", sysrq="438"), "install --desktop"),
    "a laptop with a login prompt": (
        service_of(kind="session", consoles=("getty@tty3.service",)),
        "install --desktop",
    ),
    "a laptop of an older version": (
        service_of(kind="session", changed=("/etc/a.conf",)),
        "install --desktop",
    ),
    "a stick that can only be read": (service_of(only_read=("/media/kiosk-bdhvs/sda",)), "FAT32"),
    "a login prompt": (service_of(consoles=("getty@tty2.service",)), "./script/run install"),
    "magic keys": (service_of(sysrq="438"), "./script/run install"),
    "a kiosk's user who may change the program": (service_of(may=("nhóm / group sudo",)), "install"),
}


def test_a_machine_whose_rule_for_sticks_is_gone_says_that_sticks_do_not_appear() -> None:
    found = {one.check: one.state for one in check_service(replace(RUNS, changed=(str(STICKS),)))}
    assert found == {"service": "mend", "console": "ok", "sticks": "mend"}


GOOD: dict[str, Finding] = {
    "service": check_service(RUNS)[0],
    "console": check_service(RUNS)[1],
    "sticks": check_service(RUNS)[2],
    "a stick that is plugged in": check_service(replace(RUNS, sticks=("/media/kiosk-bdhvs/sda1",)))[2],
    "a session of its own": check_service(SeenService(True, "session"))[0],
    "a session without a console": check_service(SeenService(True, "session"))[1],
    "GRUB's menu is closed": check_service(replace(RUNS, boot="closed"))[3],
    "display": check_display(THERE, GOOD_WINDOW),
    "display as large as the config says": check_display(THERE, GOOD_WINDOW, ScreenConfig(size="1080x1920")),
    "touch": check_touch(("ILITEK",), can_list=True),
    "fonts": check_fonts(GOOD_WINDOW),
    "sound": check_sound(SeenSound(("Dummy Output", "HDA Intel"))),
    "a call that rings": check_help(WITH_HELP, ()),
    "a call that lights a lamp": check_help(WITH_LAMP, (), silent=True),
    "voice": check_voice(SeenVoice("pyttsx3", 2.0, 0.5)),
    "disk": check_disk(SeenDisk("d", 200)),
    "clock": check_clock(SeenClock(NOON, True, True)),
    "database": check_database(SeenDatabase(True, 12)),
    "database before the first visit": check_database(SeenDatabase(False)),
    "guides": check_guides(SeenGuides(36)),
    "session": check_session(SessionConfig()),
    "config": check_config(Path("kiosk.toml"), ()),
    "place": check_place(replace(Config(), place=HERE)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_state_says_what_is_so_and_what_to_do_in_both_languages(name: str) -> None:
    finding, todo = BAD[name]
    assert finding.state == "mend"
    assert finding.vi and finding.en and finding.vi != finding.en
    assert finding.do_vi and finding.do_en and finding.do_vi != finding.do_en
    if todo != "--":
        assert todo in finding.do_vi and todo in finding.do_en


def test_the_ward_has_a_name_for_each_check() -> None:
    named = {finding.check for finding, _ in BAD.values()} | {finding.check for finding in GOOD.values()}
    assert named <= set(CHECKS)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_state_asks_nothing(name: str) -> None:
    finding = GOOD[name]
    assert (finding.state, finding.do_vi, finding.do_en) == ("ok", "", "")
    assert finding.vi and finding.en


def test_a_screen_that_knows_its_size_is_told_how_high_it_belongs() -> None:
    assert "từ 800 đến 820 mm" in GOOD["display"].vi and "800 to 820 mm" in GOOD["display"].en
    assert "63 %" in GOOD["display"].vi and "63 %" in GOOD["display"].en
    unknown = SeenScreen("projector", (1920, 1080), (0, 0))
    assert "mm" not in check_display(THERE, replace(GOOD_WINDOW, screens=(unknown,))).vi


def test_a_fault_of_the_config_is_reported_in_full(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[place]\nnumbr = 3\naddress = "0912345678"\n', encoding="utf-8")
    _, problems = load_config(file)
    finding = check_config(file, problems)
    assert finding.state == "mend"
    assert "dòng 2" in finding.vi and "place.number?" in finding.vi and "line 3" in finding.en


def test_what_cannot_be_known_is_said_to_be_unknown() -> None:
    assert check_touch((), can_list=False).state == "cannot-tell"
    assert check_clock(SeenClock(NOON, True, None)).state == "cannot-tell"


@pytest.mark.parametrize(
    ("platform", "environment", "state"),
    [
        ("linux", {}, "none"),
        ("linux", {"DISPLAY": ":7777"}, "silent"),
        ("linux", {"DISPLAY": "no server at all"}, "silent"),
        ("linux", {"WAYLAND_DISPLAY": "/nonexistent/wayland-9"}, "silent"),
        ("linux", {"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, "none"),
        ("linux", {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":7777"}, "there"),
        ("linux", {"QT_QPA_PLATFORM": "vnc:port=1"}, "there"),
        ("linux", {"QT_QPA_PLATFORM": "bogus", "DISPLAY": ":7777"}, "no-such-kind"),
        ("win32", {}, "there"),
    ],
)
def test_whether_a_window_can_be_shown(platform: str, environment: dict[str, str], state: str) -> None:
    assert ask_display(environment, platform).state == state


@pytest.mark.parametrize(
    ("outlet", "says"),
    [
        (NOWHERE, "only when asked for"),
        (Outlet("built-in", "Speaker"), "loudspeaker (Speaker)"),
        (Outlet("usb", "Headset", headphones=True), "in the headphones only"),
        (Outlet("usb", "Headset", headphones=True, room="hdmi"), "also rings from hdmi"),
    ],
)
def test_who_hears_what_is_told_with_the_sound(outlet: Outlet, says: str) -> None:
    """Private matters, and the bell of a call: what a ward must know when it plugs something in."""
    assert says in check_sound(SeenSound(("HDA Intel",), outlet=outlet)).en


def test_a_team_has_a_route_and_no_address_or_hours() -> None:
    bare = check_place(replace(Config(), place=PlaceConfig(kind="team", number=1, name="Tổ")))
    assert "tuyến" in bare.vi and "địa chỉ" not in bare.vi and "giờ mở cửa" not in bare.vi
    told = PlaceConfig(kind="team", number=1, name="Tổ", route=(5,), help_phone="024 3825 5956")
    assert check_place(replace(Config(), place=told)).vi == "Tổ số 1: Tổ."
