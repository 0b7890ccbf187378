"""A guide has changed since it was practised by the card that was brought: told once, on the way into it."""

from __future__ import annotations

from dataclasses import replace

from accessibility.card import guide_mark
from flows.guide.changes import newest_since
from ui.visit.actions.action import Action
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stage import Stage
from ui.visit.stages import Circle, GuideChanged, HaveReady, OnOwnPhone, Practising, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def changes_first(before: Visit, turn: Turn, context: PressContext) -> Turn:
    """*turn*, and over the guide it leads into what has changed there; *before*: the visit it came from."""
    visit = turn.visit
    if visit.brought is None or context.week is None:
        return turn
    inside = {_guide_of(stage) for stage in before.stages}
    entered = next((_guide_of(stage) for stage in visit.stages if _guide_of(stage) not in inside), "")
    flow = context.guides.flows.get(entered)
    if flow is None or not flow.changes or flow.id in visit.changes_seen:
        return turn
    mark = guide_mark(flow.id)
    learnt = next((one for one in visit.brought.practised if one.mark == mark), None)
    change = newest_since(flow, learnt.week, context.week) if learnt else None
    if change is None:
        return turn
    seen = replace(visit, changes_seen=(*visit.changes_seen, flow.id))
    return replace(turn, visit=_over(seen, GuideChanged(flow.id, change.id)))


def on_press(visit: Visit, _: GuideChanged, action: Action) -> Turn:
    """One press where it is told: on into the guide. Where *Back* leads is decided beneath."""
    return Turn(visit.close() if action is Do.DONE else visit)


def _over(visit: Visit, stage: GuideChanged) -> Visit:
    """On top, but beneath the circle that a hand is asked to touch first."""
    if not isinstance(visit.stage, Circle):
        return visit.show(stage)
    return visit.close().show(stage).show(visit.stage)


def _guide_of(stage: Stage) -> str:
    """Inside which guide *stage* is; empty for what is in none."""
    match stage:
        case Stepping(flow_id) | HaveReady(flow_id):
            return flow_id
        case Practising(practice):
            return practice.flow_id
        case OnOwnPhone(doing):
            return doing.flow_id
        case _:
            return ""
