"""`python -m kiosk.machine.supervision.stopped_page SECONDS`: what to do, where the kiosk ended again and
again.

It needs what is least likely to be broken: Qt's window and a font. No QML, no guides, no database, no sound;
a config that cannot be read only leaves out the phone and the lamp. A touch anywhere, or a key, lights the
ward's lamp. It ends after SECONDS, and the kiosk is tried again.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRasterWindow,
    QTouchEvent,
)

from kiosk.base.version import __version__
from kiosk.machine.installing.places import CONFIG
from resources import path
from resources.toml import toml_of

_PHONE = re.compile(r"[0-9][0-9 .]{1,14}")
_PAPER, _INK, _CALL, _CALLED = (QColor(one) for one in ("#ffffff", "#1a1a1a", "#a3161e", "#1d5e20"))
_LEAST_LINES = 24  # of a screen's shorter side: what the page needs fits, upright and on its side
_LEAST_PIXELS, _GAP = 14.0, 0.7  # of ordinary text; between two lines, in its size
_LAMP_OUT_S = 10  # before the end: what opens next begins with a lamp that is out
_FAMILY = "Noto Sans"
_IN_THE_MIDDLE = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


Line: TypeAlias = tuple[float, bool, str]
"""Size beside ordinary text, whether it is bold, the text."""
CallState: TypeAlias = Literal["none", "calling", "called", "unlit"]
LAMP_ENDS_WITHIN_S, AGAIN_AFTER_S = 10.0, 20.0
"""Whoever leans on the glass calls no more often."""


class Lamp(NamedTuple):
    """The ward's commands, empty where there are none."""

    on: str = ""
    off: str = ""


class StoppedCall:
    """Lights the ward's lamp. `tick` now and then; nothing waits or fails, and what hangs is killed."""

    def __init__(self, lamp: Lamp, now_s: Callable[[], float] = time.monotonic) -> None:
        self._lamp, self._now_s = lamp, now_s
        self._running: subprocess.Popen[bytes] | None = None
        self._called_s: float | None = None
        self._begun_s = 0.0
        self.state: CallState = "none"

    def call(self) -> None:
        now_s = self._now_s()
        if self._called_s is not None and now_s - self._called_s < AGAIN_AFTER_S:
            return
        self.close()
        self._called_s, self.state = now_s, "calling"
        self._begin(self._lamp.on)
        self.tick()

    def put_the_lamp_out(self) -> None:
        if self._called_s is not None:
            self.close()
            self._begin(self._lamp.off)

    def tick(self) -> None:
        if self._running and self._running.poll() is None:
            if self._now_s() - self._begun_s <= LAMP_ENDS_WITHIN_S:
                return
            self.close()
        if self.state == "calling":
            lit = self._running is not None and self._running.returncode == 0
            self.state = "called" if lit else "unlit"

    def close(self) -> None:
        """Ends what still runs."""
        if self._running and self._running.poll() is None:
            self._running.kill()
            self._running.wait()

    def _begin(self, command: str) -> None:
        self._running, self._begun_s, nowhere = None, self._now_s(), subprocess.DEVNULL
        try:  # a quotation mark that is not closed; no such program
            if words := shlex.split(command):
                self._running = subprocess.Popen(words, stdin=nowhere, stdout=nowhere, stderr=nowhere)
        except (OSError, ValueError):
            return


def lines(minutes: int, phone: str) -> tuple[Line, ...]:
    """From top to bottom: residents first, then staff."""
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


def lamp_of(config: Path) -> Lamp:
    """As the config says; none where it cannot be read."""
    try:
        section = toml_of(config.read_text("utf-8")).get("help", {})
        commands = (section.get("lamp_on", ""), section.get("lamp_off", ""))
    except (OSError, ValueError, AttributeError, RecursionError):
        return Lamp()
    return Lamp(*(command if isinstance(command, str) else "" for command in commands))


def phone_of(config: Path) -> str:
    """The number that the config tells residents to call; empty where there is none that can be read."""
    try:
        table = toml_of(config.read_text("utf-8"))
        numbers = (table.get("place", {}).get("help_phone"), table.get("help", {}).get("further_phone"))
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    phones = (number.strip() for number in numbers if isinstance(number, str))
    return next((number for number in phones if _PHONE.fullmatch(number)), "")


ON_THE_BUTTON: dict[CallState, str] = {
    "none": "Gọi cán\u00a0bộ",
    "calling": "Máy đang gọi cán\u00a0bộ",
    "called": "Cháu đã gọi cán\u00a0bộ.\nBác chờ ở đây ạ.",
    "unlit": "Máy không gọi được.\nBác vẫy tay để gọi ạ.",
}


def unit_of(width: int, height: int) -> float:
    """The unit of sizes: pixels of ordinary text."""
    return min(width, height) / _LEAST_LINES


def rooms_of(width: int, height: int) -> tuple[QRect, QRect]:
    """Where the text stands, and the button: beneath it, or beside it where the screen lies on its side."""
    margin = int(unit_of(width, height) * 1.5)
    if height >= width:
        high = int(height * 0.2)
        button = QRect(margin, height - margin - high, width - 2 * margin, high)
        return QRect(margin, margin, width - 2 * margin, button.top() - 2 * margin), button
    wide = int(width * 0.3)
    button = QRect(width - margin - wide, margin, wide, height - 2 * margin)
    return QRect(margin, margin, button.left() - 2 * margin, height - 2 * margin), button


def size_of_text(page_lines: Sequence[Line], room: QRect, unit: float) -> float:
    """Pixels of ordinary text: *unit*, or less where not all of it has room."""
    while unit > _LEAST_PIXELS and _height(page_lines, room.width(), unit) > room.height():
        unit *= 0.97
    return unit


def _height(page_lines: Sequence[Line], wide: int, unit: float) -> float:
    high = 0.0
    for size, bold, words in page_lines:
        metrics = QFontMetrics(_font(unit * size, bold))
        high += metrics.boundingRect(QRect(0, 0, wide, 10_000), _WRAPPED, words).height() + unit * _GAP
    return high - unit * _GAP


class StoppedPage(QRasterWindow):
    """Draws the lines and the button over the whole screen, and counts the minutes."""

    def __init__(self, seconds: int, phone: str, call: StoppedCall) -> None:
        super().__init__()
        self._seconds, self._phone, self._call = seconds, phone, call
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._pass_s)
        self._timer.start(1000)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), _PAPER)
        painter.setPen(_INK)
        unit, (room, button) = unit_of(self.width(), self.height()), rooms_of(self.width(), self.height())
        page_lines, top = lines(max(1, round(self._seconds / 60)), self._phone), room.top()
        text_unit = size_of_text(page_lines, room, unit)
        for size, bold, words in page_lines:
            painter.setFont(_font(text_unit * size, bold))
            taken = painter.boundingRect(
                QRect(room.left(), top, room.width(), self.height()), _WRAPPED, words
            )
            painter.drawText(taken, _WRAPPED, words)
            top = taken.bottom() + int(text_unit * _GAP)
        self._draw_button(painter, button, unit)
        painter.end()

    def _draw_button(self, painter: QPainter, button: QRect, unit: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_CALLED if self._call.state == "called" else _CALL)
        painter.drawRoundedRect(button, unit, unit)
        painter.setPen(_PAPER)
        painter.setFont(_font(unit * (2.2 if self._call.state == "none" else 1.6), True))
        inner = button.adjusted(int(unit), int(unit), -int(unit), -int(unit))
        painter.drawText(inner, _IN_THE_MIDDLE, ON_THE_BUTTON[self._call.state])

    def touchEvent(self, event: QTouchEvent) -> None:
        if event.type() == QEvent.Type.TouchBegin:
            self._call_staff()
        event.accept()  # or Qt makes a press of a mouse of it as well

    def mousePressEvent(self, _: QMouseEvent) -> None:
        self._call_staff()

    def keyPressEvent(self, _: QKeyEvent) -> None:
        self._call_staff()

    def _call_staff(self) -> None:
        self._call.call()
        self.update()

    def _pass_s(self) -> None:
        before = self._call.state
        self._call.tick()
        self._seconds -= 1
        if self._seconds == _LAMP_OUT_S:
            self._call.put_the_lamp_out()
        if self._seconds <= 0:
            QGuiApplication.exit(0)
        elif self._seconds % 60 == 0 or self._call.state != before:
            self.update()


def _font(pixels: float, bold: bool) -> QFont:
    font = QFont(_FAMILY)
    font.setPixelSize(max(12, int(pixels)))
    font.setBold(bold)
    return font


def main(arguments: list[str]) -> int:
    seconds = int(arguments[0]) if arguments and arguments[0].isdecimal() else 300
    application = QGuiApplication(["kiosk-stopped"])
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(path("fonts") / f"NotoSans-{weight}.ttf"))
    call = StoppedCall(lamp_of(CONFIG))
    page = StoppedPage(seconds, phone_of(CONFIG), call)
    page.showFullScreen()
    code = application.exec()
    call.close()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
