"""Tickets to the response team. A number is shown as ``Đ3 0147 58``."""

from __future__ import annotations

from typing import assert_never

from kiosk.words.ticket_number import shown_number
from ui.picture.derive import derive_scene
from ui.screens.aside import MessageProps
from ui.screens.choosing import QrProps
from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Line, Page, Teller
from ui.screens.staff.ticket_wait import before_it_is_asked, guide_named, once_asked, while_it_waits
from ui.screens.surroundings import Surroundings
from ui.visit.actions.common import Do
from ui.visit.actions.staff import PickProblem, PickTicket, PickUrgency, StaffDo
from ui.visit.staff.ticket import CODE, Ticket
from ui.visit.staff.ticket_stages import AskProblem, AskUrgency, HandedIn, OneTicket, Tickets, TicketStage
from ui.visit.staff.tickets import PROBLEMS, URGENCIES, about
from ui.visit.visit import Visit

_ICONS = {"waiting": "wait", "answered": "message", "told": "check"}


def derive_of_tickets(visit: Visit, stage: TicketStage, around: Surroundings) -> Page:
    """The page of a stage of tickets."""
    match stage:
        case Tickets():
            return derive_tickets(visit, stage, around)
        case AskProblem():
            return derive_problem(visit, around)
        case AskUrgency():
            return derive_urgency(visit, stage, around)
        case HandedIn():
            return derive_handed_in(visit, stage, around)
        case OneTicket():
            return derive_ticket(visit, stage, around)
        case never:
            assert_never(never)


def derive_tickets(visit: Visit, stage: Tickets, around: Surroundings) -> Page:
    """Those without an answer passed on first, and of these the newest."""
    tell = around.tell(visit.preferences.language)
    tickets = sorted(stage.tickets or (), key=lambda one: one.told)
    empty = "trouble" if stage.trouble else "reading" if stage.tickets is None else "none"
    return Page(
        template="choice",
        place="tickets",
        language=tell.language,
        heading=tell("ticket.heading"),
        sentence="" if tickets else tell(f"ticket.{empty}"),
        caption=tell("ticket.scan"),
        icon="message",
        choices=tuple(_row(tell, one) for one in tickets),
        primary=None if stage.trouble else Control(StaffDo.NEW_TICKET, tell("ticket.new"), "plus"),
        bar=bar(tell, WITHOUT_CALL),
    )


def _row(tell: Teller, ticket: Ticket) -> Control:
    what = f"{_problem(tell, ticket)} · {tell(f'ticket.{ticket.state}')}"
    label = f"{shown_number(ticket.number)} · {what}"
    return Control(PickTicket(ticket.number), label, _ICONS[ticket.state])


def _problem(tell: Teller, ticket: Ticket) -> str:
    return tell(f"problem.{ticket.problem}") if ticket.problem else tell("ticket.elsewhere")


def derive_problem(visit: Visit, around: Surroundings) -> Page:
    """What is wrong; the guide that lies beneath is named."""
    tell = around.tell(visit.preferences.language)
    at = about(visit, around.guides.flows)
    guide = around.guides.flows[at[0]].title.in_(tell.language) if at else ""
    caption = tell("ticket.about", guide=guide) if at else tell("ticket.about_none")
    return Page(
        template="home",
        place="ticket.problem",
        language=tell.language,
        heading=tell("ticket.problem"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        icon="message",
        choices=tuple(Control(PickProblem(one), tell(f"problem.{one}")) for one in PROBLEMS),
        bar=bar(tell, WITHOUT_CALL),
    )


def derive_urgency(visit: Visit, stage: AskUrgency, around: Surroundings) -> Page:
    """How much it presses: the last question."""
    tell = around.tell(visit.preferences.language)
    caption = tell(f"problem.{stage.problem}")
    return Page(
        template="choice",
        place="ticket.urgency",
        language=tell.language,
        heading=tell("ticket.urgency"),
        sentence=before_it_is_asked(stage.problem, tell, around),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        icon="message",
        choices=tuple(Control(PickUrgency(one), tell(f"urgency.{one}"), "next") for one in URGENCIES),
        bar=(*guide_named(stage, tell, around), *bar(tell, WITHOUT_CALL)),
    )


def derive_handed_in(visit: Visit, stage: HandedIn, around: Surroundings) -> Page:
    """The number to take along, as a code and in large print; before there is one, that it is being kept."""
    tell = around.tell(visit.preferences.language)
    if not stage.number:
        return MessageProps(
            template="message",
            place="ticket.kept" if stage.trouble else "ticket.keeping",
            language=tell.language,
            heading=tell("ticket.trouble" if stage.trouble else "ticket.keeping"),
            bar=bar(tell, WITHOUT_CALL),
            picture=derive_scene("waits-letter", tell.language),
        )
    later = once_asked(stage.asked, tell, around) if stage.asked else ""
    cheated = stage.asked is not None and stage.asked[0] == "suspected-scam"
    told = (later, tell("ticket.take_along")) if cheated else (tell("ticket.take_along"), later)
    return QrProps(
        template="qr",
        place="ticket.number",
        language=tell.language,
        heading=shown_number(stage.number),
        sentence=" ".join(part for part in told if part),
        icon="qr",
        primary=Control(Do.DONE, tell("qr.done"), "check"),
        bar=(*guide_named(stage, tell, around), *bar(tell, WITHOUT_CALL)),
        payload=CODE + stage.number.upper(),
        address="",
        large=True,
    )


def derive_ticket(visit: Visit, stage: OneTicket, around: Surroundings) -> MessageProps:
    """The ward's answer, or that there is none yet; plain enough to be shown to the resident."""
    tell, ticket = around.tell(visit.preferences.language), stage.ticket
    answer = tell(f"answer.{ticket.answer}") if ticket.answer else tell("ticket.no_answer")
    title = f"{tell('ticket.number')} {shown_number(ticket.number)}"
    waits = "" if ticket.answer else f". {while_it_waits(ticket, tell, around)}"
    told = Control(StaffDo.PASS_ON, tell("ticket.pass_on"), "check") if ticket.state == "answered" else None
    flow = around.guides.flows.get(ticket.flow) if ticket.flow else None
    guide = f" · {flow.title.in_(tell.language)}" if flow else ""
    return MessageProps(
        template="message",
        place=f"ticket.{ticket.number}.{ticket.state}",
        language=tell.language,
        heading=answer,
        sentence=title + waits,
        caption=_problem(tell, ticket) + guide,
        choices=(Control(StaffDo.TAKE_ALONG, tell("ticket.show_number"), "qr"),),
        primary=told,
        bar=(*guide_named(stage, tell, around), *bar(tell, WITHOUT_CALL)),
        picture=derive_scene("letter-for-you", tell.language),
    )
