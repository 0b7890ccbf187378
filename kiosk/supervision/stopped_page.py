"""`python -m kiosk.supervision.stopped_page SECONDS`: what to do, where the kiosk ended again and again.

It needs what is least likely to be broken: Qt's window and a font. No QML, no guides, no database; a config
that cannot be read only leaves out the phone. It ends after SECONDS, and the kiosk is tried again.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QRasterWindow,
)

from kiosk.installing.places import CONFIG
from kiosk.version import __version__
from resources import path

_PHONE = re.compile(r"[0-9][0-9 .]{1,14}")
_PAPER, _INK = QColor("#ffffff"), QColor("#1a1a1a")
_LEAST_LINES = 24  # of a screen's shorter side: what the page needs fits, upright and on its side
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


def lines(minutes: int, phone: str) -> tuple[tuple[float, bool, str], ...]:
    """(size beside ordinary text, bold, text) from top to bottom: residents first, then staff."""
    call = f"Bác có thể gọi số {phone}." if phone else ""
    return (
        (1.8, True, "Máy đang nghỉ một lát"),
        (1.4, False, f"Bác nhờ cán bộ giúp ạ. {call}".rstrip()),
        (0.7, False, "The kiosk is out of order. Please ask the staff."),
        (1.0, True, "Cán bộ làm theo thứ tự:"),
        (1.0, False, f"1. Chờ {minutes} phút nữa. Máy tự mở lại."),
        (1.0, False, "2. Không mở thì tắt nguồn, chờ 10 giây, rồi bật lại."),
        (
            1.0,
            False,
            "3. Vẫn không mở thì gọi người phụ trách kỹ thuật của phường. Đọc cho họ dòng dưới đây.",
        ),
        (1.0, True, f"Ki-ốt dừng nhiều lần liên tiếp · bản {__version__}"),
    )


def phone_of(config: Path) -> str:
    """The number that the config tells residents to call; empty where there is none that can be read."""
    try:
        told = tomllib.loads(config.read_text("utf-8"))
        numbers = (told.get("place", {}).get("help_phone"), told.get("help", {}).get("further_phone"))
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    said = (one.strip() for one in numbers if isinstance(one, str))
    return next((one for one in said if _PHONE.fullmatch(one)), "")


class StoppedPage(QRasterWindow):
    """Draws the lines over the whole screen, and counts the minutes."""

    def __init__(self, seconds: int, phone: str) -> None:
        super().__init__()
        self._seconds, self._phone = seconds, phone
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._pass_s)
        self._timer.start(1000)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), _PAPER)
        painter.setPen(_INK)
        unit = min(self.width() / _LEAST_LINES, self.height() / _LEAST_LINES)
        margin = int(unit * 1.5)
        top, wide = margin, self.width() - 2 * margin
        for size, bold, text in lines(max(1, round(self._seconds / 60)), self._phone):
            font = QFont("Noto Sans")
            font.setPixelSize(max(12, int(unit * size)))
            font.setBold(bold)
            painter.setFont(font)
            room = painter.boundingRect(QRect(margin, top, wide, self.height()), _WRAPPED, text)
            painter.drawText(room, _WRAPPED, text)
            top = room.bottom() + int(unit * 0.7)
        painter.end()

    def _pass_s(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            QGuiApplication.exit(0)
        elif self._seconds % 60 == 0:
            self.update()


def main(arguments: list[str]) -> int:
    seconds = int(arguments[0]) if arguments and arguments[0].isdecimal() else 300
    application = QGuiApplication(["kiosk-stopped"])
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(path("fonts") / f"NotoSans-{weight}.ttf"))
    page = StoppedPage(seconds, phone_of(CONFIG))
    page.showFullScreen()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
