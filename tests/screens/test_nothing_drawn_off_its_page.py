"""A picture that stands overleaf leaves no part of itself on the page before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from support.all_screens import stages_of, visit_at
from support.stage import PANELS, Stage, residents_guides
from support.window import Screen, pixels, scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import DoStep
from flows.guide.walk import current
from flows.guide.words import Words
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

SAY = "Bác gõ số vào ô trên điện thoại. "


def with_an_arrow() -> Stepping:
    """A step whose drawn phone has an arrow to the place to act."""
    return next(
        stage
        for flow in residents_guides().flows.values()
        for stage in stages_of(flow)
        if isinstance(stage, Stepping)
        and isinstance(step := current(flow, stage.walk), DoStep)
        and stage.explained == "no"
        and step.picture
        and any(element.highlight for element in step.picture.elements)
    )


@pytest.fixture(params=[4, 5])
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    """At that step, with so many times the same sentence."""
    stage, library = with_an_arrow(), residents_guides()
    flow = library.flows[stage.flow_id]
    longer = replace(current(flow, stage.walk), say=Words(SAY * request.param))
    flows = {**library.flows, flow.id: replace(flow, steps={**flow.steps, longer.id: longer})}
    kiosk = Stage(panel=PANELS["laptop"], library=replace(library, flows=flows))
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    kiosk.conductor.show(visit_at(stage, Preferences(text_size=largest_text_size(kiosk.panel))))
    yield kiosk
    kiosk.close()


def test_no_arrow_points_at_nothing_beneath_a_page_that_ends_before_its_picture(kiosk: Stage) -> None:
    screen = Screen(kiosk.kiosk.window)
    screen.grab()
    painted = pixels(screen.grab())
    (body,) = (scene_rect(one) for one in screen.items() if class_name(one) == "ScrollArea")
    (page,) = (scene_rect(one) for one in screen.items() if one.objectName() == "viewport")
    assert page.bottom < body.bottom
    beneath = painted[round(page.bottom) + 1 :, round(body.x) : round(body.right)]
    arrow = int(kiosk.theme.appearance.colours.marker.lstrip("#"), 16)
    assert np.count_nonzero(beneath & 0xFFFFFF == arrow) == 0
