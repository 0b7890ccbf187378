"""The signals that ask a program to end, remembered until there is a loop that can end it politely."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

END_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
asked = Event()
"""Somebody has asked the program to end, before its loop could hear it."""


@contextmanager
def remembered() -> Iterator[None]:
    """Within it a signal is only noted: an exception out of nowhere would break what is being opened."""
    asked.clear()
    before = {number: signal.signal(number, _note) for number in END_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is _note:
                signal.signal(number, handler)


def _note(*_: object) -> None:
    asked.set()
