"""Every action there is."""

from __future__ import annotations

from typing import TypeAlias

from ui.visit.actions.chosen import (
    ChooseExercise,
    ChooseLanguage,
    ChooseNeed,
    ChoosePreset,
    ChooseRehearsal,
    GiveChoice,
    GiveReply,
    OpenExercises,
    OpenGuide,
    OpenTopic,
    PractiseAgain,
    RateVisit,
    ShowCode,
    ShowScreen,
    SlidePlace,
    TakeEdge,
    TouchField,
    TouchPlace,
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
)
from ui.visit.actions.start import Start
from ui.visit.actions.typing import CallNumber, Keyboard, PutTone, TypeKey

ResidentAction: TypeAlias = (
    Start
    | Do
    | Setting
    | ChooseLanguage
    | ChooseNeed
    | ChoosePreset
    | OpenTopic
    | OpenGuide
    | PractiseAgain
    | ShowCode
    | ShowScreen
    | TakeEdge
    | TouchPlace
    | SlidePlace
    | ChooseRehearsal
    | GiveReply
    | OpenExercises
    | ChooseExercise
    | TouchField
    | GiveChoice
    | RateVisit
    | TypeKey
    | PutTone
    | Keyboard
    | CallNumber
)

StaffAction: TypeAlias = (
    MenuEntry
    | StaffDo
    | PickMember
    | TypeDigit
    | SetActor
    | SayGroup
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
