"""What somebody practises: the steps of their own way through the guide, then the usual one to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from flows.guide.flow import Flow
from flows.guide.gestures import speaks, swipe_of
from flows.guide.steps import DoStep, Edge, Picture, Practise, Step, ToStep
from flows.guide.walk import STUCK_PREFIX, Walk, begin, current, edges_open, follow, route
from flows.practice.decoys import decoys_of, with_decoys
from flows.practice.place import allowed_too, screen_of, why_not
from flows.practice.practice import WHOLE_SCREEN, Task

Counts: TypeAlias = Callable[[Step], bool]


def is_practised(step: Step) -> bool:
    """On the drawn phone."""
    return why_not(step) is None


def is_done(step: Step) -> bool:
    """On a phone, as it is drawn: there and then. What is done at home, at a counter or on paper is not."""
    screen = screen_of(step)
    return isinstance(step, DoStep | Practise) and screen is not None and screen.device != "none"


def is_touched_on_own_phone(step: Step) -> bool:
    """Whether the picture of *step* shows what a finger is to do on somebody's own phone."""
    return is_done(step) and not speaks(step)


def steps_to_practise(flow: Flow, walk: Walk | None = None) -> tuple[Step, ...]:
    """Those that can be practised on the drawn phone."""
    return _on_the_way(flow, walk, is_practised)


def steps_to_do(flow: Flow, walk: Walk | None = None) -> tuple[Step, ...]:
    """Those that are done on one's own phone, to practise; where the way of *walk* has none, those of the
    usual way. None of a guide whose doing locks, pays, files or loses something.
    """
    if not flow.own_phone:
        return ()
    return _on_the_way(flow, walk, is_done) or _on_the_way(flow, None, is_done)


def _on_the_way(flow: Flow, walk: Walk | None, counts: Counts) -> tuple[Step, ...]:
    """In the order in which they are met, each once: on the way of *walk*, and from where it stands on the
    usual one, by the first answer each time: guides list it first (see `flows.guide.progress`). Only while
    nothing
    counts yet, as where most call or go to a desk, by the first that leads to something. So neither what
    mends, nor what is asked of who sees nothing, is gone through to get more to do.
    """
    walk = walk or begin(flow)
    met = list(dict.fromkeys(route(flow, walk)))
    while further := [
        edge
        for edge in edges_open(flow, walk)
        if isinstance(edge.target, ToStep) and not edge.id.startswith(STUCK_PREFIX)
        if flow.steps[edge.target.step_id] not in met  # what is asked may lead back: not again
    ]:
        leading = further if any(map(counts, met)) else _leading(flow, further, counts)
        walk = _followed(flow, walk, (leading or further)[0].id)
        met.append(current(flow, walk))
    return tuple(step for step in met if counts(step))


def _leading(flow: Flow, edges: Iterable[Edge], counts: Counts) -> list[Edge]:
    """Those from which something that counts is reached, whichever way is taken then."""
    return [edge for edge in edges if any(counts(step) for step in _reached(flow, edge))]


def _reached(flow: Flow, edge: Edge) -> Iterator[Step]:
    waiting, seen = [edge], set[str]()
    while waiting:
        target = waiting.pop().target
        if isinstance(target, ToStep) and target.step_id not in seen:
            seen.add(target.step_id)
            yield (step := flow.steps[target.step_id])
            waiting.extend(one for one in step.edges if not one.id.startswith(STUCK_PREFIX))


def tasks_of(flow: Flow, walk: Walk | None, flows: Iterable[Flow]) -> tuple[Task, ...]:
    """Those steps with what else may stand on their screens, as *flows* show it. Where nothing is touched on
    the way of *walk*, the usual way. Empty only where the guide has nothing to practise.
    """
    decoys = decoys_of(flows)
    steps = steps_to_practise(flow, walk) or steps_to_practise(flow)
    return tuple(_task(step, with_decoys(step, flow, decoys)) for step in steps)


def can_be_practised(flow: Flow) -> bool:
    """Whether anything of *flow* can be practised."""
    return any(map(is_practised, flow.steps.values()))


def count_practised(flow: Flow) -> int:
    """How many steps of *flow* can be practised at all, on whichever way."""
    return sum(map(is_practised, flow.steps.values()))


def _followed(flow: Flow, walk: Walk, edge_id: str) -> Walk:
    further = follow(flow, walk, edge_id)
    assert isinstance(further, Walk)
    return further


def _task(step: Step, picture: Picture) -> Task:
    marked = (at for at, element in enumerate(picture.elements) if element.highlight)
    way = step.slide.way if step.slide and swipe_of(step) else None
    target = next(marked, WHOLE_SCREEN)
    return Task(step.id, picture, target, way, allowed_too(step, picture) - {target})
