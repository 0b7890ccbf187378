"""What the register of staff answers, later, to what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from ui.visit.staff.people import StaffMember


@dataclass(frozen=True, slots=True)
class Listed:
    """Everybody who was ever added, in that order; who may open the kiosk is `active`."""

    members: tuple[StaffMember, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """That was the PIN of this member."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class WrongPin:
    """It was not; so many tries are left before one has to wait."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class LockedOut:
    """Nothing was tried: so many seconds have to pass first."""

    wait_s: float


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """This member may no longer open the kiosk."""


@dataclass(frozen=True, slots=True)
class RegisterTrouble:
    """The register cannot be read or written now; nothing was changed."""


@dataclass(frozen=True, slots=True)
class PinMade:
    """The member was added, or has another PIN, and this is it; it is told once."""

    member: StaffMember
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RightChanged:
    """The member may help here from now on, or no more."""

    member: StaffMember


@dataclass(frozen=True, slots=True)
class ChangeRefused:
    """That cannot be done: nobody has the id any more, or another member is called so."""


PinAnswer: TypeAlias = Opened | WrongPin | LockedOut | NotAllowed | RegisterTrouble
ListAnswer: TypeAlias = Listed | RegisterTrouble
PeopleAnswer: TypeAlias = PinMade | RightChanged | ChangeRefused | RegisterTrouble
Answer: TypeAlias = PinAnswer | Listed | PeopleAnswer
