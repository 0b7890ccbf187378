"""The drawn phone's keys, on two layers, as they stand on a telephone: letters, and digits with signs."""

from __future__ import annotations

from typing import Literal, TypeAlias

Layer: TypeAlias = Literal["letters", "digits"]

ROWS: dict[Layer, tuple[str, str, str]] = {
    "letters": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "digits": ("1234567890", "-/:()@", ".,?!"),
}
LAST: dict[Layer, str] = {"letters": ",.", "digits": ""}
"""What stands beside the long key besides."""

SPACE, TO_DIGITS, TO_LETTERS, ERASE = "space", "to-digits", "to-letters", "erase"
"""Keys that type no letter; the microphone is one too."""

_ON: dict[Layer, frozenset[str]] = {
    layer: frozenset("".join(rows) + LAST[layer] + " ") for layer, rows in ROWS.items()
}
KEYS = _ON["letters"] | _ON["digits"]
"""What can be typed at all."""


def layer_for(key: str, now: Layer) -> Layer:
    """Where *key* is found: on the layer that is shown, if it is there."""
    other: Layer = "digits" if now == "letters" else "letters"
    return now if key in _ON[now] else other
