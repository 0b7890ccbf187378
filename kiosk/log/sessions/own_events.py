"""The kiosk's own events: that it started, stopped, that its clock was moved, and what staff did with it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import Future

from kiosk.base import events as v
from kiosk.base.events import AnyKioskEvent, EventRefused
from kiosk.base.hours.clock import Clock, Moment, quarter
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.sink import EventSink

CLOCK_MOVED_S = 60.0


class OwnEvents:
    """Makes them; `at_ms` counts from the construction of this object."""

    def __init__(self, clock: Clock, version: str, place: str) -> None:
        self._clock, self._version, self._place = clock, version, place
        self._began = clock.now()
        self._offset_s = _offset_s(self._began)

    def started(self) -> list[Event]:
        return [self._event(v.KioskStarted(self._version, self._place))]

    def stopped(self, reason: v.StopReason) -> list[Event]:
        return [*self.clock_changes(), self._event(v.KioskStopped(reason))]

    def clock_changes(self) -> list[Event]:
        """At most one event: the wall clock has moved against the monotonic one since the last look."""
        moved_s = _offset_s(self._clock.now()) - self._offset_s
        if abs(moved_s) <= CLOCK_MOVED_S:
            return []
        self._offset_s += moved_s
        return [self._event(v.ClockChanged("forward" if moved_s > 0 else "backward"))]

    def noted(self, what: v.AnyEvent) -> list[Event]:
        """What staff did here, beside every visit."""
        return [*self.clock_changes(), self._event(what)]

    def _event(self, what: v.AnyEvent) -> Event:
        now = self._clock.now()
        at_ms = max(0, round((now.up_s - self._began.up_s) * 1000))
        return Event(what, None, at_ms, quarter(now.wall_s), now.clock_ok, now.boot)


def _offset_s(now: Moment) -> float:
    return now.wall_s - now.up_s


log = logging.getLogger(__name__)


class PointRecorder:
    """Never blocks; raises nothing but what `keep` says."""

    def __init__(self, sink: EventSink, own: OwnEvents) -> None:
        self._sink, self._own = sink, own

    def keep(self, event: AnyKioskEvent) -> Future[Stored]:
        """Record it; done when it is durable. Raises `EventRefused` for what is no word of the vocabulary."""
        *before, own = self._own.noted(event)
        self._put_all(before)
        return self._sink.append(own)

    # --- inside ----------------------------------------------------------------------------------

    def _note_own(self, event: AnyKioskEvent) -> None:
        try:
            self._put_all(self._own.noted(event))
        except EventRefused as refused:
            log.exception("our mistake, the event is not written: %s", refused)

    def _put_all(self, events: Sequence[Event]) -> None:
        for event in events:
            self._sink.append(event)
