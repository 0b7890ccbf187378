"""Asks the register of staff beside the screen's thread. Fits `ui.visit.ports.StaffPort`."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from typing import TypeVar, assert_never

from kiosk.base.events import Role
from kiosk.base.system.tasks import Tasks
from kiosk.point.staff.members import Member, RegisterRefused
from kiosk.point.staff.pins import PepperUnusable
from kiosk.point.staff.register import Locked, RegisterUnusable, Right, StaffRegister, Wrong
from ui.visit.staff import answers
from ui.visit.staff.people import Digits, StaffMember

LOGGER = logging.getLogger(__name__)
Answered = TypeVar("Answered")


class RegisterClient:
    """Answers on the loop that runs where it is asked."""

    def __init__(self, register: StaffRegister) -> None:
        self._register = register
        self._work = Tasks("ask the register of staff")

    def list(self, on_answer: Callable[[answers.ListAnswer], None]) -> None:
        """Everybody who was ever added."""
        self._begin(self._listed, on_answer)

    def check(self, member_id: str, pin: Digits, on_answer: Callable[[answers.PinAnswer], None]) -> None:
        """Whether *pin* is that of an active member."""
        self._begin(lambda: self._checked(member_id, pin), on_answer)

    def add(self, role: Role, shown_name: str, on_answer: Callable[[answers.PeopleAnswer], None]) -> None:
        """One more member, with a PIN of their own."""
        self._begin(lambda: _with_new_pin(lambda: self._register.add(role, shown_name)), on_answer)

    def reset_pin(self, member_id: str, on_answer: Callable[[answers.PeopleAnswer], None]) -> None:
        """Another PIN; a wait after wrong ones is over."""
        self._begin(lambda: _with_new_pin(lambda: self._register.reset_pin(member_id)), on_answer)

    def set_active(
        self, member_id: str, active: bool, on_answer: Callable[[answers.PeopleAnswer], None]
    ) -> None:
        """Whether the member may help here from now on."""
        self._begin(
            lambda: _changed(
                lambda: answers.RightChanged(shown(self._register.set_active(member_id, active)))
            ),
            on_answer,
        )

    async def aclose(self) -> None:
        """Wait for what was begun: a try that is being written down is written whole."""
        await self._work.finish()

    def _begin(self, ask: Callable[[], Answered], on_answer: Callable[[Answered], None]) -> None:
        async def work() -> None:
            on_answer(await asyncio.to_thread(ask))

        self._work.begin(work())

    def _listed(self) -> answers.ListAnswer:
        try:
            return answers.Listed(tuple(shown(member) for member in self._register.members()))
        except RegisterUnusable as failure:
            LOGGER.warning("%s", failure)
            return answers.RegisterTrouble()

    def _checked(self, member_id: str, pin: Digits) -> answers.PinAnswer:
        try:
            checked = self._register.check(member_id, pin)
        except RegisterRefused:
            return answers.NotAllowed()
        except (RegisterUnusable, PepperUnusable) as failure:
            LOGGER.warning("%s", failure)
            return answers.RegisterTrouble()
        match checked:
            case Right(member):
                return answers.Opened(shown(member))
            case Wrong(tries_left):
                return answers.WrongPin(tries_left)
            case Locked(left_s):
                return answers.LockedOut(left_s)
            case never:
                assert_never(never)


def _changed(change: Callable[[], answers.PinMade | answers.RightChanged]) -> answers.PeopleAnswer:
    try:
        return change()
    except RegisterRefused:  # its words may hold a shown name
        return answers.ChangeRefused()
    except (RegisterUnusable, PepperUnusable) as failure:
        LOGGER.warning("%s", failure)
        return answers.RegisterTrouble()


def _with_new_pin(change: Callable[[], tuple[Member, str]]) -> answers.PeopleAnswer:
    def made() -> answers.PinMade:
        member, pin = change()
        return answers.PinMade(shown(member), pin)

    return _changed(made)


def shown(member: Member) -> StaffMember:
    """What the screen may know of a member: nothing of the PIN but whether it is still the same."""
    edition = hashlib.sha256(member.pin.encode()).hexdigest()[:16]  # of what is salted already
    return StaffMember(member.id, member.shown, member.role, member.active, edition)
