"""This week's plan for the running kiosk: read again when the file changes or another week begins."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

from kiosk.base.files.paths import roster_file
from kiosk.papers.roster.plan import WeekPlan
from kiosk.papers.roster.store import RosterUnusable, Weeks, read_weeks

LOGGER = logging.getLogger(__name__)


class RosterWatch:
    """Call `read` on one thread at a time, not the screen's: it may read a file."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder
        self._seen: tuple[int, int] | None = None
        self._weeks = Weeks()

    def read(self, today: date) -> WeekPlan | None:
        """The plan of the week of *today*; None where none is there or can be read: that is logged."""
        seen = self._stamp()
        if seen != self._seen:
            self._seen, self._weeks = seen, self._read_file()
        return self._weeks.of(today)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            now = roster_file(self._folder).stat()
        except OSError:
            return None
        return now.st_mtime_ns, now.st_size

    def _read_file(self) -> Weeks:
        try:
            return read_weeks(self._folder)
        except RosterUnusable as failure:
            LOGGER.warning("the roster is not shown: %s", failure)
            return Weeks()
