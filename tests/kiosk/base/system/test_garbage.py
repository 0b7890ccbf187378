"""Cyclic garbage dies on the screen's thread, never on that of the log."""

from __future__ import annotations

import gc
import platform
import sys
import threading
from pathlib import Path

import pytest

from kiosk.base.system.garbage import collected_here, keep_for_good, sweep


class Knot:
    """Refers to itself, so only the collector frees it; remembers on which thread."""

    died_on: list[threading.Thread]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.died_on.append(threading.current_thread())


def allocate_much() -> None:
    """More than enough to start the collector where it starts by itself."""
    kept = [[number] for number in range(50_000)]
    assert kept


def test_another_thread_that_allocates_collects_nothing() -> None:
    Knot.died_on = []
    with collected_here():
        Knot()
        writer = threading.Thread(target=allocate_much)
        writer.start()
        writer.join()
        assert Knot.died_on == []
        sweep(thoroughly=False)
        assert Knot.died_on == [threading.current_thread()]


def test_what_has_grown_old_is_collected_between_visits() -> None:
    Knot.died_on = []
    with collected_here():
        knot = Knot()
        gc.collect()
        gc.collect()
        del knot
        sweep(thoroughly=False)
        assert Knot.died_on == []
        sweep(thoroughly=True)
        assert Knot.died_on == [threading.current_thread()]


def test_what_came_after_that_which_is_kept_for_good_is_still_collected() -> None:
    Knot.died_on = []
    with collected_here():
        kept = Knot()
        try:
            keep_for_good()
            del kept
            Knot()
            sweep(thoroughly=True)
            assert Knot.died_on == [threading.current_thread()]
        finally:
            gc.unfreeze()
        sweep(thoroughly=True)
        assert len(Knot.died_on) == 2


def held_kb() -> int:
    rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Anonymous:"))


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.libc_ver()[0] != "glibc", reason="as glibc does it"
)
def test_what_is_free_between_what_stays_is_given_back_to_the_system() -> None:
    blocks = [bytes(2000) for _ in range(40_000)]  # too large for Python's own allocator, too small for a map
    stays = blocks[::50]
    del blocks
    before_kb = held_kb()
    sweep(thoroughly=False)
    assert held_kb() > before_kb - 10_000
    sweep(thoroughly=True)
    assert held_kb() < before_kb - 50_000
    assert stays
