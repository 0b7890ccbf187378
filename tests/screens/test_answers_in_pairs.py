"""Where the answers to a question do not fit beneath it, no page shows the first of them alone."""

from __future__ import annotations

import pytest
from support.all_screens import walks_to_every_step
from support.stage import BOTH_ENDS, PANELS, Stage, residents_guides
from support.window import Screen, scene_rect, viewport_of

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from flows.guide.flow import Flow
from flows.guide.steps import Check, Choose
from ui.visit.stages import Home, Overview, Stepping
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows
LONG = ("huu-tri-xa-hoi", "lua-dao-nhan-biet", "sim-xac-thuc")


def questions(flow: Flow) -> list[Stepping]:
    return [
        Stepping(flow.id, walk, explained)
        for step_id, walk in walks_to_every_step(flow.id).items()
        if isinstance(flow.steps[step_id], Choose | Check)
        for explained in ("no", "simpler", "example")
    ]


@pytest.mark.parametrize("panel", BOTH_ENDS)
@pytest.mark.parametrize("language", ["vi", "fr"])
def test_no_page_shows_the_first_answer_without_the_second(
    panel: str, language: str, drawing: object
) -> None:
    kiosk = Stage(panel=PANELS[panel])
    window, paged = kiosk.open().window, 0
    screen = Screen(window)
    screen.wait_until(window.isExposed)
    size = min(TEXT_SIZES[-1], largest_text_size(PANELS[panel]))
    own = Preferences(language=language, text_size=size)  # type: ignore[arg-type]
    for flow in (FLOWS[name] for name in LONG):
        for stage in questions(flow):
            stages = (Home(), Overview(flow.id), stage)
            kiosk.conductor.show(Visit(stages, preferences=own, open_walk=OpenWalk(flow.id)))
            screen.lay_out()
            names = [answer.name for answer in kiosk.conductor.page.choices]
            seen = [is_seen(screen, name) for name in names]
            paged += not all(seen)
            assert seen[:2] in ([True, True], [False, False]), (flow.id, stage, names)
    kiosk.close()
    assert paged or (panel, language) != ("laptop", "fr")  # else nothing was tried: examples fill its pages


def is_seen(screen: Screen, name: str) -> bool:
    item = screen.find(name)
    viewport, rect = viewport_of(item), scene_rect(item)
    return viewport is None or (viewport.y <= rect.y and rect.bottom <= viewport.bottom)
