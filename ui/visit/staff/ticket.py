"""A question for the ward's response team: words of closed lists and a number. Knows nothing of visits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.base.events import Problem, TicketAnswer, Urgency


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, before it has a number. `at` is the guide and the step that it is about."""

    problem: Problem
    urgency: Urgency
    at: tuple[str, str] | None
    staff: str


@dataclass(frozen=True, slots=True)
class Ticket:
    """One that has a number, such as ``d3-0147-58``. `told`: the answer was passed on.

    Of one from another point nothing is known here but the ward's answer.
    """

    number: str
    problem: Problem | None
    urgency: Urgency | None
    flow: str | None
    answer: TicketAnswer | None = None
    told: bool = False

    @property
    def state(self) -> Literal["waiting", "answered", "told"]:
        if self.told:
            return "told"
        return "answered" if self.answer else "waiting"


@dataclass(frozen=True, slots=True)
class Numbered:
    """The question is kept, under this number."""

    number: str


@dataclass(frozen=True, slots=True)
class TicketsListed:
    """Every ticket of this kiosk, the newest first; and the ward's answers to all of its tickets."""

    tickets: tuple[Ticket, ...]
    answers: tuple[tuple[str, TicketAnswer], ...] = ()


@dataclass(frozen=True, slots=True)
class TicketsTrouble:
    """The tickets cannot be read or written now; nothing was changed."""


TicketsAnswer: TypeAlias = Numbered | TicketsListed | TicketsTrouble

CODE = "PHIEU "
"""What the code of a ticket says before its number: letters that every scanner can type."""

_HELD = re.compile(rf"{CODE}([DT]\d{{1,2}}-\d{{4}}-\d{{2}})", re.IGNORECASE)


def number_on(text: str) -> str:
    """The number that the code held up says, as in the log; empty where it is no ticket's."""
    held = _HELD.fullmatch(text.strip())
    return held[1].lower() if held else ""
