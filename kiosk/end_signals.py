"""The signals that ask a program to end, and what they do before a loop is there to end it politely."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

END_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Within it a signal leaves the program with 0: nothing has been begun that would have to be ended."""
    before = {number: signal.signal(number, _leave) for number in END_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            if signal.getsignal(number) is _leave:
                signal.signal(number, handler)


def _leave(*_: object) -> None:
    raise SystemExit(0)
