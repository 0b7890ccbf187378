"""The card that remembers: what stands on it, and its bytes. Who may sign it is not decided here.

It names no person, no place and no day. Guides are written as two bytes of their id's hash, what its
resident did alone as tenths, when a guide was practised as the week.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, TypeAlias

from accessibility import card_fields, card_practice
from accessibility.card_practice import Practised
from accessibility.preferences import Preferences

FORMAT = 1
TENTHS = 10
MOST_FIELDS, MOST_GUIDES = 63, 40
MOST_BODY = 2 + 2 * MOST_FIELDS + 2 + 1 + 2 * MOST_GUIDES
MOST_WRITTEN = 152
"""Bytes of a card that is made here: signed they fit a code of 69 squares a side. More may be read."""

CardFault: TypeAlias = Literal[
    "foreign", "oversized", "damaged", "newer", "forged", "other-ward", "revoked", "not-enrolled",
]  # fmt: skip
"""Another code; too long for a card; ends cut off or signs changed; of a newer kiosk; not signed by one of
the ward's kiosks; by another ward's; by one the ward has withdrawn; this kiosk cannot read any card yet."""


class CardRefused(Exception):
    """This code is not taken as a card, and nothing of it was used."""

    def __init__(self, why: CardFault) -> None:
        super().__init__(why)
        self.why: CardFault = why


@dataclass(frozen=True, slots=True)
class Card:
    """`finished` and `practise` name guides by `guide_mark`; the guide finished last stands last.

    `alone`: of how many tenths of the steps the resident did alone, in the last visit that had any; None: of
    none yet, or the card is from before this was written down. `practised`: the newest stands last.
    """

    preferences: Preferences = field(default_factory=Preferences)
    finished: tuple[int, ...] = ()
    practise: int | None = None
    alone: int | None = None
    practised: tuple[Practised, ...] = ()


def guide_mark(flow_id: str) -> int:
    """1 … 65535. Two guides of one library rarely share a mark; then neither is recognised."""
    return int.from_bytes(hashlib.sha256(flow_id.encode()).digest()[:2], "big") or 1


def pack(card: Card) -> bytes:
    """``format, n, n × (number, value), practise, m, m × guide``; of too many guides the newest stay.

    The numbers are those of `card_fields` and `card_practice`: a kiosk passes over one that it does not know.
    """
    alone = () if card.alone is None else ((card_fields.ALONE, card.alone),)
    pairs = sorted((*card_fields.written(card.preferences), *alone, *card_practice.written(card.practised)))
    room = min(MOST_GUIDES, (MOST_WRITTEN - 2 - 2 * len(pairs) - 3) // 2)
    guides = tuple(dict.fromkeys(reversed(card.finished)))[:room][::-1]
    body = bytes([FORMAT, len(pairs), *(one for pair in pairs for one in pair)])
    body += (card.practise or 0).to_bytes(2, "big") + bytes([len(guides)])
    return body + b"".join(mark.to_bytes(2, "big") for mark in guides)


def unpack(body: bytes) -> Card:
    """The card of these bytes. Raises `CardRefused`: newer, oversized or damaged."""
    if len(body) > MOST_BODY:
        raise CardRefused("oversized")
    if body and body[0] > FORMAT:
        raise CardRefused("newer")
    if len(body) < 2 or body[0] != FORMAT or body[1] > MOST_FIELDS:
        raise CardRefused("damaged")
    guides_at = 2 + 2 * body[1]
    fields, rest = body[2:guides_at], body[guides_at:]
    if len(rest) < 3 or rest[2] > MOST_GUIDES or len(rest) != 3 + 2 * rest[2]:
        raise CardRefused("damaged")
    marks = tuple(int.from_bytes(rest[at : at + 2], "big") for at in range(3, len(rest), 2))
    numbers = fields[::2]
    rising = all(one < other for one, other in pairwise(numbers))
    if not rising or 0 in numbers or 0 in marks or len(set(marks)) != len(marks):
        raise CardRefused("damaged")
    pairs = tuple(zip(numbers, fields[1::2], strict=True))
    alone = next((byte for number, byte in pairs if number == card_fields.ALONE and byte <= TENTHS), None)
    practise = int.from_bytes(rest[:2], "big") or None
    return Card(card_fields.read(pairs), marks, practise, alone, card_practice.read(pairs))
