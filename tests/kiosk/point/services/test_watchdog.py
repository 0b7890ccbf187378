"""When systemd is told that the kiosk lives: for a frame that came, never for a window that draws nothing."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from accessibility.colours import colours_for
from accessibility.sizes import Panel, sizes_for
from kiosk.machine.supervision.sd_notify import Notifier, taken_from
from kiosk.point.services.watchdog import SIGNS, Watchdog, panel_is_off
from ui.window.fonts import load_fonts
from ui.window.frame_proof import FrameProof
from ui.window.input.press_gate import PressGate
from ui.window.theme import Appearance, ThemeValues
from ui.window.window import KioskWindow

READY = f"READY=1\nMAINPID={os.getpid()}\nWATCHDOG=1"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="systemd is of Linux")


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    heard.bind(str(tmp_path / "notify"))
    heard.setblocking(False)
    yield heard
    heard.close()


def said(systemd: socket.socket) -> list[str]:
    lines = []
    while True:
        try:
            lines.append(systemd.recv(4096).decode())
        except BlockingIOError:
            return lines


def more(heard: list[str], systemd: socket.socket) -> int:
    """Adds what came since; how much it is by now."""
    heard += said(systemd)
    return len(heard)


def notifier(systemd: socket.socket, watchdog_usec: str = "400000") -> Notifier:
    return Notifier({"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": watchdog_usec})


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[KioskWindow]:
    panel = Panel(540, 960, 21.5)
    theme = ThemeValues(appearance=Appearance(sizes_for(panel, 1), colours_for("light"), load_fonts().family))
    window = KioskWindow(theme, PressGate())
    yield window
    if isValid(window.window):
        window.close()


def test_a_drawn_window_lives_and_one_that_draws_nothing_does_not(
    qtbot: QtBot, systemd: socket.socket, window: KioskWindow
) -> None:
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: False)
    qtbot.wait(1300)
    assert said(systemd) == []
    window.show((540, 960), fullscreen=False)
    heard: list[str] = []
    qtbot.waitUntil(lambda: more(heard, systemd) > 2, timeout=20_000)
    assert heard[0] == READY and set(heard[1:]) == {"WATCHDOG=1"}
    window.hide()
    qtbot.wait(200)
    said(systemd)
    qtbot.wait(1000)
    assert said(systemd) == []
    watchdog.close()


def test_frames_that_come_by_themselves_are_no_answer(
    qtbot: QtBot, systemd: socket.socket, window: KioskWindow
) -> None:
    """Between two questions many frames may be drawn: systemd is told once each time it was asked for."""
    window.show((540, 960), fullscreen=False)
    proof_heard = []
    proof = FrameProof(window.engine, window.window, lambda: proof_heard.append(True))
    for question in (1, 2):
        proof.ask()
        qtbot.waitUntil(lambda: proof.is_answered)
        for _ in range(5):
            with qtbot.waitSignal(window.window.frameSwapped):
                window.window.update()
        assert len(proof_heard) == question


def test_one_frame_is_not_enough_to_be_ready(
    qtbot: QtBot, systemd: socket.socket, window: KioskWindow
) -> None:
    """It may lie with a compositor that shows nothing yet; a second comes only when the first was shown."""
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: False)
    watchdog._sign()
    assert said(systemd) == []
    watchdog._sign()
    assert said(systemd) == [READY]
    watchdog.close()


def test_nothing_is_asked_of_a_window_that_is_closed(
    qtbot: QtBot, systemd: socket.socket, window: KioskWindow
) -> None:
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: True)
    window.close()
    qtbot.waitUntil(lambda: watchdog._proof.is_gone)
    watchdog._poll()
    assert not watchdog._timer.isActive() and said(systemd) == []


def test_a_panel_that_is_switched_off_is_no_fault(
    qtbot: QtBot, systemd: socket.socket, window: KioskWindow
) -> None:
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: True)
    heard: list[str] = []
    qtbot.waitUntil(lambda: more(heard, systemd) > 1, timeout=20_000)
    assert heard[:2] == [READY, "WATCHDOG=1"]
    watchdog.close()


def test_a_kiosk_whose_time_stands_still_does_not_live_though_it_draws(
    systemd: socket.socket, window: KioskWindow
) -> None:
    time_goes_on = [True]
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: True, kept_time=lambda: time_goes_on[0])
    watchdog._timer.stop()

    def look() -> list[str]:
        watchdog._poll()
        return said(systemd)

    assert [look(), look(), look()] == [[], [READY], ["WATCHDOG=1"]]
    time_goes_on[0] = False
    assert not any(look() for _ in range(SIGNS)), (
        "from the first look: else it is back later than it has to be"
    )
    time_goes_on[0] = True
    assert look() == ["WATCHDOG=1"]


def test_a_kiosk_that_answers_no_touch_does_not_live_though_it_draws(
    systemd: socket.socket, window: KioskWindow, caplog: pytest.LogCaptureFixture
) -> None:
    trouble = ["not yet"]
    watchdog = Watchdog(window, notifier(systemd), is_dark=lambda: True, touch_trouble=lambda: trouble[0])
    watchdog._timer.stop()

    def look() -> list[str]:
        watchdog._poll()
        return said(systemd)

    assert [look() for _ in range(4)] == [[]] * 4, "nothing is ready that answers nobody"
    trouble[0] = ""
    assert [look(), look(), look()] == [[], [READY], ["WATCHDOG=1"]]
    caplog.clear()
    trouble[0] = "made to fail"
    assert look() == [] and caplog.records == [], "a screen may just be changing"
    assert not any(look() for _ in range(SIGNS))
    assert [one.getMessage() for one in caplog.records] == [
        "no touch is answered, and systemd hears nothing more: made to fail"
    ], "told once, whatever comes of it"
    trouble[0] = ""
    assert look() == ["WATCHDOG=1"]


def test_a_window_without_the_screens_of_a_visit_answers_no_touch(window: KioskWindow) -> None:
    assert window.touch_trouble() != ""


@pytest.mark.parametrize(
    ("panels", "off"),
    [
        ({}, False),
        ({"card0-HDMI-A-1": "disconnected", "card0-DP-1": "disconnected"}, True),
        ({"card0-HDMI-A-1": "connected", "card0-DP-1": "disconnected"}, False),
        ({"card0-VGA-1": "unknown"}, False),
    ],
)
def test_a_panel_is_off_only_where_every_socket_says_so(
    tmp_path: Path, panels: dict[str, str], off: bool
) -> None:
    for name, status in panels.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "status").write_text(f"{status}\n")
    assert panel_is_off(tmp_path) is off


def test_where_no_service_manager_listens_nothing_is_said_and_nothing_asked_for(
    qtbot: QtBot, tmp_path: Path, window: KioskWindow
) -> None:
    for environment in ({}, {"WATCHDOG_USEC": "400000"}, {"NOTIFY_SOCKET": str(tmp_path / "gone")}):
        silent = Notifier(environment)
        silent.tell("READY=1")
        Watchdog(window, silent, is_dark=lambda: False).close()
    assert Notifier({"WATCHDOG_USEC": "400000"}).watchdog_s == 0
    assert Notifier({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "no number"}).watchdog_s == 0


def test_what_the_kiosk_starts_cannot_speak_for_it() -> None:
    environment = {"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "7", "LANG": "vi_VN"}
    notifier = taken_from(environment)
    assert (notifier.address, notifier.watchdog_s, notifier.is_heard) == ("/x", 4.0, True)
    assert environment == {"LANG": "vi_VN"} and not taken_from(environment).is_heard


def test_a_socket_without_a_file_is_found_too(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0kiosk-{tmp_path.name}")
        Notifier({"NOTIFY_SOCKET": f"@kiosk-{tmp_path.name}"}).tell("WATCHDOG=1")
        heard.settimeout(5)
        assert heard.recv(100) == b"WATCHDOG=1"
