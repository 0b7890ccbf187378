"""Fakes around the recorder: a sink that keeps events in a list, and a way to walk a made-up visit."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Future
from pathlib import Path

from support.fake_clock import FakeClock

from kiosk.log.sessions.chain import genesis, link
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.sink import NOTHING, Tallied
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell

HASH = "ab" * 32


class ListSink:
    """Fits `EventSink`; everything is durable at once."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.walks: Counter[WalkCell] = Counter()
        self.visits: Counter[VisitCell] = Counter()
        self._before = genesis("may-1", "0" * 32)

    def append(self, event: Event, tallied: Tallied = NOTHING) -> Future[Stored]:
        self.events.append(event)
        for cell, number in tallied.items():
            self._add(cell, number)
        seq = len(self.events)
        self._before = link(self._before, "may-1", "0" * 32, seq, event)
        done: Future[Stored] = Future()
        done.set_result(Stored("may-1", "0" * 32, seq, self._before, event))
        return done

    def _add(self, cell: Cell, number: int) -> None:
        if isinstance(cell, WalkCell):
            self.walks[cell] += number
        else:
            self.visits[cell] += number

    @property
    def kinds(self) -> list[str]:
        return [event.what.kind for event in self.events]


class Bench:
    """A recorder over fakes, as one run of the program; `again` is the next run over the same log."""

    def __init__(self, folder: Path, clock: FakeClock | None = None, sink: ListSink | None = None) -> None:
        self.folder = folder
        self.clock = clock or FakeClock()
        self.sink = sink or ListSink()
        self.heartbeat = Heartbeat(folder / "heartbeat.json", self.clock, every_s=0.01)
        self.recorder = SessionRecorder(
            self.sink, self.clock, self.heartbeat, place="diem-1", version="0.1.0"
        )

    def take_over(self) -> None:
        """The storage has opened."""
        tail = [event for event in self.sink.events if event.session is not None]
        for entry in self.recorder.take_over(tail):
            self.sink.append(*entry)

    def again(self) -> Bench:
        """The program was killed and started anew."""
        self.heartbeat.close()
        return Bench(self.folder, self.clock, self.sink)
