"""“Bước 3 trong khoảng 7”: how far a walk has come, estimated from the route and never running backwards."""

from __future__ import annotations

from dataclasses import dataclass

from flows.flow import Flow
from flows.steps import Step, ToStep
from flows.walk import Walk, route


@dataclass(frozen=True, slots=True)
class Progress:
    """`step` counts the steps seen, this one too; `about` ≥ `step`, and equal only where a guide stops."""

    step: int
    about: int

    @property
    def is_last(self) -> bool:
        """The guide stops here: it is told as the last step, for the number told before may be another."""
        return self.step == self.about


def progress(flow: Flow, walk: Walk) -> Progress:
    """The resident's place in the guide. While edges are followed neither `step / about` nor `about` falls,
    but at the last step, which is no number any more.

    A branch may turn out longer than was guessed. Then `about` grows only as far as the share already
    done stays the same: a bar that moves back looks to an elderly resident like a mistake of theirs. Where it
    turns out shorter `about` stays: “4 of about 6” is never followed by “5 of about 5”.
    """
    steps = route(flow, walk)
    about = 1 + remaining(flow, steps[0])
    for taken, step in enumerate(steps[1:], start=2):
        left = remaining(flow, step)
        longest = taken * about // (taken - 1)
        about = min(max(taken + left, about), longest) if left or taken < len(steps) else taken
    return Progress(len(steps), about)


def remaining(flow: Flow, step: Step) -> int:
    """Steps still to come on the usual way: each time the first edge to a step not yet passed.

    Guides list the usual answer first (“Có” before “Không”, the commonest phone first).
    """
    seen = {step.id}
    onward = True
    while onward:
        onward = False
        for edge in step.edges:
            if isinstance(edge.target, ToStep) and edge.target.step_id not in seen:
                step = flow.steps[edge.target.step_id]
                seen.add(step.id)
                onward = True
                break
    return len(seen) - 1
