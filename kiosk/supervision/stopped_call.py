"""Calls staff where the kiosk does not run: the ward's lamp and a bell. Nothing here waits or fails."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from resources.toml import toml_of

CallState: TypeAlias = Literal["none", "calling", "called", "unheard"]
"""`unheard`: no lamp was lit, and nothing was heard."""
SOUND = (sys.executable, "-m", "kiosk.supervision.stopped_sound")
ENDS_WITHIN_S = 30.0
AGAIN_AFTER_S = 20.0
"""Whoever leans on the glass calls no more often."""


class Lamp(NamedTuple):
    """The ward's commands, empty where there are none."""

    on: str = ""
    off: str = ""


def lamp_of(config: Path) -> Lamp:
    """As the config says; none where it cannot be read."""
    try:
        section = toml_of(config.read_text("utf-8")).get("help", {})
        commands = (section.get("lamp_on", ""), section.get("lamp_off", ""))
    except (OSError, ValueError, AttributeError, RecursionError):
        return Lamp()
    return Lamp(*(command if isinstance(command, str) else "" for command in commands))


class StoppedCall:
    """`tick` now and then. What was begun and does not end is killed."""

    def __init__(
        self, lamp: Lamp, sound: Sequence[str] = SOUND, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._lamp, self._sound, self._now_s = lamp, tuple(sound), now_s
        self._running: list[tuple[subprocess.Popen[bytes], float]] = []
        self._called_s: float | None = None
        self.state: CallState = "none"

    def greet(self) -> None:
        self._begin((*self._sound, "greet"))

    def call(self) -> None:
        now_s = self._now_s()
        if self._called_s is not None and now_s - self._called_s < AGAIN_AFTER_S:
            return
        self.close()  # the greeting gives way
        self._called_s, self.state = now_s, "calling"
        self._begin(_split(self._lamp.on))
        self._begin((*self._sound, "call"))
        self.tick()

    def put_the_lamp_out(self) -> None:
        if self._called_s is not None:
            self._begin(_split(self._lamp.off))

    def tick(self) -> None:
        still = list[tuple[subprocess.Popen[bytes], float]]()
        for process, until_s in self._running:
            if process.poll() is None and self._now_s() > until_s:
                process.kill()
                process.wait()
            if process.returncode is None:
                still.append((process, until_s))
            elif process.returncode == 0 and self.state == "calling":
                self.state = "called"
        self._running = still
        if self.state == "calling" and not still:
            self.state = "unheard"

    def close(self) -> None:
        """Ends what still runs."""
        for process, _ in self._running:
            process.kill()
            process.wait()
        self._running = []

    def _begin(self, words: Sequence[str]) -> None:
        if not words:
            return
        nowhere = subprocess.DEVNULL
        try:
            process = subprocess.Popen(words, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        except (OSError, ValueError):
            return
        self._running.append((process, self._now_s() + ENDS_WITHIN_S))


def _split(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:  # a quotation mark that is not closed
        return []
