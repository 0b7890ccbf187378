"""What follows from a turn for who assists: the lines of the log, and how long the notice is. Pure.

The controls change hands in many ways (locked, four minutes over, another member, disabled, a mistake of
ours). None of them has to think of the log: it is told here, from the visits before and after.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.base import events as v
from ui.visit.actions.action import Action
from ui.visit.effects import Effect
from ui.visit.staff import next_person
from ui.visit.staff.stages import AssistNotice
from ui.visit.turns import Turn
from ui.visit.visit import Visit
from ui.visit.walking import INSIDE_A_GUIDE

MOVES_ON = (
    v.EdgeTaken, v.WentBack, v.WalkStarted, v.WalkReopened, v.WalkEnded,
    v.PrivateEdgeTaken, v.PrivateBack, v.PrivateWalkReopened,
)  # fmt: skip


def noted(
    before: Visit, turn: Turn, action: Action | None = None, *, had_whole_notice: frozenset[str] = frozenset()
) -> Turn:
    """*turn* with all that. *had_whole_notice*: who has had the notice said whole in their shift."""
    visit = _briefly(_unmarked(before, turn), had_whole_notice)
    return Turn(visit, _with_assisting(before, turn, action))


def _unmarked(before: Visit, turn: Turn) -> Visit:
    """At another step it is the resident who acts, until staff say otherwise; and the brief notice was there
    for the first step.
    """
    visit = turn.visit
    if visit.assist is None or not any(isinstance(effect, MOVES_ON) for effect in turn.effects):
        return visit
    briefly = visit.assist.told_briefly and not isinstance(before.stage, INSIDE_A_GUIDE)
    return replace(visit, assist=replace(visit.assist, by="resident", told_briefly=briefly, unfolded=False))


def _briefly(visit: Visit, had_whole_notice: frozenset[str]) -> Visit:
    """The notice is short for who has had it said whole; whichever way led to it."""
    stage = visit.stage
    if not isinstance(stage, AssistNotice) or stage.short or visit.staff is None:
        return visit
    return visit.swap(replace(stage, short=True)) if visit.staff.member.id in had_whole_notice else visit


def _with_assisting(before: Visit, turn: Turn, action: Action | None) -> tuple[Effect, ...]:
    was, now = before.assisted_by, turn.visit.assisted_by
    left: tuple[Effect, ...] = (v.AssistEnded(),) if was and was != now else ()
    came: tuple[Effect, ...] = (v.AssistStarted(now),) if now and was != now else ()
    stays = next_person.stays(before, turn.effects, action)
    match turn.effects:
        case (v.SessionStarted() as begun, *rest):  # whose visit it is stands before what is done in it
            return (*left, begun, *came, *rest, *stays)
        case (v.ResultGiven() as said, *rest):  # who says it is still there
            return (said, *left, *rest, *came, *stays)
        case _:
            return (*left, *turn.effects, *came, *stays)
