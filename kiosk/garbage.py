"""Python's cyclic garbage, collected on the screen's thread alone.

Python collects on whichever thread happens to allocate. A Qt object that dies on the log's writer thread
leaves its timers behind on the screen's, and the process crashes some time later (seen in our tests).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
    """Collect now, on this thread: what is young (under 2 ms), or all that came after `keep_for_good`."""
    gc.collect(2 if thoroughly else 1)
