"""The stages of staff. They lie over the resident's, which are kept beneath and come back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ui.visit.staff.people import StaffMember

PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class WhoOpens:
    """Who wants the controls? None: the list is being read."""

    members: tuple[StaffMember, ...] | None = None
    trouble: bool = False  # the list could not be read


Told: TypeAlias = Literal["", "checking", "wrong", "locked-out", "not-allowed", "trouble"]
"""What the pad says of what was typed; empty: nothing yet."""


@dataclass(frozen=True, slots=True)
class PinPad:
    """Six digits, shown as so many dots. `number` goes with what is told: tries left, or minutes to wait."""

    member: StaffMember
    typed: str = field(default="", repr=False)
    told: Told = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class StaffMenu:
    """What this member may do here."""


@dataclass(frozen=True, slots=True)
class StaffOut:
    """The controls were taken away from a member who may no longer open the kiosk."""

    shown: str


StaffStage: TypeAlias = WhoOpens | PinPad | StaffMenu | StaffOut
"""Every stage of staff: other slices add theirs here."""

AT_THE_DOOR = (WhoOpens, PinPad, StaffOut)
"""Stages that anybody can come to: nobody has the controls yet, or any more."""

BEHIND_THE_DOOR = (StaffMenu,)
"""Stages that are shown only while somebody has the controls: other slices add theirs here."""

STAFF_STAGES = (*AT_THE_DOOR, *BEHIND_THE_DOOR)
