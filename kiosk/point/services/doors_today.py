"""Where the kiosk goes with a team: its day so far, doors and visits, also before it was switched off."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

from kiosk.base.files.paths import database_file
from kiosk.log.sessions.day import own_of, sessions_of
from kiosk.log.sessions.doors import Doors, doors_of
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor


class DoorsToday(Service):
    """Reads the log once a day; the screen counts what is marked after that."""

    def __init__(self, conductor: Conductor, data_folder: Path, today: Callable[[], date]) -> None:
        self._conductor, self._data_folder, self._today = conductor, data_folder, today
        self._day: date | None = None

    async def tick(self) -> None:
        """What the log has is counted at the first tick, and again whenever a day begins."""
        today = self._today()
        if not self._conductor.around.door_to_door or today == self._day:
            return
        self._day = today
        doors, visits = await asyncio.to_thread(done_on, today, self._data_folder)
        self._conductor.count_from(doors, visits)


def done_on(day: date, data_folder: Path) -> tuple[Doors, int]:
    """The doors and visits of one day in Hà Nội; none where the log cannot be read."""
    from kiosk.log.storage.reading import NoLog, open_for_reading

    try:
        reader = open_for_reading(database_file(data_folder))
        return doors_of(own_of(day, reader)), len(sessions_of(day, reader))
    except NoLog:
        return {}, 0
