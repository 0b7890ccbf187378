"""Telephone, identity and insurance numbers and e-mail addresses, as people write them. Pure."""

from __future__ import annotations

import re
import unicodedata

# Nine digits or more, in groups or not: 0912 345 678, (024) 3942-1234, +84 912.345.678, 001099012345. House
# numbers (283/45/12/10), hours and lists (101, 102, 103) have other signs between, hotlines fewer digits.
_LONG_NUMBER = re.compile(r"\d(?:[\s.()\u2010-\u2015-]{0,3}\d){8,}")
_PASSPORT = re.compile(r"(?<![^\W_])[A-Z]\d{7}(?![^\W_])")
# Not who a command logs in as on a machine of the house (pi@lamp.local, pi@192.168.1.5).
_E_MAIL = re.compile(r"[^\s@]\s*@\s*(?:[\w-]+\.)+(?!(?:local|lan|home|internal)\b)[^\W\d_]{2,}\b(?!\.\w)")


def leads_to_a_person(text: str) -> bool:
    """Whether *text* holds such a number or address, whatever widths or unseen signs it is written with."""
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign) != "Cf"
    )
    return any(one.search(plain) for one in (_LONG_NUMBER, _PASSPORT, _E_MAIL))
