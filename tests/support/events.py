"""Made-up events of the vocabulary, and a store over a temporary folder."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.fake_clock import FakeClock

from kiosk.base import events as v
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.sink import NOTHING
from kiosk.log.sessions.tally import Cell
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.trouble import Trouble

BOOT, HASH = "b" * 32, "cd" * 32
MACHINE = "a" * 32
SMALL = 65_536  # bytes of ballast: the shipped 4 MB would be written for every test
WAIT_S = 20.0  # a guard against hanging, never a pause


def visit(number: int, steps: int = 3, wall_s: int = 1_764_000_000) -> list[Event]:
    """One finished visit."""
    session = f"{number:032x}"
    whats: list[v.AnyEvent] = [
        v.SessionStarted("vi", "self", "diem-1"),
        v.WalkStarted("vneid-cai-dat", HASH, "vneid", "dau"),
        *[v.EdgeTaken("next", f"buoc-{step}", "resident") for step in range(steps)],
        v.WalkEnded("completed"),
        v.SatisfactionGiven(random.Random(number).choice(["good", "fair", "poor"])),
        v.SessionEnded("goodbye"),
    ]
    return [Event(what, session, at_ms * 1000, wall_s, True, BOOT) for at_ms, what in enumerate(whats)]


def visits(count: int) -> list[Event]:
    """Events of *count* finished visits, in order."""
    return [event for number in range(count) for event in visit(number)]


class Ear:
    """Hears what the store says about its storage."""

    def __init__(self) -> None:
        self.heard: list[Trouble | None] = []

    def __call__(self, trouble: Trouble | None) -> None:
        self.heard.append(trouble)

    @property
    def causes(self) -> list[str | None]:
        return [trouble.cause if trouble else None for trouble in self.heard]


@contextmanager
def running(database: Path, ear: Ear | None = None, **options: Any) -> Iterator[EventStore]:
    """A started store; closed at the end, whatever it then says."""
    kiosk = options.pop("kiosk", "may-1")
    at_open = options.pop("at_open", lambda _: ())
    options = {"machine": MACHINE, "retry_s": (0.01,), "ballast_bytes": SMALL, **options}
    store = EventStore(database, kiosk, FakeClock(), ear or Ear(), **options)
    store.start(at_open)
    try:
        yield store
    finally:
        store.close()


def keep(store: EventStore, events: Sequence[Event], tallied: Mapping[Cell, int] = NOTHING) -> list[Stored]:
    """Append all, wait until each is durable; *tallied* is counted with the last one."""
    *others, last = events
    futures: list[Future[Stored]] = [*(store.append(event) for event in others), store.append(last, tallied)]
    return [future.result(WAIT_S) for future in futures]
