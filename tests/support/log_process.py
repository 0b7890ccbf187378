"""A real process that walks made-up residents over a real log until it is killed.

`python -m support.log_process FOLDER SEED`: prints a line for each durable event (epoch, seq, hash), and
`offered` or `nothing` for what it found at the start; never ends by itself.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

from support.events import SMALL

from kiosk.base import events as v
from kiosk.base.files.paths import database_file
from kiosk.base.hours.clock import SystemClock
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.sessions.sink import NOTHING, Tallied
from kiosk.log.storage.event_store import EventStore

HASH = "ef" * 32


class Telling:
    """The store, telling on stdout what is durable; keeps the last future so as not to run ahead."""

    def __init__(self, store: EventStore) -> None:
        self._store = store
        self.last: Future[Stored] | None = None

    def append(self, event: Event, tallied: Tallied = NOTHING) -> Future[Stored]:
        self.last = self._store.append(event, tallied)
        self.last.add_done_callback(_tell)
        return self.last


def _tell(future: Future[Stored]) -> None:
    stored = future.result()
    _say(f"{stored.epoch} {stored.seq} {stored.hash.hex()}")


def _say(line: str) -> None:
    """Written at once: two threads speak, and a line of one must not lie in a line of the other."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _residents(log: SessionRecorder, rng: random.Random) -> Iterator[None]:
    while True:
        log.record(v.SessionStarted("vi"))
        yield
        for walk in range(rng.randrange(1, 3)):
            log.record(v.WalkStarted(f"bai-{walk}", HASH, "vneid", "dau"))
            for step in range(rng.randrange(1, 12)):
                log.record(v.EdgeTaken("next", f"buoc-{step}"))
                yield
            log.record(v.WalkEnded("completed"))
        log.record(v.SessionEnded(rng.choice(["goodbye", "next-person", "idle"])))
        yield


def main(folder: Path, seed: int) -> None:
    rng, clock = random.Random(seed), SystemClock()
    database = database_file(folder)
    store = EventStore(database, "may-1", clock, ballast_bytes=SMALL)
    sink = Telling(store)
    heartbeat = Heartbeat(database.with_name("heartbeat.json"), clock, every_s=0.05)
    recorder = SessionRecorder(sink, clock, heartbeat, place="diem-1", version="0.1.0")
    recorder.kiosk_started()
    store.start(recorder.take_over)
    offered = recorder.left_over.result()
    _say("offered" if offered else "nothing")
    if offered and rng.random() < 0.5:
        recorder.record(v.SessionResumed())
        recorder.record(v.EdgeTaken("next", "sau-khi-tat"))
        recorder.record(v.SessionEnded("goodbye"))
    for _ in _residents(recorder, rng):
        if rng.random() < 0.3 and sink.last is not None:
            sink.last.result()  # sometimes one by one, sometimes in bursts


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
