"""The kiosk as a process of its own on a private desktop: started, touched, ended and killed from outside."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from support.at_spi import BUTTON, ROOT, AtSpi, Ref, wait_for
from support.desktop import desktop

CLONE = Path(__file__).parents[2]
Seen = list[tuple[int, str]]


@dataclass(frozen=True)
class DesktopWithReader:
    """A desktop for one kiosk at a time, and the screen reader on it."""

    environment: dict[str, str]
    bus: AtSpi

    def kiosks(self) -> list[Ref]:
        return [one for one in self.bus.children(ROOT) if self.bus.name(one) == "kiosk"]


@contextmanager
def desktop_with_reader(home: Path) -> Iterator[DesktopWithReader]:
    with desktop(home) as environment:
        bus = AtSpi(environment["DBUS_SESSION_BUS_ADDRESS"])
        try:
            yield DesktopWithReader(environment, bus)
        finally:
            bus.close()


@dataclass
class Kiosk:
    """A running kiosk; what it says on its error stream gathers in the file `errors`."""

    desktop: DesktopWithReader
    process: subprocess.Popen[bytes]
    errors: Path

    @cached_property
    def window(self) -> Ref:
        return wait_for(self._window, "no kiosk opens")

    def seen(self) -> Seen:
        """(role, name) of everything on the screen."""
        return self.desktop.bus.read(self.window)

    def names(self) -> list[str]:
        """What is on the screen."""
        return [name for _, name in self.seen()]

    def hear(self, text: str, within_s: float = 60) -> list[str]:
        """Waits until *text* is part of something on the screen; returns all that is on it.

        As long as a busy machine takes to read the guides: a quiet one is asked again in no time.
        """

        def look() -> list[str] | None:
            names = [name for _, name in self.seen()]
            return names if any(text in name for name in names) else None

        return wait_for(look, lambda: f"{text!r} is not on the screen: {self.names()}", within_s)

    def hear_no_more(self, text: str) -> None:
        """Waits until *text* is nowhere on the screen."""

        def look() -> bool | None:
            return None if any(text in name for _, name in self.seen()) else True

        wait_for(look, f"{text!r} stays on the screen")

    def press(self, button: str, leads_to: str) -> list[str]:
        """Press until *leads_to* is shown: a press within the guard against shaking hands does nothing.

        *button* is the whole name, or its beginning.
        """

        def look() -> list[str] | None:
            seen = self.desktop.bus.showing(self.window)
            names = [name for _, name, _ in seen]
            if leads_to in names:
                return names
            self._press(button, seen)
            return None

        return wait_for(look, lambda: f"{button!r} does not lead to {leads_to!r}: {self.names()}")

    def press_once(self, button: str) -> None:
        """A press whose effect nobody waits for."""

        def look() -> bool | None:
            return self._press(button, self.desktop.bus.showing(self.window)) or None

        wait_for(look, lambda: f"{button!r} is not on the screen: {self.names()}")

    def terminate(self) -> int:
        """The exit code after SIGTERM."""
        self.process.terminate()
        return self.process.wait(timeout=20)

    def kill(self) -> None:
        """As a power cut ends it, speech worker and all: what runs on without its kiosk ends by itself."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=20)

    def said(self) -> str:
        return self.errors.read_text(encoding="utf-8", errors="replace")

    def _press(self, button: str, seen: list[tuple[int, str, Ref]]) -> bool:
        """Whether it was there to be pressed, and the only one of its name.

        A page that may come shows for the frame in which it is laid out: then one looks again.
        """
        buttons = [(name, ref) for role, name, ref in seen if role == BUTTON]
        name = next((name for name, _ in buttons if name.startswith(button)), None)
        found = [ref for named, ref in buttons if named == name]
        if len(found) != 1:
            return False
        self.desktop.bus.act(found[0])
        return True

    def _window(self) -> Ref | None:
        if self.process.poll() is not None:
            raise AssertionError(f"the kiosk ended with {self.process.returncode}: {self.said()}")
        return next(iter(self.desktop.kiosks()), None)


@contextmanager
def kiosk(
    desktop: DesktopWithReader,
    data: Path,
    *arguments: str,
    module: str = "support.asked_later",
    before: Sequence[str] = (),
    path: Sequence[Path] = (),
    errors: Path | None = None,
) -> Iterator[Kiosk]:
    """A kiosk that keeps its things in *data*; killed in the end if it still runs.

    *before* is put before the command; *path* holds packages that stand in for those of the clone;
    *errors* is where the error stream goes, beside *data* by default.
    """
    wait_for(lambda: None if desktop.kiosks() else True, "the kiosk before is still on the accessibility bus")
    run = ["run", "--windowed", "--size", "1080x1920", "--data", str(data)]
    command = [*before, sys.executable, "-m", module, *run, *arguments]
    imported = os.pathsep.join(str(place) for place in (*path, CLONE, CLONE / "tests"))
    errors = errors or data.with_name(data.name + "-errors.txt")
    with errors.open("wb") as stream:
        process = subprocess.Popen(
            command,
            env=desktop.environment | {"PYTHONPATH": imported, "PYTHONSAFEPATH": "1"},
            stdout=stream,
            stderr=stream,
        )
    try:
        yield Kiosk(desktop, process, errors)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def children_of(pid: int) -> list[int]:
    """The processes a process has started and that still run (Linux)."""
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
