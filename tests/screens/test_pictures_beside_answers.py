"""The pictures beside answers are large enough to be made out, and no answer goes overleaf for their sake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import kiosk_on, looks
from support.stage import BOTH_ENDS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen, lay_out, scene_rect

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import Check, Choose
from flows.guide.words import Language
from ui.screens import guide
from ui.visit.stages import Stepping, Topic
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

FLOWS = residents_guides().flows
GUIDES = ("khan-cap", "vneid-cai-dat", "sim-xac-thuc", "the-xe-buyt", "huu-tri-xa-hoi", "cong-an-thu-tuc")
QUESTIONS = [
    Stepping(flow_id, walk)
    for flow_id in GUIDES
    for step_id, walk in walks_to_every_step(flow_id).items()
    if isinstance(FLOWS[flow_id].steps[step_id], Choose | Check)
]
WORDS_FILL_THE_LAPTOP = {"step.vneid-cai-dat.10.tiep-theo.no"}
"""Where a picture of any size would put an answer overleaf, so the words stand alone there."""
LEAST_MM = {"portrait": 32.0, "landscape": 20.0, "laptop": 9.5}


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[tuple[str, Kiosk]]:
    with kiosk_on(request.param) as kiosk:
        yield request.param, kiosk


def pictures_mm(kiosk: Kiosk) -> list[float]:
    items = Screen(kiosk.kiosk.window).items()
    shown = [scene_rect(item) for item in items if class_name(item) == "AnswerPicture" and item.isVisible()]
    return [one.height / kiosk.panel.px_per_mm for one in shown if one.height > 0]


def test_at_the_usual_size_every_answer_has_its_picture_and_it_is_large(kiosk: tuple[str, Kiosk]) -> None:
    panel, stage = kiosk
    small = {}
    for asked in QUESTIONS:
        stage.conductor.show(visit_at(asked, Preferences()))
        lay_out(stage.kiosk.window)
        page, shown = stage.conductor.page, pictures_mm(stage)
        drawn = getattr(page, "picture", None)
        least = LEAST_MM[panel] * (0.79 if drawn is not None and drawn.description else 1)
        if (
            len(shown) < sum(one.picture != "" for one in page.choices)
            or min(shown, default=least) < least - 0.3
        ):
            small[page.place] = shown
    assert set(small) <= (WORDS_FILL_THE_LAPTOP if panel == "laptop" else set()), small


@pytest.mark.parametrize("language", ["vi", "fr"])
def test_no_answer_goes_overleaf_for_its_picture(
    kiosk: tuple[str, Kiosk], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, stage = kiosk
    for text_size in (1, largest_text_size(stage.panel)):
        now = Preferences(language=language, text_size=text_size)
        with_pictures = [len(list(looks(stage, asked, now))) for asked in QUESTIONS]
        with monkeypatch.context() as without:
            without.setattr(guide, "_pictured", lambda _: "")
            words_alone = [len(list(looks(stage, asked, now))) for asked in QUESTIONS]
        pairs = zip(QUESTIONS, with_pictures, words_alone, strict=True)
        assert [(asked.flow_id, more, fewer) for asked, more, fewer in pairs if more > fewer] == []


def test_a_picture_keeps_its_ground_while_its_answer_is_lit(kiosk: tuple[str, Kiosk]) -> None:
    """In two themes the light behind an answer has the very colour of the outlines."""
    _, stage = kiosk
    stage.conductor.show(visit_at(QUESTIONS[0], Preferences(theme="yellow-black")))
    lay_out(stage.kiosk.window)
    (plate, *_) = [one for one in Screen(stage.kiosk.window).items() if class_name(one) == "AnswerPicture"]
    assert plate.property("color").name() == stage.theme.appearance.colours.picture.lower()


def test_the_guides_of_a_topic_have_their_pictures(kiosk: tuple[str, Kiosk]) -> None:
    panel, stage = kiosk
    stage.conductor.show(visit_at(Topic("an-toan"), Preferences()))
    lay_out(stage.kiosk.window)
    tiles = [one for one in Screen(stage.kiosk.window).items() if class_name(one) == "Drawing"]
    shown = [
        scene_rect(one).height / stage.panel.px_per_mm
        for one in tiles
        if str(one.property("name")).startswith("guides/")
    ]
    assert len(shown) == sum(one.picture.startswith("guides/") for one in stage.conductor.page.choices) > 5
    assert min(shown) >= (31.7 if panel == "portrait" else 24), shown
