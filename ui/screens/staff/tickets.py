"""Tickets to the response team. A number is shown as ``Đ3 0147 58``."""

from __future__ import annotations

from typing import assert_never

from kiosk.base.words.ticket_number import shown_number
from ui.screens.aside import MessageProps
from ui.screens.choosing import QrProps
from ui.screens.helpers import WITHOUT_CALL, bar
from ui.screens.page import Control, Line, Page, Translator
from ui.screens.picture.derive import derive_scene
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
    tr = around.tr(visit.preferences.language)
    tickets = sorted(stage.tickets or (), key=lambda one: one.told)
    empty = "trouble" if stage.trouble else "reading" if stage.tickets is None else "none"
    return Page(
        template="choice",
        place="tickets",
        language=tr.language,
        heading=tr("ticket.heading"),
        sentence="" if tickets else tr(f"ticket.{empty}"),
        caption=tr("ticket.scan"),
        icon="message",
        drawing="steps/letter-for-you" if tickets else "steps/waits-letter",
        choices=tuple(_row(tr, one) for one in tickets),
        primary=None if stage.trouble else Control(StaffDo.NEW_TICKET, tr("ticket.new"), "plus"),
        bar=bar(tr, WITHOUT_CALL),
    )


def _row(tr: Translator, ticket: Ticket) -> Control:
    what = f"{_problem(tr, ticket)} · {tr(f'ticket.{ticket.state}')}"
    label = f"{shown_number(ticket.number)} · {what}"
    return Control(PickTicket(ticket.number), label, _ICONS[ticket.state])


def _problem(tr: Translator, ticket: Ticket) -> str:
    return tr(f"problem.{ticket.problem}") if ticket.problem else tr("ticket.elsewhere")


def derive_problem(visit: Visit, around: Surroundings) -> Page:
    """What is wrong; the guide that lies beneath is named."""
    tr = around.tr(visit.preferences.language)
    at = about(visit, around.guides.flows)
    guide = around.guides.flows[at[0]].title.in_(tr.language) if at else ""
    caption = tr("ticket.about", guide=guide) if at else tr("ticket.about_none")
    return Page(
        template="home",
        place="ticket.problem",
        language=tr.language,
        heading=tr("ticket.problem"),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        icon="message",
        choices=tuple(Control(PickProblem(one), tr(f"problem.{one}")) for one in PROBLEMS),
        bar=bar(tr, WITHOUT_CALL),
    )


def derive_urgency(visit: Visit, stage: AskUrgency, around: Surroundings) -> Page:
    """How much it presses: the last question."""
    tr = around.tr(visit.preferences.language)
    caption = tr(f"problem.{stage.problem}")
    return Page(
        template="choice",
        place="ticket.urgency",
        language=tr.language,
        heading=tr("ticket.urgency"),
        sentence=before_it_is_asked(stage.problem, tr, around),
        caption=caption,
        spoken_first=(Line("caption", caption),),
        icon="message",
        drawing="steps/day-and-clock",
        choices=tuple(Control(PickUrgency(one), tr(f"urgency.{one}"), "next") for one in URGENCIES),
        bar=(*guide_named(stage, tr, around), *bar(tr, WITHOUT_CALL)),
    )


def derive_handed_in(visit: Visit, stage: HandedIn, around: Surroundings) -> Page:
    """The number to take along, as a code and in large print; before there is one, that it is being kept."""
    tr = around.tr(visit.preferences.language)
    if not stage.number:
        return MessageProps(
            place="ticket.kept" if stage.trouble else "ticket.keeping",
            language=tr.language,
            heading=tr("ticket.trouble" if stage.trouble else "ticket.keeping"),
            bar=bar(tr, WITHOUT_CALL),
            picture=derive_scene("waits-letter", tr.language),
        )
    later = once_asked(stage.asked, tr, around) if stage.asked else ""
    cheated = stage.asked is not None and stage.asked[0] == "suspected-scam"
    sentences = (later, tr("ticket.take_along")) if cheated else (tr("ticket.take_along"), later)
    return QrProps(
        place="ticket.number",
        language=tr.language,
        heading=shown_number(stage.number),
        sentence=" ".join(part for part in sentences if part),
        icon="qr",
        primary=Control(Do.DONE, tr("qr.done"), "check"),
        bar=(*guide_named(stage, tr, around), *bar(tr, WITHOUT_CALL)),
        payload=CODE + stage.number.upper(),
        address="",
        large=True,
    )


def derive_ticket(visit: Visit, stage: OneTicket, around: Surroundings) -> MessageProps:
    """The ward's answer, or that there is none yet; plain enough to be shown to the resident."""
    tr, ticket = around.tr(visit.preferences.language), stage.ticket
    answer = tr(f"answer.{ticket.answer}") if ticket.answer else tr("ticket.no_answer")
    title = f"{tr('ticket.number')} {shown_number(ticket.number)}"
    waits = "" if ticket.answer else f". {while_it_waits(ticket, tr, around)}"
    passes_on = (
        Control(StaffDo.PASS_ON, tr("ticket.pass_on"), "check") if ticket.state == "answered" else None
    )
    flow = around.guides.flows.get(ticket.flow) if ticket.flow else None
    guide = f" · {flow.title.in_(tr.language)}" if flow else ""
    return MessageProps(
        place=f"ticket.{ticket.number}.{ticket.state}",
        language=tr.language,
        heading=answer,
        sentence=title + waits,
        caption=_problem(tr, ticket) + guide,
        choices=(Control(StaffDo.TAKE_ALONG, tr("ticket.show_number"), "qr"),),
        primary=passes_on,
        bar=(*guide_named(stage, tr, around), *bar(tr, WITHOUT_CALL)),
        picture=derive_scene("letter-for-you", tr.language),
    )
