"""What looks like one person's: refused wherever somebody writes something for us."""

from __future__ import annotations

import re
import unicodedata

# A Vietnamese mobile number, or the 9 or 12 digits of an identity card, however it is grouped.
_NUMBER = r"(?<!\d)(?:(?:\+?84|0)(?:[ .-]?\d){9}|\d(?:[ .-]?\d){8}|\d(?:[ .-]?\d){11})(?!\d)"
# An e-mail address; not who a command logs in as on a machine of the house (pi@lamp.local, pi@192.168.1.5).
_E_MAIL = r"[^\s@]@(?:[\w-]+\.)+(?!(?:local|lan|home|internal)\b)[A-Za-z]{2,}\b(?!\.\w)"
_FAMILY_NAMES = frozenset(
    (
        "bui", "cao", "chu", "dang", "dinh", "do", "doan", "duong", "ha", "ho", "hoang", "huynh", "le",
        "luong", "ly", "ngo", "nguyen", "pham", "phan", "phung", "ta", "to", "tran", "trinh", "truong",
        "vo", "vu",
    )
)  # fmt: skip
_FULL_NAME_WORDS = 3


def leads_to_a_person(text: str) -> bool:
    """Whether something in *text* looks like a telephone or identity number, or an e-mail address."""
    return re.search(f"{_NUMBER}|{_E_MAIL}", text) is not None


def is_full_name(text: str) -> bool:
    """Whether *text* looks like somebody's whole name: a usual family name and two words or more."""
    words = text.split()
    return len(words) >= _FULL_NAME_WORDS and _plain(words[0]) in _FAMILY_NAMES


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold().replace("đ", "d"))
    return "".join(one for one in letters if not unicodedata.combining(one))
