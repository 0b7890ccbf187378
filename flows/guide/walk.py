"""One resident going through one guide: the edges taken, and everything that follows from them.

The state is only `(flow content hash, edges)`. The route, the current step, the progress and Back are
recomputed from it each time, so that they cannot drift apart, also after a power cut.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from flows.guide.flow import Flow
from flows.guide.guards import holds
from flows.guide.steps import Edge, End, HandOver, Step, ToFlow, ToHotline, ToPerson, ToStep

CHOICE_PREFIX = "choice."
STUCK_PREFIX = "stuck."


class EdgeNotOpen(Exception):
    """The step at which the walk stands has no open edge of that id."""

    def __init__(self, flow_id: str, step_id: str, edge_id: str) -> None:
        super().__init__(
            f"Bước “{step_id}” của bài “{flow_id}” không có lối “{edge_id}”. "
            f"/ Step “{step_id}” of guide “{flow_id}” has no way out “{edge_id}” now."
        )
        self.flow_id, self.step_id, self.edge_id = flow_id, step_id, edge_id


class WrongFlow(Exception):
    """The walk was begun in another guide, or in another edition of this one."""


@dataclass(frozen=True, slots=True)
class Walk:
    """`edges` are the ids of the edges taken, in order, "next" included; all lead to steps of the flow."""

    flow_hash: str
    edges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaves:
    """The edge leads out of this guide; the walk itself stays where it was, so that Back returns to it."""

    target: ToFlow | ToPerson | ToHotline


@dataclass(frozen=True, slots=True)
class ToOverview:
    """A walk that cannot be resumed: show the guide's overview (or the topics, when it is gone)."""

    reason: Literal["unknown-flow", "edge-gone"]


Resumed: TypeAlias = Walk | ToOverview


def begin(flow: Flow, at: str = "") -> Walk:
    """A walk that stands at the first step, or, by the fewest answers that lead there, at the step *at*."""
    first = Walk(flow.content_hash)
    waiting, met = deque([first] if at else ()), set[str]()
    while waiting:
        walk = waiting.popleft()
        here = current(flow, walk).id
        if here == at:
            return walk
        if here not in met:
            met.add(here)
            edges = (edge.id for edge in edges_open(flow, walk) if isinstance(edge.target, ToStep))
            waiting.extend(Walk(walk.flow_hash, (*walk.edges, edge)) for edge in edges)
    return first


def route(flow: Flow, walk: Walk) -> tuple[Step, ...]:
    """The steps visited, the current one last; a step met twice stands there twice.

    Raises `WrongFlow` or `EdgeNotOpen` when the walk does not belong to this edition of the guide.
    """
    return tuple(step for step, _ in stations(flow, walk))


def current(flow: Flow, walk: Walk) -> Step:
    """The step the resident sees now. Raises as `route` does."""
    return route(flow, walk)[-1]


def choices_made(flow: Flow, walk: Walk) -> dict[str, str]:
    """Step id → the choice last made there."""
    *_, (_, choices) = stations(flow, walk)
    return choices


def edges_open(flow: Flow, walk: Walk) -> tuple[Edge, ...]:
    """The ways out of the current step whose guards are true, in the order the guide gives them."""
    *_, (step, choices) = stations(flow, walk)
    return open_edges(step, choices)


def onward(flow: Flow, walk: Walk) -> tuple[Edge, ...]:
    """Where the guide ends: its open ways to other guides and to further steps. Elsewhere none."""
    if not isinstance(current(flow, walk), End | HandOver):
        return ()
    return tuple(edge for edge in edges_open(flow, walk) if isinstance(edge.target, ToFlow | ToStep))


def follow(flow: Flow, walk: Walk, edge_id: str) -> Walk | Leaves:
    """Take an edge. Raises `EdgeNotOpen` when the current step does not offer it."""
    *_, (step, choices) = stations(flow, walk)
    target = _edge(flow, step, choices, edge_id).target
    match target:
        case ToStep():
            return Walk(walk.flow_hash, (*walk.edges, edge_id))
        case ToFlow() | ToPerson() | ToHotline():
            return Leaves(target)
        case _:
            assert_never(target)


def back(walk: Walk) -> Walk:
    """The walk before its last edge; the walk itself where none was taken."""
    return Walk(walk.flow_hash, walk.edges[:-1])


def resume(flow: Flow | None, walk: Walk) -> Resumed:
    """The walk as it was, or where to go instead; `flow` is that guide as it is now, None when it is gone."""
    if flow is None or flow.content_hash != walk.flow_hash:
        return ToOverview("unknown-flow")
    try:
        route(flow, walk)
    except EdgeNotOpen:
        return ToOverview("edge-gone")
    return walk


def stations(flow: Flow, walk: Walk) -> Iterator[tuple[Step, dict[str, str]]]:
    """Each step of the route with the choices made before it was shown."""
    if flow.content_hash != walk.flow_hash:
        raise WrongFlow(f"{flow.id}: {walk.flow_hash[:12]} ≠ {flow.content_hash[:12]}")
    step, choices = flow.steps[flow.start], dict[str, str]()
    yield step, choices
    for edge_id in walk.edges:
        target = _edge(flow, step, choices, edge_id).target
        if not isinstance(target, ToStep):
            raise EdgeNotOpen(flow.id, step.id, edge_id)
        if edge_id.startswith(CHOICE_PREFIX):
            choices = {**choices, step.id: edge_id.removeprefix(CHOICE_PREFIX)}
        step = flow.steps[target.step_id]
        yield step, choices


def _edge(flow: Flow, step: Step, choices: dict[str, str], edge_id: str) -> Edge:
    for edge in step.edges:
        if edge.id == edge_id and holds(edge.guard, choices):
            return edge
    raise EdgeNotOpen(flow.id, step.id, edge_id)


def open_edges(step: Step, choices: dict[str, str]) -> tuple[Edge, ...]:
    """The ways out of *step* for who has made these choices, in the order the guide gives them."""
    return tuple(edge for edge in step.edges if holds(edge.guard, choices))
