"""What staff say of an assisted visit: beside the goodbye, where the resident says how it was. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from accessibility.preferences import Preferences
from flows.guide.flow import Flow
from kiosk.base.events import Answer, FilingGiven, Obstacle, ObstacleGiven, Result, ResultGiven
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveFiling, GiveObstacle, GiveResult
from ui.visit.staff import controls
from ui.visit.staff.stages import AskObstacle
from ui.visit.stages import Goodbye
from ui.visit.turns import Turn
from ui.visit.visit import Visit

RESULTS: tuple[Result, ...] = get_args(Result)
OBSTACLES: tuple[Obstacle, ...] = get_args(Obstacle)
ANSWERS: tuple[Answer, ...] = get_args(Answer)


def at_goodbye(visit: Visit, action: Action, first: Preferences, flows: Mapping[str, Flow]) -> Turn | None:
    """One touch says what came of it; why it was not wholly done is asked in the look of staff (*first*)."""
    stage = visit.stage
    if not isinstance(stage, Goodbye) or not visit.assisted_by:
        return None
    match action:
        case GiveResult(result):
            marked = visit.swap(replace(stage, result=result))
            said = () if result == stage.result else (ResultGiven(result),)
            return Turn(marked if result == "done" else controls.over(marked, AskObstacle(), first), said)
        case GiveFiling(answer) if may_have_filed(visit, stage, flows) and answer != stage.filed:
            return Turn(visit.swap(replace(stage, filed=answer)), (FilingGiven(answer),))
        case _:
            return None


def may_have_filed(visit: Visit, stage: Goodbye, flows: Mapping[str, Flow]) -> bool:
    """Whether one of the guides of this visit is about submitting a file online."""
    opened = {stage.guide, visit.left, *visit.finished}
    return any(flow_id in flows and flows[flow_id].files for flow_id in opened)


def on_press(visit: Visit, action: Action) -> Turn:
    """What stopped it: to skip the question leaves it unsaid."""
    match visit.stage, action:
        case AskObstacle(), (Do.SKIP | Do.BACK):
            return Turn(controls.hand_back(visit))
        case AskObstacle(), GiveObstacle(obstacle):
            return Turn(controls.hand_back(visit), (ObstacleGiven(obstacle),))
        case _:
            return Turn(visit)
