"""Walks that lead to everything a guide may show."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from flows.guide.flow import Flow
from flows.guide.steps import Step
from flows.guide.walk import STUCK_PREFIX, Walk, begin, choices_made, current, edges_open, follow


def walks_to_every_step(flow: Flow) -> Iterator[tuple[Step, Walk]]:
    """Each step with the shortest walk that leads there, nearest first."""
    shown = set[str]()
    for step, walk in _situations(flow):
        if step.id not in shown:
            shown.add(step.id)
            yield step, walk


def walks_to_every_trouble(flow: Flow) -> dict[tuple[str, str], Walk]:
    """The shortest walk to where each line for who is stuck is open, by the ids of its step and its edge."""
    walks: dict[tuple[str, str], Walk] = {}
    for step, walk in _situations(flow):
        for edge in edges_open(flow, walk):
            if edge.id.startswith(STUCK_PREFIX):
                walks.setdefault((step.id, edge.id), walk)
    return walks


def _situations(flow: Flow) -> Iterator[tuple[Step, Walk]]:
    """Each step with each set of choices that may have been made before, nearest first."""
    passed, waiting = set[tuple[str, frozenset[tuple[str, str]]]](), deque([begin(flow)])
    while waiting:
        walk = waiting.popleft()
        step = current(flow, walk)
        situation = (step.id, frozenset(choices_made(flow, walk).items()))
        if situation in passed:
            continue
        passed.add(situation)
        yield step, walk
        waiting.extend(_following(flow, walk))


def _following(flow: Flow, walk: Walk) -> Iterator[Walk]:
    for edge in edges_open(flow, walk):
        further = follow(flow, walk, edge.id)
        if isinstance(further, Walk):
            yield further
