"""Python's cyclic garbage, collected on the screen's thread alone; and free memory, given back to the system.

Python collects on whichever thread happens to allocate. A Qt object that dies on the log's writer thread
leaves its timers behind on the screen's, and the process crashes some time later (seen in our tests).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache


@contextmanager
def collected_here() -> Iterator[None]:
    """Within it nothing is collected but by `sweep`."""
    by_itself = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if by_itself:
            gc.enable()


def keep_for_good() -> None:
    """Never look again through what there is now: every guide, word and module read at the start.

    Otherwise the first sweep after it takes 100 ms of the screen's time, and each thorough one as long.
    Cycles among it are not freed any more, so nobody may be here: nothing of a person is to be kept.
    """
    gc.freeze()


def sweep(*, thoroughly: bool) -> None:
    """Collect now, on this thread: what is young (under 2 ms), or all that came after `keep_for_good`.

    Thoroughly, also give back to the system what is free.
    """
    gc.collect(2 if thoroughly else 1)
    if thoroughly:
        _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    """glibc's `malloc_trim`; elsewhere nothing.

    A visit's pictures and words lie between what stays, so that glibc keeps their room by itself: 20 to 40 MB
    once every guide was opened (`bench_memory.py`).
    """
    if not sys.platform.startswith("linux"):
        return _nothing
    import ctypes

    trim: Callable[[int], object] = getattr(ctypes.CDLL(None), "malloc_trim", _nothing)
    return trim


def _nothing(_left_bytes: int) -> None:
    """Another C library has its own way."""
