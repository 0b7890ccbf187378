"""One event loop for Qt and asyncio, and signals that end it politely. Only this module knows `qasync`."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop

from kiosk.base.system.end_signals import END_SIGNALS, asked


class ScreenGone(Exception):
    """The X server or the compositor has ended, and Qt's loop with it: nothing can wait on it any more."""


def run_until_done(application: QGuiApplication, main: Coroutine[Any, Any, int]) -> int:
    """Run *main* on one loop for Qt and asyncio; returns what it returns. Raises `ScreenGone`."""
    done = False

    async def to_its_end() -> int:
        nonlocal done
        try:
            return await main
        finally:
            done = True

    runner = asyncio.Runner(loop_factory=lambda: QEventLoop(application))
    try:
        return runner.run(to_its_end())
    except RuntimeError as stopped:
        if done:
            raise
        raise ScreenGone from stopped
    finally:
        if done:
            runner.close()


def on_end_signals(end: Callable[[], None]) -> None:
    """Call *end* on SIGTERM, SIGINT and SIGHUP, on the loop; at once if one came before.

    (Windows has no loop-level signals.)
    """
    loop = asyncio.get_running_loop()
    for number in END_SIGNALS:
        try:
            loop.add_signal_handler(number, end)
        except NotImplementedError:
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(end))
    if asked.is_set():
        end()
