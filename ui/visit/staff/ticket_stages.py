"""The stages of tickets, as those of `stages`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.base.events import Problem, TicketAnswer, Urgency
from ui.visit.staff.ticket import Ticket
from ui.visit.stage import SignedIn


@dataclass(frozen=True, slots=True)
class Tickets(SignedIn):
    """The questions passed on to the response team. None: they are being read."""

    tickets: tuple[Ticket, ...] | None = None
    answers: tuple[tuple[str, TicketAnswer], ...] = ()  # to every ticket of the ward
    trouble: bool = False  # they could not be read


@dataclass(frozen=True, slots=True)
class AskProblem(SignedIn):
    """What is wrong?"""


@dataclass(frozen=True, slots=True)
class AskUrgency(SignedIn):
    """How much does it press?"""

    problem: Problem


@dataclass(frozen=True, slots=True)
class HandedIn(SignedIn):
    """The number of a ticket, to take along; empty until it is kept. `asked`: it was handed in just now."""

    number: str
    trouble: bool = False  # it could not be kept
    asked: tuple[Problem, Urgency] | None = None


@dataclass(frozen=True, slots=True)
class OneTicket(SignedIn):
    """A ticket, and the ward's answer if there is one."""

    ticket: Ticket


TicketStage: TypeAlias = Tickets | AskProblem | AskUrgency | HandedIn | OneTicket
