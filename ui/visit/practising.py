"""Practising a guide on the drawn phone: a touch, a hint, one more pass. A wrong touch harms nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.card import guide_mark
from flows.guide.flow import Flow
from flows.guide.steps import Step
from flows.guide.walk import Walk, current
from flows.practice import practice as practices
from flows.practice.exercise import doing as doings
from flows.practice.exercise.doing import Doing
from flows.practice.exercise.in_a_guide import typing_of
from flows.practice.practice import MOST_PASSES, WHOLE_SCREEN, Practice
from flows.practice.rung import RUNGS, Rung
from flows.practice.way import can_be_practised, is_practised, tasks_of
from kiosk.base.events import GuidePractised
from ui.visit import own_phone
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import SlidePlace, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.typing import Keyboard, TypeKey
from ui.visit.drawn_keys import keyed, said_of_a_key
from ui.visit.effects import SayAgain
from ui.visit.marks import by_mark
from ui.visit.press_context import PressContext
from ui.visit.stages import Practising, Stepping
from ui.visit.turns import UNCHANGED, Turn
from ui.visit.visit import Visit


def may_practise(visit: Visit, flow: Flow | None) -> bool:
    """Whether it is offered: where there is something to touch, and not for a third time in a row."""
    if flow is None or not can_be_practised(flow):
        return False
    last = visit.practised[-1] if visit.practised else None
    return last is None or last.flow_id != flow.id or last.passes < MOST_PASSES


def begin(visit: Visit, flow_id: str, walk: Walk | None, flows: Mapping[str, Flow]) -> Turn:
    """Onto the drawn phone, on the way of *walk*, where somebody has got to in this visit."""
    flow = flows.get(flow_id)
    if flow is None or not may_practise(visit, flow):  # what is not offered cannot be pressed
        return Turn(visit)
    earlier = next((one for one in visit.practised if one.flow_id == flow_id), None)
    if earlier is None:
        begun = practices.first_pass(
            flow_id, tasks_of(flow, walk, flows.values()), _brought(visit, flow_id, flows)
        )
    else:
        at_once = visit.practised[-1] == earlier
        begun = replace(practices.once_more(earlier), passes=earlier.passes + 1 if at_once else 1)
    return Turn(visit.show(Practising(begun)))


def may_practise_at(visit: Visit, flow: Flow, step: Step) -> bool:
    """Whether *step* is one of those that can be practised now."""
    return is_practised(step) and may_practise(visit, flow)


def begin_at(visit: Visit, stage: Stepping, flows: Mapping[str, Flow]) -> Turn:
    """Onto the drawn phone at the step of *stage*, which lies beneath in its own words."""
    flow = flows[stage.flow_id]
    step = current(flow, stage.walk)
    if not may_practise_at(visit, flow, step):
        return Turn(visit)
    tasks = tasks_of(flow, stage.walk, flows.values())
    at = next(at for at, task in enumerate(tasks) if task.step_id == step.id)
    earlier = next((one for one in visit.practised if one.flow_id == flow.id), None)
    begun = practices.first_pass(
        flow.id, tasks, earlier.reached if earlier else _brought(visit, flow.id, flows), at
    )
    if earlier is not None and visit.practised[-1] == earlier:
        begun = replace(begun, passes=earlier.passes + 1)
    return Turn(visit.swap(replace(stage, explained="no")).show(Practising(begun)))


def on_press(visit: Visit, stage: Practising, action: Action, context: PressContext) -> Turn:
    """One press while practising, or after a pass."""
    now = stage.practice
    if stage.typing is not None:
        return _typing(visit, now, stage.typing, action)
    match action:
        case Do.BACK if now.at == now.begun_at or now.over:
            return Turn(visit.close())
        case Do.BACK:
            return Turn(visit.swap(Practising(practices.back(now))))
        case Do.OWN_PHONE if now.leads_on and own_phone.may_begin(context.guides.flows.get(now.flow_id)):
            return own_phone.begin(visit.close(), now.flow_id, context.guides.flows)
        case Do.DONE if now.over:
            return Turn(visit.close())
        case Do.PRACTISE | Do.SMALL_FIRST if now.may_go_again:
            return Turn(visit.swap(Practising(practices.once_more(now))))
        case Do.HINT if not now.over:
            return _helped(visit, stage, practices.hinted(now))
        case TouchPlace(element) if not now.over and now.task.typed and now.task.takes(element):
            return Turn(visit.swap(Practising(now, typing_of(now, context.guides.flows[now.flow_id]))))
        case TouchPlace(element) if not now.over:
            return _touched(visit, stage, practices.touched(now, element))
        case SlidePlace() if not now.over:
            return _touched(visit, stage, practices.slid(now, now.task.way, now.task.target))
        case Signal.ASTRAY if not now.over:
            return _touched(visit, stage, practices.missed(now))
        case _:
            return Turn(visit)


def by_a_finger(visit: Visit, way: str, element: int) -> Action | None:
    """What it means that a finger slid *way* over the drawn phone from *element* on, or lay there (empty) and
    pressed no control: that element all the same; the same as the button that slides; or what is not
    asked for.
    """
    stage = visit.stage
    if isinstance(stage, Stepping):  # a step that is read: whoever touches its phone means their own
        return None if way else Signal.ASTRAY
    if not isinstance(stage, Practising) or stage.typing is not None or stage.practice.over:
        return None
    task = stage.practice.task
    if task.way is None:
        return TouchPlace(element) if not way and element >= 0 else Signal.ASTRAY
    begun = task.target in (WHOLE_SCREEN, element)
    if way == task.way and begun:
        return SlidePlace(task.way)
    return Signal.ASTRAY


def _typing(visit: Visit, now: Practice, typing: Doing, action: Action) -> Turn:
    """At the drawn keys, which the place has opened. Who would rather not type goes on all the same."""
    match action:
        case Do.BACK:
            return Turn(visit.swap(Practising(now)))
        case Do.GO_ON:
            return _onward(visit, practices.typed(now, clean=typing.clean))
        case Do.HINT:
            return Turn(visit.swap(Practising(now, doings.hinted(typing))))
        case _ if (further := keyed(typing, action)) is not None and further != typing:
            return Turn(visit.swap(Practising(now, further)), said_of_a_key(further, typing))
        case TypeKey() | Keyboard():
            return Turn(visit, UNCHANGED)
        case _:
            return Turn(visit)


def _helped(visit: Visit, stage: Practising, now: Practice) -> Turn:
    """What was shown already, or is not told, is said again: no touch and no question stays unanswered."""
    before = stage.practice
    if now.at != before.at:
        return Turn(visit.swap(Practising(now)))
    effects = (SayAgain(asked=False),) if now.help == before.help else ()
    return Turn(visit.swap(replace(stage, practice=now)), effects)


def _touched(visit: Visit, stage: Practising, further: Practice) -> Turn:
    return _onward(visit, further) if further.over else _helped(visit, stage, further)


def _onward(visit: Visit, further: Practice) -> Turn:
    """To the next step, or over: then what was practised is told."""
    if not further.over:
        return Turn(visit.swap(Practising(further)))
    shown = visit.swap(Practising(further))
    others = tuple(one for one in visit.practised if one.flow_id != further.flow_id)
    done = GuidePractised(
        further.flow_id, further.rung, "yes" if further.clean_throughout else "no", visit.actor
    )
    return Turn(replace(shown, practised=(*others, further)), (done,))


def _brought(visit: Visit, flow_id: str, flows: Mapping[str, Flow]) -> Rung:
    """Where the card that was brought says that somebody stands; without one they begin."""
    mark = guide_mark(flow_id)
    if visit.brought is None or by_mark(flows).get(mark) != flow_id:
        return RUNGS[0]
    return next((RUNGS[one.rung] for one in visit.brought.practised if one.mark == mark), RUNGS[0])
