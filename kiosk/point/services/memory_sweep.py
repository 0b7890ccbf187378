"""Takes what was of somebody who has gone out of memory."""

from __future__ import annotations

from typing import Protocol

from kiosk.base.system.garbage import keep_for_good, sweep
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor
from ui.window.window import KioskWindow

SWEEPS = 2
"""After somebody: a screen that goes in this very moment may draw once more as it goes."""


class GuidesRead(Protocol):
    def has_read_anew(self) -> bool:
        """Whether something was read since this was last asked."""


class MemorySweep(Service):
    """`somebody_was_here` may be called for a visit too short for a tick to see it."""

    def __init__(self, conductor: Conductor, window: KioskWindow, guides: GuidesRead) -> None:
        self._conductor, self._window, self._guides = conductor, window, guides
        self._due = 0

    def somebody_was_here(self) -> None:
        self._due = SWEEPS

    async def tick(self) -> None:
        nobody = self._conductor.no_resident_is_here
        gone = nobody and self._due > 0
        read_anew = not gone and self._conductor.nobody_is_here and self._guides.has_read_anew()
        if gone:
            self._window.forget()
        elif read_anew:
            keep_for_good()
        sweep(thoroughly=gone or read_anew)  # reading leaves much room free, and nobody may come for days
        self._due = max(self._due - 1, 0) if nobody else SWEEPS
