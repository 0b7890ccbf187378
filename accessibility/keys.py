"""What each key does. A ward may bind other keys in the section ``[keys]`` of its config.

Keys are named as Qt writes them, with ``_`` for a blank: ``Up``, ``Return``, ``Space``, ``F1``,
``Volume_Up``, ``1``. Storm Audio-Nav and X-keys pads are programmed with their makers' tools to type any
of these; joysticks made for computers type the arrows.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

Deed: TypeAlias = Literal[
    "up", "down", "back", "onward", "select", "help", "again", "pause",
    "slower", "faster", "quieter", "louder", "language", "speech", "move", "take", "switch",
    "staff",
]  # fmt: skip
"""`move` and `take` are two switches; `switch` is a single one: it starts the scan, then takes. `staff` asks
for a PIN, like the taps in the corner.
"""

Meaning: TypeAlias = Deed | Literal["nothing"]
"""What a key means here: a deed, or `nothing` where none is bound to it."""

Bindings: TypeAlias = Mapping[str, Deed]

DEFAULT_KEYS: Mapping[Deed, str] = MappingProxyType({
    # The arrows, Return, R, P, L, M and , . - = 1 2 are what VotingWorks' accessible controllers type.
    "up": "Up Backtab", "down": "Down Tab", "back": "Left", "onward": "Right", "select": "Return Enter",
    "help": "F1 R Help", "again": "F2", "pause": "P Pause Media_Play",
    "slower": ",", "faster": ".", "quieter": "- Volume_Down",
    "louder": "= + Volume_Up", "language": "L", "speech": "M Volume_Mute",
    "move": "1", "take": "2", "switch": "Space", "staff": "F12",
})  # fmt: skip

_NAMED = frozenset({
    "Up", "Down", "Left", "Right", "Return", "Enter", "Space", "Tab", "Backtab", "Backspace", "Esc", "Home",
    "End", "PgUp", "PgDown", "Ins", "Del", "Help", "Pause", "Print", "Menu", "Volume_Up", "Volume_Down",
    "Volume_Mute", "Media_Play", "Media_Stop", "Media_Next", "Media_Previous",
})  # fmt: skip


def is_key_name(name: str) -> bool:
    """Whether a key can be called so: a named key, F1…F35, or the one sign it types (a capital letter)."""
    if len(name) == 1:
        return name.isprintable() and not name.isspace() and name == name.upper()
    return name in _NAMED or (name.startswith("F") and name[1:].isdecimal() and 1 <= int(name[1:]) <= 35)


def bindings(keys: Mapping[Deed, str] = DEFAULT_KEYS) -> Bindings:
    """Key → deed, from the keys of each deed separated by blanks."""
    return {key: deed for deed, names in keys.items() for key in names.split()}
