"""The small signs on the drawn phone are drawn in the theme's colours."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage

from resources import path
from ui.window.glyphs import ACCENT, INK, GlyphProvider, NoSuchGlyph, draw_glyph

ALL = sorted(file.stem for file in path("glyphs").glob("*.svg"))


def colours(image: QImage) -> set[str]:
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in spots if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", ALL)
def test_every_sign_is_drawn_in_the_colours_asked_for_and_no_other(name: str) -> None:
    source = path("glyphs", f"{name}.svg").read_text("utf-8")
    assert {found.upper() for found in re.findall(r"#[0-9A-Fa-f]{3,8}", source)} <= {
        INK.upper(),
        ACCENT.upper(),
    }
    seen = colours(draw_glyph(name, "00ff00", "0000ff", 96))
    assert "#00ff00" in seen or "#0000ff" in seen
    # Antialiasing mixes the two; nothing of the colours in the file is left.
    assert INK.lower() not in seen
    assert ACCENT.lower() not in seen


def test_ink_in_the_very_colour_that_stands_for_the_accent_stays_ink() -> None:
    seen = colours(draw_glyph("person", ACCENT.lstrip("#"), "ff0000", 96))
    assert "#ff0000" in seen and ACCENT.lower() in seen


def test_an_unknown_name_is_refused_and_draws_nothing(qapp: QGuiApplication) -> None:
    for name in ("no-such-thing", "../icons/back", ""):
        with pytest.raises(NoSuchGlyph):
            draw_glyph(name, "000000", "000000", 8)
    provider = GlyphProvider()
    assert provider.requestImage("no-such-thing/000000/000000/8", QSize(), QSize()).isNull()
    assert provider.requestImage("hand/000000", QSize(), QSize()).isNull()
    assert provider.requestImage("hand/000000/000000/8", QSize(), QSize()).width() == 8
