"""How tickets are written on the command line and at the ward: in the words chosen from on the kiosk. Pure.

The words themselves come from outside (`ticket_wording` in `kiosk.desk.commands.guide_names`): the screens'
own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar, get_args
from unicodedata import normalize

from kiosk.base.events import Urgency


def _plain(words: str) -> str:
    """As it is compared: without what a keyboard, a copy or a list puts around it."""
    return " ".join(normalize("NFC", words).casefold().split()).strip("“”\"'. ")


SCAM = "suspected-scam"
URGENCIES: tuple[str, ...] = get_args(Urgency)


class AnyTicket(Protocol):
    """A ticket, wherever it is kept."""

    @property
    def number(self) -> str: ...
    @property
    def problem(self) -> str: ...
    @property
    def urgency(self) -> str: ...
    @property
    def flow(self) -> str | None: ...
    @property
    def step(self) -> str | None: ...


TicketT = TypeVar("TicketT", bound=AnyTicket)


def most_urgent_first(tickets: Iterable[TicketT]) -> list[TicketT]:
    """A suspected scam before all else. Within an urgency they stay as they came; a word of a later version
    stands with the urgent ones.
    """
    rank = {word: at for at, word in enumerate(URGENCIES)}
    return sorted(tickets, key=lambda ticket: (ticket.problem != SCAM, rank.get(ticket.urgency, 0)))


@dataclass(frozen=True, slots=True)
class TicketWording:
    """What is not known here is called by its id.

    `number`: as the slip shows it. `guides`, `steps`: by the id of a guide, and by guide and step.
    """

    number: Callable[[str], str] = str.upper
    problems: Mapping[str, str] = field(default_factory=dict)
    urgencies: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    guides: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def problem(self, problem: str) -> str:
        return self.problems.get(problem, problem)

    def urgency(self, urgency: str) -> str:
        return self.urgencies.get(urgency, urgency)

    def answer(self, answer: str) -> str:
        return self.answers.get(answer, answer)

    def answer_list(self) -> Iterator[str]:
        """Every answer there is, each behind the number by which it is chosen."""
        for number, sentence in enumerate(self.answers.values(), 1):
            yield f"  {number}. {sentence}"

    def chosen_answer(self, said: str) -> str | None:
        """The word for what was chosen by its number in that list, its sentence, or the word itself."""
        asked = _plain(said)
        for number, (word, sentence) in enumerate(self.answers.items(), 1):
            if asked in (str(number), word, _plain(sentence)):
                return word
        return None

    def where(self, flow: str | None, step: str | None) -> str:
        """The guide and the step it was asked at; empty where it is about none."""
        if not flow:
            return ""
        guide = f"Bài “{self.guides.get(flow, flow)}”"
        return f"{guide}, bước “{self.steps.get((flow, step), step)}”" if step else guide

    def lines(self, ticket: AnyTicket, answer: str | None, *said: str) -> Iterator[str]:
        """A ticket for whoever reads a terminal; *said* stands behind its number."""
        words = (
            self.number(ticket.number),
            *said,
            self.urgency(ticket.urgency),
            self.problem(ticket.problem),
        )
        yield " · ".join(words)
        if where := self.where(ticket.flow, ticket.step):
            yield f"    {where}"
        if answer:
            yield f"    Trả lời: {self.answer(answer)}"
