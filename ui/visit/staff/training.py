"""Guides for volunteers, read at the kiosk. They belong to nobody's visit: of the way nothing is written
down, only that somebody of a role has come to the end of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import End
from flows.guide.walk import STUCK_PREFIX
from kiosk.base.events import TrainingFinished
from ui.visit import open_guide, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide
from ui.visit.actions.common import Do
from ui.visit.effects import SayThis
from ui.visit.press_context import PressContext
from ui.visit.staff.bookmarks import Place
from ui.visit.staff.stages import Training
from ui.visit.stage import Stage
from ui.visit.stages import HaveReady, Home, Overview, Person, ShowQr, Stepping, StuckList
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def enter(visit: Visit, left_off: Place = ()) -> Turn:
    """From the menu to the list, or to where the member was when the controls locked."""
    said = (SayThis("training.go_on", read_on=True),) if left_off else ()
    return Turn(visit.show(Training(left_off)), said)


def on_press(visit: Visit, stage: Training, action: Action, context: PressContext) -> Turn:
    """One press among the guides for volunteers, and the residents' they lead to."""
    lessons = context.guides.lessons
    if stage.finished:
        return Turn(visit.swap(Training())) if action in (Do.DONE, Do.BACK) else Turn(visit)
    if not stage.at:
        return _at_list(visit, action, lessons)
    match stage.at[-1]:
        case Stepping(flow_id=flow_id, walk=walk) if action is Do.DONE:
            return _finish(visit, lessons[flow_id], isinstance(walks.current(lessons[flow_id], walk), End))
        case HaveReady() | Overview() | ShowQr() if action in (Do.BACK, Do.DONE):
            return Turn(visit.swap(Training(stage.at[:-1])))
        case _:
            return _walk(visit, stage, action, lessons)


def _at_list(visit: Visit, action: Action, lessons: Mapping[str, Flow]) -> Turn:
    match action:
        case Do.BACK:
            return Turn(visit.close())
        case OpenGuide(flow_id) if flow_id in lessons and lessons[flow_id].audience == "volunteer":
            opened = open_guide.open_guide(Visit((Home(),)), flow_id, lessons).visit
            return Turn(visit.swap(Training(opened.stages[1:])))
        case _:
            return Turn(visit)


def _finish(visit: Visit, flow: Flow, completed: bool) -> Turn:
    """The end counts; what was handed over to somebody is to be taken again."""
    if not completed or flow.audience != "volunteer" or visit.staff is None:
        return Turn(visit.swap(Training()))
    done = TrainingFinished(flow.id, visit.staff.member.role)
    return Turn(visit.swap(Training(finished=flow.id)), (done,))


def _walk(visit: Visit, stage: Training, action: Action, lessons: Mapping[str, Flow]) -> Turn:
    """As a resident walks, but what a resident's log would be told is told to nobody."""
    there = Visit((Home(), *stage.at), visit.preferences)
    opening = open_guide.on_press(there, action, lessons)
    walked = (opening or walking.on_press(there, action, lessons)).visit
    at: tuple[Stage, ...] = walked.stages[1:]
    match at[-1] if at else None:
        case Person():  # nobody is rung for: who learns asks the officer on duty
            return Turn(visit.swap(Training(at[:-1])), (SayThis("training.ask"),))
        case StuckList(flow_id=flow_id, walk=walk) if not _may_be_stuck(lessons[flow_id], walk):
            return Turn(visit.swap(Training((*at[:-2], Stepping(flow_id, walk)))), (SayThis("training.ask"),))
        case _:
            return Turn(visit.swap(replace(stage, at=at)))


def _may_be_stuck(flow: Flow, walk: walks.Walk) -> bool:
    return any(edge.id.startswith(STUCK_PREFIX) for edge in walks.edges_open(flow, walk))
