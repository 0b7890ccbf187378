"""Opens the way to the controls once the kiosk stands: what checks a PIN is imported and made behind it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.hours.clock import Clock
from ui.staff_door import StaffDoor

if TYPE_CHECKING:
    from kiosk.services.staff_desk import RegisterDesk


class StaffService:
    """One a kiosk."""

    def __init__(self, door: StaffDoor, data_folder: Path, clock: Clock) -> None:
        self._door, self._data_folder, self._clock = door, data_folder, clock
        self._desk: RegisterDesk | None = None

    async def open(self) -> None:
        """From now on staff can come to the controls."""
        self._desk = await asyncio.to_thread(_desk, self._data_folder, self._clock)
        self._door.open(self._desk)

    async def aclose(self) -> None:
        """Wait for what is being written of a try."""
        if self._desk is not None:
            await self._desk.aclose()


def _desk(data_folder: Path, clock: Clock) -> RegisterDesk:
    from kiosk.services.staff_desk import RegisterDesk
    from kiosk.staff.register import StaffRegister

    return RegisterDesk(StaffRegister(data_folder, clock))
