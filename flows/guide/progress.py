"""“Bước 3 trong khoảng 7”: how far a walk has come, estimated from the route and never running backwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flows.guide.flow import Flow
from flows.guide.steps import Step, ToStep
from flows.guide.walk import CHOICE_PREFIX, Walk, open_edges, stations


@dataclass(frozen=True, slots=True)
class Progress:
    """`step` counts the steps seen, this one too; `about` ≥ `step`, and equal only where a guide stops."""

    step: int
    about: int

    @property
    def is_last(self) -> bool:
        """The guide stops here: it is shown as the last step, for the number shown before may be another."""
        return self.step == self.about


def progress(flow: Flow, walk: Walk) -> Progress:
    """The resident's place in the guide. While edges are followed neither `step / about` nor `about` falls,
    but at the last step, which is no number any more.

    A branch may turn out longer than was guessed. Then `about` grows only as far as the share already
    done stays the same: a bar that moves back looks to an elderly resident like a mistake of theirs. Where it
    turns out shorter `about` stays: “4 of about 6” is never followed by “5 of about 5”.
    """
    visited = tuple(stations(flow, walk))
    first, _ = visited[0]
    about = 1 + remaining(flow, first)
    for taken, (step, choices) in enumerate(visited[1:], start=2):
        left = remaining(flow, step, choices)
        longest = taken * about // (taken - 1)
        about = min(max(taken + left, about), longest) if left or taken < len(visited) else taken
    return Progress(len(visited), about)


def remaining(flow: Flow, step: Step, choices: Mapping[str, str] = MappingProxyType({})) -> int:
    """Steps still to come on the usual way: each time the first way open to a step not yet passed.

    Guides list the usual answer first (“Có” before “Không”, the commonest phone first). What is open further
    on may hang on an answer: on those made (*choices*), then on the usual ones.
    """
    made, seen = dict(choices), {step.id}
    while True:
        onward = (
            (edge.id, edge.target.step_id)
            for edge in open_edges(step, made)
            if isinstance(edge.target, ToStep) and edge.target.step_id not in seen
        )
        edge_id, step_id = next(onward, ("", ""))
        if not step_id:
            return len(seen) - 1
        if edge_id.startswith(CHOICE_PREFIX):
            made[step.id] = edge_id.removeprefix(CHOICE_PREFIX)
        step = flow.steps[step_id]
        seen.add(step_id)
