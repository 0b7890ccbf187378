"""Every action there is."""

from __future__ import annotations

from typing import TypeAlias

from ui.visit.actions import chosen, staff
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.actions.signals import Signal
from ui.visit.actions.start import Start
from ui.visit.actions.typing import CallNumber, Keyboard, PutTone, TypeKey

ResidentAction: TypeAlias = (
    Start
    | Do
    | Setting
    | chosen.ChooseLanguage
    | chosen.ChooseNeed
    | chosen.ChoosePreset
    | chosen.OpenTopic
    | chosen.OpenGuide
    | chosen.PractiseAgain
    | chosen.ShowCode
    | chosen.ShowScreen
    | chosen.TakeEdge
    | chosen.TouchPlace
    | chosen.SlidePlace
    | chosen.ChooseRehearsal
    | chosen.GiveReply
    | chosen.OpenExercises
    | chosen.ChooseExercise
    | chosen.TouchField
    | chosen.GiveChoice
    | chosen.RateVisit
    | TypeKey
    | PutTone
    | Keyboard
    | CallNumber
)

StaffAction: TypeAlias = (
    staff.MenuEntry
    | staff.StaffDo
    | staff.PickMember
    | staff.TypeDigit
    | staff.SetActor
    | staff.SayGroup
    | staff.GiveResult
    | staff.GiveObstacle
    | staff.GiveFiling
    | staff.PickPerson
    | staff.PickRole
    | staff.PickName
    | staff.PickTicket
    | staff.PickProblem
    | staff.PickUrgency
    | staff.PickArea
    | staff.MarkDoor
    | staff.NumberHeard
)

ControlAction: TypeAlias = ResidentAction | StaffAction
"""What a control can do."""

Action: TypeAlias = ControlAction | Signal


def kind_of(action: Action) -> str:
    """For the log of our mistakes: what was pressed, without which digit, group or answer it was."""
    return action.slot.partition(".")[0]
