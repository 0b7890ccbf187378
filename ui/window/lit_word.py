"""Where on the screen a spoken word lies, so that QML can put a rounded ground behind it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Slot
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SIDE_EM = 0.12  # less than half a space, so that the ground never reaches the next word


def _utf16_length(text: str) -> int:
    """Qt counts UTF-16 units; our word marks count code points, and an emoji is two of Qt's."""
    return len(text.encode("utf-16-le")) // 2


def _laid_out(text: str, font: QFont, width_px: float, line_px: float) -> QTextLayout:
    """The lines that Qt Quick's Text makes of the same words (Text.Wrap, Text.FixedHeight)."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout = QTextLayout(text.replace("\n", " "), font)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
        line.setPosition(line.position() + QRectF(0, top, 0, 0).topLeft())
        top += line_px
    layout.endLayout()
    return layout


@QmlElement
class LitWord(QObject):
    """Measures; draws nothing and remembers nothing."""

    @Slot(str, QFont, float, float, int, int, result="QVariantList")
    def boxes(
        self, text: str, font: QFont, width_px: float, line_px: float, start: int, end: int
    ) -> list[QRectF]:
        """One rectangle per line that ``text[start:end]`` (code points) touches, in the text's pixels."""
        if not 0 <= start < end <= len(text) or width_px <= 0:
            return []
        first, last = _utf16_length(text[:start]), _utf16_length(text[:end])
        layout = _laid_out(text, font, width_px, line_px)
        side = font.pixelSize() * _SIDE_EM
        boxes: list[QRectF] = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin < stop:
                left, right = _x_of(line.cursorToX(begin)), _x_of(line.cursorToX(stop))
                boxes.append(QRectF(left - side, line.y(), right - left + 2 * side, line_px))
        return boxes


def _x_of(cursor: object) -> float:
    # PySide returns the pair (x, cursor position) where C++ has an in-out argument.
    return float(cursor[0]) if isinstance(cursor, tuple) else float(cursor)  # type: ignore[arg-type]
