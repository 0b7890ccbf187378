"""A durable event against raw sqlite3 with WAL and synchronous=FULL, as ratios of one run.

`python tests/benchmarks/bench_storage.py`. Goals: at most 1.6 × for single events, faster in bursts. The
ways take turns, so that whatever else the machine does falls on all of them alike.
"""
# ruff: noqa: E402

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.events import MACHINE, visits
from support.fake_clock import FakeClock

from kiosk.base.events import fields_of
from kiosk.log.sessions.events import Event, canonical
from kiosk.log.storage.event_store import EventStore

ROUNDS, SINGLES, BURST = 30, 20, 100


class Raw:
    """The plainest durable event: one row, one commit, no chain, no thread."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.execute("PRAGMA journal_mode = wal")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute(
            "CREATE TABLE event (seq INTEGER PRIMARY KEY, kind, session, at_ms, wall_s, ok, boot, fields)"
        )

    def append(self, event: Event) -> None:
        row = (
            event.what.kind, event.session, event.at_ms, event.wall_s, event.clock_ok, event.boot,
            canonical(fields_of(event.what)),
        )  # fmt: skip
        self._connection.execute("INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row)
        self._connection.commit()


def _each_ms(act: Callable[[Event], object], events: list[Event]) -> list[float]:
    times = []
    for event in events:
        begins = time.perf_counter()
        act(event)
        times.append((time.perf_counter() - begins) * 1000)
    return times


def _burst_ms(store: EventStore, events: list[Event]) -> tuple[float, float]:
    """(until all are durable, the time of the thread that appends), per event."""
    begins = time.perf_counter()
    futures = [store.append(event) for event in events]
    handed_over = time.perf_counter()
    for future in futures:
        future.result()
    return (time.perf_counter() - begins) * 1000 / len(events), (handed_over - begins) * 1000 / len(events)


def _tell(name: str, times: list[float], raw: list[float], goal: str) -> float:
    times, raw = sorted(times), sorted(raw)
    ratio = statistics.median(times) / statistics.median(raw)
    p95 = times[int(len(times) * 0.95)]
    print(f"{name:<34} p50 {statistics.median(times):7.3f} ms   p95 {p95:7.3f} ms   {ratio:5.2f} ×   {goal}")
    return ratio


def main() -> int:
    raw_ms, single_ms, burst_ms, handing_ms = [], [], [], []
    events = visits(60)
    with tempfile.TemporaryDirectory() as folder:
        raw = Raw(Path(folder) / "raw.db")
        store = EventStore(Path(folder) / "sessions.db", "may-1", FakeClock(), machine=MACHINE)
        store.start()
        store.append(events[0]).result()
        for round_ in range(ROUNDS):
            some = events[round_ : round_ + SINGLES]
            raw_ms += _each_ms(raw.append, some)
            single_ms += _each_ms(lambda event: store.append(event).result(), some)
            durable, handing = _burst_ms(store, events[:BURST])
            burst_ms.append(durable)
            handing_ms.append(handing)
        store.close()
    assert threading.active_count() == 1
    _tell("raw sqlite3, WAL + FULL", raw_ms, raw_ms, "")
    single = _tell("event, one at a time", single_ms, raw_ms, "goal ≤ 1.60 ×")
    burst = _tell(f"event, in a burst of {BURST}", burst_ms, raw_ms, "goal < 1.00 ×")
    _tell("what it costs the screen's thread", handing_ms, raw_ms, "")
    return 0 if single <= 1.6 and burst < 1.0 else 1


if __name__ == "__main__":
    sys.exit(main())
