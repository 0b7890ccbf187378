"""The screens of staff, for the tour and for whoever looks at every screen. Pure."""

from __future__ import annotations

from typing import get_args

from accessibility.preferences import Preferences
from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart, TicketAnswer
from ui.visit.staff import stages
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.register import free_names
from ui.visit.staff.ticket import Ticket
from ui.visit.staff.ticket_stages import AskProblem, AskUrgency, HandedIn, OneTicket, Tickets
from ui.visit.stage import AsksResident, SignedIn, Stage
from ui.visit.stages import Attract, Overview

SEN = StaffMember("qt-01", "Bạn Sen", "administrator")  # sees every entry of the menu
TEAM = (
    SEN,
    StaffMember("cb-01", "Cô Cúc", "officer"),
    StaffMember("tnv-01", "Bạn Mai", "volunteer"),
    StaffMember("tnv-02", "Bạn Trúc", "volunteer"),
    StaffMember("pu-01", "Anh Thông", "responder"),
)
TICKETS = (
    Ticket("d3-0147-58", "service-down", "now", None),
    *(
        Ticket(f"d3-{140 + at:04}-07", "details-differ", "whenever", None, answer)
        for at, answer in enumerate(get_args(TicketAnswer))
    ),
    Ticket("d3-0098-31", "no-own-sim", "this-week", None, "try-again", told=True),
)
WORKS: tuple[tuple[CheckPart, CheckAnswer], ...] = tuple((part, "works") for part in CHECK_PARTS)
FAILED: tuple[tuple[CheckPart, CheckAnswer], ...] = tuple(
    (part, "works" if part == "touch" else "absent" if part in ("keypad", "reader") else "fails")
    for part in CHECK_PARTS
)
STAFF_STAGES_SHOWN: tuple[tuple[str, Stage], ...] = (
    ("staff-who", stages.WhoOpens(TEAM)),
    ("staff-nobody", stages.WhoOpens(())),
    ("staff-who-waiting", stages.WhoOpens()),
    ("staff-who-trouble", stages.WhoOpens((), trouble=True)),
    ("staff-pin", stages.PinPad(TEAM[2])),
    ("staff-pin-wrong", stages.PinPad(TEAM[2], (1, 2), "wrong", 3)),
    ("staff-pin-locked", stages.PinPad(TEAM[2], (), "locked-out", 2)),
    ("staff-pin-locked-long", stages.PinPad(TEAM[2], (), "locked-out", 360)),
    ("staff-pin-trouble", stages.PinPad(TEAM[2], (), "trouble")),
    ("staff-out", stages.StaffOut("Bạn Trúc")),
    ("staff-menu", stages.StaffMenu()),
    ("staff-comfort", stages.StaffComfort()),
    ("assist-notice", stages.AssistNotice()),
    ("assist-notice-short", stages.AssistNotice(short=True)),
    ("assist-group", stages.AskGroup()),
    ("assist-comfort", stages.AskComfort()),
    ("assist-guide", stages.PickGuide()),
    ("assist-guide-all", stages.PickGuide("all")),
    ("assist-topics", stages.PickGuide("topics")),
    ("assist-guide-of", stages.PickGuide("an-toan")),
    ("result-obstacle", stages.AskObstacle()),
    ("staff-people", stages.People((*TEAM, StaffMember("tnv-03", "Hoa Súng", "volunteer", active=False)))),
    ("staff-people-trouble", stages.People((), "trouble")),
    ("staff-person", stages.OnePerson(TEAM[2])),
    ("staff-person-off", stages.OnePerson(StaffMember("tnv-03", "Hoa Súng", "volunteer", active=False))),
    ("staff-person-refused", stages.OnePerson(TEAM[2], "refused")),
    ("staff-sure-reset", stages.Sure(TEAM[2], "reset-pin")),
    ("staff-sure-disable", stages.Sure(TEAM[2], "disable")),
    ("staff-new-role", stages.NewRole(TEAM)),
    ("staff-new-name", stages.NewName("volunteer", free_names(TEAM))),
    ("staff-new-pin", stages.NewPin(TEAM[2], "402958")),
    ("doors-route", stages.Route()),
    ("doors-door", stages.Door(5)),
    ("doors-marked", stages.Door(5, "nobody-home")),
    ("training", stages.Training()),
    ("training-overview", stages.Training((Overview("tnv-may-o-tay-bac"),))),
    ("training-finished", stages.Training(finished="tnv-may-o-tay-bac")),
    ("staff-tickets", Tickets(TICKETS)),
    ("staff-tickets-none", Tickets(())),
    ("staff-tickets-reading", Tickets()),
    ("staff-tickets-trouble", Tickets((), trouble=True)),
    ("staff-ticket-problem", AskProblem()),
    ("staff-ticket-urgency", AskUrgency("service-down")),
    ("staff-ticket-urgency-cheated", AskUrgency("suspected-scam")),
    ("staff-ticket-number", HandedIn("d3-0147-58", asked=("suspected-scam", "now"))),
    ("staff-ticket-keeping", HandedIn("")),
    ("staff-ticket-kept-not", HandedIn("", trouble=True)),
    *((f"staff-ticket-{ticket.answer or ticket.state}", OneTicket(ticket)) for ticket in TICKETS[:-1]),
    ("opening-touch", stages.OpeningCheck("touch", touched=1)),
    ("opening-sound", stages.OpeningCheck("sound", (WORKS[0],))),
    ("opening-sound-further", stages.OpeningCheck("sound", (WORKS[0],), heard=1)),
    ("opening-headphones", stages.OpeningCheck("headphones", WORKS[:2])),
    ("opening-keypad", stages.OpeningCheck("keypad", WORKS[:3])),
    ("opening-printer", stages.OpeningCheck("printer", WORKS[:4])),
    ("opening-reader", stages.OpeningCheck("reader", WORKS[:5])),
    ("opening-clock", stages.OpeningCheck("clock", WORKS[:6])),
    ("opening-open", stages.OpeningResult(WORKS, "open")),
    ("opening-refused", stages.OpeningResult(FAILED, "refused")),
    ("opening-overruled", stages.OpeningResult(FAILED, "overruled")),
    ("today", stages.Today()),
    ("today-more", stages.Today(more=True)),
    ("today-how", stages.Today(how=True)),
    ("usb", stages.StickInUse()),
    ("content", stages.NewContent()),
    ("closing", stages.Closing()),
    ("closing-closed", stages.Closing(closed=True)),
)
"""By name, unique among all stops. Every slice adds its own."""


def at_controls(stage: Stage) -> AtControls | None:
    """Who has the controls while *stage* is shown; what residents are asked is in their own look."""
    if isinstance(stage, AsksResident):
        return AtControls(SEN)
    return AtControls(SEN, Preferences()) if isinstance(stage, (SignedIn, stages.StaffComfort)) else None


def with_beneath(stage: Stage) -> tuple[Stage, ...]:
    """*stage*, and what lies beneath it where that decides what it shows."""
    if isinstance(stage, stages.Closing):
        return (Attract(), stages.StaffMenu(), stage)  # over a resident's screen no point is closed
    return (stages.StaffMenu(), stage) if isinstance(stage, stages.StaffComfort) else (stage,)
