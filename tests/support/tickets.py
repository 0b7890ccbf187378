"""A keeper of tickets in the hand of a test: fits `ui.visit.ports.TicketPort`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.base.events import AnswerPassedOn, TicketAnswer
from ui.turn.gates.ticket_gate import TicketGate
from ui.visit.staff.ticket import Numbered, Question, Ticket, TicketsListed, TicketsTrouble


@dataclass
class HandTickets:
    """Answers at once, or, while `slow`, when `answer` is called."""

    tickets: tuple[Ticket, ...] = ()
    broken: bool = False
    slow: bool = False
    asked: list[Question] = field(default_factory=list)
    answers: tuple[tuple[str, TicketAnswer], ...] = ()
    passed_on: list[AnswerPassedOn] = field(default_factory=list)
    _waiting: list[Callable[[], None]] = field(default_factory=list)

    def hand_in(self, question: Question, on_answer: Callable[[Numbered | TicketsTrouble], None]) -> None:
        self._later(lambda: on_answer(TicketsTrouble() if self.broken else self._kept(question)))

    def list(self, on_answer: Callable[[TicketsListed | TicketsTrouble], None]) -> None:
        self._later(lambda: on_answer(TicketsTrouble() if self.broken else self._listed()))

    def pass_on(self, event: AnswerPassedOn) -> None:
        self.passed_on.append(event)
        self.tickets = tuple(
            replace(one, told=True) if one.number == event.ticket else one for one in self.tickets
        )

    def answer(self) -> None:
        """Everything that was asked so far."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    def _kept(self, question: Question) -> Numbered:
        self.asked.append(question)
        number = f"d3-{len(self.tickets) + 1:04}-58"
        flow = question.at[0] if question.at else None
        self.tickets = (Ticket(number, question.problem, question.urgency, flow), *self.tickets)
        return Numbered(number)

    def _listed(self) -> TicketsListed:
        return TicketsListed(self.tickets, self.answers)

    def _later(self, answer: Callable[[], None]) -> None:
        self._waiting.append(answer)
        if not self.slow:
            self.answer()


def ticket_gate(keeper: HandTickets | None = None) -> TicketGate:
    """With somebody who keeps the tickets."""
    return TicketGate(keeper or HandTickets())
