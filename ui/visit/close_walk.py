"""The line that closes the walk the log has open, and what that walk came to."""

from __future__ import annotations

from collections.abc import Mapping

from flows.guide import logged
from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import End, HandOver
from kiosk.base.events import WalkEnded, WalkOutcome
from ui.visit.effects import Effect
from ui.visit.stages import Stepping
from ui.visit.visit import Visit


def walk_effects(visit: Visit, outcome: WalkOutcome) -> tuple[Effect, ...]:
    """That line, if there is such a walk."""
    return (WalkEnded(outcome),) if visit.open_walk else ()


def left_at(visit: Visit) -> Stepping | None:
    """The step at which the open walk stands, whatever lies over it."""
    if visit.open_walk is None:
        return None
    steps = (stage for stage in reversed(visit.stages) if isinstance(stage, Stepping))
    return next((step for step in steps if step.flow_id == visit.open_walk.flow_id), None)


def at_its_end(visit: Visit, flows: Mapping[str, Flow]) -> Stepping | None:
    """That step, where the guide ends there or a person takes over: who goes from it has come to its end."""
    at = left_at(visit)
    return at if at is not None and ends_there(at, flows) else None


def ends_there(at: Stepping, flows: Mapping[str, Flow]) -> bool:
    """Whether the guide ends at that step, or a person takes over."""
    return isinstance(walks.current(flows[at.flow_id], at.walk), End | HandOver)


def finished_at(at: Stepping, flows: Mapping[str, Flow]) -> bool:
    """Whether the guide is finished there: where a person takes over it is not."""
    return isinstance(walks.current(flows[at.flow_id], at.walk), End)


def outcome_at(at: Stepping, flows: Mapping[str, Flow]) -> WalkOutcome:
    """What came of the walk that ends at that step. Where nothing may be told of the way to it, a hand-over
    counts as an end: none can be told apart.
    """
    untold = logged.logged_position(flows[at.flow_id], at.walk).untold
    return "completed" if untold or finished_at(at, flows) else "handed-over"


def outcome_of_leaving(visit: Visit, flows: Mapping[str, Flow]) -> WalkOutcome:
    """The same of the open walk, wherever it stands."""
    at = at_its_end(visit, flows)
    return "stopped" if at is None else outcome_at(at, flows)
