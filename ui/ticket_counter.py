"""Asks the keeper of the tickets, and lets its answers in only while somebody waits for them. No Qt.

Until somebody `open`s it, tickets are in trouble: they are read once the screen stands.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.events import TicketTold
from ui.ports import TicketDesk
from ui.visit.effects import Effect, HandIn, ListTickets
from ui.visit.staff.ticket import TicketsTold, TicketsTrouble


class TicketCounter:
    """One a kiosk."""

    def __init__(self) -> None:
        self._desk: TicketDesk | None = None
        self._asked = 0

    def open(self, desk: TicketDesk) -> None:
        """From now on tickets are taken here."""
        self._desk = desk

    def carry_out(self, effect: Effect, told: Callable[[TicketsTold], None]) -> None:
        """Do what *effect* asks; an answer to an older question is dropped."""
        if not isinstance(effect, HandIn | ListTickets | TicketTold):
            return
        if isinstance(effect, TicketTold):
            if self._desk is not None:
                self._desk.pass_on(effect)
            return
        self._asked += 1
        asked = self._asked

        def answered(answer: TicketsTold) -> None:
            if asked == self._asked:
                told(answer)

        match effect, self._desk:
            case _, None:
                answered(TicketsTrouble())
            case HandIn(question), desk:
                desk.hand_in(question, answered)
            case ListTickets(), desk:
                desk.list(answered)
