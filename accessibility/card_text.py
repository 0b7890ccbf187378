"""A sealed card as the text of a QR code: five letters that say what it is, then only digits.

Why digits: see docs/decisions/resident-card.md.
"""

from __future__ import annotations

import hashlib

from accessibility.card import CardRefused

PREFIX = "KBHVS"
MOST_BYTES = 400
_CHECK_BYTES = 2
_AHEAD = b"\x01"  # keeps zeros at the front
MOST_SIGNS = len(PREFIX) + len(str(256 ** (MOST_BYTES + _CHECK_BYTES + 1)))


def is_card(text: str) -> bool:
    """Whether this begins as a card does. (A scanner may type small letters where capital ones are meant.)"""
    return text[: len(PREFIX)].upper() == PREFIX


def to_text(sealed: bytes) -> str:
    """Raises `ValueError` for more than `MOST_BYTES`, which no card of ours has."""
    if len(sealed) > MOST_BYTES:
        raise ValueError(f"{len(sealed)} bytes do not fit on a card")
    return PREFIX + str(int.from_bytes(_AHEAD + sealed + _check(sealed), "big"))


def to_bytes(text: str) -> bytes:
    """What `to_text` was given. Raises `CardRefused`: foreign, oversized or damaged."""
    if len(text) > MOST_SIGNS + 2:  # before anything looks at it
        raise CardRefused("oversized")
    text = text.strip()
    if not is_card(text):
        raise CardRefused("foreign")
    digits = text[len(PREFIX) :]
    if len(text) > MOST_SIGNS:
        raise CardRefused("oversized")
    if not (digits.isascii() and digits.isdecimal()) or digits.startswith("0"):
        raise CardRefused("damaged")
    number = int(digits)
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    sealed, check = raw[1:-_CHECK_BYTES], raw[-_CHECK_BYTES:]
    if len(raw) <= _CHECK_BYTES or raw[:1] != _AHEAD or _check(sealed) != check:
        raise CardRefused("damaged")
    if len(sealed) > MOST_BYTES:
        raise CardRefused("oversized")
    return sealed


def _check(sealed: bytes) -> bytes:
    """Tells a card that was typed wrongly, which may be held up again, from one nobody may trust."""
    return hashlib.sha256(sealed).digest()[:_CHECK_BYTES]
