"""Ways through a guide, as wishes in the words of its buttons; whoever walks them knows nothing else."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from support.paths import enumerate_paths
from support.stage import tile_of

from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import Edge, End, HandOver, Step, ToPerson, ToStep
from flows.guide.walk import Walk
from ui.words import UiWords

WORDS = UiWords()
OTHER = "Việc khác"
"""The need that leads to all topics."""


def word(key: str, **values: object) -> str:
    """One of the kiosk's own words."""
    return WORDS.say(key, "vi", **values)


class Person(Protocol):
    """Whoever can begin a visit and choose by name."""

    def begin(self) -> object:
        """From the invitation to the first screen."""

    def choose(self, name: str) -> str:
        """Take the button called so; what was said then."""

    def leave(self, name: str) -> None:
        """Take the button that ends the visit."""

    @property
    def helpers(self) -> tuple[str, ...]:
        """What the bar of this screen offers."""


def ask(person: Person, name: str) -> str:
    """Choose *name* and hear the whole screen; what is private after asking for it, once a guide."""
    said = person.choose(name)
    return person.choose(word("bar.again")) if said.endswith(word("private.ask")) else said


def enter(person: Person, flow: Flow) -> None:
    """From nobody there to the first step, among the needs."""
    person.begin()
    ready = (word("overview.have_all"),) if flow.asks_first else ()
    for name in (OTHER, word(f"topic.{flow.topic}"), tile_of(flow), *ready):
        said = ask(person, name)
    assert flow.steps[flow.start].say.vi in said


def follow(person: Person, flow: Flow, step: Step, edge_id: str) -> Step | None:
    """Take one edge by the words of its button; the step it leads to, None outside the guide."""
    edges = [edge for edge in step.edges if edge.id == edge_id]
    if edge_id.startswith("stuck."):
        said = go_to_stuck_list(person)
        assert edges[0].label is not None and edges[0].label.vi in said
        advice = ask(person, edges[0].label.vi)
        assert edges[0].advice is None or edges[0].advice.vi in advice
        calls = isinstance(edges[0].target, ToPerson)
        said = ask(person, word("stuck.call" if calls else "stuck.go_on"))
    else:
        said = ask(person, name_of(edges[0]))
    return arrived(flow, edges, said)


def explain(person: Person) -> str:
    """Ask for other words; whoever hears it asks to hear it again first."""
    if word("bar.not_understood") not in person.helpers:
        ask(person, word("bar.again"))
    return ask(person, word("bar.not_understood"))


def go_to_stuck_list(person: Person) -> str:
    for _ in range(3):
        said = explain(person)
        if word("stuck.heading") in said:
            return said
    raise AssertionError("no list of what may have gone wrong")


def name_of(edge: Edge) -> str:
    if edge.id == "next":
        return word("step.next")
    assert edge.label is not None
    return edge.label.vi


def arrived(flow: Flow, edges: list[Edge], said: str) -> Step | None:
    """Which step is being said now; told from the words alone."""
    targets = [edge.target.step_id for edge in edges if isinstance(edge.target, ToStep)]
    steps = [flow.steps[step_id] for step_id in targets]
    heard = [step for step in steps if step.say.vi in said]
    assert heard or len(targets) < len(edges), f"none of {targets} was said: {said}"
    return max(heard, key=lambda step: len(step.say.vi)) if heard else None


def edges_with_a_way(flow: Flow) -> Iterator[tuple[Walk, Edge]]:
    """Each edge that can be met, with a shortest walk to where it is open (guards and all)."""
    met, seen = set[tuple[str, int]](), set[tuple[str, tuple[tuple[str, str], ...]]]()
    waiting = deque([walks.begin(flow)])
    while waiting:
        walk = waiting.popleft()
        step = walks.current(flow, walk)
        situation = (step.id, tuple(sorted(walks.choices_made(flow, walk).items())))
        if situation in seen:
            continue
        seen.add(situation)
        for edge in walks.edges_open(flow, walk):
            if (step.id, step.edges.index(edge)) not in met:
                met.add((step.id, step.edges.index(edge)))
                yield walk, edge
            further = walks.follow(flow, walk, edge.id)
            if isinstance(further, Walk):
                waiting.append(further)


def paths_over_every_edge(flow: Flow) -> list[tuple[str, ...]]:
    """Few short ways that together take every edge of the guide."""
    every = {(*walk.edges, edge.id) for walk, edge in edges_with_a_way(flow)}
    begun = {path[:-1] for path in every}
    return sorted(path for path in every if path not in begun)


ALL_WALKED = 12
"""Of a guide with more, every edge is walked after every other: pressed on the screen, thousands of ways take
minutes, and the hypothesis tests of the walk mix better what was chosen long before.
"""


def paths_walked(flow: Flow) -> list[tuple[str, ...]]:
    """Every way through the guide; where they are too many, ways that take every edge after every other."""
    paths = list(enumerate_paths(flow))
    if len(paths) <= ALL_WALKED:
        return paths
    met, chosen = set[object](), list[tuple[str, ...]]()
    for path in sorted(paths, key=len, reverse=True):
        taken = edges_taken(flow, path)
        if fresh := {*pairwise((None, *taken))} - met:
            met |= fresh
            chosen.append(path)
    return chosen


def edges_taken(flow: Flow, path: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each edge of the path with the step it leaves; the last may leave the guide."""
    steps = walks.route(flow, Walk(flow.content_hash, path[:-1]))
    return [(step.id, edge_id) for step, edge_id in zip(steps, path, strict=True)]


def path_to_the_end(flow: Flow, over: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The edges of a shortest walk to an end of the guide (to a hand-over where it has none), never stuck;
    *over*: those it begins with.
    """
    ends: tuple[type[Step], ...] = (End,)
    if not any(isinstance(step, End) for step in flow.steps.values()):
        ends = (HandOver,)
    waiting = deque([Walk(flow.content_hash, over)])
    seen = set[tuple[str, tuple[tuple[str, str], ...]]]()
    while waiting:
        walk = waiting.popleft()
        step = walks.current(flow, walk)
        if isinstance(step, ends):
            return walk.edges
        situation = step.id, tuple(sorted(walks.choices_made(flow, walk).items()))
        if situation in seen:
            continue
        seen.add(situation)
        for edge in walks.edges_open(flow, walk):
            further = walks.follow(flow, walk, edge.id)
            if isinstance(further, Walk) and not edge.id.startswith(walks.STUCK_PREFIX):
                waiting.append(further)
    raise AssertionError(f"{flow.id} has no end")


def finish(person: Person) -> None:
    """From the last step over a face out of the visit."""
    ask(person, word("goodbye.good"))
    person.leave(word("goodbye.done"))


def walk_to_the_end(person: Person, flow: Flow) -> tuple[str, ...]:
    """Begin, go through the guide to its end, say how it was, and go; the edges that were taken."""
    path = path_to_the_end(flow)
    enter(person, flow)
    follow_to_the_end(person, flow, path)
    finish(person)
    return path


def follow_to_the_end(person: Person, flow: Flow, path: tuple[str, ...]) -> None:
    """From the first step of the guide, over these edges."""
    step: Step | None = flow.steps[flow.start]
    for edge_id in path:
        assert step is not None
        step = follow(person, flow, step, edge_id)
