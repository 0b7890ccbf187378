"""Facts about the graph of a guide, from looking at every situation a resident can be in.

A situation is a step together with the choices that some guard still asks about; there are few of them,
so nothing is estimated.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass

from flows.guide.flow import Flow
from flows.guide.guards import asked_of, holds
from flows.guide.limits import MOST_SITUATIONS
from flows.guide.steps import Edge, End, HandOver, ToFlow, ToStep
from flows.guide.walk import CHOICE_PREFIX, STUCK_PREFIX

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """The resident stands at `step`, having chosen `choices` (only those that a guard asks about)."""

    step_id: str
    choices: Choices = ()

    def open(self, flow: Flow) -> tuple[Edge, ...]:
        made = dict(self.choices)
        return tuple(edge for edge in flow.steps[self.step_id].edges if holds(edge.guard, made))


class TooManySituations(Exception):
    """More than `flows.guide.limits.MOST_SITUATIONS`: conditions over too many questions."""


def situations(flow: Flow) -> Mapping[Situation, tuple[Situation, ...]]:
    """Every situation that can come about, and those that may follow it within the guide.

    Raises `TooManySituations` where nobody could look at them all.
    """
    asked = asked_about(flow)
    after: dict[Situation, tuple[Situation, ...]] = {}
    waiting = deque([Situation(flow.start)])
    while waiting:
        here = waiting.popleft()
        if here not in after:
            after[here] = tuple(_next(here, edge, asked) for edge in here.open(flow) if _inside(edge))
            waiting.extend(after[here])
            if len(after) > MOST_SITUATIONS:
                raise TooManySituations
    return after


def unreachable(flow: Flow) -> tuple[str, ...]:
    """Steps no resident can come to."""
    met = {situation.step_id for situation in situations(flow)}
    return tuple(step_id for step_id in flow.steps if step_id not in met)


def without_end(flow: Flow) -> tuple[str, ...]:
    """Steps from which, in some situation, nothing stops: no end, no hand-over, no way out of the guide.

    A way for who is stuck does not count: the others would press “Tiếp theo” for ever.
    """
    asked = asked_about(flow)
    ways = {here: [edge for edge in here.open(flow) if _leads_on(edge)] for here in situations(flow)}
    good = {
        here
        for here, edges in ways.items()
        if isinstance(flow.steps[here.step_id], End | HandOver) or not all(map(_inside, edges))
    }
    after = {here: {_next(here, edge, asked) for edge in ways[here]} for here in ways.keys() - good}
    before: dict[Situation, list[Situation]] = defaultdict(list)
    for here, following in after.items():
        for one in following:
            before[one].append(here)
    waiting = deque(good)
    while waiting:
        more = [here for here in before[waiting.popleft()] if here not in good]
        good.update(more)
        waiting.extend(more)
    return tuple(dict.fromkeys(here.step_id for here in ways if here not in good))


def taps_to_person(flow: Flow, step_id: str) -> int | None:
    """Fewest taps from a step to a person, a hotline or a hand-over by the guide's own edges; None if never.

    The button “Gọi người giúp” is not counted here.
    """
    distance = {step_id: 0}
    waiting = deque([step_id])
    while waiting:
        step = flow.steps[waiting.popleft()]
        if isinstance(step, HandOver):
            return distance[step.id]
        for edge in step.edges:
            if isinstance(edge.target, ToStep):
                if edge.target.step_id not in distance:
                    distance[edge.target.step_id] = distance[step.id] + 1
                    waiting.append(edge.target.step_id)
            elif not isinstance(edge.target, ToFlow):
                return distance[step.id] + 1
    return None


def asked_about(flow: Flow) -> set[str]:
    """The steps whose choice some guard asks about."""
    return {
        one.step_id for step in flow.steps.values() for edge in step.edges for one in asked_of(edge.guard)
    }


def _leads_on(edge: Edge) -> bool:
    """Next and the answers; not a way for who is stuck."""
    return not edge.id.startswith(STUCK_PREFIX)


def _inside(edge: Edge) -> bool:
    return isinstance(edge.target, ToStep)


def _next(here: Situation, edge: Edge, asked: set[str]) -> Situation:
    made = dict(here.choices)
    if here.step_id in asked and edge.id.startswith(CHOICE_PREFIX):
        made[here.step_id] = edge.id.removeprefix(CHOICE_PREFIX)
    assert isinstance(edge.target, ToStep)
    return Situation(edge.target.step_id, tuple(sorted(made.items())))
