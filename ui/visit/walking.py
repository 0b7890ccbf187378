"""Inside a guide: Next, choices, Back, "I don't understand", and what to do when stuck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from flows import walk as walks
from flows.flow import Flow
from flows.steps import End, HandOver, Step, ToFlow, ToHotline, ToPerson, points_at
from flows.walk import Leaves, Walk
from ui.visit import calling, ending
from ui.visit.effects import (
    EdgeTaken,
    Effect,
    ExplanationGiven,
    WalkEnded,
    WalkReopened,
    WalkStarted,
    WentBack,
)
from ui.visit.stages import (
    Advice,
    Explained,
    Hotline,
    OpenWalk,
    Overview,
    ShowQr,
    Stepping,
    StuckList,
    Visit,
)
from ui.visit.turns import Turn

INSIDE_A_GUIDE = (Stepping, StuckList, Advice, Hotline)


def start(visit: Visit, flow: Flow) -> Turn:
    """Begin the guide; a walk still open in another guide ends as *referred*."""
    begun = visit.show(Stepping(flow.id, walks.begin(flow)))
    effects = ending.walk_effects(visit, "referred")
    started = WalkStarted(flow.id, flow.content_hash, flow.topic, flow.start)
    return Turn(replace(begun, open_walk=OpenWalk(flow.id)), (*effects, started))


def has_code(flow: Flow, qr_id: str) -> bool:
    """Whether the guide has that official address."""
    return any(code.id == qr_id for code in flow.qr)


def reopen(visit: Visit) -> Turn:
    """Back into a guide that was left for another one: its walk goes on where it was."""
    stage = visit.stage
    if isinstance(stage, Stepping | StuckList | Advice) and visit.open_walk is None:
        return Turn(replace(visit, open_walk=OpenWalk(stage.flow_id)), (WalkReopened(stage.flow_id),))
    return Turn(visit)


def press(visit: Visit, action: str, flows: Mapping[str, Flow]) -> Turn:
    """One press inside a guide."""
    match visit.stage:
        case Stepping() as stage:
            return _at_step(visit, stage, action, flows[stage.flow_id])
        case StuckList() as stage:
            return _at_stuck_list(visit, stage, action, flows[stage.flow_id])
        case Advice() as stage:
            return _at_advice(visit, stage, action, flows[stage.flow_id])
        case Hotline():
            return Turn(visit.close()) if action in ("done", "back") else Turn(visit)
        case _:
            return Turn(visit)


def _at_step(visit: Visit, stage: Stepping, action: str, flow: Flow) -> Turn:
    step = walks.current(flow, stage.walk)
    match action:
        case "back":
            return _back(visit, stage, flow)
        case "not-understood":
            return _explain(visit, stage, step)
        case "done" if isinstance(step, End | HandOver):
            return _finish(visit, flow, step)
        case _ if action.startswith(walks.STUCK_PREFIX):
            return Turn(visit)  # stuck edges are taken from their list, where the advice is read first
        case _:
            return _take(visit, stage.walk, action, flow)


def _back(visit: Visit, stage: Stepping, flow: Flow) -> Turn:
    if stage.explained != "no":
        return Turn(visit.swap(replace(stage, explained="no")))
    if stage.walk.edges:
        walk = walks.back(stage.walk)
        step = walks.current(flow, walk)
        return Turn(visit.swap(Stepping(flow.id, walk)), (WentBack(step.id),))
    left = replace(visit.close(), open_walk=None, left=flow.id)
    return Turn(left, ending.walk_effects(visit, "stopped"))


def _explain(visit: Visit, stage: Stepping, step: Step) -> Turn:
    """A simpler wording, then an example or another picture, then what may have gone wrong and a person."""
    simple_already = visit.preferences.simpler_words
    if stage.explained == "no" and step.simpler is not None and not simple_already:
        return Turn(visit.swap(replace(stage, explained="simpler")), (ExplanationGiven(step.id, "simpler"),))
    further: Explained | None = "example" if step.example else "picture" if points_at(step) else None
    if further is not None and stage.explained != further:
        return Turn(visit.swap(replace(stage, explained=further)), (ExplanationGiven(step.id, "example"),))
    listed = visit.show(StuckList(stage.flow_id, stage.walk))
    return Turn(listed, (ExplanationGiven(step.id, "stuck-list"),))


def _finish(visit: Visit, flow: Flow, step: Step) -> Turn:
    completed = isinstance(step, End)
    finished = (*visit.finished, flow.id) if completed and flow.id not in visit.finished else visit.finished
    ended = replace(visit, open_walk=None, finished=finished)
    effects = (WalkEnded("completed" if completed else "handed-over"),) if visit.open_walk else ()
    turn = ending.say_goodbye(ended)
    return Turn(turn.visit, (*effects, *turn.effects))


def _at_stuck_list(visit: Visit, stage: StuckList, action: str, flow: Flow) -> Turn:
    open_here = {edge.id for edge in walks.edges_open(flow, stage.walk)}
    if action == "back":
        return Turn(visit.close())
    verb, _, which = action.partition(".")
    if verb == "qr" and has_code(flow, which):
        return Turn(visit.show(ShowQr(flow.id, which)))
    if action.startswith(walks.STUCK_PREFIX) and action in open_here:
        return Turn(visit.show(Advice(flow.id, stage.walk, action)))
    return Turn(visit)


def _at_advice(visit: Visit, stage: Advice, action: str, flow: Flow) -> Turn:
    if action == "back":
        return Turn(visit.close())
    if action != "go-on":
        return Turn(visit)
    at_step = visit.close().close()  # the advice and the list; the step is shown again
    return _take(at_step, stage.walk, stage.edge_id, flow)


def _take(visit: Visit, walk: Walk, edge_id: str, flow: Flow) -> Turn:
    if edge_id not in {edge.id for edge in walks.edges_open(flow, walk)}:
        return Turn(visit)
    match walks.follow(flow, walk, edge_id):
        case Walk() as further:
            step = walks.current(flow, further)
            return Turn(visit.swap(Stepping(flow.id, further)), (EdgeTaken(edge_id, step.id, visit.actor),))
        case Leaves(target=target):
            return _leave(visit, edge_id, target)
        case never:
            assert_never(never)


def _leave(visit: Visit, edge_id: str, target: ToFlow | ToPerson | ToHotline) -> Turn:
    taken: Effect = EdgeTaken(edge_id, None, visit.actor)
    match target:
        case ToFlow(flow_id=flow_id):
            return Turn(visit.show(Overview(flow_id)), (taken,))
        case ToPerson():
            return calling.call(visit, (taken,))
        case ToHotline(number=number):
            return Turn(visit.show(Hotline(number)), (taken,))
        case _:
            assert_never(target)
