"""Which screen of staff a visit is on."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from ui.screens.comfort import derive_comfort
from ui.screens.helpers import bar
from ui.screens.page import Page
from ui.screens.staff.assist import derive_assist
from ui.screens.staff.door import derive_out, derive_pad, derive_who
from ui.screens.staff.doors import derive_door
from ui.screens.staff.menu import derive_menu
from ui.screens.staff.opening import derive_opening, derive_result
from ui.screens.staff.people import derive_people
from ui.screens.staff.results import derive_results
from ui.screens.staff.tickets import derive_of_tickets
from ui.screens.staff.today import derive_closed, derive_closing, derive_how, derive_today
from ui.screens.staff.training import derive_training
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.staff import stages, ticket_stages
from ui.visit.staff.stages import StaffStage
from ui.visit.stages import Visit

CALLS_NOBODY = (stages.Training, stages.NewPin)
"""Where the button is tried, and what is shown only once."""


def derive_staff(visit: Visit, stage: StaffStage, around: Surroundings) -> Page:
    """The page of a stage of staff. Beside a resident somebody else can be called from it."""
    page = _of_stage(visit, stage, around)
    has_it = any(one.action == Do.CALL_PERSON for one in page.bar)
    if not visit.is_logged or has_it or isinstance(visit.beneath, CALLS_NOBODY):
        return page
    return replace(page, bar=(*page.bar, *bar(around.tell(page.language), (Do.CALL_PERSON,))))


def _of_stage(visit: Visit, stage: StaffStage, around: Surroundings) -> Page:
    match stage:
        case stages.StaffComfort():
            return derive_comfort(visit, around)
        case stages.WhoOpens():
            return derive_who(visit, stage, around)
        case stages.PinPad():
            return derive_pad(visit, stage, around)
        case stages.StaffOut():
            return derive_out(visit, stage, around)
        case stages.StaffMenu():
            return derive_menu(visit, around)
        case stages.AssistNotice() | stages.AskGroup() | stages.AskComfort() | stages.PickGuide():
            return derive_assist(visit, stage, around)
        case stages.AskResult() | stages.AskObstacle() | stages.AskFiling():
            return derive_results(visit, stage, around)
        case (
            stages.People()
            | stages.OnePerson()
            | stages.Sure()
            | stages.NewRole()
            | stages.NewName()
            | stages.NewPin()
        ):
            return derive_people(visit, stage, around)
        case stages.Route() | stages.Door() | stages.DoorMarked():
            return derive_door(visit, stage, around)
        case stages.Training():
            return derive_training(visit, stage, around)
        case (
            ticket_stages.Tickets()
            | ticket_stages.AskProblem()
            | ticket_stages.AskUrgency()
            | ticket_stages.HandedIn()
            | ticket_stages.OneTicket()
        ):
            return derive_of_tickets(visit, stage, around)
        case stages.OpeningCheck():
            return derive_opening(visit, stage, around)
        case stages.OpeningResult():
            return derive_result(visit, stage, around)
        case stages.Today(how=how):
            return derive_how(visit, around) if how else derive_today(visit, around)
        case stages.Closing(closed=closed):
            return derive_closed(visit, around) if closed else derive_closing(visit, around)
        case never:
            assert_never(never)
