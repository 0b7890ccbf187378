"""Which numbers can be a day, and which only look like one."""

from __future__ import annotations

import re

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
