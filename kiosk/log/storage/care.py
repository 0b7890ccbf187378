"""Looks after the files beside the log: what was damaged is salvaged, and every night a copy is made.

Both wait until nobody is there, and are a daemon thread's, which may be cut off at any moment.
"""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from kiosk.base.hours.clock import Clock
from kiosk.base.system.background import BackgroundJob

log = logging.getLogger(__name__)
POLLS_EVERY_S = 60.0
PATIENCE_S = 3600.0  # the longest pause between two attempts to salvage


class LogCare:
    """`poll` costs nothing and returns at once. *hour*: when a night begins."""

    def __init__(self, database: Path, hour: int, clock: Clock) -> None:
        self._database, self._hour, self._clock = database, hour, clock
        self._job = BackgroundJob("care of the log")
        self._next_up_s = self._salvage_up_s = 0.0
        self._pause_s = POLLS_EVERY_S
        self._copied_up_s: float | None = None
        self.was_damaged = False
        """Whether a damaged log lies set aside: staff should hear of it until the files are moved away."""

    def poll(self, *, nobody_is_here: bool) -> None:
        up_s = self._clock.now().up_s
        if up_s < self._next_up_s or self._job.is_under_way:
            return
        self._next_up_s = up_s + POLLS_EVERY_S
        self._job.begin(lambda: self._work(up_s, nobody_is_here))

    def wait(self, timeout_s: float) -> None:
        self._job.wait(timeout_s)

    def _work(self, up_s: float, nobody_is_here: bool) -> None:
        from kiosk.log.storage.quarantine import files_aside

        try:
            self.was_damaged = bool(files_aside(self._database))
            if nobody_is_here and self._all_salvaged(up_s):
                self._copy()
        except (sqlite3.Error, OSError) as failure:
            log.warning("the files beside the log could not be looked after: %s", failure)

    def _all_salvaged(self, up_s: float) -> bool:
        """Whether the nightly copy has given what only it may still hold. Tried ever more rarely."""
        from kiosk.log.storage.salvage import salvage_all

        if not self.was_damaged:
            return True
        if up_s < self._salvage_up_s:
            return False
        done = salvage_all(self._database)
        self._pause_s = POLLS_EVERY_S if done else min(2 * self._pause_s, PATIENCE_S)
        self._salvage_up_s = up_s + (0.0 if done else self._pause_s)
        return done

    def _copy(self) -> None:
        """Once a night, whether or not this kiosk has a ward to send to."""
        from kiosk.base.hours.night import is_due, night_of
        from kiosk.log.storage.nightly_copy import copied_s, make_copy

        now, last_s = self._clock.now(), copied_s(self._database)
        done = "" if last_s is None else night_of(last_s, self._hour)
        if self._database.exists() and is_due(now, self._hour, done, self._copied_up_s):
            make_copy(self._database, now.wall_s)
            self._copied_up_s = now.up_s
