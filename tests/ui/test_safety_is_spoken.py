"""Whoever has just lost money, or stands before a fire, hears every step on the loudspeaker at once."""

from __future__ import annotations

import pytest
from support.stage import Stage, residents_guides

from flows.guide.steps import Step
from flows.guide.walk import Walk
from kiosk.point.tour.walks import walks_to_every_step
from ui.visit.stages import Attract, Home, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
MET = [
    pytest.param(flow_id, step, walk, id=f"{flow_id}-{step.id}")
    for flow_id in ("lua-dao-da-mac", "lua-dao-nhan-biet", "khan-cap")
    for step, walk in walks_to_every_step(FLOWS[flow_id])
]


@pytest.mark.parametrize(("flow_id", "step", "walk"), MET)
def test_the_step_is_said_on_entering_it_without_a_further_touch(
    flow_id: str, step: Step, walk: Walk
) -> None:
    stage = Stage()
    assert not stage.conductor.around.sound.headphones
    at = Stepping(flow_id, walk)
    stage.conductor.show(Visit(stages=(Attract(), Home(), at), open_walk=OpenWalk(flow_id)))
    assert not stage.conductor.page.private
    assert step.say.vi in stage.ear.last
    assert not stage.ear.heard[-1].private
