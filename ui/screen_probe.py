"""Prints, as one line of JSON, what Qt sees here: screens, touch devices, the shipped fonts' letters.

A process of its own (``python -m ui.screen_probe FONT_FOLDER``): Qt aborts a process that has no display.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputDevice, QRawFont

from ui.fonts import load_fonts

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def vietnamese_letters() -> str:
    """All 134 accented letters and the plain ones, small and capital, NFC."""
    small = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES}
    small |= set("đabcdefghijklmnopqrstuvwxyz")
    return "".join(sorted(small | {letter.upper() for letter in small}))


def seen(application: QGuiApplication, font_folder: Path) -> dict[str, object]:
    missing: set[str] = set()
    families: list[str] = []
    for file in sorted(font_folder.glob("*.ttf")):
        # QFontMetrics.inFont answers for the fallback fonts too; QRawFont for this file alone.
        raw = QRawFont(str(file), 16)
        if not raw.isValid():
            continue
        missing |= {letter for letter in vietnamese_letters() if not raw.supportsCharacter(ord(letter))}
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


if __name__ == "__main__":
    sys.exit(main())
