"""People who use the kiosk alone, each by a way of their own. They know a screen only from what they sense.

Each begins at the invitation with what that person has, looks for something by its name, and takes it.
"""

from __future__ import annotations

from support.walkers.by_ear import Feeler, Swiper
from support.walkers.by_picture import NonReader
from support.walkers.pointers import Keypad, OneSwitch, Pointer, TwoSwitches
from support.walkers.walker import Walker

WAYS: dict[str, type[Walker]] = {
    "keypad": Keypad,
    "two switches": TwoSwitches,
    "one switch": OneSwitch,
    "swiping": Swiper,
    "feeling": Feeler,
    "not reading": NonReader,
}

__all__ = ["WAYS", "Feeler", "Keypad", "NonReader", "OneSwitch", "Pointer", "Swiper", "TwoSwitches", "Walker"]
