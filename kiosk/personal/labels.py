"""What staff are called on the screen: a title and one given name, so that no whole name fits in. Pure."""

from __future__ import annotations

import unicodedata

from accessibility.letters import is_latin

TITLES = ("Bạn", "Anh", "Chị", "Em", "Cô", "Chú", "Cậu", "Dì", "Bác", "Ông", "Bà", "Thầy")
_LONGEST_SYLLABLE = 7  # nghiêng: what is longer is several run together


def staff_label(text: str) -> str | None:
    """*text* as it is shown: “Bạn Sen” also of “bạn sen”. None unless it is a title and one word."""
    words = unicodedata.normalize("NFC", text).split()
    if len(words) != len(("title", "name")):
        return None
    title, name = (word.capitalize() for word in words)
    as_written = words[1] in (name, name.lower(), name.upper())  # no capital within, as SenTrần has
    letters = len(name) <= _LONGEST_SYLLABLE and all(map(is_latin, name))
    return f"{title} {name}" if title in TITLES and as_written and letters else None
