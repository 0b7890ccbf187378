"""What somebody who reads the log could make of an answer: every walk that is possible after it, followed to
where it is seen next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, TypeAlias

from flows.guide.flow import Flow
from flows.guide.logged import LoggedPosition, asks_privately, hides_answer, logged_position, logged_word
from flows.guide.proof import asked_about
from flows.guide.steps import End, HandOver
from flows.guide.walk import STUCK_PREFIX, Walk, begin, choices_made, current, edges_open, follow

Seen: TypeAlias = str | Literal["over"]
"""The step at which a walk is seen next, or that it is over before."""
_Node: TypeAlias = tuple[str, tuple[tuple[str, str], ...], LoggedPosition]


def questions(flow: Flow) -> Iterator[tuple[Walk, Mapping[str, Mapping[Seen, Walk]]]]:
    """Each way to stand at a private step that asks something; and after each answer that stays in the guide
    the shortest walk to everything that may be seen next.
    """
    for walk in _everywhere(flow):
        if asks_privately(current(flow, walk)):
            yield walk, {edge: _seen_next(flow, further) for edge, further in onward(flow, walk)}


def told_edges(flow: Flow, walk: Walk) -> tuple[str | None, ...]:
    """The edges of *walk* after which it may be seen, where they may be named."""
    so_far = [Walk(walk.flow_hash, walk.edges[:at]) for at in range(len(walk.edges) + 1)]
    return tuple(
        None if hides_answer(flow, here) else logged_word(edge)
        for edge, (here, further) in zip(walk.edges, pairwise(so_far), strict=True)
        if not logged_position(flow, further).untold
    )


def given_to_the_log(flow: Flow, path: Iterable[str]) -> list[str]:
    """The edges of *path* that the screens tell the log of: of a way out of the guide that is for who is
    stuck, or of which nothing may be told, it does not hear at all.
    """
    given, walk = list[str](), begin(flow)
    for edge_id in path:
        further = follow(flow, walk, edge_id)
        if isinstance(further, Walk):
            given.append(edge_id)
            walk = further
        elif not edge_id.startswith(STUCK_PREFIX) and not hides_answer(flow, walk):
            given.append(edge_id)
    return given


def onward(flow: Flow, walk: Walk) -> Iterator[tuple[str, Walk]]:
    """The edges that are open, with the walks after them; those that lead out of the guide are left out."""
    for edge in edges_open(flow, walk):
        further = follow(flow, walk, edge.id)
        if isinstance(further, Walk):
            yield edge.id, further


def _everywhere(flow: Flow) -> Iterator[Walk]:
    met, waiting = set[_Node](), deque([begin(flow)])
    while waiting:
        walk = waiting.popleft()
        if (node := _node(flow, walk)) not in met:
            met.add(node)
            yield walk
            waiting.extend(further for _, further in onward(flow, walk))


def _seen_next(flow: Flow, start: Walk) -> dict[Seen, Walk]:
    seen, met, waiting = dict[Seen, Walk](), set[_Node](), deque([start])
    while waiting:
        walk = waiting.popleft()
        at = logged_position(flow, walk)
        if not at.untold:
            seen.setdefault(at.step_id, walk)
        elif (node := _node(flow, walk)) not in met:
            met.add(node)
            if isinstance(current(flow, walk), End | HandOver):
                seen.setdefault("over", walk)
            waiting.extend(further for _, further in onward(flow, walk))
    return seen


def _node(flow: Flow, walk: Walk) -> _Node:
    """All that what follows depends on."""
    asked = asked_about(flow)
    made = sorted((step, made) for step, made in choices_made(flow, walk).items() if step in asked)
    return current(flow, walk).id, tuple(made), logged_position(flow, walk)
