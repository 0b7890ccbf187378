"""A rehearsal as it was read from its pack: what the swindler says, and what one may answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from flows.flow import Source
from flows.steps import Confidence
from flows.words import Language, Words

Channel: TypeAlias = Literal["call", "message", "video", "qr"]
"""By what the swindler comes."""

Kind: TypeAlias = Literal["hang-up", "leave", "ask", "comply"]
"""What is answered: the call is ended, or what came is left alone; one asks back; one goes along."""

REFUSALS: tuple[Kind, ...] = ("hang-up", "leave")
"""Right at every turn; the kiosk has the words for them."""

END, LEARN = "end", "learn"
"""Where an answer leads that ends the play: out of it, or along to the last."""

CODE = "000000"
"""The only code that stands in a drawn message: nobody's phone ever got it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; `then` is what the kiosk says to it, never blaming. `text` is empty of a refusal."""

    id: str
    kind: Kind
    text: Words
    then: Words
    goto: str  # a turn, `END` or `LEARN`


@dataclass(frozen=True, slots=True)
class SwindlersTurn:
    """What the swindler says, and what may be answered."""

    id: str
    channel: Channel
    says: Words
    replies: tuple[Reply, ...]
    code: str = ""  # what stands in the drawn message besides

    def reply(self, reply_id: str) -> Reply | None:
        return next((one for one in self.replies if one.id == reply_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One story."""

    id: str
    order: int
    channel: Channel
    picture: str  # of resources/pictures/answers
    beside: tuple[str, ...]  # the guides that offer it
    languages: tuple[Language, ...]
    checked_on: date
    valid_until: date
    confidence: Confidence
    sources: tuple[Source, ...]
    title: Words
    shown: Words  # what the drawn phone shows as the caller: never a number, nor anybody's name
    sign: Words  # to notice
    rule: Words  # that holds beyond this story
    check: Words  # where one asks back
    start: str
    turns: tuple[SwindlersTurn, ...]

    def turn(self, turn_id: str) -> SwindlersTurn:
        """Raises `StopIteration` for a turn it has not: only what was checked is offered."""
        return next(one for one in self.turns if one.id == turn_id)
