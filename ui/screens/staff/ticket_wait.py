"""What a ticket cannot do at once: when it leaves, where its answer is shown, and what not to wait for."""

from __future__ import annotations

from kiosk.base.events import Problem, Urgency
from ui.screens.aside import grouped
from ui.screens.page import Control, Translator
from ui.screens.surroundings import Surroundings
from ui.visit.actions.staff import StaffDo
from ui.visit.staff.ticket import Ticket
from ui.visit.staff.ticket_stages import TicketStage
from ui.visit.staff.tickets import CHEATED_GUIDE, is_suspected_scam


def before_it_is_asked(problem: Problem, tr: Translator, around: Surroundings) -> str:
    """Beside the choice of an urgency: none brings an answer while the resident waits. The rest comes with
    the number, so that in the largest letters the choice itself is not pushed further off than need be.
    """
    presses = at_once(problem, tr, around)
    return presses if problem == "suspected-scam" else f"{_next_leave(tr, around)} {presses}"


def once_asked(asked: tuple[Problem, Urgency], tr: Translator, around: Surroundings) -> str:
    """Beside the number of a ticket handed in just now."""
    problem, urgency = asked
    presses = at_once(problem, tr, around) if _presses(problem, urgency) else ""
    return _ordered(problem, presses, _later(tr, around))


def while_it_waits(ticket: Ticket, tr: Translator, around: Surroundings) -> str:
    """Beside a ticket without an answer. Of one of another point nobody knows here when it leaves."""
    if ticket.problem is None:
        return tr("ticket.answer_here")
    presses = at_once(ticket.problem, tr, around) if _presses(ticket.problem, ticket.urgency) else ""
    later = f"{_leaves(tr, around, 'daily')} {tr('ticket.answer_after')}"
    return _ordered(ticket.problem, presses, later)


def at_once(problem: Problem, tr: Translator, around: Surroundings) -> str:
    """Whom to turn to instead: a number of the config, the guide, or the ward's people; none is made up."""
    number = grouped(around.sign.help_phone or around.setup.further.phone)
    if problem != "suspected-scam":
        return tr("ticket.at_once_call", number=number) if number else tr("ticket.at_once_ask")
    guide = around.guides.flows.get(CHEATED_GUIDE)
    ways = (
        tr("ticket.scam_call", number=number) if number else "",
        tr("ticket.scam_guide", guide=guide.title.in_(tr.language)) if guide else "",
    )
    lines = [way for way in ways if way] or [tr("ticket.scam_ask")]
    return " ".join((tr("ticket.scam"), *lines))


def guide_named(stage: TicketStage, tr: Translator, around: Surroundings) -> tuple[Control, ...]:
    """Opens the guide that `at_once` names."""
    guide = around.guides.flows.get(CHEATED_GUIDE)
    if guide is None or not is_suspected_scam(stage):
        return ()
    label = tr("ticket.open_guide")
    return (
        Control(StaffDo.OPEN_CHEATED_GUIDE, label, "next", spoken=f"{label}: {guide.title.in_(tr.language)}"),
    )


def _presses(problem: Problem, urgency: Urgency | None) -> bool:
    return problem == "suspected-scam" or urgency == "now"


def _ordered(problem: Problem, presses: str, later: str) -> str:
    """Who may have been cheated loses by every minute: that stands first."""
    parts = (presses, later) if problem == "suspected-scam" else (later, presses)
    return " ".join(part for part in parts if part)


def _later(tr: Translator, around: Surroundings) -> str:
    return f"{_next_leave(tr, around)} {tr('ticket.answer_after')}"


def _next_leave(tr: Translator, around: Surroundings) -> str:
    day = "daily"
    if around.clock.time and around.setup.export_hour is not None:
        day = "today" if int(around.clock.time[:2]) < around.setup.export_hour else "tomorrow"
    return _leaves(tr, around, day)


def _leaves(tr: Translator, around: Surroundings, day: str) -> str:
    if not around.cards.known_to_ward:
        return tr("ticket.leaves_enrolled")
    if around.setup.export_hour is None:
        return tr("ticket.leaves_stick")
    return tr(f"ticket.leaves_{day}", hour=around.setup.export_hour)
