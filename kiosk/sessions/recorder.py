"""Writes down a visit, beside what staff do with the point. Fits `ui.ports.KioskLog`: never blocks, never
raises, keeps nothing personal.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import cast, get_args

from flows.told import word_of
from kiosk.hours.clock import Clock
from kiosk.sessions import vocabulary as v
from kiosk.sessions.events import Event, EventRefused
from kiosk.sessions.heartbeat import Heartbeat
from kiosk.sessions.open_visit import OpenVisit
from kiosk.sessions.open_walk import Move
from kiosk.sessions.own_events import OwnEvents
from kiosk.sessions.point_recorder import PointRecorder
from kiosk.sessions.recovery import OFFER_WITHIN_S, LeftOpen, Resumable, closing, left_open, resumable, undone
from kiosk.sessions.sink import Entry, EventSink
from kiosk.sessions.summary import summarise
from kiosk.sessions.tally import alone_of, tallied
from ui.visit.terms import NO_USE, Group, Use

log = logging.getLogger(__name__)


class SessionRecorder(PointRecorder):
    """Works from the first moment: the sink may still be opening its storage, and then calls `take_over`.

    The methods of `VisitLog` are called on one thread (the screen's), `take_over` on any. *place* is the
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
        self._group: Group = "not-said"
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

    def take_over(self, tail: Sequence[Event]) -> Sequence[Entry]:
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

    # --- VisitLog --------------------------------------------------------------------------------

    def session_started(self, language: str, mode: v.Mode = "self") -> None:
        with self._lock:
            if self._visit is not None:
                log.error("a visit began while another was open; the other is ended")
                self.session_ended("next-person")
            self._close_left()
            self._put_all(self._own.clock_changes())
            self._had_visits = True
            visit = OpenVisit.begin(self._clock.now())
            self._visit, self._so_far, self._group = visit, [], "not-said"
            self._put(visit, v.SessionStarted(self._place, mode, cast(v.Language, language)))
            self._keep_alive(visit)

    def session_resumed(self) -> None:
        with self._lock:
            left, self._left = self._left, None
            if left is None or self._visit is not None:
                log.error("there is no visit to go on with")
                return
            self._had_visits = True
            self._visit, self._so_far, self._group = OpenVisit.resume(left), list(left.events), "not-said"
            self._put(self._visit, v.SessionResumed())
            for back in undone(left):
                self._note(back)
            self._keep_alive(self._visit)

    def session_ended(self, outcome: v.SessionOutcome, use: Use = NO_USE) -> None:
        with self._lock:
            if self._visit is not None:
                self._end_walk("stopped")
                self._put(self._visit, v.SessionEnded(outcome), use)
            self._visit, self._so_far, self._group = None, [], "not-said"
            self._close_left()
            self._heartbeat.wipe()

    def alone(self) -> int | None:
        with self._lock:
            visits = summarise([*self._so_far, *self._untold_end()])
            return alone_of(visits[0]) if visits else None

    def preference_changed(self, name: str, value: str) -> None:
        """Only the language is ever written: other settings could reveal a disability."""
        if name == "language":
            self._note(v.LanguageChanged(cast(v.Language, value)))

    def walk_started(self, flow_id: str, flow_hash: str, topic: str, first_step: str) -> None:
        with self._lock:
            self._end_walk("stopped")
            self._note(v.WalkStarted(flow_id, flow_hash, topic, first_step))

    def walk_reopened(self, flow_id: str, untold: tuple[str, ...] | None = None) -> None:
        """Of a walk that the log was not told to have been left for another guide it cannot be told that it
        goes on, nor anything of it from then on.
        """
        with self._lock:
            self._end_walk("stopped")
            left = self._visit.left_untold(flow_id, untold) if self._visit and untold is not None else None
            if self._visit is None or left is None:
                self._note(v.WalkReopened(flow_id, None))
                return
            self._go_on(self._visit.with_walk(replace(left, over=None, silent=True)))

    def edge_taken(
        self, edge_id: str, to_step: str | None, by: v.Actor = "resident", told: bool = True
    ) -> None:
        with self._lock:
            actor = self._visit.actor(by) if self._visit else by
            if self._visit is None or self._visit.walk is None or (told and to_step is None):
                if not self._is_silent:
                    self._note(v.EdgeTaken(word_of(edge_id) if told else None, to_step, actor))
                return
            try:
                move = Move(edge_id, to_step, actor, told)
            except EventRefused as refused:
                log.exception("our mistake, the event is not written: %s", refused)
                return
            visit = self._visit.moved(move)
            self._go_on(visit)
            if to_step is not None and visit.walk is not None and not self._is_silent:
                self._note(visit.walk.path[-1])

    def went_back(self, to_step: str | None) -> None:
        with self._lock:
            if self._visit is not None and self._visit.walk is not None:
                self._go_on(self._visit.with_walk(self._visit.walk.back()))
            if to_step is not None and not self._is_silent:
                self._note(v.WentBack(to_step))

    def explained(self, step_id: str, how: v.Explanation) -> None:
        with self._lock:
            if not self._is_silent:
                self._note(v.StepExplained(step_id, how))

    def walk_ended(self, outcome: v.WalkOutcome) -> None:
        """When a walk ended out of sight, and whether the next began at once, tells how long it was and where
        it led: its end is told with whatever begins next, or with the visit's.
        """
        with self._lock:
            walk = self._visit.walk if self._visit else None
            if self._visit is None or walk is None:
                self._note(v.WalkEnded(outcome))
            elif walk.out_of_sight and not walk.silent:
                self._go_on(self._visit.with_walk(replace(walk, over=outcome)))
            else:
                self._end_walk(outcome)

    def help_called(self) -> None:
        self._note(v.HelpCalled())

    def help_taken(self, staff: str | None) -> None:
        self._note(v.HelpTaken(staff))

    def help_escalated(self, to: v.FurtherHelp) -> None:
        self._note(v.HelpEscalated(to))

    def help_ended(self) -> None:
        self._note(v.HelpEnded())

    def satisfaction_given(self, face: v.Face) -> None:
        self._note(v.SatisfactionGiven(face))

    def idle_noticed(self) -> None:
        self._note(v.IdleNoticed())

    # --- staff -----------------------------------------------------------------------------------

    def assist_started(self, staff_id: str) -> None:
        self._note(v.AssistStarted(staff_id))

    def assist_ended(self) -> None:
        self._note(v.AssistEnded())

    def group_said(self, group: Group) -> None:
        """Held here alone; a crash forgets it."""
        if group not in get_args(Group):
            log.error("a group outside the vocabulary is not counted")
            return
        with self._lock:
            if self._visit is not None:
                self._group = group

    def result_given(self, result: v.Result) -> None:
        self._note(v.ResultGiven(result))

    def obstacle_given(self, obstacle: v.Obstacle) -> None:
        self._note(v.ObstacleGiven(obstacle))

    def filing_given(self, submitted: v.Answer) -> None:
        self._note(v.FilingGiven(submitted))

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _is_silent(self) -> bool:
        """Whether the log is told nothing of the walk that is open."""
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

    def _untold_end(self) -> tuple[Event, ...]:
        """Of a walk that is over, while the log has it open."""
        visit, now = self._visit, self._clock.now()
        if visit is None or visit.walk is None or visit.walk.over is None:
            return ()
        return tuple(visit.event(what, now) for what in visit.walk.ended(visit.walk.over))

    def _go_on(self, visit: OpenVisit) -> None:
        """The walk has changed: what brings the resident back to it is kept before the log is told."""
        self._visit = visit
        self._keep_alive(visit)

    def _keep_alive(self, visit: OpenVisit) -> None:
        self._heartbeat.follow(visit.session, visit.began_up_s, visit.walk)

    def _close_left(self) -> None:
        left, self._left = self._left, None
        for entry in _closed(left) if left else ():
            self._sink.append(*entry)

    def _note(self, what: v.Happening) -> None:
        with self._lock:
            if self._visit is None:
                log.error("%s outside a visit is not written", what.kind)
                return
            self._put(self._visit, what)

    def _put(self, visit: OpenVisit, what: v.Happening, use: Use = NO_USE) -> None:
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
        self._sink.append(*self._entry(event, use))

    def _entry(self, event: Event, use: Use) -> Entry:
        if not isinstance(event.what, v.SessionEnded):
            return Entry(event)
        (visit,) = summarise(self._so_far)
        try:
            return Entry(event, tallied(visit, self._group, use))
        except EventRefused as refused:
            log.exception("our mistake, how the visit was made is not counted: %s", refused)
            return Entry(event, tallied(visit, self._group))


def _closed(left: LeftOpen) -> list[Entry]:
    """The end of a visit that does not go on; what was said of a group, and how it was made, died with the
    program.
    """
    *before, end = closing(left)
    (visit,) = summarise([*left.events, *before, end])
    return [*map(Entry, before), Entry(end, tallied(visit))]
