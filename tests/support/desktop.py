"""A private desktop for real processes: an X server in memory and a session bus with AT-SPI on it."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.base.files.volatile import SHARED_MEMORY

STARTS_WITHIN_S = 20


@contextmanager
def x_server(width: int = 1080, height: int = 1920) -> Iterator[str]:
    """An Xvfb of that size; yields its DISPLAY. The server picks a free number itself."""
    reading, writing = os.pipe()
    command = [
        _found("Xvfb"), "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24",
        "-nolisten", "tcp", "-noreset",
    ]  # fmt: skip
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        yield f":{_line_from(reading).strip()}"
    finally:
        os.close(reading)
        _end(server)


@contextmanager
def session_bus(runtime: Path) -> Iterator[str]:
    """A D-Bus session bus; yields its address. AT-SPI starts on it when asked for, in *runtime*."""
    environment = os.environ | {"XDG_RUNTIME_DIR": str(runtime)}
    command = [_found("dbus-daemon"), "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    assert daemon.stdout is not None
    try:
        yield _line_from(daemon.stdout.fileno()).strip()
    finally:
        _end(daemon)
        daemon.stdout.close()


@contextmanager
def desktop(home: Path, width: int = 1080, height: int = 1920) -> Iterator[dict[str, str]]:
    """The environment of a process that runs on a desktop of its own, at home in *home*."""
    with ExitStack() as stack:
        display = stack.enter_context(x_server(width, height))
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700, parents=True)
        bus = stack.enter_context(session_bus(runtime))
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PULSE_"))
        }
        yield inherited | {
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "RUNTIME_DIRECTORY": str(SHARED_MEMORY),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }


def _line_from(descriptor: int) -> str:
    ready, _, _ = select.select([descriptor], [], [], STARTS_WITHIN_S)
    if not ready:
        raise AssertionError(f"nothing was said within {STARTS_WITHIN_S} s")
    return os.read(descriptor, 4096).decode().partition("\n")[0]


def _found(program: str) -> str:
    place = shutil.which(program)
    if place is None:
        raise AssertionError(f"{program} is not installed: script/test installs it")
    return place


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
