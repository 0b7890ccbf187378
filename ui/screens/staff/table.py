"""The rows of the screens of staff in `ui.screens.table`."""

from __future__ import annotations

from typing import Any

from ui.screens.comfort import derive_comfort
from ui.screens.page import Page
from ui.screens.screen import Screen, of_visit, page, row, with_context
from ui.screens.staff.assist import derive_assist
from ui.screens.staff.content import derive_content
from ui.screens.staff.doors import derive_door
from ui.screens.staff.due import derive_due
from ui.screens.staff.helping import derive_helping
from ui.screens.staff.menu import derive_menu
from ui.screens.staff.opening import derive_opening, derive_result
from ui.screens.staff.people import derive_people
from ui.screens.staff.results import derive_obstacle
from ui.screens.staff.sign_in import derive_out, derive_pad, derive_who
from ui.screens.staff.stick import derive_stick
from ui.screens.staff.tickets import derive_of_tickets
from ui.screens.staff.today import derive_closed, derive_closing, derive_how, derive_more, derive_today
from ui.screens.staff.training import derive_training
from ui.screens.surroundings import Surroundings
from ui.visit import comfort, reading
from ui.visit.actions.action import Action
from ui.visit.press_context import PressContext
from ui.visit.staff import (
    assist,
    doors,
    duty,
    helping,
    menu,
    opening,
    register,
    results,
    sign_in,
    stages,
    stick_use,
    ticket_stages,
    tickets,
    training,
)
from ui.visit.staff.stages import (
    Closing,
    Today,
)
from ui.visit.stage import Stage
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def _check(visit: Visit, _: Stage, action: Action, context: PressContext) -> Turn:
    return opening.on_press(visit, action, context.point, context.devices, context.touches, context.draw)


def _today_page(visit: Visit, stage: Today, around: Surroundings) -> Page:
    if stage.how:
        return derive_how(visit, around)
    return derive_more(visit, around) if stage.more else derive_today(visit, around)


def _closing_page(visit: Visit, stage: Closing, around: Surroundings) -> Page:
    return derive_closed(visit, around) if stage.closed else derive_closing(visit, around)


STAFF_SCREENS: tuple[Screen[Any], ...] = (
    row(stages.WhoOpens, of_visit(sign_in.on_press), derive_who),
    row(stages.PinPad, of_visit(sign_in.on_press), derive_pad),
    row(stages.StaffOut, of_visit(sign_in.on_press), derive_out),
    row(stages.StaffMenu, with_context(menu.on_press), page(derive_menu)),
    row(stages.StaffComfort, with_context(comfort.on_press), page(derive_comfort)),
    row(stages.AssistNotice, with_context(assist.on_press), derive_assist),
    row(stages.AskGroup, with_context(assist.on_press), derive_assist),
    row(stages.AskComfort, with_context(assist.on_press), derive_assist),
    row(stages.PickGuide, with_context(assist.on_press), derive_assist),
    row(stages.AskObstacle, of_visit(results.on_press), derive_obstacle),
    row(stages.People, of_visit(register.on_press), derive_people),
    row(stages.OnePerson, of_visit(register.on_press), derive_people),
    row(stages.Sure, of_visit(register.on_press), derive_people),
    row(stages.NewRole, of_visit(register.on_press), derive_people),
    row(stages.NewName, of_visit(register.on_press), derive_people),
    row(stages.NewPin, of_visit(register.on_press), derive_people),
    row(stages.Route, doors.on_press, derive_door),
    row(stages.Door, doors.on_press, derive_door),
    row(stages.Training, training.on_press, derive_training),
    row(stages.RehearsingHelp, helping.on_press, derive_helping),
    row(ticket_stages.Tickets, with_context(tickets.on_press), derive_of_tickets),
    row(ticket_stages.AskProblem, with_context(tickets.on_press), derive_of_tickets),
    row(ticket_stages.AskUrgency, with_context(tickets.on_press), derive_of_tickets),
    row(ticket_stages.HandedIn, with_context(tickets.on_press), derive_of_tickets),
    row(ticket_stages.OneTicket, with_context(tickets.on_press), derive_of_tickets),
    row(stages.OpeningCheck, _check, derive_opening),
    row(stages.OpeningResult, _check, derive_result),
    row(stages.StickInUse, with_context(stick_use.on_press), page(derive_stick)),
    row(stages.NewContent, of_visit(reading.on_press), page(derive_content)),
    row(stages.GuidesDue, of_visit(reading.on_press), page(derive_due)),
    row(stages.Today, of_visit(duty.on_press), _today_page),
    row(stages.Closing, of_visit(duty.on_press), _closing_page),
)
