"""Dates, numbers to dial and addresses as they are written, in whichever language their sentence is."""

from __future__ import annotations

import re
from collections.abc import Callable

DOTTED = r"(?<!\d)(?<!\d\.)(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d{2})(?!\.?\d)"
"""A date with dots, 12.5.2026; not 1.000.000, 3.5 nor 192.168.1.2026."""

DOCUMENT = re.compile(
    r"\b(?:NĐ|NQ|QĐ|CT|TT|TTLT|(?i:nghị định|nghị quyết|quyết định|chỉ thị|thông tư|luật|pháp lệnh|công văn"
    r"|số|decree|resolution|decision|directive|circular|law|act"
    r"|décret|résolution|décision|circulaire|loi))(?:\s+(?:số|no\.?|n°))?\s+"
    r"\d{1,5}\s?(/)(?=\s?(?:19|20)\d{2}(?!\d))"
)
"""The number of a decree and its year, “NĐ 10/2025”: no month of that year. Group 1 is the slash."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(day: int, month: int) -> bool:
    """Whether some year has this day; *month* counts from 1."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]


DIALLED = r"(?:\+84[ \u00a0.-]?\d{1,3}|0\d{1,3}|\(0\d{1,3}\)|1[89]00)(?:[ \u00a0.-]?\d{2,4}){1,4}"
"""Its groups parted by blanks, dots or hyphens; the first may stand in brackets."""


# A sentence's full stop or comma after an address is not part of it.
WEB = re.compile(
    r"(?:https?://|www\.)[^\s“”«»<>]+[^\s“”«»<>.,;:!?)]"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:vn|com|org|net|gov|info|app|me)(?:/[^\s“”«»<>,;]*[\w/])?(?!\w)",
    re.IGNORECASE,
)
# What an address ends with, named alone: “pages that end in .top, .com”. Small letters only: a sentence that
# lacks its blank (“Xong .Bác”) is none.
ENDING = re.compile(r"(?<![^\s“‘«\"'(])(?:\.[a-z]{2,6})+(?!\w)")


def to_be_typed(asked: str) -> re.Pattern[str]:
    """An address, group `address`, behind what asks to type or compare it; *asked* is a pattern of that."""
    return re.compile(rf"\b(?:{asked})\s+(?P<address>{WEB.pattern})", re.IGNORECASE)


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")

_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_PART = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)


def read_address(address: str, say_sign: Callable[[str], str], say_part: Callable[[str], str]) -> str:
    """*say_sign* names ``.``, ``/``, ``@`` …; *say_part* reads a run of letters or digits."""
    bare = _SCHEME.sub("", address).rstrip("/")
    parts = (say_part(part) if part.isalnum() else say_sign(part) for part in _PART.findall(bare))
    return " ".join(part for part in parts if part)
