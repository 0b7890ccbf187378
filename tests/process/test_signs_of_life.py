"""What systemd hears of the running kiosk: a sign of life while frames are really drawn and touches would be
answered, and none else.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support.desktop import x_server

ROOT = Path(__file__).parents[2]
EVERY_S = 0.5  # of four signs within the time below
WATCHDOG_USEC = "2000000"
# At SIGUSR1 the thread of the screen is busy for good; at SIGUSR2 only the presses fail, or no longer do.
BUSY_WHEN_ASKED = """
import atexit, os, signal, sys
def busy(*_):
    while True: pass
def presses_fail(*_):
    import ui.turn.conductor as conductor
    def fails(*_):
        raise ValueError
    conductor.apply, conductor.as_it_was = getattr(conductor, "as_it_was", fails), conductor.apply
signal.signal(signal.SIGUSR1, busy)
signal.signal(signal.SIGUSR2, presses_fail)
atexit.register(lambda: "NOTIFY_SOCKET" in os.environ and sys.stderr.write("handed on"))
from kiosk.__main__ import main
main()
"""
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is of Linux")


ALL_IT_CAN_SAY = {"QML_IMPORT_TRACE": "1", "QT_LOGGING_RULES": "*=true", "QT_DEBUG_PLUGINS": "1"}


class Systemd:
    """The receiving end of a notify socket."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "notify"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(self.place))

    def next(self, within_s: float) -> str:
        """What is said next; empty: nothing in that time."""
        self._socket.settimeout(within_s)
        try:
            return self._socket.recv(4096).decode()
        except TimeoutError:
            return ""

    def falls_silent(self, for_s: float = 6 * EVERY_S) -> bool:
        """Whether nothing more comes, but for what was under way."""
        until = time.monotonic() + 3 * EVERY_S  # on a busy machine two signs may be under way
        while time.monotonic() < until:
            self.next(EVERY_S / 5)
        return self.next(for_s) == ""

    def close(self) -> None:
        self._socket.close()


@contextmanager
def in_cage(tmp_path: Path) -> Iterator[tuple[Systemd, subprocess.Popen[bytes]]]:
    """As the unit starts it, on a screen in memory; yields cage's process."""
    systemd, runtime = Systemd(tmp_path), tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    run = [sys.executable, "-m", "kiosk", "run", "--data", str(tmp_path / "data")]
    told = {
        "NOTIFY_SOCKET": str(systemd.place), "WATCHDOG_USEC": WATCHDOG_USEC, "XDG_RUNTIME_DIR": str(runtime),
        "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman",
        "QT_QPA_PLATFORM": "wayland", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    with (tmp_path / "said").open("wb") as said:
        cage = subprocess.Popen(["cage", "-d", "--", *run], env=os.environ | told, stderr=said)
        try:
            yield systemd, cage
        finally:
            cage.send_signal(signal.SIGCONT)
            cage.terminate()
            cage.wait(30)
            systemd.close()


@contextmanager
def kiosk(tmp_path: Path, **environment: str) -> Iterator[tuple[Systemd, subprocess.Popen[bytes]]]:
    systemd = Systemd(tmp_path)
    command = [sys.executable, "-c", BUSY_WHEN_ASKED, "run", "--windowed", "--data", str(tmp_path / "data")]
    with x_server() as display, (tmp_path / "said").open("wb") as said:
        told = {"NOTIFY_SOCKET": str(systemd.place), "WATCHDOG_USEC": WATCHDOG_USEC, "DISPLAY": display}
        process = subprocess.Popen(
            command,
            env=os.environ | told | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)} | environment,
            stdout=said,
            stderr=said,
        )
        try:
            yield systemd, process
        finally:
            process.kill()
            process.wait()
            systemd.close()


def test_the_kiosk_is_ready_then_lives_and_says_nothing_while_no_press_is_answered_or_its_screen_is_busy(
    tmp_path: Path,
) -> None:
    """Presses that fail alone do not keep it from drawing; a busy thread of the screen does."""
    with kiosk(tmp_path) as (systemd, process):
        assert systemd.next(60) == f"READY=1\nMAINPID={process.pid}\nWATCHDOG=1"
        assert [systemd.next(10) for _ in range(4)] == ["WATCHDOG=1"] * 4
        process.send_signal(signal.SIGUSR2)
        until = time.monotonic() + 30
        while systemd.next(3 * EVERY_S) and time.monotonic() < until:
            pass  # two signs may still come: a screen may just be changing
        assert systemd.falls_silent()
        process.send_signal(signal.SIGUSR2)
        assert systemd.next(10) == "WATCHDOG=1"
        log = (tmp_path / "data" / "logs" / "kiosk.log").read_text("utf-8")
        assert log.count("no touch is answered, and systemd hears nothing more") == 1
        process.send_signal(signal.SIGUSR1)
        assert systemd.falls_silent()
        assert process.poll() is None


def test_the_kiosk_opens_and_ends_when_asked_to_however_much_qt_has_to_say(tmp_path: Path) -> None:
    """A message handler in Python stood still with QML's loader here, and heard no SIGTERM."""
    with kiosk(tmp_path, **ALL_IT_CAN_SAY) as (systemd, process):
        assert systemd.next(60).startswith("READY=1")
        assert systemd.next(10) == "WATCHDOG=1"
        process.terminate()
        assert process.wait(90) == 0
    assert "a bug of ours" not in (tmp_path / "data" / "logs" / "kiosk.log").read_text("utf-8")
    said = (tmp_path / "said").read_bytes()
    assert b"handed on" not in said, "another process could speak for it"
    assert all(one in said for one in (b"qt.qml.import", b"qt.core.plugin", b"qt.scenegraph")), (
        "Qt was to talk"
    )


@pytest.mark.skipif(shutil.which("cage") is None, reason="cage is not installed")
def test_nothing_is_said_while_the_compositor_takes_no_picture(tmp_path: Path) -> None:
    with in_cage(tmp_path) as (systemd, cage):
        assert systemd.next(60).startswith("READY=1") and systemd.next(10) == "WATCHDOG=1"
        cage.send_signal(signal.SIGSTOP)
        assert systemd.falls_silent()
        cage.send_signal(signal.SIGCONT)
        assert systemd.next(10) == "WATCHDOG=1"
