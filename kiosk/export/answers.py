"""What came of offering a bundle to the ward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kiosk.messages.system_errors import Reason

MOST_ANSWER_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """`paper`: what should be the ward's signed acknowledgement."""

    paper: bytes


@dataclass(frozen=True, slots=True)
class LeftThere:
    """The bundle lies, whole, where the ward will fetch it; nothing has been said yet."""


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """The ward answered, and does not take it. `why` is one word of the ward's (`kiosk.ward.refusals`)."""

    why: str


@dataclass(frozen=True, slots=True)
class NotReached:
    """Nobody answered, or not in a way that means anything."""

    why: Reason


Answer: TypeAlias = Taken | LeftThere | TurnedDown | NotReached
