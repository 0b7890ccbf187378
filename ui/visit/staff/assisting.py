"""What follows from a turn for who assists: the lines of the log, and the questions at the end. Pure.

The controls change hands in many ways (locked, four minutes over, another member, disabled, a mistake of
ours). None of them has to think of the log: it is told here, from the visits before and after.
"""

from __future__ import annotations

from dataclasses import replace

from accessibility.preferences import Preferences
from kiosk.events import (
    AssistEnded,
    AssistStarted,
    EdgeTaken,
    PrivateBack,
    PrivateEdgeTaken,
    PrivateWalkReopened,
    WalkEnded,
    WalkReopened,
    WalkStarted,
    WentBack,
)
from ui.visit.actions.action import Action
from ui.visit.effects import Effect
from ui.visit.staff import controls, next_person
from ui.visit.staff.stages import AskResult
from ui.visit.stage import AsksResident, AsksStaff
from ui.visit.stages import Goodbye, Visit
from ui.visit.turns import Turn

MOVES_ON = (
    EdgeTaken, WentBack, WalkStarted, WalkReopened, WalkEnded,
    PrivateEdgeTaken, PrivateBack, PrivateWalkReopened,
)  # fmt: skip


def noted(before: Visit, turn: Turn, first: Preferences, action: Action | None = None) -> Turn:
    """*turn* with all that. *first*: the kiosk's own look, in which staff are asked."""
    visit = _answered(before, _unmarked(turn))
    return Turn(_asked(visit, first), _told(before, turn, action))


def _unmarked(turn: Turn) -> Visit:
    """At another step it is the resident who acts, until staff say otherwise."""
    visit = turn.visit
    if visit.assist is None or not any(isinstance(effect, MOVES_ON) for effect in turn.effects):
        return visit
    return replace(visit, assist=replace(visit.assist, by="resident"))


def _answered(before: Visit, visit: Visit) -> Visit:
    """Who comes through the questions with the controls in hand has answered; another guide asks anew."""
    if visit.assist is None:
        return visit
    through = isinstance(before.beneath, AsksStaff) and not isinstance(visit.beneath, AsksStaff)
    at_the_end = any(isinstance(stage, Goodbye) for stage in visit.stages)
    asked = at_the_end and (visit.assist.asked or (through and bool(visit.assisted_by)))
    return replace(visit, assist=replace(visit.assist, asked=asked))


def _asked(visit: Visit, first: Preferences) -> Visit:
    """Who assists is asked at the goodbye what came of it, over it; also when they come back to it later.

    Not over a question to the resident, who answers first: else who is helped at the goodbye has no group.
    """
    if visit.assist is None or not visit.assisted_by or visit.assist.asked:
        return visit
    if isinstance(visit.beneath, (AsksResident, AsksStaff)) or not isinstance(
        controls.hand_back(visit).stage, Goodbye
    ):
        return visit
    return controls.over(visit, AskResult(), first)


def _told(before: Visit, turn: Turn, action: Action | None) -> tuple[Effect, ...]:
    was, now = before.assisted_by, turn.visit.assisted_by
    left: tuple[Effect, ...] = (AssistEnded(),) if was and was != now else ()
    came: tuple[Effect, ...] = (AssistStarted(now),) if now and was != now else ()
    return (*left, *turn.effects, *came, *next_person.stays(before, turn.effects, action))
