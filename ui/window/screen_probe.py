"""Prints, as one line of JSON, what Qt sees here: screens, touch devices, the shipped fonts' letters.

A process of its own (``python -m ui.window.screen_probe FONT_FOLDER``): Qt aborts a process that has no
display.

The letters are asked of the font files themselves: a wrong tone mark is a different word. A start does not
ask: that a file is whole is seen as it is loaded.
"""

from __future__ import annotations

import json
import string
import sys
import unicodedata
from itertools import product
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputDevice, QRawFont

from ui.window.fonts import load_fonts


def seen(application: QGuiApplication, font_folder: Path) -> dict[str, object]:
    missing: set[str] = set()
    families: list[str] = []
    for file in sorted(font_folder.glob("*.ttf")):
        lacking = missing_letters(file)
        if lacking is None:
            continue
        missing |= lacking
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    trouble = load_fonts(font_folder).finding
    touch = QInputDevice.DeviceType.TouchScreen
    return {
        "screens": [
            {
                "name": screen.name(),
                "px": [screen.size().width(), screen.size().height()],
                "mm": [screen.physicalSize().width(), screen.physicalSize().height()],
            }
            for screen in application.screens()
        ],
        "touch_devices": [one.name() for one in QInputDevice.devices() if one.type() == touch],
        "font_families": sorted(set(families)),
        "missing_letters": "".join(sorted(missing)),
        "font_trouble": [] if trouble is None else [trouble.vi, trouble.en],
    }


def main() -> int:
    application = QGuiApplication([])
    sys.stdout.write(json.dumps(seen(application, Path(sys.argv[1]))) + "\n")
    return 0


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


if __name__ == "__main__":
    sys.exit(main())
