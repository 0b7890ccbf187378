"""How the words of several tiles break, so that QML can choose letters for all of them at once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtQml import QmlElement

from accessibility.sizes import AVERAGE_ADVANCE_EM, LEAST_CHARACTERS_A_LINE

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

LEADING_ON = frozenset((
    "của", "cho", "ở", "trên", "trong", "với", "và", "hay", "qua", "tại", "từ", "đến", "bằng", "để",
    "vào", "bị",
    "the", "a", "an", "of", "on", "in", "to", "for", "with", "and", "or", "from", "at", "by", "your", "my",
    "le", "la", "les", "un", "une", "des", "de", "du", "à", "au", "aux", "dans", "sur", "pour", "avec",
    "et", "ou", "par", "en", "sa", "son", "ses", "votre",
))  # fmt: skip
"""A title that is cut does not end with one of these."""


@QmlElement
class TextRuler(QObject):
    """Measures bold words as Qt Quick's Text lays them; draws nothing. What was measured is kept."""

    @Slot(str, str, int, float, int, int, result="QVariantList")
    def rows(
        self, labels: str, family: str, pixels: int, width_px: float, columns: int, ahead: int
    ) -> list[int]:
        """Of each row of a grid how many lines its longest label needs, *labels* being a line each and the
        first *ahead* cells taken; empty where a word is broader than *width_px*.
        """
        return list(_rows(labels, family, pixels, width_px, columns, ahead))

    @Slot(str, str, int, int, float, result=int)
    def paragraph(self, text: str, family: str, most_px: int, least_px: int, width_px: float) -> int:
        """The largest letters in which no word of *text* is broken and no line is too short to read."""
        for pixels in range(most_px, least_px, -1):
            lines = _rows(text, family, pixels, width_px, 1, 0)
            roomy = width_px >= LEAST_CHARACTERS_A_LINE * AVERAGE_ADVANCE_EM * pixels
            if lines and (roomy or lines[0] <= 2):
                return pixels
        return least_px

    @Slot(str, str, int, int, float, int, result=int)
    def fitting(
        self, text: str, family: str, most_px: int, least_px: int, width_px: float, lines: int
    ) -> int:
        """The largest letters in which *text* needs no more than so many lines, or *least_px*."""
        for pixels in range(most_px, least_px, -1):
            needed = _rows(text, family, pixels, width_px, 1, 0)
            if needed and needed[0] <= lines:
                return pixels
        return least_px

    @Slot(str, str, int, int, float, result=int)
    def unbroken(self, text: str, family: str, most_px: int, least_px: int, width_px: float) -> int:
        """The largest letters in which no word of *text* is broader than *width_px*, or *least_px*."""
        fits = (
            pixels for pixels in range(most_px, least_px, -1) if _rows(text, family, pixels, width_px, 1, 0)
        )
        return next(fits, least_px)

    @Slot(str, str, int, float, int, result=str)
    def beginning(self, text: str, family: str, pixels: int, width_px: float, lines: int) -> str:
        """As many whole words of *text* as stand on so many lines, and an ellipsis if there are more.

        A single word of several says too little, and one that leads on ("dans", "cho") says nothing: without.
        """
        words = text.split(" ")
        for count in range(len(words), 0, -1):
            cut = count < len(words)
            if cut and (count == 1 or words[count - 1].casefold() in LEADING_ON):
                continue
            shown = " ".join(words[:count]).rstrip(",;:–-") + ("…" if cut else "")
            needed = _rows(shown, family, pixels, width_px, 1, 0)
            if needed and needed[0] <= lines:
                return shown
        return ""


@lru_cache(maxsize=1024)
def _rows(
    labels: str, family: str, pixels: int, width_px: float, columns: int, ahead: int
) -> tuple[int, ...]:
    if not labels or columns < 1 or width_px <= 0:
        return ()
    font = _bold(family, pixels)
    broad = QFontMetricsF(font)
    words = {word for label in labels.split("\n") for word in label.split(" ")}
    if any(broad.horizontalAdvance(word) > width_px for word in words):
        return ()
    lines = [_lines(label, font, width_px) for label in labels.split("\n")]
    cells = [0] * ahead + lines
    return tuple(max(cells[at : at + columns]) for at in range(0, len(cells), columns))


def _bold(family: str, pixels: int) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(True)
    return font


def _lines(text: str, font: QFont, width_px: float) -> int:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setUseDesignMetrics(True)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
    layout.endLayout()
    return layout.lineCount()
