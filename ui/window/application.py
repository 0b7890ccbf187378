"""Qt's application, as every part of the kiosk wants it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from typing import NoReturn

    from PySide6.QtCore import QtMsgType


def make_application(*, offscreen: bool = False) -> QGuiApplication:
    """Qt's application with the software renderer: bit-identical everywhere, and no GPU driver to trust.

    *offscreen* needs no display. Without one that can be used the process ends here, with 1, and says why.
    """
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ["QT_FORCE_STDERR_LOGGING"] = (
        "1"  # also on Windows, where `kiosk.log.logbook.qt_messages` reads it
    )
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # ms; Qt otherwise waits five before it draws what changed
    said: list[str] = []
    qInstallMessageHandler(lambda kind, _, message: _hear(said, kind, message))
    application = QGuiApplication(["kiosk"])
    qInstallMessageHandler(None)
    sys.stderr.writelines(f"{message}\n" for message in said)
    application.setApplicationName("kiosk")
    application.setQuitOnLastWindowClosed(False)
    return application


def _hear(said: list[str], kind: QtMsgType, message: str) -> None:
    from PySide6.QtCore import QtMsgType  # hardly ever needed, and slow to import

    said.append(message)
    if kind == QtMsgType.QtFatalMsg:
        _end(said)


def _end(said: list[str]) -> NoReturn:
    """Qt is about to abort: it found no display, and names a library that is there (“xcb-cursor0 is needed”).

    Asking the display before Qt would cost every start what only these pay.
    """
    from ui.window.no_display import ask_display

    display = ask_display(os.environ)
    if display.state != "there":
        said = [" ".join(both) for both in zip(display.said(), display.mend(), strict=True)]
    sys.stderr.writelines(f"{line}\n" for line in said)
    sys.stderr.flush()
    os._exit(1)
