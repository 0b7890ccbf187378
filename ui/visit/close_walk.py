"""The line that closes the walk the log has open, and what that walk came to."""

from __future__ import annotations

from collections.abc import Mapping

from flows import told
from flows import walk as walks
from flows.flow import Flow
from flows.steps import End, HandOver
from kiosk.events import WalkEnded, WalkOutcome
from ui.visit.effects import Effect
from ui.visit.stages import Stepping, Visit


def walk_effects(visit: Visit, outcome: WalkOutcome) -> tuple[Effect, ...]:
    """That line, if there is such a walk."""
    return (WalkEnded(outcome),) if visit.open_walk else ()


def left_at(visit: Visit) -> Stepping | None:
    """The step at which the open walk stands, whatever lies over it."""
    if visit.open_walk is None:
        return None
    steps = (stage for stage in reversed(visit.stages) if isinstance(stage, Stepping))
    return next((step for step in steps if step.flow_id == visit.open_walk.flow_id), None)


def walked_to_its_end(visit: Visit, flows: Mapping[str, Flow]) -> Stepping | None:
    """That step, where it is the end of its guide: somebody who goes from there has done it."""
    at = left_at(visit)
    if at is None or not isinstance(walks.current(flows[at.flow_id], at.walk), End):
        return None
    return at


def outcome_of_leaving(visit: Visit, flows: Mapping[str, Flow]) -> WalkOutcome:
    """Where nothing may be told of the way to it, a hand-over counts as an end: none can be told apart."""
    at = left_at(visit)
    if at is None:
        return "stopped"
    flow = flows[at.flow_id]
    if isinstance(walks.current(flow, at.walk), HandOver) and told.standing(flow, at.walk).untold:
        return "completed"
    return "completed" if walked_to_its_end(visit, flows) else "stopped"
