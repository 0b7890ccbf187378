"""From the topics to a guide: a topic, what a guide is about, its codes."""

from __future__ import annotations

from collections.abc import Mapping

from flows.flow import TOPICS, Flow
from ui.visit import ending, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import OpenGuide, OpenTopic, ShowCode
from ui.visit.actions.common import Do
from ui.visit.stages import Home, Overview, ShowQr, Topic, Visit
from ui.visit.turns import Turn


def press(visit: Visit, action: Action, flows: Mapping[str, Flow]) -> Turn:
    """One press before a guide begins."""
    match visit.stage, action:
        case _, OpenTopic(topic) if topic in TOPICS:
            return Turn(visit.show(Topic(topic)))
        case _, OpenGuide(flow_id) if flow_id in flows:
            return Turn(visit.show(Overview(flow_id)))
        case Overview(flow_id), ShowCode(qr_id) if walking.has_code(flows[flow_id], qr_id):
            return Turn(visit.show(ShowQr(flow_id, qr_id)))
        case Overview(flow_id), Do.START_GUIDE:
            return walking.start(visit, flow_id, flows)
        case _, Do.NEXT_PERSON:
            return ending.end_session(visit, "next-person")
        case Home(), (Do.BACK | Do.DONE):
            return Turn(visit)
        case _, (Do.BACK | Do.DONE):
            return walking.reopen(visit.close(), flows)
        case _:
            return Turn(visit)
