"""From a tile of the first screen to the guide."""

from __future__ import annotations

from collections.abc import Mapping

from flows.flow import Flow
from flows.needs import Need
from kiosk.events import NeedChosen
from ui.visit import open_guide
from ui.visit.actions.chosen import ChooseNeed
from ui.visit.press_context import PressContext
from ui.visit.stages import NeedGuides, Topics
from ui.visit.turns import Turn
from ui.visit.visit import Visit


def on_press(visit: Visit, action: ChooseNeed, context: PressContext) -> Turn:
    """A tile was touched; one that is not there changes nothing."""
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
    if len(need.guides) == 1:
        return open_guide.open_guide(visit, need.guides[0], flows, (chosen,))
    return Turn(visit.show(NeedGuides(need.id)), (chosen,))
