"""The drawn phone's keys, on two layers, as they stand on a telephone: letters, and digits with signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from flows.practice.exercise.telex_keys import MOST_LETTERS, all_keys

Layer: TypeAlias = Literal["letters", "digits"]

ROWS: dict[Layer, tuple[str, str, str]] = {
    "letters": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "digits": ("1234567890", "-/:()@", ".,?!"),
}
LAST: dict[Layer, str] = {"letters": ",.", "digits": ""}
"""What stands beside the long key besides."""

_ON: dict[Layer, frozenset[str]] = {
    layer: frozenset("".join(rows) + LAST[layer] + " ") for layer, rows in ROWS.items()
}
KEYS = _ON["letters"] | _ON["digits"]
"""What can be typed at all."""


def layer_for(key: str, now: Layer) -> Layer:
    """Where *key* stands: on the layer that is shown, if it is there."""
    other: Layer = "digits" if now == "letters" else "letters"
    return now if key in _ON[now] else other


_WORDS = re.compile(r"[^\W\d_]+")


class Untypable(NamedTuple):
    """Why not, and the fields of the message about it."""

    why: Literal["length", "untypable", "not-telex"]
    fields: Mapping[str, object]


def untypable(text: str) -> Untypable | None:
    """None where it can be typed."""
    from flows.guide.composing import composed  # the search reads guides, whose rules ask this

    text = normalize("NFC", text)
    if not 0 < len(text) <= MOST_LETTERS or text != " ".join(text.split()):
        return Untypable("length", {"most": MOST_LETTERS})
    if strange := sorted(set(all_keys(text)) - KEYS):
        return Untypable("untypable", {"key": strange[0]})
    for word in _WORDS.findall(text.lower()):
        if composed("".join(all_keys(word))) != word:
            return Untypable("not-telex", {"word": word})
    return None
