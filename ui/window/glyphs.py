"""The small signs on the drawn phone, in two colours of the theme: ``image://glyph/<name>/<ink>/<accent>/<pixels>``.

In the files ink is written `INK` and the accent `ACCENT`, so that they look right in any SVG viewer.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from resources import path
from ui.window.images.svg_images import NoSuchDrawing, SvgImages, rendered

INK = "#10243A"
ACCENT = "#946000"


class NoSuchGlyph(NoSuchDrawing):
    """There is no sign of that name."""


def draw_glyph(name: str, ink: str, accent: str, pixels: int) -> QImage:
    """The sign as a square image; colours are ``rrggbb`` or ``aarrggbb``. Raises `NoSuchGlyph`."""
    file = path("glyphs", f"{name}.svg")
    if not name.replace("-", "").isalnum() or not file.is_file():
        raise NoSuchGlyph(f"resources/glyphs has no {name}.svg")
    # Both at once: ink may be asked for in the very colour that stands for the accent.
    parts = (part.replace(ACCENT, f"#{accent[-6:]}") for part in file.read_text("utf-8").split(INK))
    return rendered(f"#{ink[-6:]}".join(parts), pixels)


class GlyphProvider(SvgImages):
    """Hands them to QML."""

    def __init__(self) -> None:
        super().__init__(2, draw_glyph)
