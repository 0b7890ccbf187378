"""Lets the sticks in that wait outside, while staff are signed in; usbguard keeps them out otherwise."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from kiosk.lockdown.measures import USB_ACCESS
from kiosk.lockdown.usb import waiting_sticks
from kiosk.services.service import Service
from kiosk.system.other_program import NoAnswer, answer_of
from ui.conductor import Conductor
from ui.visit.mode import Mode

LOGGER = logging.getLogger(__name__)
WITHIN_S = 5.0
PROGRAM = "usbguard"


class StickGuard(Service):
    """A stick that was let in stays in until it is pulled out. Does nothing where nobody keeps sticks out."""

    def __init__(self, conductor: Conductor, command: Sequence[str] = ()) -> None:
        """*command*: for tests; usually usbguard, where `kiosk install --lockdown` has set it up."""
        self._conductor, self._command = conductor, tuple(command) or _usbguard()
        self._work: asyncio.Task[None] | None = None

    async def tick(self) -> None:
        if self._command and self._staff_are_signed_in() and self.is_idle:
            self._work = asyncio.create_task(self._let_in(), name="let sticks in")

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

    async def _let_in(self) -> None:
        try:
            listed = await answer_of((*self._command, "list-devices", "--blocked"), None, WITHIN_S)
            for number in waiting_sticks(listed.decode("utf-8", "replace")):
                await answer_of((*self._command, "allow-device", str(number)), None, WITHIN_S)
                LOGGER.info("a stick was let in: staff are signed in")
        except (NoAnswer, OSError) as failure:
            LOGGER.warning("a stick could not be let in: %s", failure)


def _usbguard() -> tuple[str, ...]:
    program = shutil.which(PROGRAM)
    return (program,) if program and Path(USB_ACCESS).exists() else ()
