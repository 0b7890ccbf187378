"""The walks of one visit, folded from its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias, assert_never

from kiosk.base import events as v
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import StepVisit, WalkEnd, WalkSummary

WalkEvent: TypeAlias = (
    v.WalkStarted | v.WalkReopened | v.WalkEnded | v.EdgeTaken | v.WentBack | v.StepExplained
)


def path_of(
    events: Iterable[Event],
) -> tuple[v.WalkStarted, tuple[v.EdgeTaken, ...]] | None:
    """How the walk that *events* of one visit leave open began, and its edges in force; None without one."""
    walks = Walks()
    for event in events:
        if isinstance(event.what, WalkEvent):
            walks.take(event.what, event.at_ms)
    return walks.path


@dataclass(slots=True)
class _Walk:
    started: v.WalkStarted
    from_ms: int
    steps: list[StepVisit]
    edges: list[v.EdgeTaken] = field(default_factory=list)
    taken_at: list[int] = field(default_factory=list)  # which of `steps` took each of them
    until_ms: int | None = None
    outcome: WalkEnd | None = None


class Walks:
    """At most one walk is open. What does not fit (an edge without a walk) is passed over."""

    def __init__(self) -> None:
        self._walks: list[_Walk] = []
        self._open: _Walk | None = None

    @property
    def step(self) -> str | None:
        """The step the resident sees, None outside a walk."""
        return self._open.steps[-1].step if self._open else None

    @property
    def path(self) -> tuple[v.WalkStarted, tuple[v.EdgeTaken, ...]] | None:
        """How the open walk began, and its edges in force; None while none is open."""
        return (self._open.started, tuple(self._open.edges)) if self._open else None

    def take(self, what: WalkEvent, now_ms: int) -> None:
        match what:
            case v.WalkStarted():
                self._close(now_ms, "cut-off")
                self._open = _Walk(what, now_ms, [StepVisit(what.step, now_ms)])
                self._walks.append(self._open)
            case v.WalkReopened():
                self._reopen(what, now_ms)
            case v.WalkEnded(outcome):
                self._close(now_ms, outcome)
            case v.EdgeTaken():
                self._follow(what, now_ms)
            case v.WentBack(to_step):
                self._back(to_step, now_ms)
            case v.StepExplained(_, how):
                if self._open:
                    shown = self._open.steps[-1]
                    self._open.steps[-1] = replace(shown, explained=(*shown.explained, how))
            case _:
                assert_never(what)

    def summaries(self, ended_ms: int | None) -> tuple[WalkSummary, ...]:
        """*ended_ms* closes what is still open; None leaves it open."""
        if ended_ms is not None:
            self._close(ended_ms, "cut-off")
        return tuple(
            WalkSummary(
                flow=walk.started.flow,
                flow_hash=walk.started.flow_hash,
                topic=walk.started.topic,
                from_ms=walk.from_ms,
                until_ms=walk.until_ms,
                outcome=walk.outcome,
                steps=tuple(walk.steps),
                edges=tuple(taken.edge for taken in walk.edges),
            )
            for walk in self._walks
        )

    def _follow(self, what: v.EdgeTaken, now_ms: int) -> None:
        if self._open is None:
            return
        left = replace(self._open.steps[-1], edge=what.edge, by=what.by)
        self._open.steps[-1] = left
        if what.to_step is not None:  # otherwise it leads out of the guide: the walk stays at its step
            self._leave(self._open, now_ms)
            self._open.edges.append(what)
            self._open.taken_at.append(len(self._open.steps) - 1)
            self._open.steps.append(StepVisit(what.to_step, now_ms))

    def _back(self, to_step: str, now_ms: int) -> None:
        if self._open is None:
            return
        self._leave(self._open, now_ms)
        if self._open.edges:
            self._open.edges.pop()
            undone = self._open.taken_at.pop()
            self._open.steps[undone] = replace(self._open.steps[undone], edge=None, by=None)
        self._open.steps.append(StepVisit(to_step, now_ms))

    def _close(self, now_ms: int, outcome: WalkEnd) -> None:
        if self._open is None:
            return
        self._leave(self._open, now_ms)
        self._open.until_ms, self._open.outcome = now_ms, outcome
        self._open = None

    def _reopen(self, what: v.WalkReopened, now_ms: int) -> None:
        """The latest walk of that guide left as referred goes on; its time away is part of no step."""
        self._close(now_ms, "cut-off")
        for walk in reversed(self._walks):
            if walk.started.flow == what.flow and walk.outcome == "referred":
                walk.until_ms, walk.outcome = None, None
                walk.steps.append(StepVisit(what.step or walk.steps[-1].step, now_ms))
                self._open = walk
                return

    @staticmethod
    def _leave(walk: _Walk, now_ms: int) -> None:
        walk.steps[-1] = replace(walk.steps[-1], until_ms=now_ms)
