"""The line that closes the walk the log has open."""

from __future__ import annotations

from kiosk.events import WalkEnded, WalkOutcome
from ui.visit.effects import Effect
from ui.visit.stages import Visit


def walk_effects(visit: Visit, outcome: WalkOutcome) -> tuple[Effect, ...]:
    """That line, if there is such a walk."""
    return (WalkEnded(outcome),) if visit.open_walk else ()
