"""Every way through a guide, for a test that takes them all."""

from __future__ import annotations

from collections.abc import Iterator

from flows.guide.flow import Flow
from flows.guide.guards import holds
from flows.guide.steps import End, HandOver, Step, ToStep
from flows.guide.walk import CHOICE_PREFIX


def enumerate_paths(flow: Flow) -> Iterator[tuple[str, ...]]:
    """Every way through the guide that meets no step twice, as edge ids; the last may leave the guide.

    A way stops at an end, at a hand-over, outside the guide, or where each edge leads back to a step it met.
    """
    yield from _paths(flow, flow.steps[flow.start], (), {flow.start: None})


def _paths(
    flow: Flow, step: Step, edges: tuple[str, ...], made: dict[str, str | None]
) -> Iterator[tuple[str, ...]]:
    """*made* holds the steps met so far with the choice made there."""
    choices = {step_id: choice for step_id, choice in made.items() if choice is not None}
    open_now = [edge for edge in step.edges if holds(edge.guard, choices)]
    fresh = [
        edge for edge in open_now if not isinstance(edge.target, ToStep) or edge.target.step_id not in made
    ]
    if isinstance(step, End | HandOver) or not fresh:
        yield edges
    for edge in fresh:
        if not isinstance(edge.target, ToStep):
            yield (*edges, edge.id)
        else:
            choice = edge.id.removeprefix(CHOICE_PREFIX) if edge.id.startswith(CHOICE_PREFIX) else None
            following = {**made, step.id: choice, edge.target.step_id: None}
            yield from _paths(flow, flow.steps[edge.target.step_id], (*edges, edge.id), following)
