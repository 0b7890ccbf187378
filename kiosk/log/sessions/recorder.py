"""Writes down a visit, beside what staff do with the point. Fits `ui.visit.ports.KioskLog`: never blocks,
never raises, keeps nothing personal.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import assert_never, get_args

from flows.guide.logged import logged_word
from kiosk.base import events as v
from kiosk.base.events import EventRefused
from kiosk.base.hours.clock import Clock
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.open_visit import OpenVisit
from kiosk.log.sessions.open_walk import Move
from kiosk.log.sessions.own_events import OwnEvents, PointRecorder
from kiosk.log.sessions.recovery import (
    OFFER_WITHIN_S,
    LeftOpen,
    Resumable,
    closing,
    left_open,
    resumable,
    undone,
)
from kiosk.log.sessions.sink import EventSink, LogEntry
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import alone_of, tallied

log = logging.getLogger(__name__)


class SessionRecorder(PointRecorder):
    """Works from the first moment: the sink may still be opening its storage, and then calls `take_over`.

    `record` and `alone` are called on one thread (the screen's), `take_over` on any. *place* is the
    id of the point or team, as in the config.
    """

    def __init__(
        self,
        sink: EventSink,
        clock: Clock,
        heartbeat: Heartbeat,
        *,
        place: str,
        version: str,
        resume_within_s: float = OFFER_WITHIN_S,
    ) -> None:
        super().__init__(sink, OwnEvents(clock, version, place))
        self._resume_within_s = resume_within_s
        self._clock, self._heartbeat, self._place = clock, heartbeat, place
        self._lock = threading.RLock()
        self._visit: OpenVisit | None = None
        self._so_far: list[Event] = []
        self._group: v.Group = "not-said"
        self._use = v.NO_USE
        self._left: LeftOpen | None = None
        self._had_visits = False
        self.left_over: Future[Resumable | None] = Future()
        """Done when the storage is open: the visit to offer to the resident, or None. Whoever no longer
        waits cancels it: then the visit is closed."""

    # --- the program -----------------------------------------------------------------------------

    def kiosk_started(self) -> None:
        self._put_all(self._own.started())

    def kiosk_stopped(self, reason: v.StopReason = "asked") -> None:
        """An open visit is not ended: the kiosk will offer it again when it is back in time."""
        self._put_all(self._own.stopped(reason))
        self.left_over.cancel()

    def take_over(self, tail: Sequence[Event]) -> Sequence[LogEntry]:
        """The storage is open and its log ends with *tail*; returns what must be written first.

        Called once, on the storage's thread, before anything waiting is written.
        """
        offer: Resumable | None = None
        awaited = self.left_over.set_running_or_notify_cancel()
        try:
            with self._lock:
                left = left_open(tail, self._heartbeat.last(), self._clock.now())
                offer = (
                    resumable(left, self._resume_within_s)
                    if left and awaited and not self._had_visits
                    else None
                )
                self._left = left if offer else None
                if not self._had_visits and offer is None:
                    self._heartbeat.wipe()
                return _closed(left) if left and offer is None else []
        finally:
            if awaited:
                self.left_over.set_result(offer)

    # --- KioskLog --------------------------------------------------------------------------------

    def record(self, event: v.Recordable) -> None:
        """What needs more than a line of its own is here; every other event is written as it is."""
        with self._lock:
            match event:
                case v.SessionStarted():
                    self._start(event)
                case v.SessionResumed():
                    self._resume(event)
                case v.SessionEnded():
                    self._end(event)
                case v.WalkStarted() | v.WalkReopened():
                    self._end_walk("stopped")
                    self._note(event)
                case v.WalkEnded():
                    self._walk_ended(event)
                case v.EdgeTaken():
                    self._edge_taken(event)
                case v.WentBack():
                    self._go_back()
                    if not self._is_silent:
                        self._note(event)
                case v.StepExplained():
                    if not self._is_silent:
                        self._note(event)
                case v.VisitEvent():
                    self._note(event)
                case v.KioskEvent():
                    self._note_own(event)
                case v.PrivateEdgeTaken():
                    self._private_edge_taken(event)
                case v.PrivateBack():
                    self._go_back()
                case v.PrivateWalkReopened():
                    self._reopen_private(event)
                case v.GroupSaid(group):
                    self._remember_group(group)
                case v.UseCounted(use):
                    self._use = use
                case _:
                    assert_never(event)

    def alone(self) -> int | None:
        with self._lock:
            visits = summarise([*self._so_far, *self._unlogged_end()])
            return alone_of(visits[0]) if visits else None

    # --- a visit ---------------------------------------------------------------------------------

    def _start(self, event: v.SessionStarted) -> None:
        if self._visit is not None:
            log.error("a visit began while another was open; the other is ended")
            self._end(v.SessionEnded("next-person"))
        self._close_left()
        self._put_all(self._own.clock_changes())
        self._had_visits = True
        visit = OpenVisit.begin(self._clock.now())
        self._open(visit, [])
        self._put(visit, replace(event, place=self._place))
        self._keep_alive(visit)

    def _resume(self, event: v.SessionResumed) -> None:
        left, self._left = self._left, None
        if left is None or self._visit is not None:
            log.error("there is no visit to go on with")
            return
        self._had_visits = True
        visit = OpenVisit.resume(left)
        self._open(visit, list(left.events))
        self._put(visit, event)
        for back in undone(left):
            self._note(back)
        self._keep_alive(self._visit or visit)

    def _end(self, event: v.SessionEnded) -> None:
        if self._visit is not None:
            self._end_walk("stopped")
            self._put(self._visit, event)
        self._open(None, [])
        self._close_left()
        self._heartbeat.wipe()

    def _open(self, visit: OpenVisit | None, so_far: list[Event]) -> None:
        """Nothing of the visit before is remembered."""
        self._visit, self._so_far, self._group, self._use = visit, so_far, "not-said", v.NO_USE

    # --- a walk ----------------------------------------------------------------------------------

    def _reopen_private(self, event: v.PrivateWalkReopened) -> None:
        """If the log does not have this walk as left for another guide, it can say neither that the walk goes
        on, nor anything of it from then on.
        """
        self._end_walk("stopped")
        left = self._visit.left_unlogged(event.flow, event.edges) if self._visit else None
        if self._visit is None or left is None:
            self._note(v.WalkReopened(event.flow))
            return
        self._go_on(self._visit.with_walk(replace(left, over=None, silent=True)))

    def _edge_taken(self, event: v.EdgeTaken) -> None:
        actor = self._visit.actor(event.by) if self._visit else event.by
        in_walk = self._visit is not None and self._visit.walk is not None
        if in_walk and event.edge is not None and event.to_step is not None:
            self._move(event.edge, event.to_step, actor, may_be_named=True)
        elif not self._is_silent:
            edge = logged_word(event.edge) if event.edge is not None else None
            self._note(replace(event, edge=edge, by=actor))

    def _private_edge_taken(self, event: v.PrivateEdgeTaken) -> None:
        actor = self._visit.actor(event.by) if self._visit else event.by
        if self._visit is not None and self._visit.walk is not None:
            self._move(event.edge, event.to_step, actor, may_be_named=False)
        elif not self._is_silent:
            self._note(v.EdgeTaken(None, event.to_step, actor))

    def _move(self, edge: str, to_step: str | None, by: v.Actor, *, may_be_named: bool) -> None:
        """One edge further in the open walk; written once the walk is seen again."""
        assert self._visit is not None
        try:
            move = Move(edge, to_step, by, may_be_named)
        except EventRefused as refused:
            log.exception("our mistake, the event is not written: %s", refused)
            return
        visit = self._visit.moved(move)
        self._go_on(visit)
        if to_step is not None and visit.walk is not None and not self._is_silent:
            self._note(visit.walk.path[-1])

    def _go_back(self) -> None:
        if self._visit is not None and self._visit.walk is not None:
            self._go_on(self._visit.with_walk(self._visit.walk.back()))

    def _walk_ended(self, event: v.WalkEnded) -> None:
        """When a walk ended out of sight, and whether the next began at once, would reveal how long it was
        and where it led: its end is logged with whatever begins next, or with the visit's.
        """
        walk = self._visit.walk if self._visit else None
        if self._visit is None or walk is None:
            self._note(event)
        elif walk.out_of_sight and not walk.silent:
            self._go_on(self._visit.with_walk(replace(walk, over=event.outcome)))
        else:
            self._end_walk(event.outcome)

    def _remember_group(self, group: v.Group) -> None:
        """Held here alone; a crash forgets it."""
        if group not in get_args(v.Group):
            log.error("a group outside the vocabulary is not counted")
        elif self._visit is not None:
            self._group = group

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _is_silent(self) -> bool:
        """Whether nothing of the walk that is open is logged."""
        return self._visit is not None and self._visit.walk is not None and self._visit.walk.silent

    def _end_walk(self, outcome: v.WalkOutcome) -> None:
        """The log's, if it has one."""
        if self._visit is None or self._visit.walk is None:
            return
        if self._visit.walk.silent:
            self._go_on(self._visit.with_walk(None))
            return
        for what in self._visit.walk.ended(outcome):
            self._note(what)

    def _unlogged_end(self) -> tuple[Event, ...]:
        """Of a walk that is over, while the log has it open."""
        visit, now = self._visit, self._clock.now()
        if visit is None or visit.walk is None or visit.walk.over is None:
            return ()
        return tuple(visit.event(what, now) for what in visit.walk.ended(visit.walk.over))

    def _go_on(self, visit: OpenVisit) -> None:
        """The walk has changed: what brings the resident back to it is kept before anything is logged."""
        self._visit = visit
        self._keep_alive(visit)

    def _keep_alive(self, visit: OpenVisit) -> None:
        self._heartbeat.follow(visit.session, visit.began_up_s, visit.walk)

    def _close_left(self) -> None:
        left, self._left = self._left, None
        for entry in _closed(left) if left else ():
            self._sink.append(*entry)

    def _note(self, what: v.AnyVisitEvent) -> None:
        with self._lock:
            if self._visit is None:
                log.error("%s outside a visit is not written", what.kind)
                return
            self._put(self._visit, what)

    def _put(self, visit: OpenVisit, what: v.AnyVisitEvent) -> None:
        try:
            event = visit.event(what, self._clock.now())
        except EventRefused as refused:
            log.exception("our mistake, the event is not written: %s", refused)
            return
        after = visit.after(event)
        if after.walk is not visit.walk:
            self._keep_alive(after)
        self._visit = after
        self._so_far.append(event)
        self._sink.append(*self._entry(event))

    def _entry(self, event: Event) -> LogEntry:
        if not isinstance(event.what, v.SessionEnded):
            return LogEntry(event)
        (visit,) = summarise(self._so_far)
        try:
            return LogEntry(event, tallied(visit, self._group, self._use))
        except EventRefused as refused:
            log.exception("our mistake, how the visit was made is not counted: %s", refused)
            return LogEntry(event, tallied(visit, self._group))


def _closed(left: LeftOpen) -> list[LogEntry]:
    """The end of a visit that does not go on; what was said of a group, and how it was made, died with the
    program.
    """
    *before, end = closing(left)
    (visit,) = summarise([*left.events, *before, end])
    return [*map(LogEntry, before), LogEntry(end, tallied(visit))]
