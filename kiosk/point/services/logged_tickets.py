"""Keeps tickets beside the screen's thread, in their file and then in the log. Fits
`ui.visit.ports.TicketPort`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import Future
from typing import Protocol

from kiosk.base.events import AnswerPassedOn, AnyEvent, AnyKioskEvent, EventRefused
from kiosk.base.system.tasks import Tasks
from kiosk.log.sessions.events import Stored
from kiosk.log.sessions.sink import NotStored
from kiosk.papers.tickets.store import TicketStore, TicketsUnusable
from kiosk.papers.tickets.ticket import Book, Telling, Ticket, as_logged
from ui.visit.staff import ticket as shown
from ui.visit.staff.ticket import Numbered, Question, TicketsListed, TicketsTrouble

LOGGER = logging.getLogger(__name__)


class TicketLog(Protocol):
    """Where tickets are written down for the next bundle."""

    def keep(self, event: AnyKioskEvent) -> Future[Stored]:
        """Done when it is durable. Raises `EventRefused` for what is no word of the vocabulary."""


class LoggedTickets:
    """One thing at a time, in the order in which it was asked, on the loop that runs where it is asked."""

    def __init__(
        self, store: TicketStore, log: TicketLog, in_log: Callable[[], Collection[AnyEvent]]
    ) -> None:
        """*in_log* reads what the log holds of tickets; it is asked beside the screen's thread."""
        self._store, self._log, self._in_log = store, log, in_log
        self._in_turn = asyncio.Lock()
        self._work = Tasks("keep tickets")

    def catch_up(self) -> None:
        """Write down what a power cut kept out of the log, and nothing that is in it."""
        self._begin(self._log_what_is_not)

    def hand_in(self, question: Question, on_answer: Callable[[Numbered | TicketsTrouble], None]) -> None:
        """Told once its number is durable; the log follows, as soon as storage lets it."""

        async def work() -> None:
            try:
                ticket = await asyncio.to_thread(
                    self._store.raise_,
                    question.problem,
                    question.urgency,
                    at=question.at,
                    staff=question.staff,
                )
            except TicketsUnusable as failure:
                LOGGER.warning("%s", failure)
                on_answer(TicketsTrouble())
                return
            on_answer(Numbered(ticket.number))
            self._write_down(ticket)

        self._begin(work)

    def list(self, on_answer: Callable[[TicketsListed | TicketsTrouble], None]) -> None:
        """Every ticket of this kiosk, the newest first."""

        async def work() -> None:
            try:
                book = await asyncio.to_thread(self._store.book)
            except TicketsUnusable as failure:
                LOGGER.warning("%s", failure)
                on_answer(TicketsTrouble())
            else:
                on_answer(TicketsListed(listed(book), tuple(book.answers.items())))

        self._begin(work)

    def pass_on(self, event: AnswerPassedOn) -> None:
        """The answer has reached whom it concerns."""
        telling = Telling(event.ticket, event.answer, event.staff)

        async def work() -> None:
            try:
                await asyncio.to_thread(self._store.pass_on, telling)
            except TicketsUnusable as failure:
                LOGGER.warning("%s", failure)
            else:
                self._write_down(telling)

        self._begin(work)

    async def aclose(self) -> None:
        """Wait for what was begun; what storage in trouble holds back is written down at the next start."""
        await self._work.finish()

    async def _log_what_is_not(self) -> None:
        try:
            book = await asyncio.to_thread(self._store.book)
        except TicketsUnusable as failure:
            LOGGER.warning("%s", failure)
            return
        there = await asyncio.to_thread(self._in_log) if book.unlogged else ()
        for held in book.unlogged:
            if as_logged(held) in there:
                self._mark_logged(held)
            else:
                self._write_down(held)

    def _write_down(self, one: Ticket | Telling) -> None:
        try:
            stored = self._log.keep(as_logged(one))
        except EventRefused:
            LOGGER.exception("our mistake, the ticket %s is not written down", one.number)
            return
        loop = asyncio.get_running_loop()

        def durable(done: Future[Stored]) -> None:
            if not isinstance(done.exception(), NotStored) and not loop.is_closed():
                loop.call_soon_threadsafe(self._mark_logged, one)

        stored.add_done_callback(durable)

    def _mark_logged(self, held: Ticket | Telling) -> None:
        async def work() -> None:
            try:
                await asyncio.to_thread(self._store.mark_logged, held)
            except TicketsUnusable as failure:
                LOGGER.warning("%s", failure)

        self._begin(work)

    def _begin(self, work: Callable[[], Awaitable[None]]) -> None:
        async def in_turn() -> None:
            async with self._in_turn:
                await work()

        self._work.begin(in_turn())


def listed(book: Book) -> tuple[shown.Ticket, ...]:
    """What the screens may know of them, the newest first."""
    return tuple(
        shown.Ticket(
            ticket.number,
            ticket.problem,
            ticket.urgency,
            ticket.flow,
            book.answer_to(ticket.number),
            ticket.told,
        )
        for ticket in reversed(book.tickets)
    )
