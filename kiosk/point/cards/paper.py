"""A resident's card on paper: the code with its quiet zone, beneath it what it is for. A PDF in memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColorConstants, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from accessibility.qr_code import QUIET_MODULES, modules_of
from kiosk.base.config.cards import Paper
from kiosk.base.system.print_service import CUPS, Cups, PrintJobs, PrintQueue
from ui.screens.card import Sheet

SIZES_MM: Mapping[Paper, tuple[float, float]] = MappingProxyType(
    {"A4": (210, 297), "A5": (148, 210), "A6": (105, 148), "80mm": (80, 150)}
)
CODE_MM, EDGE_MM, GAP_MM = 62.0, 6.0, 3.0  # the code fits on a receipt printer's 72 mm and in a purse
TITLE_PT, LINE_PT = 20.0, 15.0
DOTS_PER_INCH = 300
_DOTS_PER_MM = DOTS_PER_INCH / 25.4
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


def pdf_of(sheet: Sheet, paper: Paper, family: str) -> bytes:
    """One page, in letters of *family*. Needs Qt's application; any thread may draw it."""
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QSizeF(*SIZES_MM[paper]), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    draw_sheet(painter, sheet, SIZES_MM[paper][0] * _DOTS_PER_MM, QFont(family))
    painter.end()
    buffer.close()
    return bytes(written.data())


def draw_sheet(painter: QPainter, sheet: Sheet, width: float, font: QFont) -> None:
    """*width*: of the paper, in dots."""
    side, edge = CODE_MM * _DOTS_PER_MM, EDGE_MM * _DOTS_PER_MM
    _draw_code(painter, sheet.payload, QRectF((width - side) / 2, edge, side, side))
    y = edge + side
    for number, line in enumerate(sheet.lines):
        font.setPointSizeF(LINE_PT if number else TITLE_PT)
        font.setBold(not number)
        painter.setFont(font)
        room = QRectF(edge, y, width - 2 * edge, painter.window().height() - y)
        y += painter.boundingRect(room, _WRAPPED, line).height() + GAP_MM * _DOTS_PER_MM
        painter.drawText(room, _WRAPPED, line)


def _draw_code(painter: QPainter, payload: str, area: QRectF) -> None:
    modules = modules_of(payload)
    step = int(area.width() / (len(modules) + 2 * QUIET_MODULES))  # whole dots: no edge is grey
    left = round(area.x() + (area.width() - step * len(modules)) / 2)
    top = round(area.y() + (area.height() - step * len(modules)) / 2)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                painter.fillRect(left + column * step, top + row * step, step, step, QColorConstants.Black)


_TITLE = "card"


class CupsPrinter:
    """On the running event loop; `done` is called there."""

    def __init__(self, name: str, paper: Paper, family: str, cups: Cups = CUPS) -> None:
        """*family*: the letters to print in."""
        self._paper, self._family = paper, family
        width_mm, height_mm = SIZES_MM[paper]
        media = paper if paper != "80mm" else f"Custom.{width_mm:g}x{height_mm:g}mm"
        self._queue = PrintQueue(name, _TITLE, ("-o", f"media={media}", "-o", "print-scaling=none"), cups)
        self._jobs = PrintJobs("a card")

    def print(self, sheet: Sheet, done: Callable[[bool], None]) -> None:
        """Returns at once; *done* is called with whether paper came out."""
        self._jobs.begin(lambda: self._print(sheet), done)

    async def aclose(self) -> None:
        """What has not come out yet is withdrawn."""
        await self._jobs.aclose()

    async def _print(self, sheet: Sheet) -> None:
        await self._queue.print(await asyncio.to_thread(pdf_of, sheet, self._paper, self._family))
