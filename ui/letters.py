"""Which letters a font file draws, asked of the file itself: a wrong tone mark is a different word.

The doctor and the tests ask. A start does not: that a file is whole is seen as it is loaded.
"""

from __future__ import annotations

import string
import unicodedata
from itertools import product
from pathlib import Path

from PySide6.QtGui import QRawFont

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _vietnamese_letters() -> frozenset[str]:
    toned = {
        unicodedata.normalize("NFC", vowel + tone)
        for vowel, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", _TONES)
    }
    return frozenset({letter for letter in toned if not letter.isascii()} | {"đ", "Đ"})


VIETNAMESE_LETTERS = _vietnamese_letters()
"""The 134 letters beyond ASCII, composed (NFC)."""


def missing_letters(file: Path) -> frozenset[str] | None:
    """The letters, Vietnamese and plain, that the font lacks; None if it is no font that can be read.

    (`QFontMetrics.inFont` lies: it answers for the fallback fonts too.)
    """
    font = QRawFont(str(file), 16.0)
    if not font.isValid():
        return None
    letters = VIETNAMESE_LETTERS | set(string.ascii_letters)
    return frozenset(letter for letter in letters if not font.supportsCharacter(ord(letter)))


def cap_em(file: Path) -> float:
    """Height of a capital ÷ font size, from the font itself."""
    return round(QRawFont(str(file), 1000.0).capHeight() / 1000, 4)
