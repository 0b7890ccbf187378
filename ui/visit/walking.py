"""Inside a guide: Next, choices, Back, "I don't understand", and what to do when stuck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from flows.guide import logged
from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.needs import PRACTICE
from flows.guide.steps import ToFlow, ToHotline, ToPerson, points_at
from flows.guide.walk import Leaves, Walk
from flows.practice.way import is_touched_on_own_phone
from kiosk.base import events as v
from ui.visit import calling, ending, practising
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed, PractiseAgain, TakeEdge
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.typing import CallNumber
from ui.visit.close_walk import ends_there, walk_effects
from ui.visit.effects import Effect, SayAgain
from ui.visit.open_guide import open_guide
from ui.visit.stages import Advice, Explained, Hotline, NeedGuides, Overview, Stepping, StuckList
from ui.visit.turns import Turn
from ui.visit.visit import OpenWalk, Visit

INSIDE_A_GUIDE = (Stepping, StuckList, Advice, Hotline)


def reopen(visit: Visit, flows: Mapping[str, Flow]) -> Turn:
    """Back into a guide that was left for another one: its walk goes on where it was."""
    stage = visit.stage
    if isinstance(stage, Stepping | StuckList | Advice) and visit.open_walk is None:
        untold = logged.hides_answer(flows[stage.flow_id], stage.walk)
        goes_on: Effect = v.WalkReopened(stage.flow_id)
        if untold:
            goes_on = v.PrivateWalkReopened(stage.flow_id, stage.walk.edges)
        return Turn(replace(visit, open_walk=OpenWalk(stage.flow_id)), (goes_on,))
    return Turn(visit)


def on_press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn:
    """One press inside a guide."""
    match visit.stage:
        case Stepping() as stage:
            return _at_step(visit, stage, action, flows)
        case StuckList() as stage:
            return _at_stuck_list(visit, stage, action, flows[stage.flow_id])
        case Advice() as stage:
            return _at_advice(visit, stage, action, flows)
        case Hotline():
            return Turn(visit.close()) if action in (Do.DONE, Do.BACK) else Turn(visit)
        case _:
            return Turn(visit)


def _at_step(visit: Visit, stage: Stepping, action: Action, flows: Mapping[str, Flow]) -> Turn:
    flow = flows[stage.flow_id]
    ends = ends_there(stage, flows)
    if (
        ends
        and not visit.assisted_by
        and (ended := ending.at_the_end(visit, stage, action, flows)) is not None
    ):
        return ended
    match action:
        case Do.BACK:
            return _back(visit, stage, flows)
        case Do.NOT_UNDERSTOOD:
            return _explain(visit, stage, flow)
        case Signal.ASTRAY if is_touched_on_own_phone(walks.current(flow, stage.walk)):
            return _on_own_phone(visit, stage)
        case PractiseAgain(flow_id) if flow_id == flow.id and stage.explained == "own-phone":
            return practising.begin_at(visit, stage, flows)
        case ChooseNeed(need) if need == PRACTICE and flow.offers_practice:
            return Turn(visit.show(NeedGuides(PRACTICE)), (v.NeedChosen(PRACTICE),))
        case CallNumber(number) if listed := listed_at(flow, stage.walk, number):
            return Turn(visit.show(listed))
        case Do.DONE if ends:
            return ending.done_with(visit, stage, flows)
        case TakeEdge(edge_id) if (
            # stuck edges are taken from their list, where the advice is read first
            not edge_id.startswith(walks.STUCK_PREFIX)
            or edge_id in {edge.id for edge in walks.onward(flow, stage.walk)}
        ):
            return _take(visit, stage, edge_id, flows)
        case _:
            return Turn(visit)


def _back(visit: Visit, stage: Stepping, flows: Mapping[str, Flow]) -> Turn:
    flow = flows[stage.flow_id]
    if stage.explained != "no":
        return Turn(visit.swap(replace(stage, explained="no", said_again=False)))
    if stage.walk.edges:
        walk = walks.back(stage.walk)
        unseen = logged.logged_position(flow, stage.walk).untold
        went = v.PrivateBack() if unseen else v.WentBack(logged.logged_position(flow, walk).step_id)
        return Turn(visit.swap(Stepping(flow.id, walk)), (went,))
    beneath = reopen(replace(visit.close(), open_walk=None), flows)
    return Turn(beneath.visit, (*walk_effects(visit, "stopped"), *beneath.effects))


def _on_own_phone(visit: Visit, stage: Stepping) -> Turn:
    """The drawn phone was touched: it is said whose is meant, as often as that is done."""
    effects = (SayAgain(asked=False),) if stage.explained == "own-phone" else ()
    return Turn(visit.swap(replace(stage, explained="own-phone")), effects)


def _explain(visit: Visit, stage: Stepping, flow: Flow) -> Turn:
    """A simpler wording, then an example or another picture, then what may have gone wrong and a person.

    Where nothing may be told of what is chosen, nothing is told of these: what may have gone wrong is chosen
    from their list, and what there is to explain tells which step it is.
    """
    step, untold = walks.current(flow, stage.walk), logged.hides_answer(flow, stage.walk)

    def explained(how: v.Explanation) -> tuple[Effect, ...]:
        return () if untold else (v.StepExplained(step.id, how),)

    simple_already = visit.preferences.simpler_words
    if stage.explained in ("no", "own-phone") and step.simpler is not None and not simple_already:
        return Turn(visit.swap(replace(stage, explained="simpler")), explained("simpler"))
    further: Explained | None = "example" if step.example else "picture" if points_at(step) else None
    if further is not None and stage.explained != further:
        return Turn(visit.swap(replace(stage, explained=further)), explained("example"))
    listed = visit.show(StuckList(stage.flow_id, stage.walk))
    return Turn(listed, explained("stuck-list"))


def _at_stuck_list(visit: Visit, stage: StuckList, action: Action, flow: Flow) -> Turn:
    open_here = {edge.id for edge in walks.edges_open(flow, stage.walk)}
    match action:
        case Do.BACK:
            return Turn(visit.close())
        case Do.WHAT_IS_NEEDED:
            return Turn(visit.show(Overview(flow.id, begun=True)))
        case TakeEdge(edge_id) if edge_id.startswith(walks.STUCK_PREFIX) and edge_id in open_here:
            return Turn(visit.show(Advice(flow.id, stage.walk, edge_id)))
        case _:
            return Turn(visit)


def _at_advice(visit: Visit, stage: Advice, action: Action, flows: Mapping[str, Flow]) -> Turn:
    if action is Do.BACK:
        return Turn(visit.close())
    if action is not Do.GO_ON:
        return Turn(visit)
    at_step = visit.close().close()  # the advice and the list; the step is shown again
    return _take(at_step, stage, stage.edge_id, flows)


def _take(visit: Visit, stage: Stepping | Advice, edge_id: str, flows: Mapping[str, Flow]) -> Turn:
    flow, walk = flows[stage.flow_id], stage.walk
    if edge_id not in {edge.id for edge in walks.edges_open(flow, walk)}:
        return Turn(visit)
    match walks.follow(flow, walk, edge_id):
        case Walk() as further:
            at, untold = logged.logged_position(flow, further), logged.hides_answer(flow, walk)
            to_step = None if at.untold else at.step_id
            taken = v.PrivateEdgeTaken if untold else v.EdgeTaken
            went = taken(edge_id, to_step, visit.actor)
            return Turn(visit.swap(Stepping(flow.id, further)), (went,))
        case Leaves(target=target):
            untold = logged.hides_answer(flow, walk) or edge_id.startswith(walks.STUCK_PREFIX)
            taken_out = () if untold else (v.EdgeTaken(edge_id, None, visit.actor),)
            return _leave(visit, target, taken_out, flows)
        case never:
            assert_never(never)


def _leave(
    visit: Visit,
    target: ToFlow | ToPerson | ToHotline,
    taken: tuple[Effect, ...],
    flows: Mapping[str, Flow],
) -> Turn:
    match target:
        case ToFlow(flow_id=flow_id):
            return open_guide(visit, flow_id, flows, taken)
        case ToPerson():
            return calling.call(visit, taken)
        case ToHotline(number=number):
            return Turn(visit.show(Hotline(number)), taken)
        case _:
            assert_never(target)


def listed_at(flow: Flow, walk: Walk, number: str) -> Hotline | None:
    """The screen of *number* where the step at the end of *walk* lists it."""
    step = walks.current(flow, walk)
    listed = (one for one in flow.hotlines_of(step) if one.number == number)
    return next((Hotline(one.number, one.whose, step.calling) for one in listed), None)
