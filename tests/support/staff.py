"""A register of staff in the hand of a test: fits `ui.visit.ports.StaffPort`, and answers when it is told
to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.base.events import Role
from ui.turn.gates.staff_gate import StaffGate
from ui.visit.staff.answers import (
    ChangeRefused,
    ListAnswer,
    Listed,
    LockedOut,
    NotAllowed,
    Opened,
    PeopleAnswer,
    PinAnswer,
    PinMade,
    RegisterTrouble,
    RightChanged,
    WrongPin,
)
from ui.visit.staff.people import Digits, StaffMember

PIN = "402958"
MAI = StaffMember("tnv-01", "Bạn Mai", "volunteer")
TRUC = StaffMember("tnv-02", "Bạn Trúc", "volunteer")
CUC = StaffMember("cb-01", "Cô Cúc", "officer")
SEN = StaffMember("qt-01", "Bạn Sen", "administrator")


@dataclass
class HandRegister:
    """Everybody's PIN is `PIN`. Answers at once, or, while `slow`, when `answer` is called."""

    members: tuple[StaffMember, ...] = (MAI, TRUC, CUC, SEN)
    broken: bool = False
    slow: bool = False
    tries_left: int = 4
    wait_s: float = 0.0
    asked: list[str] = field(default_factory=list)
    reset: list[str] = field(default_factory=list)
    _waiting: list[Callable[[], None]] = field(default_factory=list)

    def list(self, on_answer: Callable[[ListAnswer], None]) -> None:
        self._later(lambda: on_answer(RegisterTrouble() if self.broken else Listed(self.members)))

    def check(self, member_id: str, pin: Digits, on_answer: Callable[[PinAnswer], None]) -> None:
        self.asked.append(member_id)
        self._later(lambda: on_answer(self._checked(member_id, pin)))

    def add(self, role: Role, shown: str, on_answer: Callable[[PeopleAnswer], None]) -> None:
        def added() -> PeopleAnswer:
            if self.broken:
                return RegisterTrouble()
            if any(one.active and one.shown == shown for one in self.members):
                return ChangeRefused()
            member = StaffMember(f"moi-{len(self.members)}", shown, role)
            self.members = (*self.members, member)
            return PinMade(member, PIN)

        self._later(lambda: on_answer(added()))

    def reset_pin(self, member_id: str, on_answer: Callable[[PeopleAnswer], None]) -> None:
        def made() -> PeopleAnswer:
            if self.broken:
                return RegisterTrouble()
            member = replace(self._member(member_id), pin_edition=f"{len(self.reset)}")
            self.members = tuple(member if one.id == member_id else one for one in self.members)
            return PinMade(member, PIN)

        self.reset.append(member_id)
        self._later(lambda: on_answer(made()))

    def set_active(self, member_id: str, active: bool, on_answer: Callable[[PeopleAnswer], None]) -> None:
        def changed() -> PeopleAnswer:
            if self.broken:
                return RegisterTrouble()
            member = replace(self._member(member_id), active=active)
            self.members = tuple(member if one.id == member_id else one for one in self.members)
            return RightChanged(member)

        self._later(lambda: on_answer(changed()))

    def answer(self) -> None:
        """Everything that was asked so far."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    def disable(self, member: StaffMember) -> None:
        self.members = tuple(
            replace(one, active=False) if one.id == member.id else one for one in self.members
        )

    def _later(self, answer: Callable[[], None]) -> None:
        self._waiting.append(answer)
        if not self.slow:
            self.answer()

    def _member(self, member_id: str) -> StaffMember:
        return next(one for one in self.members if one.id == member_id)

    def _checked(self, member_id: str, pin: Digits) -> PinAnswer:
        member = self._member(member_id)
        if self.broken:
            return RegisterTrouble()
        if not member.active:
            return NotAllowed()
        if self.wait_s:
            return LockedOut(self.wait_s)
        return Opened(member) if pin == digits(PIN) else WrongPin(self.tries_left)


def staff_gate(register: HandRegister | None = None) -> StaffGate:
    """With a register of its own."""
    return StaffGate(register or HandRegister())


def digits(pin: str = PIN) -> Digits:
    """As the pad keeps them."""
    return tuple(int(digit) for digit in pin)


def typed(pin: str = PIN) -> tuple[str, ...]:
    """The presses of a PIN."""
    return tuple(f"digit.{digit}" for digit in pin)


def opened_by(member: StaffMember, pin: str = PIN) -> tuple[str, ...]:
    """From any screen to the menu of *member*."""
    return ("staff", f"member.{member.id}", *typed(pin))
