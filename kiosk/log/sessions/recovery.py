"""What a crash or a power cut left behind, and whether the resident may go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from flows.guide.logged import STUCK
from kiosk.base.events import EdgeTaken, Language, SessionEnded, WentBack
from kiosk.base.hours.clock import Moment
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.heartbeat import Beat, age_s
from kiosk.log.sessions.open_walk import Move, OpenWalk
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.walks import path_of

OFFER_WITHIN_S = 180.0


@dataclass(frozen=True, slots=True)
class Resumable:
    """A visit that may go on: its open walk, for the question “Bác đang học dở…?”."""

    flow_id: str
    flow_hash: str
    edges: tuple[str, ...]
    language: Language


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A visit without an end. `age_s` is the time since its last sign of life, None when unknown.

    `began_up_s` is when it began by the monotonic clock of *this* boot, which may be before the boot. `kept`:
    the walk as the last sign of life has it; it may be some presses older, or newer, than the log.
    """

    events: tuple[Event, ...]
    age_s: float | None = None
    began_up_s: float = 0.0
    kept: OpenWalk | None = None

    @property
    def session(self) -> str:
        assert self.events[-1].session is not None
        return self.events[-1].session

    @property
    def last(self) -> Event:
        """The visit's true last event."""
        return max(self.events, key=lambda event: event.at_ms)


def left_open(tail: Sequence[Event], beat: Beat | None, now: Moment) -> LeftOpen | None:
    """The visit that the log ends with, when it was not closed; *tail* are the last events of the log."""
    visits = summarise(tail)
    if not visits or visits[-1].outcome is not None:
        return None
    events = tuple(event for event in tail if event.session == visits[-1].id)
    age = age_s(beat, now) if beat is not None and beat.session == visits[-1].id else None
    if beat is None or age is None:
        return LeftOpen(events)
    return LeftOpen(events, age, now.up_s - age - beat.at_ms / 1000, beat.walk)


def resumable(left: LeftOpen, within_s: float = OFFER_WITHIN_S) -> Resumable | None:
    """What may be offered: a walk was open, and the last sign of life is at most *within_s* old."""
    (visit,) = summarise(left.events)
    if left.age_s is None or left.age_s > within_s or visit.language is None:
        return None
    walk = open_walk(left)
    if walk is None:
        return None
    return Resumable(walk.started.flow, walk.started.flow_hash, walk.edges, visit.language)


def open_walk(left: LeftOpen) -> OpenWalk | None:
    """The walk that may go on: as far as the log and the sign of life agree on it.

    The edges that the log may not name stand in the sign of life alone. Where it has another walk, or none,
    what the log names by itself is left: a walk that went out of sight goes on where it was seen last.
    """
    logged, kept = path_of(left.events), left.kept
    if logged is None:
        return kept if kept is not None and kept.silent else None
    started, path = logged
    if kept is not None and kept.started == started and not kept.silent:
        return None if kept.over else kept.until(_in_common(path, kept.path))
    named = takewhile(lambda taken: taken.edge not in (None, STUCK), path)
    return OpenWalk(started, tuple(Move(str(taken.edge), taken.to_step, taken.by) for taken in named))


def undone(left: LeftOpen) -> tuple[WentBack, ...]:
    """What must be logged before that walk goes on: the log had seen it further."""
    logged, walk = path_of(left.events), open_walk(left)
    if logged is None or walk is None:
        return ()
    started, path = logged
    stood = [started.step, *(str(taken.to_step) for taken in path)]
    return tuple(WentBack(step) for step in reversed(stood[len(walk.path) : -1]))


def _in_common(path: Sequence[EdgeTaken], kept: Sequence[EdgeTaken]) -> int:
    """How many edges both begin with."""
    pairs = zip(path, kept, strict=False)
    same = takewhile(lambda two: (two[0].edge, two[0].to_step) == (two[1].edge, two[1].to_step), pairs)
    return sum(1 for _ in same)


def closing(left: LeftOpen) -> tuple[Event, ...]:
    """The end of a visit that does not go on: at its true last event, as a crash; before it that of a walk
    which was over, though that was not logged yet.
    """
    last, kept, logged = left.last, left.kept, path_of(left.events)
    over = kept.ended(kept.over) if kept and kept.over and logged and kept.started == logged[0] else ()
    return tuple(
        Event(what, left.session, last.at_ms, last.wall_s, last.clock_ok, left.events[-1].boot)
        for what in (*over, SessionEnded("crash"))
    )
