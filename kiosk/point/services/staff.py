"""Opens the way to the controls once the kiosk stands: what checks a PIN is imported and made behind it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.base.hours.clock import Clock
from kiosk.point.services.service import Service
from ui.turn.gates.staff_gate import StaffGate

if TYPE_CHECKING:
    from kiosk.point.services.register_client import RegisterClient


class StaffService(Service):
    """One a kiosk."""

    def __init__(self, gate: StaffGate, data_folder: Path, clock: Clock) -> None:
        self._gate, self._data_folder, self._clock = gate, data_folder, clock
        self._register: RegisterClient | None = None

    async def open(self) -> None:
        """From now on staff can come to the controls."""
        self._register = await asyncio.to_thread(_client, self._data_folder, self._clock)
        self._gate.port.open(self._register)

    async def aclose(self) -> None:
        """Wait for what is being written of a try."""
        if self._register is not None:
            await self._register.aclose()


def _client(data_folder: Path, clock: Clock) -> RegisterClient:
    from kiosk.point.services.register_client import RegisterClient
    from kiosk.point.staff.register import StaffRegister

    return RegisterClient(StaffRegister(data_folder, clock))
