"""The shipped fonts: a first family, a second should its files be lost, and the system's as a last resort.

A wrong tone mark is a different word, so a family counts only if both weights draw every Vietnamese letter.
"""

from __future__ import annotations

import unicodedata
from itertools import product
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QFontDatabase, QRawFont

from resources import path

FAMILIES: tuple[tuple[str, str], ...] = (("Noto Sans", "NotoSans"), ("Open Sans", "OpenSans"))
_WEIGHTS = ("Regular", "Bold")
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")


def _vietnamese_letters() -> frozenset[str]:
    toned = {
        unicodedata.normalize("NFC", vowel + tone)
        for vowel, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", _TONES)
    }
    return frozenset({letter for letter in toned if not letter.isascii()} | {"đ", "Đ"})


VIETNAMESE_LETTERS = _vietnamese_letters()
"""The 134 letters beyond ASCII, composed (NFC)."""


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
        files = [place / f"{stem}-{weight}.ttf" for weight in _WEIGHTS]
        if all(draws_vietnamese(file) for file in files) and _load(files, family):
            return Fonts(family, None if order == 0 else _second_used(place))
    from PySide6.QtGui import QFont, QFontInfo  # slow to import, and hardly ever needed

    system = QFontInfo(QFont()).family()
    return Fonts(system, _none_usable(place, system))


def draws_vietnamese(file: Path) -> bool:
    """Whether the font file can be read and has all 134 letters (`QFontMetrics.inFont` lies)."""
    font = QRawFont(str(file), 16.0) if file.is_file() else QRawFont()
    return font.isValid() and all(font.supportsCharacter(ord(letter)) for letter in VIETNAMESE_LETTERS)


def cap_em(file: Path) -> float:
    """Height of a capital ÷ font size, from the font itself."""
    return round(QRawFont(str(file), 1000.0).capHeight() / 1000, 4)


def _load(files: list[Path], family: str) -> bool:
    loaded = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return all(font >= 0 and family in QFontDatabase.applicationFontFamilies(font) for font in loaded)


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
