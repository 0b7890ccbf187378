"""The process: Qt's application, one event loop for Qt and asyncio, and signals that end it politely.

The only module that knows `qasync`.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop

# A finger may shake this far (15 mm on a 21.5 inch panel) before a tap becomes a scroll.
DRAG_DISTANCE_PX = 60


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
    application.styleHints().setStartDragDistance(DRAG_DISTANCE_PX)
    return application


def run_until_done(application: QGuiApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run *main* on one loop for Qt and asyncio; returns what it returns."""
    with asyncio.Runner(loop_factory=lambda: QEventLoop(application)) as runner:
        return runner.run(main)


def on_end_signals(end: Callable[[], None]) -> None:
    """Call *end* on SIGTERM, SIGINT and SIGHUP, on the loop. (Windows has no loop-level signals.)"""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None:
            continue
        try:
            loop.add_signal_handler(number, end)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))
