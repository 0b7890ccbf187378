"""What technicians read when something went wrong: a rotating file, with nothing about residents in it.

The visits are another log (`kiosk/log/storage`). Here go our own bugs with their traceback, warnings of QML,
and the state of disk, sound and screen.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from contextlib import suppress
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import Full, Queue
from types import TracebackType

from kiosk.base.files.durable import private_folder

FILE_NAME = "kiosk.log"
MOST_BYTES = 1_000_000
KEPT_FILES = 5
MOST_WAITING = 10_000
_FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Whatever a message quotes by mistake: runs of digits as long as a telephone or identity number.
_NUMBERS = re.compile(r"(?<![\w.])\+?\d(?:[ .-]?\d){8,}(?![\w])")
# What a message of Python's or ours has no need of, and a name, an address or a number would have: a letter
# that is not English, two capitalised words side by side, seven digits with no letter between, an @.
_OF_SOMEBODY = re.compile(r"[^\W\d_a-zA-Z]|\b[A-Z]\w*[ -]+[A-Z]|\d(?:[\W_]*\d){6}|@")
_log = logging.getLogger("kiosk")


_FRAME = '  File "'


class _WithoutNumbers(logging.Formatter):
    """Blanks long numbers in the finished text; and of a mistake of ours, whose words nobody has looked at,
    every line in which there may be somebody's name or number. Where in the program it was stays.
    """

    def format(self, record: logging.LogRecord) -> str:
        stamp, _, rest = super().format(record).partition(" " + record.levelname)
        if record.exc_info:
            rest = "\n".join(_said_of_nobody(line) for line in rest.split("\n"))
        return f"{stamp} {record.levelname}{_NUMBERS.sub('•••', rest)}"


def _said_of_nobody(line: str) -> str:
    if line.startswith(_FRAME) or not _OF_SOMEBODY.search(line):
        return line
    kind, colon, _ = line.partition(": ")
    return f"{kind}{colon}•••" if colon and not _OF_SOMEBODY.search(kind) else "•••"


class _OnStandardError(logging.Handler):
    """Where it goes at that moment: `QtMessages` moves it, and hears what is written where it was."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(self.format(record) + "\n")


class _OnADisk(RotatingFileHandler):
    """Where the disk takes no more, the line goes to standard error, without the logbook's traceback."""

    def handleError(self, record: logging.LogRecord) -> None:
        if isinstance(sys.exc_info()[1], OSError):
            sys.stderr.write(self.format(record) + "\n")
        else:
            super().handleError(record)

    def close(self) -> None:
        """What the disk does not take is lost; that is no reason for a bad end."""
        with suppress(OSError):
            super().close()


class Logbook(QueueHandler):
    """Takes a line and returns at once, with nothing in it about anybody; a thread writes it to *sink*.

    A disk that blocks would else hold whoever logs, and the screen's thread with them. Lines beyond
    `MOST_WAITING` are lost then.
    """

    queue: Queue[logging.LogRecord | None]

    def __init__(self, sink: logging.Handler) -> None:
        super().__init__(Queue(MOST_WAITING))
        self.setFormatter(_WithoutNumbers(_FORM))
        self._sink = sink
        self._writer: QueueListener | None = QueueListener(self.queue, sink)
        self._writer.start()

    def enqueue(self, record: logging.LogRecord) -> None:
        with suppress(Full):
            self.queue.put_nowait(record)

    def close(self) -> None:
        """Waits until all is written. May be repeated."""
        writer, self._writer = self._writer, None
        if writer is not None:
            with suppress(Full):
                writer.stop()
            self._sink.close()
        super().close()


def open_logbook(folder: Path, level: int = logging.INFO) -> Logbook:
    """Send all logging to ``folder/kiosk.log``; to standard error where the folder cannot be written.

    Returns the handler, which `close_logbook` takes away again.
    """
    sink: logging.Handler
    try:
        private_folder(folder)
        sink = _OnADisk(folder / FILE_NAME, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8")
    except OSError as failure:
        logbook = _attached(_OnStandardError(), level)
        _log.warning("the logbook in %s cannot be written: %s", folder, failure)
        return logbook
    return _attached(sink, level)


def close_logbook(logbook: Logbook) -> None:
    logging.getLogger().removeHandler(logbook)
    logbook.close()


def log_our_bugs() -> None:
    """Every exception nobody caught, in any thread, goes into the logbook with its traceback."""
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread


def log_failed_start(folder: Path) -> None:
    """Write the exception at hand into the logbook of *folder*, which nobody has opened yet."""
    logbook = open_logbook(folder)
    _log.critical("the kiosk cannot start", exc_info=True)
    close_logbook(logbook)


def _attached(sink: logging.Handler, level: int) -> Logbook:
    logbook, root = Logbook(sink), logging.getLogger()
    root.addHandler(logbook)
    root.setLevel(level)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # eight lines a start, no news
    return logbook


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.critical("a bug of ours", exc_info=(kind, error, trace))


def _uncaught_in_thread(what: threading.ExceptHookArgs) -> None:
    if what.exc_value is not None:
        name = what.thread.name if what.thread else "?"
        trace = (what.exc_type, what.exc_value, what.exc_traceback)
        _log.critical("a bug of ours in thread %s", name, exc_info=trace)
