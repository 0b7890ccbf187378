"""What staff say of an assisted visit at its end, before the resident says how it was. Pure."""

from __future__ import annotations

from typing import get_args

from kiosk.events import Answer, FilingGiven, Obstacle, ObstacleGiven, Result, ResultGiven
from ui.visit.staff import controls
from ui.visit.staff.stages import AskFiling, AskObstacle, AskResult
from ui.visit.stages import Visit
from ui.visit.turns import Turn

RESULTS: tuple[Result, ...] = get_args(Result)
OBSTACLES: tuple[Obstacle, ...] = get_args(Obstacle)
ANSWERS: tuple[Answer, ...] = get_args(Answer)


def press(visit: Visit, action: str) -> Turn:
    """One press. To skip a question leaves it unsaid; Back leads to the question before."""
    match visit.stage, action:
        case AskResult(), "skip" | "back":
            return Turn(controls.hand_back(visit))
        case AskResult(), _:
            return _result(visit, action)
        case AskObstacle(), _:
            return _obstacle(visit, action)
        case AskFiling(), "back":
            return Turn(visit.swap(AskResult()))
        case AskFiling(), "skip":
            return Turn(controls.hand_back(visit))
        case AskFiling(), _:
            return _filing(visit, action)
        case _:
            return Turn(visit)


def _result(visit: Visit, action: str) -> Turn:
    for result in RESULTS:
        if action == f"result.{result}":
            asked = AskFiling() if result == "done" else AskObstacle()
            return Turn(visit.swap(asked), (ResultGiven(result),))
    return Turn(visit)


def _obstacle(visit: Visit, action: str) -> Turn:
    if action == "back":
        return Turn(visit.swap(AskResult()))
    if action == "skip":
        return Turn(visit.swap(AskFiling()))
    for obstacle in OBSTACLES:
        if action == f"obstacle.{obstacle}":
            return Turn(visit.swap(AskFiling()), (ObstacleGiven(obstacle),))
    return Turn(visit)


def _filing(visit: Visit, action: str) -> Turn:
    for answer in ANSWERS:
        if action == f"filing.{answer}":
            return Turn(controls.hand_back(visit), (FilingGiven(answer),))
    return Turn(visit)
