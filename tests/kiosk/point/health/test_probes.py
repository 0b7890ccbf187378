"""The doctor's probes against real folders, files and processes, whole and broken."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from support.events import keep, running, visit
from support.guides import STRUCTURE, write_pack

from flows.reading.content import SHIPPED
from kiosk.base.config.sections import Config
from kiosk.base.hours.clock import SystemClock, quarter
from kiosk.base.hours.opening import HANOI
from kiosk.log.storage.migrate import bring_up_to_date
from kiosk.machine.installing import places
from kiosk.machine.installing.plan import files_of
from kiosk.point.health import probes_service
from kiosk.point.health.contents import check_guides
from kiosk.point.health.display import FONTS, see_touch_panels, see_window_system
from kiosk.point.health.examination import Probes, examine
from kiosk.point.health.machine import SeenClock, SeenDatabase, check_clock, check_database
from kiosk.point.health.probes import real_probes, see_clock, see_database, see_disk, see_guides
from kiosk.point.health.probes_service import RUNTIME, changed, read_properties, seat_environment, seconds
from kiosk.point.health.service import SeenService
from kiosk.point.health.voice import see_voice
from ui.window.no_display import ask_display


def sysfs_device(folder: Path, number: int, name: str, abs_bits: str, properties: str) -> None:
    device = folder / f"event{number}" / "device"
    (device / "capabilities").mkdir(parents=True)
    (device / "name").write_text(name + "\n")
    (device / "capabilities" / "abs").write_text(abs_bits + "\n")
    (device / "properties").write_text(properties + "\n")


def test_a_touch_panel_is_told_from_a_touch_pad_and_a_keyboard(tmp_path: Path) -> None:
    sysfs_device(tmp_path, 0, "AT Keyboard", "0", "0")
    sysfs_device(tmp_path, 1, "SynPS/2 TouchPad", "660800011000003", "5")
    sysfs_device(tmp_path, 2, "ILITEK ILITEK-TP", "3273800000000003", "2")
    assert see_touch_panels(tmp_path) == ("ILITEK ILITEK-TP",)
    assert see_touch_panels(tmp_path / "elsewhere") is None


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":12345"}])
def test_without_a_display_that_answers_the_fonts_are_examined_all_the_same(display: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment.pop("QT_QPA_PLATFORM", None)
    assert ask_display(environment | display).state == ("silent" if display else "none")
    seen = see_window_system(environment | display)
    assert seen.failure == ""
    assert "Noto Sans" in seen.font_families
    assert seen.missing_letters == ""


def test_a_lost_first_font_is_reported_though_the_second_has_every_letter(tmp_path: Path) -> None:
    for file in FONTS.glob("OpenSans-*.ttf"):
        shutil.copy(file, tmp_path)
    seen = see_window_system({**os.environ, "QT_QPA_PLATFORM": "offscreen"}, tmp_path)
    assert seen.font_families == ("Open Sans",) and seen.missing_letters == ""
    assert "Noto Sans" in seen.font_trouble[0] and "Noto Sans" in seen.font_trouble[1]


def test_a_disk_that_can_be_written_is_measured_and_left_as_it_was(tmp_path: Path) -> None:
    seen = see_disk(tmp_path / "not" / "yet")
    assert seen.failure is None and seen.free_mb > 0
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_below_a_file_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert see_disk(tmp_path / "file" / "data").failure


@pytest.mark.parametrize("content", [b"SQLite format 3\0 but not really", b"\0" * 5000])
def test_a_file_that_is_no_database_is_a_failure(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "visits.sqlite"
    file.write_bytes(content)
    assert see_database(file).failure
    assert file.read_bytes() == content


def test_a_sound_database_is_counted_without_being_changed(tmp_path: Path) -> None:
    file = tmp_path / "visits.sqlite"
    with running(file) as store:
        keep(store, visit(0))
    before = file.read_bytes()
    assert see_database(file) == SeenDatabase(exists=True, events=len(visit(0)) + 1)  # and that it was begun
    assert file.read_bytes() == before


def test_a_database_that_a_full_disk_let_nobody_begin_is_not_called_damaged(tmp_path: Path) -> None:
    file = tmp_path / "visits.sqlite"
    file.touch()
    assert see_database(file) == SeenDatabase(exists=False)


def test_a_log_that_another_program_holds_or_a_newer_one_wrote_is_not_called_damaged(tmp_path: Path) -> None:
    file = tmp_path / "visits.sqlite"
    with running(file) as store:
        keep(store, visit(0))
    with closing(sqlite3.connect(file)) as made, made:
        made.execute("UPDATE alembic_version SET version_num = '9999'")
    seen = see_database(file)
    assert (
        seen.newer and "để nguyên" in check_database(seen).vi and "newer program" in check_database(seen).en
    )
    file.unlink()
    file.mkdir()  # as good as any other that does not let itself be opened, also for root
    seen = see_database(file)
    assert seen.shut and seen.failure == "" and "cất" not in str(check_database(seen))


def test_a_database_that_was_set_aside_is_named(tmp_path: Path) -> None:
    (tmp_path / "visits.sqlite.corrupt-1a2b3c4d").write_bytes(b"x")
    with running(tmp_path / "elsewhere" / "log") as store:
        keep(store, visit(0))
    shutil.copy(tmp_path / "elsewhere" / "log", tmp_path / "visits.sqlite.corrupt-1a2b3c4d.salvaged")
    (tmp_path / "visits.sqlite.corrupt-5e6f7a8b").write_bytes(b"y")
    bring_up_to_date(tmp_path / "visits.sqlite.corrupt-5e6f7a8b.salvaged")  # nothing could be read
    (tmp_path / "visits.sqlite.corrupt-6f7a8b9c").write_bytes(b"z")
    seen = see_database(tmp_path / "visits.sqlite")
    assert len(seen.aside) == 3
    assert set(seen.lost) == {"visits.sqlite.corrupt-5e6f7a8b", "visits.sqlite.corrupt-6f7a8b9c"}


def test_a_calendar_that_was_ahead_once_is_reported_with_the_time_the_log_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.base.hours.clock.is_synchronised", lambda: None)
    ahead_s = quarter(SystemClock().now().wall_s + 300 * 86_400)
    database = tmp_path / "visits.sqlite"
    assert see_clock(database).ahead is None
    with running(database) as store:
        keep(store, visit(0, wall_s=ahead_s))
    seen = see_clock(database)
    assert seen.ahead is not None and not seen.believed
    assert f"{seen.ahead:%d/%m/%Y}" in check_clock(seen).vi


def test_the_shipped_guides_are_all_offered() -> None:
    assert see_guides().refused == ()
    assert see_guides().offered >= 36
    assert see_guides().training >= 10


def test_what_falls_due_is_reported_once_a_guide_and_what_is_overdue_is_to_be_mended(
    tmp_path: Path,
) -> None:
    today = datetime.now(HANOI).date()
    soon, past = today + timedelta(days=9), today - timedelta(days=1)
    checked = f"checked_on = {today - timedelta(days=90)}"
    home = write_pack(tmp_path, flow=STRUCTURE.replace("checked_on = 2026-11-24", checked).replace(
        "2027-05-24", f"{soon}"))  # fmt: skip
    content = replace(SHIPPED, guides=tmp_path)
    told = check_guides(see_guides(content))
    assert told.state == "ok" and f"hoc-thu {soon:%d/%m/%Y}" in told.vi and "flows due" in told.en
    text = (home / "flow.toml").read_text("utf-8")
    (home / "flow.toml").write_text(text.replace(f"{soon}", f"{past}"), "utf-8")
    told = check_guides(see_guides(content))
    assert told.state == "mend" and f"hoc-thu {past:%d/%m/%Y}" in told.vi and "flows due" in told.do_vi


def test_without_guides_for_residents_those_for_volunteers_are_no_comfort(
    tmp_path: Path,
) -> None:
    seen = see_guides(replace(SHIPPED, guides=tmp_path))
    assert seen.offered == 0 and seen.training > 0
    assert check_guides(seen).state == "mend"


def test_the_voice_really_speaks_and_a_missing_folder_is_survived(tmp_path: Path) -> None:
    seen = see_voice(replace(Config().speech, piper_folder=str(tmp_path / "none")))
    assert seen.failure == "" and seen.seconds > 0.5 and seen.peak > 0.05
    assert len(seen.refused) == 1


def broken() -> Callable[[], NoReturn]:
    def probe() -> NoReturn:
        raise RuntimeError("a bug of ours")

    return probe


def test_a_broken_probe_is_a_finding_and_hides_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    real = real_probes(Config(), tmp_path, {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    probes = replace(real, voice=broken(), sound=broken(), window_system=broken())
    findings = {one.check: one for one in examine(None, Config(), (), probes)}
    assert {findings[name].state for name in ("voice", "sound", "display")} == {"cannot-tell"}
    assert findings["disk"].state == "ok" and findings["guides"].state == "ok"
    assert "a bug of ours" in findings["voice"].en
    assert caplog.text.count("RuntimeError: a bug of ours") == 3


def test_every_part_of_the_machine_is_examined_once(tmp_path: Path) -> None:
    probes = replace(
        real_probes(Config(), tmp_path, {**os.environ, "QT_QPA_PLATFORM": "offscreen"}),
        clock=lambda: SeenClock(datetime(2026, 11, 25, tzinfo=HANOI), True, True),
        service=lambda: SeenService(True, "machine"),
    )
    assert isinstance(probes, Probes)
    assert [one.check for one in examine(None, Config(), (), probes)] == [
        "service", "console", "sticks", "display", "touch", "fonts", "sound", "voice", "disk", "clock",
        "network", "database", "program", "content", "guides", "needs", "ward", "pictures", "cards",
        "card-printer", "card-camera", "card-scanner", "sheet-printer", "config", "session", "export",
        "help", "place", "roster", "staff",
    ]  # fmt: skip


def test_what_systemd_prints_is_read() -> None:
    said = read_properties("ActiveState=active\nExecStart={ path=/a ; argv[]=/a b=c }\n\nnothing\n")
    assert said == {"ActiveState": "active", "ExecStart": "{ path=/a ; argv[]=/a b=c }"}
    spans = {"20s": 20, "1min 30s": 90, "0": 0, "infinity": 0, "": 0, "500ms": 0.5, "2h 5min": 7500}
    assert {span: seconds(span) for span in spans} == spans


def test_a_file_of_the_installation_that_is_gone_or_was_edited_is_found(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc" / "kept").write_text("a\n")
    (tmp_path / "etc" / "edited").write_text("b\n")
    texts = {Path("/etc/kept"): "a\n", Path("/etc/edited"): "a\n", Path("/etc/gone"): "a\n"}
    assert changed(texts, tmp_path) == ("/etc/edited", "/etc/gone")


def test_who_has_a_screen_of_their_own_is_asked_about_that() -> None:
    for own in ({"DISPLAY": ":3"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}):
        assert seat_environment(own) == own


@pytest.mark.skipif(os.name != "posix", reason="a socket of Unix")
def test_over_ssh_the_screen_is_the_one_of_the_running_kiosk(tmp_path: Path) -> None:
    assert seat_environment({}, tmp_path) == {}
    with socket.socket(socket.AF_UNIX) as cage:
        cage.bind(str(tmp_path / "wayland-0"))
        found = seat_environment({}, tmp_path)
    assert found == {"WAYLAND_DISPLAY": str(tmp_path / "wayland-0"), "QT_QPA_PLATFORM": "wayland"}
    assert f"RuntimeDirectory={RUNTIME.name}\n" in files_of("python", 19)[places.UNITS / places.SERVICE]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is Linux")
@pytest.mark.parametrize("kind", ["machine", "session"])
def test_consoles_and_sticks_are_looked_at_however_the_kiosk_is_installed(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*words: str) -> str:
        return "getty@tty2.service loaded active" if words[0] == "list-units" else "ActiveState=active\n"

    faked = {
        "ask_systemd": ask,
        "plugged_in": lambda: (Path("/media/a"),),
        "SYSRQ": tmp_path / "no magic keys",
    }
    for name, value in faked.items():
        monkeypatch.setattr(probes_service, name, value)
    monkeypatch.setattr("kiosk.point.health.probes_service.shutil.which", lambda _: "/bin/systemctl")
    file = places.UNITS / places.SERVICE if kind == "machine" else places.SESSION_ENTRY
    nothing = probes_service.see_service(19, places.DATA, tmp_path)
    assert (nothing.has_systemd, nothing.kind, nothing.consoles) == (True, "", ())
    installed = tmp_path / file.relative_to("/")
    installed.parent.mkdir(parents=True)
    installed.touch()
    seen = probes_service.see_service(19, places.DATA, tmp_path)
    assert (seen.has_systemd, seen.kind, seen.changed != ()) == (True, kind, True)
    assert (seen.consoles, seen.sysrq, seen.sticks) == (("getty@tty2.service",), "0", ("/media/a",))
    assert (seen.active, seen.page) == (("active", True) if kind == "machine" else ("", False))
