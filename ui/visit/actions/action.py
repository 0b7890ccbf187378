"""Every action there is."""

from __future__ import annotations

from typing import TypeAlias

from ui.visit.actions.chosen import (
    ChooseLanguage,
    ChooseNeed,
    ChooseSize,
    OpenGuide,
    OpenTopic,
    RateVisit,
    ShowCode,
    TakeEdge,
    TryHands,
)
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import (
    GiveFiling,
    GiveObstacle,
    GiveResult,
    MarkDoor,
    MenuEntry,
    NumberHeard,
    PickArea,
    PickMember,
    PickName,
    PickPerson,
    PickProblem,
    PickRole,
    PickTicket,
    PickUrgency,
    SayGroup,
    SetActor,
    StaffDo,
    TypeDigit,
    WishComfort,
)
from ui.visit.actions.start import Start

ResidentAction: TypeAlias = (
    Start
    | Do
    | Setting
    | ChooseLanguage
    | ChooseNeed
    | ChooseSize
    | TryHands
    | OpenTopic
    | OpenGuide
    | ShowCode
    | TakeEdge
    | RateVisit
)

StaffAction: TypeAlias = (
    MenuEntry
    | StaffDo
    | PickMember
    | TypeDigit
    | SetActor
    | SayGroup
    | WishComfort
    | GiveResult
    | GiveObstacle
    | GiveFiling
    | PickPerson
    | PickRole
    | PickName
    | PickTicket
    | PickProblem
    | PickUrgency
    | PickArea
    | MarkDoor
    | NumberHeard
)

ControlAction: TypeAlias = ResidentAction | StaffAction
"""What a control can do."""

Action: TypeAlias = ControlAction | Signal


def kind_of(action: Action) -> str:
    """For the log of our mistakes: what was pressed, without which digit, group or answer it was."""
    return action.slot.partition(".")[0]
