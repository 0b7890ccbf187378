"""What staff say of an assisted visit at its end, before the resident says how it was. Pure."""

from __future__ import annotations

from typing import get_args

from kiosk.events import Answer, FilingGiven, Obstacle, ObstacleGiven, Result, ResultGiven
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.actions.staff import GiveFiling, GiveObstacle, GiveResult
from ui.visit.staff import controls
from ui.visit.staff.stages import AskFiling, AskObstacle, AskResult
from ui.visit.stages import Visit
from ui.visit.turns import Turn

RESULTS: tuple[Result, ...] = get_args(Result)
OBSTACLES: tuple[Obstacle, ...] = get_args(Obstacle)
ANSWERS: tuple[Answer, ...] = get_args(Answer)


def press(visit: Visit, action: Action) -> Turn:
    """One press. To skip a question leaves it unsaid; Back leads to the question before."""
    match visit.stage, action:
        case AskResult(), (Do.SKIP | Do.BACK):
            return Turn(controls.hand_back(visit))
        case AskResult(), GiveResult(result):
            asked = AskFiling() if result == "done" else AskObstacle()
            return Turn(visit.swap(asked), (ResultGiven(result),))
        case AskObstacle(), Do.BACK:
            return Turn(visit.swap(AskResult()))
        case AskObstacle(), Do.SKIP:
            return Turn(visit.swap(AskFiling()))
        case AskObstacle(), GiveObstacle(obstacle):
            return Turn(visit.swap(AskFiling()), (ObstacleGiven(obstacle),))
        case AskFiling(), Do.BACK:
            return Turn(visit.swap(AskResult()))
        case AskFiling(), Do.SKIP:
            return Turn(controls.hand_back(visit))
        case AskFiling(), GiveFiling(answer):
            return Turn(controls.hand_back(visit), (FilingGiven(answer),))
        case _:
            return Turn(visit)
