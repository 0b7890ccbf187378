"""Where a line of text must not end: inside a number, before its unit, after the word it belongs to.

accessibility.md: ``15 000 đ``, telephone numbers and ``mức 2`` stay together. Who writes a guide writes
ordinary spaces and hyphens; they become no-break ones here, one for one: no position in the text changes.
"""

from __future__ import annotations

import re
from functools import cache

NO_BREAK = "\u00a0"
NO_BREAK_HYPHEN = "\u2011"

_BEFORE = "mức|số|phím|bước|cỡ|level|step|size|number|key|niveau|étape|taille|numéro|touche"
_UNITS = (
    "đồng|đ|nghìn|triệu|tỷ|giây|phút|giờ|tiếng|ngày|tuổi|số|chữ số|lần|lượt"
    "|tháng(?! \\d)"  # not all of “30 tháng 4”
    "|dongs?|seconds?|minutes?|hours?|days?|digits|times"
    "|secondes?|heures?|h|jours?|ans|chiffres"
)
_SPACES = (
    r"(?<=\d) (?=\d)"  # 1900 0368, 15 000
    rf"|(?<=\d) (?=(?:{_UNITS})\b)"
    r"|(?<=\d[ \u00a0]nghìn) (?=đồng)|(?<=\d[ \u00a0]triệu) (?=đồng)|(?<=\d[ \u00a0]tỷ) (?=đồng)"
    r"|(?<=\d[ \u00a0]h) (?=\d)|(?<=\d[ \u00a0]giờ) (?=\d)"  # 8 h 30, 8 giờ 30
    r"|(?<=«) | (?=[:;?!»])"  # the spaces of French signs
)
_LEANING = "vous|nous|moi|toi|lui|leur|ce|ci|là|bas|mêmes?|être|t|il|ils|elles?|on|je|tu|la|les?|en|y"
"""What leans on the French word before it: “Est-|ce”, “vous-|même” read badly over the end of a line."""
_LEANS = rf"(?<![\w-])(?=[\w-]{{1,12}}(?![\w-]))[^\W\d_]+(?:-(?:{_LEANING}))+(?![\w-])"
"""Words of at most twelve letters: a longer one may be wider than a line of the largest text."""
_BELONGS = rf"\b({_BEFORE}) (?=\d)"
_DIGITS = frozenset("0123456789")
_MAY_PART = _DIGITS | frozenset("«»:;?!")
"""Most texts have none of these: they are asked for at once, and nothing else is."""
_HYPHENED = tuple("-" + first for first in "vnmtlcbêiejoy")
_FRENCH = ("« ", " :", " ;", " ?", " !", " »")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def unparted(text: str) -> str:
    """*text* with no-break spaces and hyphens where a line must not end; as long as it was."""
    # The first frame holds none of these: it does not wait for two patterns to be compiled.
    if not _MAY_PART.isdisjoint(text) and (
        not _DIGITS.isdisjoint(text) or any(sign in text for sign in _FRENCH)
    ):
        text = _compiled(_BELONGS).sub(rf"\1{NO_BREAK}", _compiled(_SPACES).sub(NO_BREAK, text))
    if "-" in text and any(hyphened in text for hyphened in _HYPHENED):
        text = _compiled(_LEANS).sub(lambda word: word[0].replace("-", NO_BREAK_HYPHEN), text)
    return text
