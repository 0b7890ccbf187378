"""Whole Vietnamese names, as an application writes them on its screens. Pure."""

from __future__ import annotations

import re
import unicodedata

_FAMILY = (
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đinh|trịnh|mai|tạ|cao|lương|hà|"
    "chu|vương|lưu|tô|phùng|tăng"
)
"""More than nine of ten people have one of these."""
_WRITTEN = "|".join(f"{one.upper()}|{one.capitalize()}" for one in _FAMILY.split("|"))
_NAME = re.compile(rf"(?<![^\W_])(?:{_WRITTEN})((?: [^\W\d_]{{1,7}}){{1,4}})(?![^\W_])")
_WAY = re.compile(r"(?:phố|đường|đại lộ|ngõ|phường|số \d+\w*|\d+) $", re.IGNORECASE)


def names_a_person(text: str) -> bool:
    """Whether *text* holds a family name with one or more given names; a street called after one is none."""
    plain = unicodedata.normalize("NFC", " ".join(text.split()))
    return any(
        all(word[0].isupper() for word in match[1].split()) and not _WAY.search(plain[: match.start()])
        for match in _NAME.finditer(plain)
    )
