"""A rehearsal as it was read from its pack: what the other one says, and what one may answer.

For residents that is a swindler on the drawn phone; for volunteers a drawn resident beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from flows.guide.script import Script
from flows.guide.words import Words

Audience: TypeAlias = Literal["residents", "volunteers"]
"""Who rehearses it."""

Channel: TypeAlias = Literal["call", "message", "video", "qr", "door", "beside"]
"""By what the other one comes: on the drawn phone, to the door, or they sit beside whoever rehearses."""

BESIDE: Channel = "beside"
CHANNELS: tuple[Channel, ...] = ("call", "message", "video", "qr", "door")
"""Of a swindler."""

FACE_TO_FACE: tuple[Channel, ...] = ("door", "beside")
"""No phone is drawn, but whoever is there."""

Kind: TypeAlias = Literal["hang-up", "leave", "ask", "comply", "helps", "hinders"]
"""What is answered a swindler: the call is ended, or what came is left alone; one asks back; one goes along.
And what is done beside a resident: what leaves it in their hands, or what takes it from them.
"""

KINDS: dict[Audience, tuple[Kind, ...]] = {
    "residents": ("hang-up", "leave", "ask", "comply"),
    "volunteers": ("helps", "hinders"),
}
REFUSALS: tuple[Kind, ...] = ("hang-up", "leave")
"""The kiosk has the words for them."""

WISE: tuple[Kind, ...] = (*REFUSALS, "helps")
"""Right at every turn."""

END, LEARN = "end", "learn"
"""Where an answer leads that ends the play: out of it, or along to the last."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer; `then` is what the kiosk says to it, never blaming. `text` is empty of a refusal."""

    id: str
    kind: Kind
    text: Words
    then: Words
    goto: str  # a turn, `END` or `LEARN`
    picture: str = ""  # of resources/pictures/answers; empty: that of its kind


@dataclass(frozen=True, slots=True)
class OthersTurn:
    """What the other one says, and what may be answered."""

    id: str
    channel: Channel
    says: Words
    replies: tuple[Reply, ...]
    code: str = ""  # what stands in the drawn message besides
    picture: str = ""  # of a resident beside whoever rehearses; empty: that of the story

    def reply(self, reply_id: str) -> Reply | None:
        return next((one for one in self.replies if one.id == reply_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal(Script):
    """One story."""

    audience: Audience = "residents"
    shown: Words  # what the drawn phone shows as the caller, or what is seen of the resident; nobody's name
    sign: Words  # to notice
    rule: Words  # that holds beyond this story
    check: Words  # where one asks back; for volunteers a sentence to say
    start: str
    turns: tuple[OthersTurn, ...]
    number: str = ""  # the official line it names

    def turn(self, turn_id: str) -> OthersTurn:
        """Raises `StopIteration` for a turn it has not: only what was checked is offered."""
        return next(one for one in self.turns if one.id == turn_id)


def of_audience(scripts: Mapping[str, Rehearsal], audience: Audience) -> Mapping[str, Rehearsal]:
    """Those for *audience*, in their order."""
    return {name: one for name, one in scripts.items() if one.audience == audience}
