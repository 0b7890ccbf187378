"""Prints, as one line of JSON, what Qt sees here: screens, touch devices, the shipped fonts' letters.

A process of its own (``python -m ui.screen_probe FONT_FOLDER``): Qt aborts a process that has no display.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication, QInputDevice

from ui.fonts import load_fonts
from ui.letters import missing_letters


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


if __name__ == "__main__":
    sys.exit(main())
