"""Our pictograms in two colours of the theme: ``image://picto/<name>/<ink>/<accent>/<pixels>``.

In the files ink is written `INK` and the accent `ACCENT`, so that they look right in any SVG viewer.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

from resources import path
from ui.images.svg_images import NoSuchDrawing, SvgImages, rendered

INK = "#10243A"
ACCENT = "#946000"


class NoSuchPictogram(NoSuchDrawing):
    """There is no pictogram of that name."""


def pictogram_names() -> tuple[str, ...]:
    """What can stand for a step; the parts the drawn phone is made of are not among them."""
    return tuple(sorted(file.stem for file in path("pictograms").glob("*.svg")))


def draw_pictogram(name: str, ink: str, accent: str, pixels: int) -> QImage:
    """The pictogram as a square image; colours are ``rrggbb`` or ``aarrggbb``. Raises `NoSuchPictogram`."""
    drawing = _file_of(name).read_text("utf-8")
    # Both at once: ink may be asked for in the very colour that stands for the accent.
    parts = (part.replace(ACCENT, f"#{accent[-6:]}") for part in drawing.split(INK))
    return rendered(f"#{ink[-6:]}".join(parts), pixels)


def _file_of(name: str) -> Path:
    for folder in (path("pictograms"), path("pictograms", "parts")):
        file = folder / f"{name}.svg"
        if name.replace("-", "").isalnum() and file.is_file():
            return file
    raise NoSuchPictogram(f"resources/pictograms has no {name}.svg")


class PictogramProvider(SvgImages):
    """Hands pictograms to QML."""

    def __init__(self) -> None:
        super().__init__(2, draw_pictogram)
