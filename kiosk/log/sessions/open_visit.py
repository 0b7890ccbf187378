"""The visit that is open now: what its next event needs to know. Frozen; `after` gives the next one."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from typing import Literal

from kiosk.base import events as v
from kiosk.base.hours.clock import Moment, quarter
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.open_walk import Move, OpenWalk
from kiosk.log.sessions.recovery import LeftOpen, open_walk


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """`began_up_s` is the monotonic time at which `at_ms` would be 0. `left`: the walks that have ended, and
    how; one of them may go on.
    """

    session: str
    began_up_s: float
    wall_s: int
    clock_ok: bool
    last_ms: int = 0
    walk: OpenWalk | None = None
    left: tuple[tuple[OpenWalk, v.WalkOutcome], ...] = ()
    help: Literal["none", "called", "given"] = "none"
    assisted: bool = False

    @classmethod
    def begin(cls, now: Moment) -> OpenVisit:
        """A new visit with a random id."""
        return cls(uuid.uuid4().hex, now.up_s, quarter(now.wall_s), now.clock_ok)

    @classmethod
    def resume(cls, left: LeftOpen) -> OpenVisit:
        """The same visit goes on; the time it was away counts."""
        last = left.last
        return cls(left.session, left.began_up_s, last.wall_s, last.clock_ok, last.at_ms, open_walk(left))

    def actor(self, marked: v.Actor) -> v.Actor:
        """Who takes the next edge. Only staff at the controls can have *marked* it as not the resident's own;
        a step to which somebody came when called is done with help all the same.
        """
        if self.assisted and marked != "resident":
            return marked
        return "with-help" if self.help == "given" else "resident"

    def event(self, what: v.AnyEvent, now: Moment) -> Event:
        """The event, at this moment of the visit. Raises `EventRefused`."""
        at_ms = max(self.last_ms, round((now.up_s - self.began_up_s) * 1000))
        return Event(what, self.session, at_ms, self.wall_s, self.clock_ok, now.boot)

    def after(self, event: Event) -> OpenVisit:
        """The visit once *event* has happened."""
        visit = replace(self, last_ms=event.at_ms)
        match event.what:
            case v.WalkStarted():
                return replace(visit, walk=OpenWalk(event.what))
            case v.WalkReopened(flow):
                return replace(visit, walk=self._left_for_another(flow))
            case v.WalkEnded(outcome):
                left = (*self.left, (self.walk, outcome)) if self.walk else self.left
                return replace(visit, walk=None, left=left, help="none")
            case v.AssistStarted():
                return replace(visit, assisted=True)
            case v.AssistEnded():
                return replace(visit, assisted=False)
            case v.HelpCalled():
                return replace(visit, help="called")
            case v.HelpTaken():
                return replace(visit, help="given")
            case v.HelpEnded() if self.help == "called":
                return replace(visit, help="none")
            case v.EdgeTaken() if self.help == "given":
                return replace(visit, help="none")
            case _:
                return visit

    def with_walk(self, walk: OpenWalk | None) -> OpenVisit:
        return replace(self, walk=walk)

    def moved(self, move: Move) -> OpenVisit:
        """One edge further in the open walk, which the log need not see."""
        assert self.walk is not None
        helped = "none" if self.help == "given" else self.help
        return replace(self, walk=self.walk.after(move), help=helped)

    def left_unlogged(self, flow: str, edges: tuple[str, ...]) -> OpenWalk | None:
        """The walk with these edges that was left for another guide, while the log has it as stopped."""
        stopped = (walk for walk, outcome in reversed(self.left) if outcome == "stopped")
        return next((walk for walk in stopped if (walk.started.flow, walk.edges) == (flow, edges)), None)

    def _left_for_another(self, flow: str) -> OpenWalk | None:
        """As the log has it: the latest in that guide."""
        referred = (walk for walk, outcome in reversed(self.left) if outcome == "referred")
        return next((walk for walk in referred if walk.started.flow == flow), None)
