"""A guide in the order in which it is read on paper: first the usual way, then each other way. Pure.

Every step stands once and has one number; wherever a way leads, its number is named.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from flows.guide.flow import Flow
from flows.guide.steps import Edge, Step, ToStep
from flows.guide.walk import STUCK_PREFIX


@dataclass(frozen=True, slots=True)
class Part:
    """Steps one after the other. `opened`: the step and the edge that lead here; None for the usual way."""

    opened: tuple[Step, Edge] | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class WrittenOut:
    """`numbers`: of each step, from 1 in the order of the paper."""

    parts: tuple[Part, ...]
    numbers: dict[str, int]

    def follows(self, step: Step, edge: Edge) -> bool:
        """Whether *edge* leads to the step that is read next anyway, in the same part."""
        return any(
            before.id == step.id and isinstance(edge.target, ToStep) and after.id == edge.target.step_id
            for part in self.parts
            for before, after in zip(part.steps, part.steps[1:], strict=False)
        )


def written_out(flow: Flow) -> WrittenOut:
    """The usual way takes the first answer each time: guides list it first (see `flows.guide.progress`)."""
    waiting: deque[tuple[str, tuple[Step, Edge] | None]] = deque([(flow.start, None)])
    placed = dict[str, int]()
    parts = list[Part]()
    while waiting:
        first, opened = waiting.popleft()
        if first in placed:
            continue
        steps = tuple(_chain(flow, first, placed))
        parts.append(Part(opened, steps))
        waiting.extend((edge.target.step_id, (step, edge)) for step in steps for edge in _inside(step)
                       if isinstance(edge.target, ToStep))  # fmt: skip
    return WrittenOut(tuple(parts), placed)


def _chain(flow: Flow, step_id: str, placed: dict[str, int]) -> Iterator[Step]:
    """From that step on by the first way, until one comes that has its number; numbers them."""
    while step_id not in placed:
        step = flow.steps[step_id]
        placed[step_id] = len(placed) + 1
        yield step
        usual = next((edge for edge in _inside(step) if not edge.id.startswith(STUCK_PREFIX)), None)
        if usual is None or not isinstance(usual.target, ToStep):
            return
        step_id = usual.target.step_id


def _inside(step: Step) -> tuple[Edge, ...]:
    return tuple(edge for edge in step.edges if isinstance(edge.target, ToStep))
