"""Whoever is told to type a password or to pay sees its safety line on the first page, not overleaf."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import stages_of, visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, one_picture
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen, lay_out, scene_rect, viewport_of

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.walk import current
from flows.guide.words import Language
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

LEAST_SCREENS = 150
FULL = pytest.mark.full


@pytest.fixture(scope="module", params=list(PANELS))
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with one_picture(), kiosk_on(request.param) as kiosk:
        yield kiosk


def marked_steps() -> list[Stepping]:
    """Every step with a safety line, in each of its wordings."""
    return [
        stage
        for flow in residents_guides().flows.values()
        for stage in stages_of(flow)
        if isinstance(stage, Stepping) and current(flow, stage.walk).safety
    ]


def shown_whole(kiosk: Kiosk) -> bool:
    """All of the line, on the page on which its sentence begins."""
    items = list(Screen(kiosk.kiosk.window).items())
    (line,) = (one for one in items if class_name(one) == "SafetyLine" and one.height() > 0)
    (sentence,) = (one for one in items if class_name(one) == "Spoken" and one.property("slot") == "sentence")
    (body,) = (one for one in items if class_name(one) == "ScrollArea")
    page = viewport_of(line) or scene_rect(body)  # at the foot of a page it lies in no viewport
    return page.holds(scene_rect(line)) and begins(sentence)


def begins(sentence: QQuickItem) -> bool:
    """At least its first line is seen."""
    rect, page = scene_rect(sentence), viewport_of(sentence)
    first = Rect(rect.x, rect.y, rect.width, rect.height / sentence.property("lineCount"))
    return page is None or page.holds(first)


EVERYWHERE = [
    pytest.param(
        panel,
        language,
        marks=() if (panel, language) in (("portrait", "vi"), ("laptop", "fr")) else FULL,
    )
    for panel in PANELS
    for language in LANGUAGES
]
"""French has the longest words, on the low panel; Vietnamese upright is what most meet."""


@pytest.mark.parametrize(("kiosk", "language"), EVERYWHERE, indirect=["kiosk"])
def test_the_safety_line_is_on_the_first_page_of_its_step(kiosk: Kiosk, language: Language) -> None:
    """In the largest letters of each panel, where many sentences fill a page."""
    now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
    stages = marked_steps()
    assert len(stages) > LEAST_SCREENS
    overleaf = set()
    for stage in stages:
        next(looks(kiosk, stage, now))
        if not shown_whole(kiosk):
            overleaf.add(kiosk.conductor.page.place)
    assert sorted(overleaf) == []


def test_a_safety_line_that_comes_in_beneath_equally_high_words_lies_over_no_action(drawing: object) -> None:
    """Its screen showed another step before; words out of sight were not measured anew for it."""
    before = Stepping("co-ban-mat-khau-otp", walks_to_every_step("co-ban-mat-khau-otp")["khong-doc"])
    marked = Stepping("co-ban-quet-qr", walks_to_every_step("co-ban-quet-qr")["hoi-ten"], "example")
    with one_picture(), kiosk_on("laptop") as kiosk:
        for stage in (before, marked):
            kiosk.conductor.show(visit_at(stage, Preferences()))
            lay_out(kiosk.kiosk.window)
        items = list(Screen(kiosk.kiosk.window).items())
        (line,) = (scene_rect(one) for one in items if class_name(one) == "SafetyLine" and one.isVisible())
        bars = [one for one in items if class_name(one) in ("HelpBar", "BigButton") and one.isVisible()]
        left = max(scene_rect(one).x for one in bars if class_name(one) == "HelpBar")
        top = min(scene_rect(one).y for one in bars if class_name(one) == "BigButton")
    assert line.right < left or line.bottom < top - kiosk.theme.appearance.sizes.margin_px, (
        "it lies over the actions"
    )
