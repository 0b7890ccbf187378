"""What the register of staff answers, later, to what was asked of it."""

from __future__ import annotations

from dataclasses import dataclass
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


PinAnswer: TypeAlias = Opened | WrongPin | LockedOut | NotAllowed | RegisterTrouble
ListAnswer: TypeAlias = Listed | RegisterTrouble
Answer: TypeAlias = PinAnswer | Listed
