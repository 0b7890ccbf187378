"""What a resident presses on the kiosk's own keyboard. What was typed is in no `repr`, and in no log."""

from __future__ import annotations

from ui.visit.actions.chosen import Chosen
from ui.visit.actions.plain import Plain


class TypeKey(Chosen[str], prefix="key."):
    """A letter or a digit."""


class PutTone(Chosen[str], prefix="tone."):
    """A tone on the last word, as VNI numbers them: 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng."""


class Keyboard(Plain):
    """Keys that type nothing of their own."""

    SPACE = "key-space"
    ERASE = "key-erase"
    ERASE_ALL = "key-erase-all"
    MARKS = "key-marks"  # to the marks and digits
    LETTERS = "key-letters"  # and back
    MICROPHONE = "key-microphone"  # of the drawn phone: nothing listens


class CallNumber(Chosen[str], prefix="call-number."):
    """An official number, to be seen in large digits."""
