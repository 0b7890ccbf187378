"""Which of the kiosk's own sentences is also written: who does not hear must not miss it. Pure.

What a screen says of itself stands on it. These are said beside a screen; for those who touch what they see,
a change of size or colour is its own answer, and needs no line.
"""

from __future__ import annotations

_SHORT = dict.fromkeys(("private.ask", "private.ask_here"), "private.caption")
_NOWHERE_ELSE = (
    "card.", "sheet.", "resume.", "fitted.", "preset.", "training.", "opening.", "point.shift_",
    "comfort.hold_longer", "comfort.moved_for_", "comfort.explore",
    "comfort.low_reach_is_on_resized", "comfort.low_reach_is_off_resized",
)  # fmt: skip
_ALWAYS = (*_NOWHERE_ELSE, "private.", "output.loudspeaker", "strip.speech")
_BY_KEYS = ("comfort.", "strip.")


_OF_SOUND = ("private.", "output.")


def caption_of(key: str, *, by_keys: bool, no_sound: bool = False) -> str:
    """The key of the words to write while the sentence of *key* is said; empty: none.

    Where there is *no_sound*, nothing offers to be heard: that there is none stands there already.
    """
    shown = key.startswith(_ALWAYS) or (by_keys and key.startswith(_BY_KEYS))
    shown = shown and not (no_sound and key.startswith(_OF_SOUND))
    return _SHORT.get(key, key) if shown else ""


def is_written_in_silence(key: str) -> bool:
    """Whether the sentence is written also where the voice is off: nothing else tells of a card's fate, that
    an offer is about to lapse, why a press was not taken, or how many taps choose. Staff see the kiosk
    without a voice.
    """
    return key.startswith(_NOWHERE_ELSE)
