"""Qt's application, as every part of the kiosk wants it."""

from __future__ import annotations

import os

from PySide6.QtGui import QGuiApplication


def make_application(*, offscreen: bool = False) -> QGuiApplication:
    """Qt's application with the software renderer: bit-identical everywhere, and no GPU driver to trust.

    *offscreen* needs no display.
    """
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ["QT_QPA_UPDATE_IDLE_TIME"] = "0"  # ms; Qt otherwise waits five before it draws what changed
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("kiosk")
    application.setQuitOnLastWindowClosed(False)
    return application
