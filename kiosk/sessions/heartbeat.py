"""Knows how long ago a crash was, to the second, although the log only keeps quarters of an hour.

While a visit is open, one small file outside the log says every few seconds that the program is alive:
session id, boot, monotonic seconds, wall seconds. It is wiped at the end of the visit, so that no exact time
of a finished visit is kept. See docs/decisions/how-old-is-a-crash.md.
"""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from kiosk.clock import Clock, Moment
from kiosk.sessions.rules import EPOCH, admits
from kiosk.storage.files import publish, remove

log = logging.getLogger(__name__)
EVERY_S = 10.0


@dataclass(frozen=True, slots=True)
class Beat:
    """The last sign of life of a visit; `at_ms` counts, as its events do, from its beginning."""

    session: str
    at_ms: int
    boot: str
    up_s: float
    wall_s: float
    clock_ok: bool


def age_s(beat: Beat, now: Moment) -> float | None:
    """Seconds since the last sign of life, or None when that cannot be known.

    Within one boot the monotonic clock knows. After a power cut the wall clock does, when it may be
    believed on both sides, and the visit is then at least as old as this boot.
    """
    if beat.boot == now.boot:
        return now.up_s - beat.up_s if now.up_s >= beat.up_s else None
    if not (beat.clock_ok and now.clock_ok) or now.wall_s < beat.wall_s:
        return None
    return max(now.wall_s - beat.wall_s, now.up_s)


class Heartbeat:
    """One thread of its own, because a disk may take long; `follow` and `wipe` return at once."""

    def __init__(self, path: Path, clock: Clock, every_s: float = EVERY_S) -> None:
        self._path, self._clock, self._every_s = path, clock, every_s
        self._changed = threading.Condition()
        self._session: str | None = None
        self._began_up_s = 0.0
        self._closing = False
        self._thread: threading.Thread | None = None

    def last(self) -> Beat | None:
        """What the last program left. Reads the disk; None when there is nothing readable."""
        try:
            beat = Beat(**json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return beat if _is_one(beat) else None

    def follow(self, session: str, began_up_s: float) -> None:
        """From now on say that *session* is alive; it began at *began_up_s* of this boot's clock."""
        with self._changed:
            self._began_up_s = began_up_s
        self._set(session)

    def wipe(self) -> None:
        """The visit is over: take the file away."""
        self._set(None)

    def close(self) -> None:
        """Stop; an open visit's file stays, since closing is no end of a visit."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _set(self, session: str | None) -> None:
        with self._changed:
            self._session = session
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _run(self) -> None:
        done: str | None = ""
        while True:
            with self._changed:
                if self._session == done and not self._closing:
                    self._changed.wait(self._every_s if done else None)
                session, closing = self._session, self._closing
            if session is not None or session != done:
                self._write(session)
            done = session
            if closing:
                return

    def _write(self, session: str | None) -> None:
        try:
            if session is None:
                remove(self._path)
                return
            now = self._clock.now()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            at_ms = max(0, round((now.up_s - self._began_up_s) * 1000))
            beat = Beat(session, at_ms, now.boot, round(now.up_s, 3), round(now.wall_s), now.clock_ok)
            publish(self._path, json.dumps(asdict(beat)).encode())
        except OSError as failure:
            # Without a sign of life the visit is not offered again after a crash; nothing else is lost.
            log.warning("the heartbeat could not be written: %s", failure)


def _is_one(beat: Beat) -> bool:
    """A file may hold anything after a power cut."""
    numbers = (beat.at_ms, beat.up_s, beat.wall_s)
    return (
        admits(EPOCH, beat.session)
        and admits(EPOCH, beat.boot)
        and all(isinstance(number, int | float) and number >= 0 for number in numbers)
        and isinstance(beat.clock_ok, bool)
    )
