"""Whether a text can be typed by the drawn keys, so that a real telephone would show the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple
from unicodedata import normalize

from flows.exercise.keyboard import KEYS
from flows.exercise.telex_keys import MOST_LETTERS, all_keys

_WORDS = re.compile(r"[^\W\d_]+")


class Untypable(NamedTuple):
    """Why not, and what is told of it."""

    why: Literal["length", "untypable", "not-telex"]
    told: Mapping[str, object]


def untypable(text: str) -> Untypable | None:
    """None where it can be typed."""
    from flows.search.composing import composed  # the search reads guides, whose rules ask this

    text = normalize("NFC", text)
    if not 0 < len(text) <= MOST_LETTERS or text != " ".join(text.split()):
        return Untypable("length", {"most": MOST_LETTERS})
    if strange := sorted(set(all_keys(text)) - KEYS):
        return Untypable("untypable", {"key": strange[0]})
    for word in _WORDS.findall(text.lower()):
        if composed("".join(all_keys(word))) != word:
            return Untypable("not-telex", {"word": word})
    return None
