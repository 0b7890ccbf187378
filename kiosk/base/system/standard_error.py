"""Standard error as the kiosk relies on it: what nothing takes is lost, and ends nothing.

Its file may lie on the disk that is full, or whoever started the kiosk may have closed it.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress


class Unfailing(io.TextIOWrapper):
    """UTF-8, whatever the locale says; a line is out as soon as it is written."""

    def __init__(self, taker: io.BufferedIOBase) -> None:
        super().__init__(taker, encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[arg-type]

    def write(self, text: str, /) -> int:
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


def make_unfailing() -> None:
    """From now on `sys.stderr` never fails. Before any file is opened: it could get a closed stream's number,
    and what a library writes to standard error would go into the log of visits.
    """
    for number in range(3):
        _hold(number)
    if sys.stderr is None:
        taker: io.BufferedIOBase = open(2, "wb", closefd=False)  # noqa: SIM115 (for good)
    elif isinstance(sys.stderr, io.TextIOWrapper):
        taker = sys.stderr.detach()
    else:
        return
    sys.stderr = Unfailing(taker)


def _hold(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        if os.open(os.devnull, os.O_RDWR) == number:  # the lowest that is free
            os.set_inheritable(number, True)
