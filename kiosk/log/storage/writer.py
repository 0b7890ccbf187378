"""Writes the log, in the writer's thread: group commit, and storage trouble as one state.

In trouble the events wait in memory, in order; each attempt opens the file anew, because after a failed
fsync nothing that an open connection believes about the file can be trusted.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kiosk.base import events as v
from kiosk.base.hours.clock import Clock, quarter
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.sink import LogEntry, NotStored, Tallied
from kiosk.log.storage.ballast import give_back, lay_in
from kiosk.log.storage.believed import latest_believed
from kiosk.log.storage.trouble import SENTENCES, LogTakenAway, Trouble, TroubleListener, cause_of

if TYPE_CHECKING:
    from kiosk.log.storage.engines import Connect
    from kiosk.log.storage.open_log import OpenLog

log = logging.getLogger(__name__)
AtOpen: TypeAlias = Callable[[Sequence[Event]], Sequence[LogEntry]]
GROUP = 512  # events in one transaction
MARK_WITHIN = 512  # events after which the marker is written even when nobody pauses
LATEST = 2000  # acknowledged events kept in memory too, should the file be cut off
ATTEMPTS = 3  # at once, after a change that may have helped
TAKEN_AWAY = (
    "Tệp nhật ký bị ai đó xóa, thay hoặc cắt khi máy đang chạy. Phần đọc được đã cất riêng.",
    "Somebody has deleted, replaced or cut off the log while the kiosk ran. What could be read is set aside.",
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event on its way to the disk."""

    event: Event
    tallied: Tallied = field(default_factory=dict)
    stored: Future[Stored] = field(default_factory=Future)


class Writer:
    """All methods belong to the writer's thread; the properties may be read from any."""

    def __init__(
        self,
        database: Path,
        kiosk: str,
        clock: Clock,
        on_trouble: TroubleListener,
        machine: str | None,
        connect: Connect | None,
        ballast_bytes: int,
    ) -> None:
        self._database, self._kiosk, self._clock = database, kiosk, clock
        self._on_trouble, self._machine, self._connect = on_trouble, machine, connect
        self._ballast_bytes, self._began_s = ballast_bytes, clock.now().up_s
        self._held: deque[Waiting] = deque()
        self._attempted: list[Stored] = []
        self._latest: deque[Stored] = deque(maxlen=LATEST)
        self._log: OpenLog | None = None
        self._marked = 0
        self._distrust = False
        self._ballast_is_out = False  # there was no room to lay it in, or it was given back
        self.at_open: AtOpen | None = None
        self.trouble: Trouble | None = None
        self.failures = 0

    @property
    def held(self) -> int:
        return len(self._held)

    @property
    def memory_only(self) -> frozenset[str]:
        if self.trouble is None:
            return frozenset()
        return frozenset(one.event.session for one in self._held.copy() if one.event.session is not None)

    def hold(self, waiting: Waiting) -> None:
        self._held.append(waiting)

    def work(self) -> None:
        """Open if need be, write all that waits. Never raises: every failure leads into trouble."""
        for _ in range(ATTEMPTS):
            try:
                self._open_and_write()
            except Exception as failure:  # noqa: BLE001  (sorted by `cause_of`; the thread must outlive all)
                if not self._in_trouble(failure):
                    return
            else:
                return

    @property
    def marker_lags(self) -> bool:
        """Whether a pause should be used to bring the marker up to date."""
        return self._log is not None and self.trouble is None and self._log.seq != self._marked

    def pause(self) -> None:
        """Nothing has come for a while: the marker's two fsyncs are in nobody's way."""
        if self._log is None:
            return
        try:
            self._want_its_file(self._log)
        except (LogTakenAway, OSError) as failure:
            self._in_trouble(failure)
            return
        if self.marker_lags:
            self._mark(self._log)
            self._blur(self._log)
        if self._ballast_is_out:  # the disk may have room again, and fill up again
            self._lay_in()

    def finish(self) -> None:
        """A last attempt; what cannot be stored then is given up, and the file left tidy."""
        self.work()
        for waiting in self._held:
            waiting.stored.set_exception(NotStored())
        if self._held:
            log.error("%d events could not be stored before closing", len(self._held))
        if self._log is not None:
            self._mark(self._log)
            try:
                self._log.checkpoint()
            except Exception as failure:  # noqa: BLE001  (the -wal simply stays, and is read at the next start)
                log.warning("no checkpoint at the end: %s", failure)
        self._let_go()

    def _open_and_write(self) -> None:
        writer = self._log or self._open()
        self._write_held(writer)
        if self.trouble is not None:
            over, self.trouble, self.failures = self.trouble, None, 0
            self._held.append(Waiting(self._own(v.StorageTroubled(over.cause, over.held))))
            self._write_held(writer)
            self._lay_in()
            self._report()
        if writer.seq - self._marked >= MARK_WITHIN:
            self._mark(writer)

    def _write_held(self, writer: OpenLog) -> None:
        self._want_its_file(writer)
        while self._held:
            group = list(islice(self._held, GROUP))
            self._attempted = writer.chained([waiting.event for waiting in group])
            writer.write(self._attempted, [waiting.tallied for waiting in group if waiting.tallied])
            if writer.still_has_its_name():
                self._acknowledge()
            elif self._rescued(writer):  # in that very moment: what was read out holds these too
                self._acknowledge()
                raise LogTakenAway(self._database)
            else:
                raise LogTakenAway(self._database)
        writer.blur()

    def _want_its_file(self, writer: OpenLog) -> None:
        """Raises `LogTakenAway`, once everything that can still be read is kept beside it."""
        if not writer.still_has_its_name():
            self._rescued(writer)
            raise LogTakenAway(self._database)

    def _rescued(self, writer: OpenLog) -> bool:
        from kiosk.log.storage.quarantine import keep_aside

        log.error("%s / %s", *TAKEN_AWAY)
        kept: list[Path] = []

        def rescue(to: Path) -> None:
            try:
                writer.rescue(to)
            except Exception as failure:  # noqa: BLE001  (cut off: then what is in memory is all there is)
                log.warning("the log cannot be read out (%s); its last events are", failure)
                to.write_bytes(b"")
                writer.rescue_from_memory(to, (*self._latest, *self._attempted))
            kept.append(to)

        aside = keep_aside(self._database, rescue)
        log.error("kept aside: %s", aside.name if aside else "nothing")
        return bool(aside and kept)

    def _acknowledge(self) -> None:
        attempted, self._attempted = self._attempted, []
        self._latest.extend(attempted)
        for stored in attempted:
            self._held.popleft().stored.set_result(stored)

    def _open(self) -> OpenLog:
        from kiosk.log.storage.machine import machine_id
        from kiosk.log.storage.opening import Identity, open_log

        self._machine = self._machine or machine_id()
        who = Identity(self._kiosk, self._machine)
        opened = open_log(self._database, who, self._clock, self._connect, distrust=self._distrust)
        self._log, self._distrust, self._marked = opened.log, False, opened.log.seq
        if opened.aside is not None:
            log.error("%s / %s (%s)", *SENTENCES["corrupt"], opened.aside.name)
        if self._attempted and opened.new_epoch is None and opened.log.holds(self._attempted[-1]):
            self._acknowledge()  # the commit that reported a failure had reached the file
        self._attempted = []
        self._latest.clear()
        self._latest.extend(opened.log.tail())
        if self.at_open is not None:
            self._take_over(opened.log, fresh=opened.new_epoch is not None)
        return opened.log

    def _take_over(self, writer: OpenLog, *, fresh: bool) -> None:
        latest = [stored.event for stored in writer.tail()]
        believed_s = latest_believed(latest)
        if believed_s is not None:
            self._clock.remember(believed_s)
        tail = [] if fresh else [event for event in latest if event.session is not None]
        at_open, self.at_open = self.at_open, None
        first = at_open(tail) if at_open is not None else ()
        self._held.extendleft(Waiting(*entry) for entry in reversed(first))
        self._lay_in()

    def _lay_in(self) -> None:
        self._ballast_is_out = not lay_in(self._database, self._ballast_bytes)

    def _in_trouble(self, failure: Exception) -> bool:
        """Note the trouble, once as long as it stays the same. True when trying again at once may help."""
        cause = cause_of(failure)
        self._let_go()
        before, self.trouble = self.trouble, Trouble(cause or "cannot-open", len(self._held))
        self.failures += 1
        changed = before is None or before.cause != self.trouble.cause
        if cause is None:
            log.exception("our mistake while writing the log; tried again later", exc_info=failure)
        elif changed:
            log.warning("storage trouble (%s): %s", cause, failure)
        if changed:
            self._report()
        if cause == "corrupt":
            self._distrust = True
            return True
        if isinstance(failure, LogTakenAway):  # a new one is begun at once
            return True
        if cause != "disk-full" or not give_back(self._database):
            return False
        self._ballast_is_out = True
        return True

    def _report(self) -> None:
        try:
            self._on_trouble(self.trouble)
        except Exception:
            log.exception("our mistake in the listener for storage trouble")

    def _mark(self, writer: OpenLog) -> None:
        try:
            writer.mark(self._machine or "", (writer.token or "",))
        except OSError as failure:
            log.warning("the marker lags behind: %s", failure)
        self._marked = writer.seq

    def _blur(self, writer: OpenLog) -> None:
        """Once more, where somebody was reading before."""
        try:
            writer.blur()
        except Exception as failure:  # noqa: BLE001  (sorted by `cause_of`, as everything that the disk says)
            self._in_trouble(failure)

    def _let_go(self) -> None:
        writer, self._log = self._log, None
        if writer is not None:
            try:
                writer.close()
            except Exception as failure:  # noqa: BLE001  (the file is opened anew anyway)
                log.warning("the log did not close cleanly: %s", failure)

    def _own(self, what: v.AnyEvent) -> Event:
        now = self._clock.now()
        at_ms = max(0, round((now.up_s - self._began_s) * 1000))
        return Event(what, None, at_ms, quarter(now.wall_s), now.clock_ok, now.boot)
