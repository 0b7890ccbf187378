"""The first screen: who is afraid of it calls a person, who cannot read it adjusts it, in one touch."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from support.all_screens import visit_at
from support.stage import LAPTOP, PORTRAIT, Stage
from support.visitor import CALL, START, Visitor, visitor
from support.window import scene_rect

from accessibility.preferences import Preferences
from ui.visit.stage import Stage as Shown
from ui.visit.stages import Comfort, Home, Person, Resume

ADJUST, LOW = "Chỉnh cho vừa ý", "Hạ thấp các nút cho vừa tầm tay"


@pytest.fixture(params=[PORTRAIT, LAPTOP], ids=["portrait", "laptop"])
def resident(drawing: object, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    with visitor(Stage(panel=request.param)) as resident:
        yield resident


def test_who_dares_touch_nothing_else_calls_a_person_and_then_begins(resident: Visitor) -> None:
    resident.tap(CALL)
    assert isinstance(resident.at, Person)
    assert resident.stage.ear.cues[-1] == "ring"
    assert resident.stage.notebook.lines == [("session started", "vi"), ("help called",)]
    resident.tap("Tôi tự làm tiếp")
    assert resident.at == Home()


def test_the_card_is_one_touch_away_and_what_is_set_stays_for_the_visit(resident: Visitor) -> None:
    resident.tap(ADJUST)
    assert resident.at == Comfort(presets=True)
    resident.tap("Chỉnh từng thứ")
    assert resident.stage.notebook.lines == [("session started", "vi")]
    resident.tap(resident.stage.conductor.page.choices[0].name)
    size = resident.stage.conductor.visit.preferences.text_size
    assert size != Preferences().text_size
    resident.tap("Xong")
    assert resident.at == Home()
    assert resident.stage.conductor.visit.preferences.text_size == size


def test_a_touch_beside_them_begins_as_ever(resident: Visitor) -> None:
    resident.tap(START)
    assert resident.at == Home()


def test_a_low_reach_is_set_without_reaching_high(drawing: object) -> None:
    """By somebody who sits before an upright panel, and to whom its upper 40 % are out of reach."""
    with visitor(Stage()) as seated:
        for name in (ADJUST, "Tôi ngồi xe lăn"):
            control = seated.brought_into_view(name)
            assert scene_rect(control).y >= 0.4 * PORTRAIT.height_px
            seated.tap(name)
        assert seated.stage.conductor.visit.preferences.low_reach


OFFERED: list[Shown] = [
    Home(),
    Resume("vneid-cai-dat", "0" * 64, (), "vi"),
]


def test_who_sits_and_began_as_invited_still_gets_the_low_screen(drawing: object) -> None:
    """The strip is out of reach then; a visit taken up after a crash begins without what was set."""
    with visitor(Stage()) as seated:
        for size, stage in product((1, 3, 5), OFFERED):
            seated.stage.conductor.show(visit_at(stage, Preferences(text_size=size)))
            seated.settle()
            if stage == Home():
                assert not seated.screen.shows("Xuống dưới"), "the topics still have room on one page"
            assert scene_rect(seated.brought_into_view(LOW)).y >= 0.4 * PORTRAIT.height_px
            seated.tap(LOW)
            assert seated.at == stage and seated.stage.conductor.visit.preferences.low_reach
            assert not seated.screen.shows(LOW), "the strip is within reach now"
        seated.tap("Có, làm tiếp")
        assert seated.stage.conductor.visit.preferences.low_reach


@pytest.mark.parametrize("stage", OFFERED)
def test_a_lying_panel_offers_no_low_screen(stage: Shown) -> None:
    conductor = Stage(panel=LAPTOP).conductor
    conductor.show(visit_at(stage, Preferences()))
    assert "low-reach" not in {one.slot for one in conductor.page.bar}
