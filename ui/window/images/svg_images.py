"""Our SVG drawings as images for QML, drawn once in each colour and size: the address ends with the pixels.

Qt Quick's software renderer has no shader effects, so a drawing cannot be tinted on the screen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

LIMIT_BYTES = 16 * 1024 * 1024


class DrawnImages:
    """Keeps up to *limit_bytes* of pixels; what was not asked for longest goes first."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        self._limit_bytes, self._bytes = limit_bytes, 0
        self._images: OrderedDict[str, QImage] = OrderedDict()

    def of(self, address: str, draw: Callable[[], QImage]) -> QImage:
        """The image of *address*, drawn if it is not there. Raises what *draw* raises."""
        image = self._images.get(address)
        if image is None:
            image = self._images[address] = draw()
            self._bytes += image.sizeInBytes()
            while self._bytes > self._limit_bytes:
                self._bytes -= self._images.popitem(last=False)[1].sizeInBytes()
        else:
            self._images.move_to_end(address)
        return image

    def forget(self) -> None:
        """Somebody has gone, whose colours and sizes these are."""
        self._images.clear()
        self._bytes = 0


_LARGEST_PX = 2048


class NoSuchDrawing(Exception):
    """A screen asked for a drawing we do not ship, or wrote its address wrongly."""


def rendered(svg: str, pixels: int) -> QImage:
    """The drawing on nothing, *pixels* high and as wide as it is drawn."""
    drawing = QSvgRenderer(svg.encode())
    drawn = drawing.defaultSize()
    width = max(1, round(pixels * drawn.width() / drawn.height())) if drawn.height() > 0 else pixels
    clear = bytes(4 * width * pixels)
    image = QImage(clear, width, pixels, QImage.Format.Format_ARGB32_Premultiplied).copy()
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


class SvgImages(QQuickImageProvider):
    """Hands drawings to QML. An unknown name is our mistake: Qt then warns, and tests fail on warnings."""

    def __init__(self, colours: int, draw: Callable[..., QImage]) -> None:
        """*draw* takes a name, so many colours, and the pixels. May raise `NoSuchDrawing`."""
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._colours, self._draw, self._drawn = colours, draw, DrawnImages()

    def forget(self) -> None:
        """Nobody is here any more."""
        self._drawn.forget()

    def requestImage(self, address: str, size: QSize, _requested: QSize) -> QImage:
        try:
            name, *colours, pixels = address.split("/")
            side = min(max(int(pixels), 1), _LARGEST_PX)
            if len(colours) != self._colours:
                raise NoSuchDrawing(address)
            image = self._drawn.of(address, lambda: self._draw(name, *colours, side))
        except (NoSuchDrawing, ValueError):
            return QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
