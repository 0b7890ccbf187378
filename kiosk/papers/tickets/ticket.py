"""One ticket: words of closed lists, a guide's step, and a number. Pure; no field can hold a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias, assert_never
from unicodedata import normalize

from flows.guide.fold import folded
from kiosk.base.events import AnswerPassedOn, Problem, TicketAnswer, TicketRaised, Urgency

HIGHEST = 9999
MOST_ANSWERS = 10_000  # to tickets of other places
NUMBER = re.compile(r"[dt]\d{1,2}-\d{4}-\d{2}")
_COPIED = re.compile(
    r"(?:phieu)?[\W_]*([dt])[\W_]*([0-9]{1,2})[\W_]*([0-9]{4})[\W_]*([0-9]{2})[\W_]*", re.IGNORECASE
)

State: TypeAlias = Literal["waiting", "answered", "told"]


@dataclass(frozen=True, slots=True)
class Ticket:
    """`number` as in the log, such as ``d3-0147-58``. `logged`: the log holds it durably. `told`: its
    answer has been passed on to whoever asked.
    """

    number: str
    problem: Problem
    urgency: Urgency
    flow: str | None
    step: str | None
    staff: str
    logged: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """That staff passed on the answer to a ticket, which may be one of another point."""

    number: str
    answer: TicketAnswer
    staff: str


@dataclass(frozen=True, slots=True)
class Book:
    """Every ticket raised here, the oldest first, and the ward's answers to all tickets of the ward.

    `count` is of the last number given, `answers_no` of the newest list of answers. `tellings` are those
    that the log does not hold durably yet.
    """

    tickets: tuple[Ticket, ...] = ()
    count: int = 0
    answers: Mapping[str, TicketAnswer] = field(default_factory=dict)
    answers_no: int = 0
    tellings: tuple[Telling, ...] = ()

    @property
    def unlogged(self) -> tuple[Ticket | Telling, ...]:
        """What the log does not hold durably yet, as far as is known here."""
        return (*(ticket for ticket in self.tickets if not ticket.logged), *self.tellings)

    def answer_to(self, number: str) -> TicketAnswer | None:
        return self.answers.get(number)

    def state_of(self, ticket: Ticket) -> State:
        if ticket.told:
            return "told"
        return "answered" if self.answer_to(ticket.number) else "waiting"


def number_of(place: str, count: int, mark: int) -> str:
    """The number of the *count*-th ticket of *place* (an id such as ``point-3``).

    *mark* are two random digits: a number misread or made up is seldom one that exists, and after a kiosk was
    replaced the same count does not give the same number.
    """
    kind, _, place_number = place.partition("-")
    letter = "t" if kind == "team" else "d"
    return f"{letter}{int(place_number or 0)}-{count:04}-{mark % 100:02}"


def read_number(copied: str) -> str:
    """``d3-0147-58`` from what a person copied off a screen or a slip: ``Đ3 0147 58``, ``đ30147 58``,
    ``PHIEU D3-0147-58``. Empty where it is no number of a ticket.
    """
    plain = folded(normalize("NFKC", copied).strip()).replace("ð", "d").replace("Ð", "D")
    match = _COPIED.fullmatch(plain)
    if not match:
        return ""
    letter, place, count, mark = match.groups()
    return f"{letter.lower()}{int(place)}-{count}-{mark}"


def with_one_more(
    book: Book,
    place: str,
    mark: int,
    problem: Problem,
    urgency: Urgency,
    *,
    at: tuple[str, str] | None,
    staff: str,
) -> tuple[Book, Ticket]:
    """The book with a new ticket. *at*: the guide and the step it is about."""
    count = book.count % HIGHEST + 1
    flow, step = at or (None, None)
    ticket = Ticket(number_of(place, count, mark), problem, urgency, flow, step, staff)
    others = tuple(one for one in book.tickets if one.number != ticket.number)
    return replace(book, tickets=(*others, ticket), count=count), ticket


def with_telling(book: Book, telling: Telling) -> Book:
    """With the answer to that ticket passed on, where the ticket was raised here."""
    tickets = tuple(
        replace(ticket, told=True) if ticket.number == telling.number else ticket for ticket in book.tickets
    )
    others = tuple(other for other in book.tellings if other.number != telling.number)
    return replace(book, tickets=tickets, tellings=(*others, telling))


def with_logged(book: Book, held: Ticket | Telling) -> Book:
    """The log holds it durably; what is not there is not missed."""
    match held:
        case Ticket(number=number):
            tickets = tuple(
                replace(ticket, logged=ticket.logged or ticket.number == number) for ticket in book.tickets
            )
            return replace(book, tickets=tickets)
        case Telling():
            return replace(book, tellings=tuple(telling for telling in book.tellings if telling != held))
        case never:
            assert_never(never)


def as_logged(held: Ticket | Telling) -> TicketRaised | AnswerPassedOn:
    """What the log says of it."""
    match held:
        case Ticket():
            return TicketRaised(held.number, held.problem, held.urgency, held.flow, held.step, held.staff)
        case Telling():
            return AnswerPassedOn(held.number, held.answer, held.staff)
        case never:
            assert_never(never)


def with_answers(book: Book, number: int, answers: Iterable[tuple[str, TicketAnswer]]) -> Book:
    """With the ward's list of that number. Older answers stay: it may send only what is new. Of very many
    the oldest go, but for those to tickets of this kiosk.
    """
    new = dict(answers)
    every = {ticket: answer for ticket, answer in book.answers.items() if ticket not in new} | new
    ours = {ticket.number for ticket in book.tickets}
    others = [ticket for ticket in every if ticket not in ours]
    gone = frozenset(others[: max(0, len(others) - MOST_ANSWERS)])
    kept = {ticket: answer for ticket, answer in every.items() if ticket not in gone}
    return replace(book, answers=kept, answers_no=number)
