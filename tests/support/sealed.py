"""Codes as long as real ones for screens that are only looked at: nobody signed them."""

from __future__ import annotations

from accessibility.card import MOST_GUIDES, Card, pack
from accessibility.card_text import to_text
from kiosk.papers.keys.certificate import CERTIFICATE_BYTES, SIGNATURE_BYTES

LONGEST_HISTORY = tuple(range(1, MOST_GUIDES + 1))


def unsigned_seal(card: Card) -> str:
    """Fits `Surroundings.seal`; zeros would make a shorter code than a signature does."""
    return to_text(b"\xa5" * (CERTIFICATE_BYTES + SIGNATURE_BYTES) + pack(card))
