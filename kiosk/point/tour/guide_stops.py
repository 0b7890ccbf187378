"""Which screens of a guide a tour shows, in the order of reading. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from flows.guide.flow import Flow
from flows.guide.steps import Step, ToHotline, points_at
from flows.guide.walk import STUCK_PREFIX, Walk, edges_open
from flows.practice.exercise.in_a_guide import typing_of
from flows.practice.own_phone import OwnPhone
from flows.practice.practice import Practice
from flows.practice.way import can_be_practised, steps_to_do, tasks_of
from kiosk.point.tour.stop import Stop
from kiosk.point.tour.walks import walks_to_every_step, walks_to_every_trouble
from ui.visit import stages
from ui.visit.staff.stages import Training


def guide_stops(flow: Flow) -> tuple[Stop, ...]:
    """What must be at hand, the overview, the codes, and every step with its other wordings and what may go
    wrong there.

    A guide for volunteers as staff see it.
    """
    stops = tuple(_guide_stops(flow))
    if flow.audience == "volunteer":
        return tuple(replace(stop, stage=Training((stop.stage,))) for stop in stops)
    return stops


def _guide_stops(flow: Flow) -> tuple[Stop, ...]:
    troubles = walks_to_every_trouble(flow)
    steps = (
        stop for step, walk in walks_to_every_step(flow) for stop in _step_stops(flow, step, walk, troubles)
    )
    codes = (Stop(f"qr-{code.id}", stages.ShowQr(flow.id, code.id), code=code) for code in flow.qr)
    ready = (Stop("ready", stages.HaveReady(flow.id)),) if flow.asks_first else ()
    overview = Stop("overview", stages.Overview(flow.id), cautions=flow.warnings)
    moved = (
        Stop(f"changed-{change.id}", stages.GuideChanged(flow.id, change.id), change=change)
        for change in flow.changes
    )
    return (*ready, overview, *codes, *moved, *steps, *_practice_stops(flow), *_own_phone_stops(flow))


def _practice_stops(flow: Flow) -> Iterator[Stop]:
    """Each step that is practised, with its ring; its keys, where words are typed; what follows the last."""
    for practice in practices_of(flow):
        name = "over" if practice.over else practice.task.step_id
        yield Stop(f"practice-{name}", stages.Practising(practice))
        if not practice.over and practice.task.typed:
            yield Stop(f"practice-{name}-typed", stages.Practising(practice, typing_of(practice, flow)))


def _own_phone_stops(flow: Flow) -> Iterator[Stop]:
    for name, doing in zip(
        ("own-phone", "own-phone-pictured", "own-phone-over"), on_own_phone(flow), strict=False
    ):
        yield Stop(name, stages.OnOwnPhone(doing))


def on_own_phone(flow: Flow) -> Iterator[OwnPhone]:
    """The first step on one's own phone, the same with its picture, and the question after the last; nothing
    where nothing can be practised.
    """
    steps = tuple(step.id for step in steps_to_do(flow)) if can_be_practised(flow) else ()
    if steps and flow.audience == "resident":
        first = OwnPhone(flow.id, steps)
        yield from (first, replace(first, pictured=True), replace(first, at=len(steps)))


def practices_of(flow: Flow) -> Iterator[Practice]:
    """A first pass over *flow*, a step at a time and over at last; nothing where nothing can be practised."""
    tasks = tasks_of(flow, None, (flow,)) if flow.audience == "resident" else ()
    if tasks:
        yield from (Practice(flow.id, tasks, at=at) for at in range(len(tasks) + 1))


def _step_stops(
    flow: Flow, step: Step, walk: Walk, troubles: Mapping[tuple[str, str], Walk]
) -> Iterator[Stop]:
    yield Stop(step.id, stages.Stepping(flow.id, walk), step)
    if step.simpler is not None:
        yield Stop(f"{step.id}-simpler", stages.Stepping(flow.id, walk, "simpler"), step)
    if step.example is not None:
        yield Stop(f"{step.id}-example", stages.Stepping(flow.id, walk, "example"), step)
    elif points_at(step):
        yield Stop(f"{step.id}-picture", stages.Stepping(flow.id, walk, "picture"), step)
    for line in flow.hotlines_of(step):
        shown = stages.Hotline(line.number, line.whose, step.calling)
        yield Stop(f"{step.id}-call-{line.id}", shown, step, line=line)
    stuck = {edge.id: troubles[step.id, edge.id] for edge in step.edges if (step.id, edge.id) in troubles}
    if stuck:
        yield Stop(f"{step.id}-stuck", stages.StuckList(flow.id, next(iter(stuck.values()))), step)
    for edge_id, there in stuck.items():
        name = f"{step.id}-{edge_id.removeprefix(STUCK_PREFIX)}"
        yield Stop(name, stages.Advice(flow.id, there, edge_id), step)
        target = next(edge.target for edge in edges_open(flow, there) if edge.id == edge_id)
        if isinstance(target, ToHotline):
            yield Stop(f"{name}-call", stages.Hotline(target.number), step)
