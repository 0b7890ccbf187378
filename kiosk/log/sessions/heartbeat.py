"""Knows how long ago a crash was, to the second, although the log only keeps quarters of an hour.

While a visit is open, one small file outside the log says every few seconds that the program is alive:
session id, boot, monotonic seconds, wall seconds; and, as soon as it changes, where in a guide the resident
is, of which the log may not say everything. It lies in memory, not on the disk, where a file that was taken
away can still be read, and is wiped at the end of the visit, so that neither an exact time nor an answer of a
finished visit is kept. See docs/decisions/crash-recovery.md.
"""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from kiosk.base.events import EventRefused
from kiosk.base.events.rules import EPOCH, admits
from kiosk.base.files.durable import private_folder, publish, wipe
from kiosk.base.files.paths import OPEN_VISIT
from kiosk.base.files.volatile import blot_out, volatile_file
from kiosk.base.hours.clock import Clock, Moment
from kiosk.log.sessions.open_walk import OpenWalk, as_kept, from_kept

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
    walk: OpenWalk | None = None


Followed: TypeAlias = tuple[str, OpenWalk | None]
"""The visit that is open, and the walk in it."""


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

    def __init__(
        self,
        path: Path,
        clock: Clock,
        every_s: float = EVERY_S,
        *,
        tells_where: bool = True,
        formerly: Path | None = None,
    ) -> None:
        """*tells_where*: whether the walk is written too. *formerly*: where older programs kept the file."""
        self._path, self._clock, self._every_s = path, clock, every_s
        self._tells_where, self._formerly = tells_where, formerly
        self._changed = threading.Condition()
        self._followed: Followed | None = None
        self._began_up_s = 0.0
        self._closing = False
        self._thread: threading.Thread | None = None

    def last(self) -> Beat | None:
        """What the last program left; None when there is nothing readable. May wait for the disk: what an
        older program kept there is written over first.
        """
        try:
            if self._formerly is not None:
                blot_out(self._formerly)
        except OSError as failure:
            log.warning("an older sign of life could not be taken away: %s", failure)
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            beat = Beat(**{**kept, "walk": _walk_of(kept.get("walk"))})
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        return beat if _is_one(beat) else None

    def follow(self, session: str, began_up_s: float, walk: OpenWalk | None = None) -> None:
        """From now on say that *session* is alive, and where it is; it began at *began_up_s* of this boot's
        clock. Is written at once.
        """
        with self._changed:
            self._began_up_s = began_up_s
        self._set((session, walk))

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

    def _set(self, followed: Followed | None) -> None:
        with self._changed:
            self._followed = followed
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _run(self) -> None:
        done: Followed | Literal["nothing yet"] | None = "nothing yet"
        while True:
            with self._changed:
                if self._followed == done and not self._closing:
                    self._changed.wait(self._every_s if done else None)
                followed, closing = self._followed, self._closing
            written = (followed is None and done is None) or self._write(followed)
            done = followed if written else "nothing yet"
            if closing:
                return
            if not written:  # a disk in trouble: what has to be wiped may not stay because it was once
                self._wait_for_the_disk(followed)

    def _wait_for_the_disk(self, tried: Followed | None) -> None:
        with self._changed:
            if self._followed == tried and not self._closing:
                self._changed.wait(self._every_s)

    def _write(self, followed: Followed | None) -> bool:
        try:
            if followed is None:
                wipe(self._path)
                return True
            session, walk = followed
            now = self._clock.now()
            private_folder(self._path.parent)
            at_ms = max(0, round((now.up_s - self._began_up_s) * 1000))
            beat = Beat(session, at_ms, now.boot, round(now.up_s, 3), round(now.wall_s), now.clock_ok)
            kept = {**asdict(beat), "walk": as_kept(walk) if walk and self._tells_where else None}
            publish(self._path, json.dumps(kept).encode())
        except OSError as failure:
            # Without a sign of life the visit is not offered again after a crash; nothing else is lost.
            log.warning("the heartbeat could not be written: %s", failure)
            return False
        return True


def heartbeat_of(data_folder: Path, clock: Clock) -> Heartbeat:
    """That of the kiosk of *data_folder*: in memory. Where the system shows none as a folder (Windows), on
    the disk, on which nothing is then written of where the resident is.
    """
    on_disk, in_memory = data_folder / OPEN_VISIT, volatile_file(data_folder, OPEN_VISIT)
    if in_memory is None:
        return Heartbeat(on_disk, clock, tells_where=False)
    return Heartbeat(in_memory, clock, formerly=on_disk)


def _walk_of(kept: Any) -> OpenWalk | None:
    try:
        return from_kept(kept) if kept is not None else None
    except (EventRefused, KeyError, TypeError, ValueError):
        return None


def _is_one(beat: Beat) -> bool:
    """A file may hold anything after a power cut."""
    numbers = (beat.at_ms, beat.up_s, beat.wall_s)
    return (
        admits(EPOCH, beat.session)
        and admits(EPOCH, beat.boot)
        and all(isinstance(number, int | float) and number >= 0 for number in numbers)
        and isinstance(beat.clock_ok, bool)
    )
