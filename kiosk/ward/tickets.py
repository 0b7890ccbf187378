"""At the ward: the questions that came with the bundles, and what the response team answers to them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Connection, select

from kiosk.base.events import TicketAnswer
from kiosk.base.files.durable import PRIVATE, publish
from kiosk.base.messages.system_errors import Unusable
from kiosk.papers.export.papers import MOST_BYTES, joined_papers
from kiosk.papers.tickets.answers import WORDS, AnswerList, newest_pages
from kiosk.papers.tickets.ticket import NUMBER
from kiosk.ward import tables as t
from kiosk.ward.authority import Authority

ANSWERS_FILE = "ticket-answers.json"
LOCK_FILE = "ticket-answers.lock"
NEAREST = 3
MOST_GIVEN = 5000


class AnswersUnusable(Unusable):
    """The ward's answers cannot be read or written; nothing of them was changed."""


class NoSuchTicket(Exception):
    """That is no number of a ticket, or no answer of the list."""


class AnsweredOtherwise(Exception):
    """The ticket has another answer, `before`, since *given_s*."""

    def __init__(self, number: str, before: str, given_s: int) -> None:
        super().__init__(number)
        self.before, self.given_s = before, given_s


class NeverRaised(Exception):
    """No ticket of that number has come. `nearest`: of those that wait for an answer the most like it."""

    def __init__(self, number: str, nearest: tuple[str, ...]) -> None:
        super().__init__(number)
        self.nearest = nearest


@dataclass(frozen=True, slots=True)
class Question:
    """A ticket as the log has it. `wall_s`: the quarter of an hour in which it was raised."""

    number: str
    kiosk: str
    wall_s: int
    problem: str
    urgency: str
    flow: str | None
    step: str | None


def questions(connection: Connection, since_s: int = 0) -> tuple[Question, ...]:
    """Every ticket that has come, each number once, the oldest first; those raised since *since_s*."""
    query = (
        select(t.source.c.kiosk, t.event.c.wall_s, t.event.c.fields)
        .join(t.source, t.source.c.no == t.event.c.source_no)
        .where(t.event.c.wall_s >= since_s, t.event.c.kind == "ticket.raised")
        .order_by(t.event.c.wall_s, t.event.c.source_no, t.event.c.seq)
    )
    by_number: dict[tuple[str, str], Question] = {}
    for kiosk, wall_s, fields in connection.execute(query):
        raised = json.loads(fields)
        by_number.setdefault(
            (kiosk, raised["ticket"]),
            Question(
                raised["ticket"],
                kiosk,
                wall_s,
                raised["problem"],
                raised["urgency"],
                raised["flow"],
                raised["step"],
            ),
        )
    return tuple(by_number.values())


def read_list(folder: Path) -> AnswerList:
    """What was answered so far. Raises `AnswersUnusable`."""
    try:
        kept = json.loads((folder / ANSWERS_FILE).read_bytes())
        answers, number = dict(kept["answers"]), int(kept["number"])
        listed = AnswerList(number, answers, _since(answers, number, dict(kept.get("since", {}))))
    except FileNotFoundError:
        return AnswerList(0, {})
    except OSError as failure:
        raise AnswersUnusable.to_read(folder / ANSWERS_FILE, failure) from failure
    except (ValueError, KeyError, TypeError) as failure:
        raise AnswersUnusable.damaged(folder / ANSWERS_FILE) from failure
    if not _is_right(listed.answers):
        raise AnswersUnusable.damaged(folder / ANSWERS_FILE)
    return listed


def look_up(number: str, asked: Iterable[Question], answers: Mapping[str, TicketAnswer]) -> None:
    """Raises `NeverRaised` where *number* is of no ticket in *asked*. *answers*: what was answered so far.

    One digit amiss would answer nobody, or somebody else at another point, and leave the ticket waiting.
    """
    numbers = {one.number for one in asked}
    if number in numbers:
        return
    waiting = sorted(numbers - answers.keys())
    alike = sorted(waiting, key=lambda one: -SequenceMatcher(None, number, one).ratio())
    raise NeverRaised(number, tuple(alike[:NEAREST]))


def answered(
    folder: Path, number: str, answer: str, now_s: int, *, again: bool = False, by: str = ""
) -> AnswerList:
    """The list with one answer more, or *again* another one, kept durably; what it said before stays written,
    with the id of who gave it (*by*). `look_up` says whether anybody asked.

    Its number is *now_s* or higher: kiosks take it also from a ward whose file is lost, or an older copy.

    Raises `NoSuchTicket`, `AnsweredOtherwise`, `AnswersUnusable`, `OSError`.
    """
    with FileLock(
        folder / LOCK_FILE, mode=PRIVATE
    ):  # of two who answer at once the second hears of the first
        return _answered(folder, number, answer, now_s, again=again, by=by)


def _answered(folder: Path, number: str, answer: str, now_s: int, *, again: bool, by: str) -> AnswerList:
    word = next((one for one in WORDS if one == answer), None)
    if word is None or not NUMBER.fullmatch(number):
        raise NoSuchTicket(number if word else answer)
    before = read_list(folder)
    former = before.answers.get(number, word)
    if former != word and not again:
        raise AnsweredOtherwise(number, former, before.since.get(number, 0))
    newer = max(before.number + 1, now_s)
    after = AnswerList(newer, {**before.answers, number: word}, {**before.since, number: newer})
    given = {"ticket": number, "answer": word, "at_s": now_s, "by": by}
    kept = {
        "number": after.number, "answers": dict(after.answers), "since": dict(after.since),
        "given": [*_given(folder), given][-MOST_GIVEN:],
    }  # fmt: skip
    publish(folder / ANSWERS_FILE, (json.dumps(kept, indent=1) + "\n").encode())
    return after


def _given(folder: Path) -> list[object]:
    """Who answered what and when, the oldest first; of a file from before that was kept, none."""
    try:
        given = json.loads((folder / ANSWERS_FILE).read_bytes()).get("given", [])
    except FileNotFoundError:
        return []
    return given if isinstance(given, list) else []


def _since(answers: Mapping[str, object], number: int, kept: Mapping[str, int]) -> dict[str, int]:
    """Also of a file from before it was kept: each answer a number of its own, up to that of the list."""
    last = number - len(answers) + 1
    return {ticket: int(kept.get(ticket, last + at)) for at, ticket in enumerate(answers)}


def _is_right(answers: Mapping[str, TicketAnswer]) -> bool:
    return all(NUMBER.fullmatch(number) and answer in WORDS for number, answer in answers.items())


ROOM_BYTES = MOST_BYTES - 4096


def papers(ward: Authority) -> bytes:
    """The list of papers as `kiosk.papers.export.papers` reads it. Raises `AnswersUnusable`,
    `KeyUnusable`.
    """
    withdrawn = [ward.revoked_list()] if ward.revocations else []
    listed = read_list(ward.folder)
    room = ROOM_BYTES - sum(map(len, withdrawn))
    made = newest_pages(listed, ward.signers(), room)[0] if listed.number else ()
    return joined_papers([*made, *withdrawn])
