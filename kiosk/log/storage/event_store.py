"""The log for the other threads: events go in at once, a future says when each is durable."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from kiosk.base.hours.clock import Clock
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.sink import NOTHING, Tallied
from kiosk.log.storage.ballast import BALLAST_BYTES
from kiosk.log.storage.trouble import Trouble, TroubleListener
from kiosk.log.storage.writer import GROUP, AtOpen, Waiting, Writer

if TYPE_CHECKING:  # SQLAlchemy takes 292 ms to import: the writer's thread does it, after the first frame
    from kiosk.log.storage.engines import Connect

RETRY_S = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
PAUSE_S = 2.0  # without events: time to bring the marker up to date
IDLE_S = 5.0  # nothing to do but to see whether the file still has its name


class EventStore:
    """An `EventSink`. Takes events from its construction on; `start` opens the storage behind it.

    *kiosk* is an id; *database* a path whose folder need not exist yet. *on_trouble* is called on the
    writer's thread. *machine* defaults to this one; *connect* stands in for `sqlite3.connect`; *retry_s* are
    the pauses between attempts in trouble; *ballast_bytes* are given back when the disk is full.
    """

    def __init__(
        self,
        database: Path,
        kiosk: str,
        clock: Clock,
        on_trouble: TroubleListener = lambda _: None,
        *,
        machine: str | None = None,
        connect: Connect | None = None,
        retry_s: Sequence[float] = RETRY_S,
        ballast_bytes: int = BALLAST_BYTES,
    ) -> None:
        self._writer = Writer(database, kiosk, clock, on_trouble, machine, connect, ballast_bytes)
        self._retry_s = tuple(retry_s)
        self._arriving: SimpleQueue[Waiting | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def append(self, event: Event, tallied: Tallied = NOTHING) -> Future[Stored]:
        """See `EventSink.append`. Callbacks of the future run on the writer's thread."""
        waiting = Waiting(event, tallied)
        waiting.stored.set_running_or_notify_cancel()  # nobody may cancel what has happened
        self._arriving.put(waiting)
        return waiting.stored

    def start(self, at_open: AtOpen = lambda _: ()) -> None:
        """Open the storage and write what has gathered; returns at once. Call it once.

        *at_open* is called once, on the writer's thread, with the last events of a log that goes on (none
        of a new epoch); what it returns is written before everything that waits.
        """
        self._writer.at_open = at_open
        self._thread = threading.Thread(target=self._run, name="event-store", daemon=True)
        self._thread.start()

    def close(self, timeout_s: float = 10.0) -> bool:
        """Write what waits and stop. False when something could not be stored, or the disk did not answer."""
        thread, self._thread = self._thread, None
        if thread is None:
            return self._arriving.empty()
        self._arriving.put(None)
        thread.join(timeout_s)
        return not thread.is_alive() and self._writer.held == 0

    @property
    def trouble(self) -> Trouble | None:
        """The state of the storage; `held` is counted anew at each failed attempt."""
        return self._writer.trouble

    @property
    def memory_only(self) -> frozenset[str]:
        """The visits some of whose events are only in memory, while the storage is in trouble."""
        return self._writer.memory_only

    def _run(self) -> None:
        self._writer.work()
        while self._gather():
            self._writer.work()
        self._writer.finish()

    def _gather(self) -> bool:
        """Wait for events; in trouble, until it is time to try again. False when the store is to close."""
        until_s = time.monotonic() + self._patience_s()
        while True:
            try:
                waiting = self._arriving.get(timeout=max(0.0, until_s - time.monotonic()))
            except Empty:
                self._writer.pause()
                return True
            if waiting is None:
                return False
            self._writer.hold(waiting)
            if self._writer.trouble is None and (self._arriving.empty() or self._writer.held >= GROUP):
                return True

    def _patience_s(self) -> float:
        """How long to wait for events before doing something else."""
        if self._writer.trouble is not None:
            return self._retry_s[min(self._writer.failures, len(self._retry_s)) - 1]
        return PAUSE_S if self._writer.marker_lags else IDLE_S
