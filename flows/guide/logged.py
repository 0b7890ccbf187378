"""What of a walk may be logged: never what was answered at a private step.

Whoever reads a log of steps reads the answers too: from the word of the answer, from a step to which it alone
leads, from the number of steps before the others come by. So a walk that leaves a private step which asks
something goes out of sight there, and comes into sight again where all its answers have met. What lies
between is one *leg* of the walk, out of sight; in the log the walk stands where the leg began.
See docs/decisions/private-answers.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from flows.guide.flow import Flow
from flows.guide.proof import Situation, asked_about, situations
from flows.guide.steps import End, HandOver, Step
from flows.guide.walk import STUCK_PREFIX, Walk, route

STUCK = "stuck"
"""What is logged of every way for who is stuck: what troubles somebody often says how they are."""

_Ways: TypeAlias = Mapping[Situation, tuple[Situation, ...]]


@dataclass(frozen=True, slots=True)
class LoggedPosition:
    """Where the log has a walk: at the step shown; *untold*, where the leg around it began."""

    step_id: str
    untold: bool


def asks_privately(step: Step) -> bool:
    """Whether it asks something of which nothing may be logged."""
    return (step.private or step.untold) and any(edge.id != "next" for edge in step.edges)


def logged_word(edge_id: str) -> str:
    """What the log says of an edge that may be logged."""
    return STUCK if edge_id.startswith(STUCK_PREFIX) else edge_id


def logged_position(flow: Flow, walk: Walk) -> LoggedPosition:
    """Where the log has *walk*. Raises as `route` does."""
    steps = route(flow, walk)
    at, untold, again = steps[0].id, False, None
    for before, step in pairwise(steps):
        if not untold and asks_privately(before):
            untold, again = True, meeting(flow, before.id)
        if not untold or step.id == again:
            at, untold = step.id, False
    return LoggedPosition(at, untold)


def hides_answer(flow: Flow, walk: Walk) -> bool:
    """Whether nothing may be logged of what is chosen now."""
    return logged_position(flow, walk).untold or asks_privately(route(flow, walk)[-1])


def meeting(flow: Flow, step_id: str) -> str | None:
    """The first step at which all have met again who have left that private one; None: not before the end.

    Whatever was answered, no way to an ending misses it: from there on nobody can tell one answer from
    another. An answer that leads out of the guide, or round to the step again, leaves the walk there.
    """
    return _meeting(_Same(flow), step_id)


class _Same:
    """A guide as an argument that can be looked up: that very one, for its fields cannot be hashed."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow

    def __hash__(self) -> int:
        return id(self.flow)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.flow is other.flow


@lru_cache(maxsize=128)  # every press asks, of the few private steps of one guide; each took 10 ms
def _meeting(guide: _Same, step_id: str) -> str | None:
    flow = guide.flow
    ways = situations(flow)
    begins = [further for here in ways if here.step_id == step_id for further in ways[here]]
    common = [one for one in flow.steps if one != step_id and not _ends_before(flow, ways, begins, one)]
    for one in common:
        leg = {step_id, *(here.step_id for here in _before(ways, begins, one))}
        if leg.isdisjoint(common):
            comes_back_to = {asked for asked in leg & asked_about(flow) if asks_privately(flow.steps[asked])}
            return None if comes_back_to else one  # what depends on an answer later tells it then
    return None


def _ends_before(flow: Flow, ways: _Ways, begins: Iterable[Situation], step_id: str) -> bool:
    """Whether somebody who goes on from one of *begins* may come to an ending without that step."""
    before = _before(ways, begins, step_id)
    return any(not ways[here] or isinstance(flow.steps[here.step_id], End | HandOver) for here in before)


def _before(ways: _Ways, begins: Iterable[Situation], step_id: str) -> set[Situation]:
    """Every situation that can come about from *begins* on before that step."""
    met, waiting = set[Situation](), list(begins)
    while waiting:
        here = waiting.pop()
        if here not in met and here.step_id != step_id:
            met.add(here)
            waiting.extend(ways[here])
    return met
