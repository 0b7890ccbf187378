"""Work that waits for the screen's: what a voice must do before it can be heard at all."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
STEPS, LAST = 10, 19  # of Linux's scheduler


def behind_the_screen(work: Callable[[], T]) -> T:
    """What *work* returns or raises. It is done in a thread of its own, which steps back for other processes.

    A thread of its own because nobody may step forward again: those that speak must not be late, or a
    sentence is torn. Only Linux knows such threads; elsewhere the work is done like any other.
    """
    if sys.platform != "linux":
        return work()
    with ThreadPoolExecutor(1, initializer=_step_back) as one:
        return one.submit(work).result()


def _step_back() -> None:
    own = threading.get_native_id()
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, own, min(os.getpriority(os.PRIO_PROCESS, own) + STEPS, LAST))
