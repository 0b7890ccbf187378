"""From the topics to a guide: a topic, what a guide is about, its codes."""

from __future__ import annotations

from collections.abc import Mapping

from flows.flow import TOPICS, Flow
from ui.visit import ending, open_guide, practising, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide, OpenTopic, PractiseAgain
from ui.visit.actions.common import Do
from ui.visit.stages import Home, Topic
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn:
    """One press before a guide begins."""
    if (at_needs := open_guide.on_press(visit, action, flows)) is not None:
        return at_needs
    match visit.stage, action:
        case _, OpenTopic(topic) if topic in TOPICS:
            return Turn(visit.show(Topic(topic)))
        case _, OpenGuide(flow_id) if flow_id in flows:
            return open_guide.open_guide(visit, flow_id, flows)
        case Home(), PractiseAgain(flow_id):
            return practising.begin(visit, flow_id, None, flows)
        case _, Do.NEXT_PERSON:
            return ending.end_session(visit, "next-person", flows)
        case Home(), (Do.BACK | Do.DONE):
            return Turn(visit)
        case _, (Do.BACK | Do.DONE):
            return walking.reopen(visit.close(), flows)
        case _:
            return Turn(visit)
