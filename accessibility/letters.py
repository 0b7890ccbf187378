"""Which letters a voice can say. Pure, and small: also what stands on the first screen is asked about."""

from __future__ import annotations

import unicodedata


def is_latin(sign: str) -> bool:
    """One letter of the Latin script. Of º, the one letter “ﬁ” and other scripts nothing is heard."""
    whole = unicodedata.is_normalized("NFKC", sign)
    return whole and sign.isalpha() and unicodedata.name(sign).startswith("LATIN ")
