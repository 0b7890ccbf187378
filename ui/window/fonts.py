"""The shipped fonts: a first family, a second should its files be lost, and the system's as a last resort.

A family counts only if both its weights can be loaded. That they draw every letter, `ui.window.screen_probe`
knows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QFontDatabase

from resources import path

FAMILIES: tuple[tuple[str, str], ...] = (("Noto Sans", "NotoSans"), ("Open Sans", "OpenSans"))
_WEIGHTS = ("Regular", "Bold")


class FontFinding(NamedTuple):
    """What staff should know and do about the fonts."""

    code: Literal["first-font-missing", "no-shipped-font"]
    vi: str
    en: str


class Fonts(NamedTuple):
    """The family to draw with, and what is wrong, if anything."""

    family: str
    finding: FontFinding | None = None


def load_fonts(folder: Path | None = None) -> Fonts:
    """Load the first usable family of *folder* (default: the shipped one) into Qt. Never raises."""
    place = path("fonts") if folder is None else folder
    for order, (family, stem) in enumerate(FAMILIES):
        if all(_load(place / f"{stem}-{weight}.ttf", family) for weight in _WEIGHTS):
            return Fonts(family, None if order == 0 else _second_used(place))
    from PySide6.QtGui import QFont, QFontInfo  # slow to import, and hardly ever needed

    system = QFontInfo(QFont()).family()
    return Fonts(system, _none_usable(place, system))


def _load(file: Path, family: str) -> bool:
    font = (
        QFontDatabase.addApplicationFont(str(file)) if file.is_file() else -1
    )  # Qt warns of what is missing
    return font >= 0 and family in QFontDatabase.applicationFontFamilies(font)


def _second_used(folder: Path) -> FontFinding:
    first, second = FAMILIES[0][0], FAMILIES[1][0]
    return FontFinding(
        "first-font-missing",
        f"Thiếu hoặc hỏng phông chữ {first} trong {folder}. Máy đang dùng {second}; xin cài lại phần mềm.",
        f"The font {first} in {folder} is missing or damaged. {second} is used; please reinstall the kiosk.",
    )


def _none_usable(folder: Path, system: str) -> FontFinding:
    return FontFinding(
        "no-shipped-font",
        f"Không có phông chữ nào dùng được trong {folder}. Máy đang dùng {system}, "
        "dấu tiếng Việt có thể bị cắt; xin cài lại phần mềm.",
        f"No usable font in {folder}. {system} is used and may cut Vietnamese marks; "
        "please reinstall the kiosk.",
    )
