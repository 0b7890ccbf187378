"""Rehearsing a scam on the drawn phone. Whatever is answered harms nothing, and is written down nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide.flow import Flow
from flows.guide.needs import PRACTICE
from flows.practice.rehearse import phone
from flows.practice.rehearse import play as plays
from flows.practice.rehearse.play import Play
from flows.practice.rehearse.script import Rehearsal
from kiosk.base.events import RehearsalHeld
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseRehearsal, GiveReply, TouchPlace
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stages import Home, NeedGuides, Overview, Rehearsing, ScamsToRehearse, Topic
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def may_rehearse(flow: Flow, rehearsals: Mapping[str, Rehearsal]) -> bool:
    """Whether it is offered with what *flow* is about."""
    return any(flow.id in one.beside for one in rehearsals.values())


def belongs_to(topic: str, flows: Mapping[str, Flow], rehearsals: Mapping[str, Rehearsal]) -> bool:
    """Whether it is offered among the guides of *topic*: where one of those offers it."""
    return any(flow.topic == topic and may_rehearse(flow, rehearsals) for flow in flows.values())


def open_list(visit: Visit, context: PressContext) -> Turn:
    """Onto the list, from where it is offered."""
    match visit.stage:
        case Topic(topic) if belongs_to(topic, context.guides.flows, context.guides.rehearsals):
            return Turn(visit.show(ScamsToRehearse()))
        case Overview(flow_id) if flow_id in context.guides.flows and may_rehearse(
            context.guides.flows[flow_id], context.guides.rehearsals
        ):
            return Turn(visit.show(ScamsToRehearse()))
        case NeedGuides(need_id) if need_id == PRACTICE and context.guides.rehearsals:
            return Turn(visit.show(ScamsToRehearse()))
        case Home() if visit.brought is not None and context.guides.rehearsals:
            return Turn(visit.show(ScamsToRehearse()))
        case _:
            return Turn(visit)


def on_press_list(visit: Visit, _: ScamsToRehearse, action: Action, context: PressContext) -> Turn:
    """One press where they are listed."""
    match action:
        case ChooseRehearsal(which) if which in context.guides.rehearsals:
            return Turn(visit.show(Rehearsing(Play(context.guides.rehearsals[which], context.draw))))
        case Do.BACK | Do.DONE:
            return Turn(visit.close())
        case _:
            return Turn(visit)


def on_press(visit: Visit, stage: Rehearsing, action: Action) -> Turn:
    """One press while one is rehearsed. That it took place is told as the phone is answered or not: not how
    it went, nor how long it took.
    """
    further = after(stage.play, action)
    if further is None:
        return Turn(visit.close())
    shown = visit.swap(Rehearsing(further))
    if stage.play.moment == "ringing" and further.moment in ("asked", "refused"):
        return held(shown, further.script.id)
    return Turn(shown)


def held(visit: Visit, script_id: str) -> Turn:
    """It is told that something was rehearsed: not what, and of each thing once a visit."""
    if script_id in visit.rehearsed:
        return Turn(visit)
    return Turn(replace(visit, rehearsed=visit.rehearsed | {script_id}), (RehearsalHeld(),))


def after(play: Play, action: Action) -> Play | None:
    """*play* after one press; None: it is left."""
    match action:
        case Do.BACK:
            return plays.back(play)
        case Do.GO_ON:
            return plays.gone_on(play)
        case TouchPlace(element):
            return phone.touched(play, element)
        case GiveReply(which):
            return plays.answered(play, which)
        case Do.REHEARSE if play.moment == "check":
            return plays.once_more(play)
        case Do.DONE if play.moment == "check":
            return None
        case _:
            return play
