"""After "Chưa hiểu" the second picture is never smaller than the one that was not understood."""

from __future__ import annotations

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import kiosk_on
from support.stage import Stage as Kiosk
from support.stage import residents_guides
from support.window import Screen, lay_out, scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import points_at
from flows.guide.words import Language
from ui.visit.stages import Explained, Stepping
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

STEPS = [
    Stepping(flow.id, walk)
    for flow in residents_guides().flows.values()
    for step_id, walk in walks_to_every_step(flow.id).items()
    if points_at(flow.steps[step_id]) and not flow.steps[step_id].example
][::5]
HARDEST = ("laptop", "fr")
"""The lowest panel, the longest words: the others are left to the full run."""


def height(kiosk: Kiosk, stage: Stepping, explained: Explained, now: Preferences) -> float:
    kiosk.conductor.show(visit_at(Stepping(stage.flow_id, stage.walk, explained), now))
    lay_out(kiosk.kiosk.window)
    lay_out(kiosk.kiosk.window)  # a body is laid out around what the first drawing found
    named = (one for one in Screen(kiosk.kiosk.window).items() if one.property("practised") is not None)
    return max((scene_rect(one).height for one in named if class_name(one) == "StepPicture"), default=0)


@pytest.mark.parametrize(
    ("panel", "language"),
    [
        pytest.param(panel, language, marks=() if (panel, language) == HARDEST else pytest.mark.full)
        for panel in ("laptop", "portrait", "landscape")
        for language in ("fr", "vi")
    ],
)
def test_the_second_picture_is_at_least_as_high_as_the_first_in_the_largest_letters(
    drawing: object, panel: str, language: Language
) -> None:
    smaller = []
    with kiosk_on(panel) as kiosk:
        now = Preferences(text_size=largest_text_size(kiosk.panel), language=language)
        for stage in STEPS:
            first, second = (height(kiosk, stage, one, now) for one in ("no", "picture"))
            if second < first:
                smaller.append(f"{kiosk.conductor.page.place}: {first} px, then {second} px")
    assert len(STEPS) > 40
    assert not smaller, "\n".join(smaller)
