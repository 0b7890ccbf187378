"""Asks the register of staff beside the screen's thread. Fits `ui.ports.StaffDesk`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar, assert_never

from kiosk.staff.members import Member, Refused
from kiosk.staff.pins import PepperUnusable
from kiosk.staff.register import Locked, RegisterUnusable, Right, StaffRegister, Wrong
from ui.visit.staff.answers import (
    ListAnswer,
    Listed,
    LockedOut,
    NotAllowed,
    Opened,
    PinAnswer,
    RegisterTrouble,
    WrongPin,
)
from ui.visit.staff.people import StaffMember

LOGGER = logging.getLogger(__name__)
Told = TypeVar("Told")


class RegisterDesk:
    """Answers on the loop that runs where it is asked."""

    def __init__(self, register: StaffRegister) -> None:
        self._register = register
        self._work = set[asyncio.Task[None]]()

    def list(self, told: Callable[[ListAnswer], None]) -> None:
        """Everybody who was ever added."""
        self._begin(self._listed, told)

    def check(self, member_id: str, pin: str, told: Callable[[PinAnswer], None]) -> None:
        """Whether *pin* is that of an active member."""
        self._begin(lambda: self._checked(member_id, pin), told)

    async def aclose(self) -> None:
        """Wait for what was begun: a try that is being written down is written whole."""
        await asyncio.gather(*self._work)

    def _begin(self, ask: Callable[[], Told], told: Callable[[Told], None]) -> None:
        async def work() -> None:
            told(await asyncio.to_thread(ask))

        task = asyncio.get_running_loop().create_task(work(), name="ask the register of staff")
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    def _listed(self) -> ListAnswer:
        try:
            return Listed(tuple(shown(one) for one in self._register.members()))
        except RegisterUnusable as failure:
            LOGGER.warning("%s", failure)
            return RegisterTrouble()

    def _checked(self, member_id: str, pin: str) -> PinAnswer:
        try:
            checked = self._register.check(member_id, pin)
        except Refused:
            return NotAllowed()
        except (RegisterUnusable, PepperUnusable) as failure:
            LOGGER.warning("%s", failure)
            return RegisterTrouble()
        match checked:
            case Right(member):
                return Opened(shown(member))
            case Wrong(tries_left):
                return WrongPin(tries_left)
            case Locked(left_s):
                return LockedOut(left_s)
            case never:
                assert_never(never)


def shown(member: Member) -> StaffMember:
    """What the screen may know of a member: nothing of the PIN."""
    return StaffMember(member.id, member.shown, member.role, member.active)
