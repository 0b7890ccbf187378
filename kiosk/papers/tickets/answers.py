"""The ward's answers on their way to the kiosks: one signed paper for all of them.

It holds numbers of tickets and words of a closed list, so it may travel in any way: on a stick, with the
acknowledgement of a bundle, by mail. Every kiosk takes the whole list: a resident may ask at any point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import cast, get_args

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.base.events import TicketAnswer
from kiosk.papers.keys.documents import (
    PaperRefused,
    first_right,
    is_paper_of,
    papers_in,
    read_paper,
    sign_papers,
)
from kiosk.papers.tickets.ticket import NUMBER

ANSWERS = "kiosk-ticket-answers-1"
PAGE = 1000  # answers; some 45 KB of a paper's 64
WORDS: tuple[TicketAnswer, ...] = get_args(TicketAnswer)


@dataclass(frozen=True, slots=True)
class AnswerList:
    """`number` grows with every list of the ward. `since`: at the ward, the number of the list in which each
    answer was first given.
    """

    number: int
    answers: Mapping[str, TicketAnswer]
    since: Mapping[str, int] = field(default_factory=dict, compare=False)


def pages_of(listed: AnswerList) -> tuple[AnswerList, ...]:
    """The list in parts that a paper can hold, the oldest first.

    Each has the number of the newest answer in it: a kiosk takes every part that is newer than what it has,
    in this order, and so has every answer up to that number.
    """
    in_order = sorted(listed.answers, key=lambda ticket: (listed.since.get(ticket, 0), ticket))
    parts = [in_order[start : start + PAGE] for start in range(0, len(in_order), PAGE)]
    numbers = [*(listed.since.get(part[-1], 0) for part in parts[:-1]), listed.number]
    return tuple(
        AnswerList(number, {ticket: listed.answers[ticket] for ticket in part})
        for number, part in zip(numbers, parts or [[]], strict=True)
    )


def newest_pages(
    listed: AnswerList, ward: Sequence[Ed25519PrivateKey], most_bytes: int
) -> tuple[tuple[bytes, ...], int]:
    """The signed parts that go into *most_bytes*, the oldest first; and how many answers stay behind."""
    made, size, behind = list[bytes](), 0, 0
    for page in reversed(pages_of(listed)):
        paper = paper_of(page, *ward)
        size += len(paper)
        if made and (behind or size > most_bytes):
            behind += len(page.answers)
        else:
            made.insert(0, paper)
    return tuple(made), behind


def paper_of(listed: AnswerList, *ward: Ed25519PrivateKey) -> bytes:
    """The list as the ward signs it, with each of its keys."""
    return sign_papers({"form": ANSWERS, "number": listed.number, "answers": dict(listed.answers)}, ward)


def read_answers(raw: bytes, ward_keys: tuple[bytes, ...]) -> AnswerList:
    """What the ward answered. Raises `PaperRefused` for what is not of this ward, or says anything else."""
    return first_right(raw, lambda paper: _read_answers(paper, ward_keys))


def read_pages(raw: bytes, ward_keys: tuple[bytes, ...]) -> tuple[AnswerList, ...]:
    """Every list in *raw* that is the ward's, in the order of their numbers. Raises `PaperRefused`."""
    by_number: dict[int, AnswerList] = {}
    for paper in papers_in(raw):
        with suppress(PaperRefused):
            listed = _read_answers(paper, ward_keys)
            by_number[listed.number] = listed
    if not by_number:
        first_right(raw, lambda paper: _read_answers(paper, ward_keys))
    return tuple(by_number[number] for number in sorted(by_number))


def _read_answers(raw: bytes, ward_keys: tuple[bytes, ...]) -> AnswerList:
    body, signature = read_paper(raw, ANSWERS)
    if not any(is_paper_of(key, body, signature) for key in ward_keys):
        raise PaperRefused(
            "Tệp trả lời này không phải của phường mình, hoặc bị hỏng.",
            "These answers are not of this kiosk's ward, or are damaged.",
        )
    number, answers = body.get("number"), body.get("answers")
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise _strange()
    if set(body) != {"form", "number", "answers"} or not isinstance(answers, dict):
        raise _strange()
    if not all(NUMBER.fullmatch(ticket) and answer in WORDS for ticket, answer in answers.items()):
        raise _strange()
    return AnswerList(number, cast("dict[str, TicketAnswer]", answers))


def _strange() -> PaperRefused:
    return PaperRefused(
        "Tệp trả lời này do phiên bản khác tạo ra.", "These answers were made by another version."
    )
