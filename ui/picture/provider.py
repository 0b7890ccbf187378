"""Our pictograms in two colours of the theme: ``image://picto/<name>/<ink>/<accent>/<pixels>``.

The software renderer cannot tint an image on the screen, so it is drawn in its colours instead. In the
files ink is written `INK` and the accent `ACCENT`, so that they also look right in any SVG viewer.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from resources import path
from ui.images.drawn_images import DrawnImages

INK = "#10243A"
ACCENT = "#946000"
_LARGEST_PX = 2048


class NoSuchPictogram(Exception):
    """A picture asked for a pictogram we do not ship, or wrote its address wrongly."""


def pictogram_names() -> tuple[str, ...]:
    """What can stand for a step; the parts the drawn phone is made of are not among them."""
    return tuple(sorted(file.stem for file in path("pictograms").glob("*.svg")))


def draw_pictogram(name: str, ink: str, accent: str, pixels: int) -> QImage:
    """The pictogram as a square image; colours are ``rrggbb`` or ``aarrggbb``. Raises `NoSuchPictogram`."""
    drawing = _file_of(name).read_text("utf-8")
    # Both at once: ink may be asked for in the very colour that stands for the accent.
    parts = (part.replace(ACCENT, f"#{accent[-6:]}") for part in drawing.split(INK))
    coloured = f"#{ink[-6:]}".join(parts)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def _file_of(name: str) -> Path:
    for folder in (path("pictograms"), path("pictograms", "parts")):
        file = folder / f"{name}.svg"
        if name.replace("-", "").isalnum() and file.is_file():
            return file
    raise NoSuchPictogram(f"resources/pictograms has no {name}.svg")


class PictogramProvider(QQuickImageProvider):
    """Hands pictograms to QML. An unknown name is our mistake: Qt then warns, and tests fail on warnings."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawn = DrawnImages()

    def forget(self) -> None:
        """Nobody is here any more."""
        self._drawn.forget()

    def requestImage(self, address: str, size: QSize, _requested: QSize) -> QImage:
        try:
            name, ink, accent, pixels = address.split("/")
            side = max(1, min(int(pixels), _LARGEST_PX))
            image = self._drawn.of(address, lambda: draw_pictogram(name, ink, accent, side))
        except (NoSuchPictogram, ValueError):
            return QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
