"""QR codes of official addresses, as an image provider: ``image://qr/<payload, percent-encoded>``.

Drawn black on white in every theme, with the quiet zone of `accessibility.qr_code`, and with whole pixels per
module so that no edge is grey.
"""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QColorConstants, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

from accessibility.qr_code import QUIET_MODULES, modules_of

SMALLEST_PX = 64


def draw(payload: str, side_px: int) -> QImage:
    """A square of *side_px*; modules are as large as whole pixels allow, the rest is quiet zone."""
    modules = modules_of(payload)
    image = QImage(side_px, side_px, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    module_px = max(1, side_px // (len(modules) + 2 * QUIET_MODULES))
    offset = (side_px - module_px * len(modules)) // 2
    painter = QPainter(image)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                x, y = offset + column * module_px, offset + row * module_px
                painter.fillRect(x, y, module_px, module_px, QColorConstants.Black)
    painter.end()
    return image


class QrImages(QQuickImageProvider):
    """Draws the code of the payload in the address, at the size QML asks for (`sourceSize`)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, requested: QSize) -> QImage:  # noqa: ARG002 (Qt's signature)
        return draw(unquote(address), max(requested.width(), SMALLEST_PX))
