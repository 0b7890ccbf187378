"""The ward's answers on their way to the kiosks: one signed paper for all of them.

It holds numbers of tickets and words of a closed list, so it may travel in any way: on a stick, with the
acknowledgement of a bundle, by mail. Every kiosk takes the whole list: a resident may ask at any point.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.keys.documents import PaperRefused, first_right, is_paper_of, read_paper, sign_papers
from kiosk.sessions.vocabulary import TicketAnswer
from kiosk.tickets.ticket import NUMBER

ANSWERS = "kiosk-ticket-answers-1"
WORDS: tuple[TicketAnswer, ...] = get_args(TicketAnswer)


@dataclass(frozen=True, slots=True)
class AnswerList:
    """`number` grows with every list of the ward."""

    number: int
    answers: Mapping[str, TicketAnswer]


def paper_of(listed: AnswerList, *ward: Ed25519PrivateKey) -> bytes:
    """The list as the ward signs it, with each of its keys."""
    return sign_papers({"form": ANSWERS, "number": listed.number, "answers": dict(listed.answers)}, ward)


def read_answers(raw: bytes, ward_keys: tuple[bytes, ...]) -> AnswerList:
    """What the ward answered. Raises `PaperRefused` for what is not of this ward, or says anything else."""
    return first_right(raw, lambda paper: _read_answers(paper, ward_keys))


def _read_answers(raw: bytes, ward_keys: tuple[bytes, ...]) -> AnswerList:
    body, signature = read_paper(raw, ANSWERS)
    if not any(is_paper_of(one, body, signature) for one in ward_keys):
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
