"""From a tile of the first screen, or the topics, to a guide: a topic, what a guide is about, its codes."""

from __future__ import annotations

from collections.abc import Mapping

from flows.guide.flow import TOPICS, Flow
from flows.guide.needs import PRACTICE, THIS_MONTH, Need
from kiosk.base.events import NeedChosen
from ui.visit import ending, open_guide, practising, walking
from ui.visit.actions.action import Action
from ui.visit.actions.chosen import ChooseNeed, OpenGuide, OpenTopic, PractiseAgain
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stages import Home, NeedGuides, Topic, Topics
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
        case stage, PractiseAgain(flow_id) if isinstance(stage, Home) or stage == NeedGuides(PRACTICE):
            return practising.begin(visit, flow_id, None, flows)
        case _, Do.NEXT_PERSON:
            return ending.end_session(visit, "next-person", flows)
        case Home(), (Do.BACK | Do.DONE):
            return Turn(visit)
        case _, (Do.BACK | Do.DONE):
            return walking.reopen(visit.close(), flows)
        case _:
            return Turn(visit)


def on_tile(visit: Visit, action: ChooseNeed, context: PressContext) -> Turn:
    """A tile was touched; one that is not there changes nothing."""
    if action.which == PRACTICE and context.guides.flows:
        return Turn(visit.show(NeedGuides(PRACTICE)), (NeedChosen(PRACTICE),))
    need = context.needs.of(action.which)
    return Turn(visit) if need is None else choose(visit, need, context.guides.flows)


def choose(visit: Visit, need: Need, flows: Mapping[str, Flow]) -> Turn:
    """What is urgent begins at once; one guide is opened, several are shown, and none means all topics."""
    chosen = NeedChosen(need.id)
    if need.urgent:
        begun = open_guide.begin(visit, need.guides[0], flows)
        return Turn(begun.visit, (chosen, *begun.effects))
    if need.leads_to_topics:
        return Turn(visit.show(Topics()), (chosen,))
    if len(need.guides) == 1 and need.id != THIS_MONTH:
        return open_guide.open_guide(visit, need.guides[0], flows, (chosen,))
    return Turn(visit.show(NeedGuides(need.id)), (chosen,))
