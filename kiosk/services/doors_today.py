"""Where the kiosk goes with a team: the doors of the day so far, also those before it was switched off."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

from kiosk.files.paths import database_file
from kiosk.sessions.day import own_of
from kiosk.sessions.doors import Doors, doors_of
from ui.conductor import Conductor


class DoorsToday:
    """Call `look` every second or so; it reads the log once a day. What is marked then the screen counts."""

    def __init__(self, data_folder: Path) -> None:
        self._data_folder = data_folder
        self._day: date | None = None

    async def look(self, conductor: Conductor, today: date) -> None:
        """A new day begins with no door; the first look with those of this day that the log knows."""
        if not conductor.around.door_to_door or today == self._day:
            return
        self._day = today
        doors = await asyncio.to_thread(doors_on, today, self._data_folder)
        conductor.surround(replace(conductor.around.team, doors=doors))


def doors_on(day: date, data_folder: Path) -> Doors:
    """Those of one day in Hà Nội; none where the log cannot be read."""
    from kiosk.storage.reading import NoLog, open_for_reading

    try:
        return doors_of(own_of(day, open_for_reading(database_file(data_folder))))
    except NoLog:
        return {}
