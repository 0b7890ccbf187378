"""Asks the keeper of the tickets, and lets its answers in only while somebody waits for them. No Qt.

Until its service opens, tickets are in trouble: they are read once the screen stands.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.base.events import AnswerPassedOn
from ui.turn.gates.late_port import LatePort
from ui.visit.effects import Effect, HandIn, ListTickets
from ui.visit.ports import TicketPort
from ui.visit.staff.ticket import TicketsAnswer, TicketsTrouble


class TicketGate:
    """One a kiosk."""

    def __init__(self, tickets: TicketPort | None = None) -> None:
        self.port = LatePort[TicketPort](tickets)
        self._asked = 0

    def carry_out(self, effect: Effect, on_answer: Callable[[TicketsAnswer], None]) -> None:
        """Do what *effect* asks; an answer to an older question is dropped."""
        if not isinstance(effect, HandIn | ListTickets | AnswerPassedOn):
            return
        if isinstance(effect, AnswerPassedOn):
            if self.port.service is not None:
                self.port.service.pass_on(effect)
            return
        self._asked += 1
        asked = self._asked

        def answered(answer: TicketsAnswer) -> None:
            if asked == self._asked:
                on_answer(answer)

        match effect, self.port.service:
            case _, None:
                answered(TicketsTrouble())
            case HandIn(question), keeper:
                keeper.hand_in(question, answered)
            case ListTickets(), keeper:
                keeper.list(answered)
