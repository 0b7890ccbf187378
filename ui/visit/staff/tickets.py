"""Tickets: what is wrong, how much it presses, the number that comes of it; and the answers to older ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from flows.guide.flow import Flow
from flows.guide.logged import logged_position
from kiosk.base.events import AnswerPassedOn, Problem, Urgency
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickProblem, PickTicket, PickUrgency, StaffDo
from ui.visit.effects import HandIn, ListTickets
from ui.visit.open_guide import open_guide
from ui.visit.press_context import PressContext
from ui.visit.staff import assist, controls
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import AssistNotice
from ui.visit.staff.ticket import Numbered, Question, Ticket, TicketsAnswer, TicketsListed, TicketsTrouble
from ui.visit.staff.ticket_stages import AskProblem, AskUrgency, HandedIn, OneTicket, Tickets
from ui.visit.stage import Stage
from ui.visit.stages import Advice, Stepping, StuckList
from ui.visit.turns import Turn
from ui.visit.visit import Visit

PROBLEMS: tuple[Problem, ...] = get_args(Problem)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
CHEATED_GUIDE = "lua-dao-da-mac"
"""For who may have been cheated: it does not wait for an answer."""


def open_(visit: Visit) -> Turn:
    """The tickets of this kiosk; they are being read."""
    return Turn(visit.show(Tickets()), (ListTickets(),))


def on_press(visit: Visit, action: Action, context: PressContext) -> Turn:
    """One press on a screen about tickets."""
    flows = context.guides.flows
    match visit.stage, action:
        case HandedIn(number=number), (Do.DONE | Do.BACK):  # the list, with the new one in it
            return _listed_anew(visit) if number else Turn(visit.close())
        case ((Tickets() | AskProblem() | AskUrgency() | OneTicket()), Do.BACK):
            return Turn(visit.close())
        case Tickets(), StaffDo.NEW_TICKET:
            return Turn(visit.show(AskProblem()))
        case Tickets(tickets=listed), PickTicket(ticket_number):
            chosen = next((one for one in listed or () if one.number == ticket_number), None)
            return Turn(visit.show(OneTicket(chosen)) if chosen else visit)
        case AskProblem(), PickProblem(asked):
            return Turn(visit.show(AskUrgency(asked)))
        case AskUrgency(problem=problem), PickUrgency(urgency):
            return _hand_in(visit, problem, urgency, flows)
        case OneTicket(ticket=ticket), StaffDo.TAKE_ALONG:
            return Turn(visit.show(HandedIn(ticket.number)))
        case OneTicket(ticket=ticket), StaffDo.PASS_ON if (
            ticket.state == "answered" and ticket.answer and visit.staff
        ):
            passed_on = AnswerPassedOn(ticket.number, ticket.answer, visit.staff.member.id)
            anew = _listed_anew(visit)
            return Turn(anew.visit, (passed_on, *anew.effects))
        case stage, StaffDo.OPEN_CHEATED_GUIDE if CHEATED_GUIDE in flows and is_suspected_scam(stage):
            return _open_guide(visit, context.point, flows)
        case _:
            return Turn(visit)


def is_suspected_scam(stage: Stage) -> bool:
    """Whether *stage* is about a ticket of that problem that waits for its answer."""
    match stage:
        case AskUrgency(problem=problem):
            return problem == "suspected-scam"
        case HandedIn(number=number, asked=(problem, _)):
            return bool(number) and problem == "suspected-scam"
        case OneTicket(ticket=ticket):
            return ticket.problem == "suspected-scam" and ticket.answer is None
        case _:
            return False


def answered(visit: Visit, answer: TicketsAnswer) -> Turn:
    """What the tickets' keeper said; nobody may be waiting for it any more."""
    match visit.stage, answer:
        case Tickets(), TicketsListed(tickets, answers):
            return Turn(visit.swap(Tickets(tickets, answers)))
        case Tickets(), TicketsTrouble():
            return Turn(visit.swap(Tickets((), trouble=True)))
        case HandedIn(number="", asked=asked), Numbered(number):
            return Turn(visit.swap(HandedIn(number, asked=asked)))
        case HandedIn(number=""), TicketsTrouble():
            return Turn(visit.swap(HandedIn("", trouble=True)))
        case _:
            return Turn(visit)


def hold(visit: Visit, number: str) -> Turn:
    """The code of a ticket is held up before the list: that ticket is shown, also one of another point."""
    if not isinstance(visit.stage, Tickets):
        return Turn(visit)
    listed = {one.number: one for one in visit.stage.tickets or ()}
    answer = dict(visit.stage.answers).get(number)
    ticket = listed.get(number) or Ticket(number, None, None, None, answer)
    return Turn(visit.show(OneTicket(ticket)))


def about(visit: Visit, flows: Mapping[str, Flow]) -> tuple[str, str] | None:
    """The guide and the step that lie beneath the screens of staff, as far as it may be told; None where the
    resident is in none.
    """
    for stage in reversed(visit.stages):
        if isinstance(stage, Stepping | StuckList | Advice) and stage.flow_id in flows:
            return stage.flow_id, logged_position(flows[stage.flow_id], stage.walk).step_id
    return None


def _hand_in(visit: Visit, problem: Problem, urgency: Urgency, flows: Mapping[str, Flow]) -> Turn:
    if visit.staff is None:
        return Turn(visit)
    question = Question(problem, urgency, about(visit, flows), visit.staff.member.id)
    asked = visit.close().close()  # what is wrong and how much it presses: answered once
    return Turn(asked.show(HandedIn("", asked=(problem, urgency))), (HandIn(question),))


def _open_guide(visit: Visit, point: PointNow, flows: Mapping[str, Flow]) -> Turn:
    """Over the resident's screen. Where nobody's visit has begun they are told first what is counted."""
    resident = controls.hand_back(visit)
    if resident.is_logged:
        return open_guide(resident, CHEATED_GUIDE, flows)
    return Turn(resident.show(AssistNotice(CHEATED_GUIDE)) if assist.may_begin(visit, point) else visit)


def _listed_anew(visit: Visit) -> Turn:
    """Back at the list, which is read again."""
    kept = tuple(stage for stage in visit.stages if not isinstance(stage, (HandedIn, OneTicket, Tickets)))
    return Turn(replace(visit, stages=(*kept, Tickets())), (ListTickets(),))
