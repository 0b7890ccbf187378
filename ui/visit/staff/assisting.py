"""What follows from a turn for who assists: the lines of the log, and the questions at the end. Pure.

The controls change hands in many ways (locked, four minutes over, another member, disabled, a mistake of
ours). None of them has to think of the log: it is told here, from the visits before and after.
"""

from __future__ import annotations

from dataclasses import replace

from accessibility.preferences import Preferences
from ui.visit.effects import (
    AssistEnded,
    AssistStarted,
    EdgeTaken,
    Effect,
    SessionEnded,
    StaffStays,
    WalkEnded,
    WalkReopened,
    WalkStarted,
    WentBack,
)
from ui.visit.staff import controls
from ui.visit.staff.stages import AskResult
from ui.visit.stages import Goodbye, Visit
from ui.visit.turns import Turn

MOVES_ON = (EdgeTaken, WentBack, WalkStarted, WalkReopened, WalkEnded)


def noted(before: Visit, turn: Turn, first: Preferences, action: str = "") -> Turn:
    """*turn* with all that. *first*: the kiosk's own look, in which staff are asked."""
    return Turn(_asked(before, _unmarked(turn), first), _told(before, turn, action))


def _unmarked(turn: Turn) -> Visit:
    """At another step it is the resident who acts, until staff say otherwise."""
    visit = turn.visit
    if visit.assist is None or not any(isinstance(effect, MOVES_ON) for effect in turn.effects):
        return visit
    return replace(visit, assist=replace(visit.assist, by="resident"))


def _asked(before: Visit, visit: Visit, first: Preferences) -> Visit:
    """Who comes to the goodbye of an assisted visit is asked what came of it, over it."""
    arrives = isinstance(visit.stage, Goodbye) and not any(isinstance(one, Goodbye) for one in before.stages)
    return controls.over(visit, AskResult(), first) if arrives and visit.assisted_by else visit


def _told(before: Visit, turn: Turn, action: str) -> tuple[Effect, ...]:
    was, now = before.assisted_by, turn.visit.assisted_by
    left: tuple[Effect, ...] = (AssistEnded(),) if was and was != now else ()
    came: tuple[Effect, ...] = (AssistStarted(now),) if now and was != now else ()
    return (*left, *turn.effects, *came, *_stays(before, turn, action))


def _stays(before: Visit, turn: Turn, action: str) -> tuple[Effect, ...]:
    """Who sends for the next person is there to help them; who merely left is not."""
    over = any(isinstance(effect, SessionEnded) for effect in turn.effects)
    if not over or before.staff is None or not before.assisted_by or action != "next-person":
        return ()
    return (StaffStays(before.staff.member),)
