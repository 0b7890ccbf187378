"""Words that others chose (the name of a file on a stick, what a server answered) as they may be printed."""

from __future__ import annotations

from unicodedata import category

MOST_CHARACTERS = 400
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(words: object) -> str:
    """*words* in one line. What would steer the terminal (colours, a new line, the cursor), turn the
    direction of reading or not be seen at all is shown by its number, such as ``\\x1b``.
    """
    text = str(words)
    if len(text) > MOST_CHARACTERS:
        text = f"{text[:MOST_CHARACTERS]}…"
    return "".join(_shown(one) if category(one) in _UNSEEN else one for one in text)


def _shown(one: str) -> str:
    return f"\\x{ord(one):02x}" if one.isascii() else one.encode("ascii", "backslashreplace").decode()
