"""What the ward's register says of one key: of a kiosk, or of a maker of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One key of one kiosk, in hex. A kiosk that is enrolled anew has several; only the last is in use.

    What it had sent before it was withdrawn still counts, and what of that is still on its way.
    """

    kiosk: str
    key: str
    month: str  # YYYY-MM
    revoked: bool = False
    valid_through: tuple[tuple[str, int], ...] = ()  # once revoked: epoch and number up to which it counts
    place: str = ""  # as its request said; what has come from it since says it anew
    revoked_s: int = 0  # when; 0: nobody knows, or it is not


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes the program, by what name, with which key, in hex. Who is trusted no more stays written."""

    name: str
    key: str
    revoked: bool = False


def read_enrolled(kept: dict[str, Any]) -> Enrolled:
    through = kept.pop("valid_through", ())
    return Enrolled(**kept, valid_through=tuple((str(epoch), int(last)) for epoch, last in through))
