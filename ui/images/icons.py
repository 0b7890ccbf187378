"""Our SVG icons in any theme's colour: ``image://icon/<name>/<rrggbb>/<pixels>``.

Qt Quick's software renderer has no shader effects, so an icon cannot be tinted on the screen; it is drawn
in its colour instead. Names are the files of `resources/icons`.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from resources import path
from ui.images.drawn_images import DrawnImages

_LARGEST_PX = 2048


class NoSuchIcon(Exception):
    """A screen asked for an icon we do not ship, or wrote its address wrongly."""


def icon_names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in path("icons").glob("*.svg")))


def draw_icon(name: str, colour: str, pixels: int) -> QImage:
    """The icon as a square image. `colour` is ``rrggbb`` or ``aarrggbb``. Raises `NoSuchIcon`."""
    file = path("icons", f"{name}.svg")
    if not name.replace("-", "").isalnum() or not file.is_file():
        raise NoSuchIcon(f"resources/icons has no {name}.svg")
    drawing = file.read_text("utf-8").replace("currentColor", f"#{colour[-6:]}")
    clear = bytes(4 * pixels * pixels)
    image = QImage(clear, pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied).copy()
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


class IconProvider(QQuickImageProvider):
    """Hands icons to QML. An unknown name is our mistake: Qt then warns, and tests fail on warnings."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._drawn = DrawnImages()

    def forget(self) -> None:
        """Nobody is here any more."""
        self._drawn.forget()

    def requestImage(self, address: str, size: QSize, _requested: QSize) -> QImage:
        try:
            name, colour, pixels = address.split("/")
            side = min(max(int(pixels), 1), _LARGEST_PX)
            image = self._drawn.of(address, lambda: draw_icon(name, colour, side))
        except (NoSuchIcon, ValueError):
            return QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
