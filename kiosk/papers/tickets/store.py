"""The tickets of this kiosk in one small file beside the log, published whole.

Not in the log: that may be set aside as damaged and begun anew, and a number must never be given twice. Every
method may take tenths of a second and be called from any thread, and beside another program of ours.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import get_args

from filelock import FileLock, Timeout

from kiosk.base.events import Problem, TicketAnswer, Urgency
from kiosk.base.files.durable import PRIVATE, private_folder, publish
from kiosk.base.files.paths import tickets_file
from kiosk.base.messages.system_errors import Unusable
from kiosk.papers.tickets.answers import AnswerList
from kiosk.papers.tickets.ticket import (
    NUMBER,
    Book,
    Telling,
    Ticket,
    with_answers,
    with_logged,
    with_one_more,
    with_telling,
)

FORM = 1
WAIT_FOR_OTHERS_S = 10.0


def two_digits() -> int:
    """From the system's randomness."""
    return secrets.randbelow(100)


class TicketsUnusable(Unusable):
    """The tickets cannot be read or written; nothing of them was changed."""


class TicketStore:
    """Reads the file anew each time: the command line may have changed it while the kiosk runs."""

    def __init__(self, data_folder: Path, place: str, mark: Callable[[], int] = two_digits) -> None:
        """*place* is the id of the point or team; *mark* gives two random digits."""
        self._file, self._place, self._mark = tickets_file(data_folder), place, mark
        self._between_threads = threading.Lock()

    def book(self) -> Book:
        """Raises `TicketsUnusable`."""
        with self._alone():
            return self._read()

    def raise_(self, problem: Problem, urgency: Urgency, *, at: tuple[str, str] | None, staff: str) -> Ticket:
        """A new ticket, with its number, kept durably but not yet in the log. Raises `TicketsUnusable`."""
        with self._alone():
            book, ticket = with_one_more(
                self._read(), self._place, self._mark(), problem, urgency, at=at, staff=staff
            )
            self._write(book)
        return ticket

    def pass_on(self, telling: Telling) -> None:
        """Kept durably but not yet in the log. Raises `TicketsUnusable`."""
        with self._alone():
            self._write(with_telling(self._read(), telling))

    def mark_logged(self, held: Ticket | Telling) -> None:
        """The log holds it. Raises `TicketsUnusable`."""
        with self._alone():
            self._write(with_logged(self._read(), held))

    def take_in(self, listed: AnswerList) -> Book:
        """The book with the ward's answers; an older list changes nothing. Raises `TicketsUnusable`."""
        with self._alone():
            book = self._read()
            if listed.number <= book.answers_no:
                return book
            book = with_answers(book, listed.number, listed.answers.items())
            self._write(book)
            return book

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread of one program at a time."""
        with self._between_threads:
            try:
                private_folder(self._file.parent)
                beside = self._file.with_name(f"{self._file.name}.lock")
                with FileLock(beside, timeout=WAIT_FOR_OTHERS_S, mode=PRIVATE):
                    yield
            except Timeout as failure:
                raise TicketsUnusable.held(self._file) from failure
            except OSError as failure:
                raise TicketsUnusable.of(self._file, failure) from failure

    def _read(self) -> Book:
        try:
            written = json.loads(self._file.read_bytes())
            if written["form"] != FORM:
                raise TicketsUnusable.of_another_version(self._file, written["form"])
            return _book(written)
        except FileNotFoundError:
            return Book()
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as failure:
            raise TicketsUnusable.damaged(self._file) from failure

    def _write(self, book: Book) -> None:
        written = {
            "form": FORM,
            "count": book.count,
            "tickets": [asdict(ticket) for ticket in book.tickets],
            "answers_no": book.answers_no,
            "answers": dict(book.answers),
            "tellings": [asdict(telling) for telling in book.tellings],
        }
        publish(self._file, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode())


def _book(written: dict[str, object]) -> Book:
    tickets, answers = written["tickets"], written["answers"]
    count, answers_no = written["count"], written["answers_no"]
    tellings = written.get("tellings", [])  # none in a file of before they were kept
    if not isinstance(tickets, list) or not isinstance(answers, dict) or not isinstance(tellings, list):
        raise ValueError("no lists")
    if not isinstance(count, int) or not isinstance(answers_no, int):
        raise ValueError("no numbers")
    for number, answer in answers.items():
        _check_answer(number, answer)
    return Book(tuple(map(_ticket, tickets)), count, answers, answers_no, tuple(map(_telling, tellings)))


def _ticket(written: dict[str, object]) -> Ticket:
    ticket = Ticket(**written)  # type: ignore[arg-type]
    if not NUMBER.fullmatch(ticket.number) or ticket.problem not in get_args(Problem):
        raise ValueError(ticket.number)
    if ticket.urgency not in get_args(Urgency):
        raise ValueError(ticket.urgency)
    return ticket


def _telling(written: dict[str, object]) -> Telling:
    telling = Telling(**written)  # type: ignore[arg-type]
    _check_answer(telling.number, telling.answer)
    return telling


def _check_answer(number: str, answer: str) -> None:
    if not NUMBER.fullmatch(number) or answer not in get_args(TicketAnswer):
        raise ValueError(number)
