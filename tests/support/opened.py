"""What stands on the screen when a guide is opened: what must be at hand, or else its first step."""

from __future__ import annotations

from flows.guide.flow import Flow
from flows.guide.walk import begin
from ui.visit.stages import HaveReady, Stepping


def opened(flow: Flow) -> HaveReady | Stepping:
    """Where its tile leads."""
    return HaveReady(flow.id) if flow.asks_first else Stepping(flow.id, begin(flow))


def into(flow: Flow) -> tuple[str, ...]:
    """The slots that lead from its tile to its first step."""
    return (f"flow.{flow.id}", *(("start",) if flow.asks_first else ()))


def first_words(flow: Flow) -> str:
    """What is said there first, in Vietnamese."""
    return flow.have_ready.vi if flow.asks_first and flow.have_ready else flow.steps[flow.start].say.vi
