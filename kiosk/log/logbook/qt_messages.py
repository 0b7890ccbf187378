"""Qt's and QML's own messages, into the same logbook as everything else.

No handler of ours is installed: Qt calls it on the thread that has something to say, where it waits for
Python's lock, and whoever holds that may be waiting for this thread (QML's loader does; `QML_IMPORT_TRACE=1`
stopped the kiosk for good). Qt writes on standard error instead, as it does by itself; that is a file in
memory here, and is read from the event loop. Writing there waits for nobody.
"""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import sys
import tempfile
from typing import BinaryIO

from PySide6.QtCore import QTimer, qSetMessagePattern

from kiosk.base.system.standard_error import Unfailing

LOOK_MS = 1000
MOST_BYTES = 1_000_000  # of one second that are looked at; the rest of a flood says nothing new
_BEGIN, _PART = "\x1e", "\x1f"
_PATTERN = f"{_BEGIN}%{{type}}{_PART}%{{category}}{_PART}%{{file}}:%{{line}}{_PART}%{{message}}"
_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "critical": logging.ERROR,
    "fatal": logging.CRITICAL,
}
_log = logging.getLogger("qt")


class QtMessages:
    """From its making to `close` standard error is heard; `sys.stderr` goes where it went before."""

    def __init__(self) -> None:
        self._before = os.dup(2)
        self._stderr = sys.stderr
        sys.stderr = Unfailing(open(self._before, "wb", closefd=False))  # noqa: SIM115 (till `close`)
        self._said = _in_memory()
        os.dup2(self._said.fileno(), 2)
        faulthandler.enable(self._before)  # a crash must be written where it is read: the memory dies with us
        qSetMessagePattern(_PATTERN)
        self._timer = QTimer()
        self._timer.timeout.connect(self.poll)

    def start(self) -> None:
        """Poll from the event loop, as long as it runs."""
        self._timer.start(LOOK_MS)

    def poll(self) -> None:
        """Write down what has come since."""
        whole = os.fstat(self._said.fileno()).st_size
        if not whole:
            return
        self._said.seek(0)
        text = self._said.read(MOST_BYTES).decode("utf-8", "replace")
        self._said.seek(0)
        self._said.truncate()  # whoever writes appends: it begins anew
        others, *ours = text.split(_BEGIN)
        for line in others.splitlines():  # a library, the dynamic linker, the voice's process
            _log.warning("%s", line)
        for message in ours:
            _record(message.rstrip())
        if whole > MOST_BYTES:
            _log.warning("%d bytes more were said than are kept", whole - MOST_BYTES)

    def close(self) -> None:
        """Once is enough; a second time does nothing."""
        if self._said.closed:
            return
        self._timer.stop()
        os.dup2(self._before, 2)
        faulthandler.enable(2)
        self.poll()
        sys.stderr = self._stderr
        qSetMessagePattern("%{if-category}%{category}: %{endif}%{message}")
        self._said.close()
        os.close(self._before)


def _in_memory() -> BinaryIO:
    """A file that is appended to, whoever writes in it. On Linux no disk sees what stands in it."""
    if sys.platform == "linux":
        import fcntl

        number = os.memfd_create("kiosk-said")
        fcntl.fcntl(number, fcntl.F_SETFL, os.O_RDWR | os.O_APPEND)
        return io.FileIO(number, "r+")
    return tempfile.TemporaryFile("a+b", buffering=0)


def _record(said: str) -> None:
    kind, *parts = said.split(_PART, 3)
    if len(parts) != 3:
        _log.warning("%s", said)
        return
    category, place, message = parts
    named = "" if category == "default" else f"[{category}] "
    where = "" if place.startswith("unknown:") else f"{place}: "
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s%s%s", named, where, message)
