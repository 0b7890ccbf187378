"""Sees the sticks that usbguard keeps outside, and lets them in while staff are signed in."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Sequence
from math import inf
from pathlib import Path

from kiosk.base.hours.clock import Clock
from kiosk.base.system.other_program import NoAnswer, answer_of
from kiosk.machine.lockdown.measures import USB_ACCESS
from kiosk.machine.lockdown.usb import waiting_sticks
from kiosk.point.services.service import Service
from ui.turn.conductor import Conductor
from ui.visit.visit import Mode

LOGGER = logging.getLogger(__name__)
WITHIN_S = 5.0
LOOKS_EVERY_S = 3.0
MOUNTED_WITHIN_S = 30.0
"""From being let in: six seconds in an emulated machine."""
PROGRAM = "usbguard"


class StickGuard(Service):
    """A stick that was let in stays in until it is pulled out. Does nothing where nobody keeps sticks out."""

    def __init__(self, conductor: Conductor, clock: Clock, command: Sequence[str] = ()) -> None:
        """*command*: for tests; usually usbguard, where `kiosk install --lockdown` has set it up."""
        self._conductor, self._clock, self._command = conductor, clock, tuple(command) or _usbguard()
        self._work: asyncio.Task[None] | None = None
        self._looked_s = self._let_in_s = -inf
        self._waits = self._is_silent = False

    @property
    def is_coming(self) -> bool:
        """Whether a stick is plugged in that cannot be seen yet: it waits for staff, or was just let in."""
        return self._waits or self._clock.now().up_s - self._let_in_s < MOUNTED_WITHIN_S

    async def tick(self) -> None:
        up_s = self._clock.now().up_s
        if self._command and self.is_idle and up_s - self._looked_s >= LOOKS_EVERY_S:
            self._looked_s = up_s
            self._work = asyncio.create_task(self._poll(), name="look for sticks that wait")

    async def aclose(self) -> None:
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)

    @property
    def is_idle(self) -> bool:
        return self._work is None or self._work.done()

    def _staff_are_signed_in(self) -> bool:
        visit = self._conductor.visit
        return visit.staff is not None and visit.mode is Mode.STAFF

    async def _poll(self) -> None:
        try:
            listed = await answer_of((*self._command, "list-devices", "--blocked"), None, WITHIN_S)
            numbers = waiting_sticks(listed.decode("utf-8", "replace"))
            if self._staff_are_signed_in():
                await self._let_in(numbers)
            else:
                self._waits = bool(numbers)
        except (NoAnswer, OSError) as failure:
            self._waits = False
            if not self._is_silent:  # asked every few seconds, it is written down once
                LOGGER.warning("usbguard gives no answer about sticks: %s", failure)
            self._is_silent = True
        else:
            self._is_silent = False

    async def _let_in(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            await answer_of((*self._command, "allow-device", str(number)), None, WITHIN_S)
            self._let_in_s = self._clock.now().up_s
            LOGGER.info("a stick was let in: staff are signed in")
        self._waits = False


def _usbguard() -> tuple[str, ...]:
    program = shutil.which(PROGRAM)
    return (program,) if program and Path(USB_ACCESS).exists() else ()
