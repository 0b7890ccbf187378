"""From the invitation to the first step of the health card, without sight and by one switch: how short it is.

Time is that of the model of `support.pace`: heard to the end at the usual rate, by what each person knows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from support.itinerary import word
from support.pace import INPUTS
from support.senses import KEY_S, LETTERS_S
from support.stage import Stage, residents_guides
from support.walkers import OneSwitch, Swiper

from flows.guide.needs import shipped_needs

NEED = next(one for one in shipped_needs().tiles if one.id == "kham-benh")
CARDS = ("vneid-xuat-trinh", "vneid-tich-hop-giay-to")
"""To show the health card, and to have it on the phone first."""
FLOWS = residents_guides().flows


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    kiosk = Stage()
    assert QTest.qWaitForWindowExposed(kiosk.open().window)
    yield kiosk
    kiosk.close()


def go_to_the_first_step(person: Swiper | OneSwitch, stage: Stage, guide: str) -> None:
    """Over the tile of the need and that of the guide, past what must be at hand."""
    flow = FLOWS[guide]
    person.begin()
    person.choose(NEED.words.vi)
    title = next(one.label for one in stage.conductor.page.choices if one.slot == f"flow.{guide}")
    said = person.choose(title)
    if flow.asks_first:
        said = person.go_on()
    assert flow.steps[flow.start].say.vi in said


@pytest.mark.parametrize("guide", CARDS)
def test_who_swipes_is_at_the_first_step_after_ten_inputs_at_most(stage: Stage, guide: str) -> None:
    person = Swiper(stage)
    go_to_the_first_step(person, stage, guide)
    assert len(person.diary.of(*INPUTS)) <= 10, person.diary.lines


@pytest.mark.parametrize("guide", CARDS)
def test_who_has_one_switch_is_there_within_a_minute(stage: Stage, guide: str) -> None:
    person = OneSwitch(stage)
    go_to_the_first_step(person, stage, guide)
    diary = person.diary
    heard = sum(len(text) / LETTERS_S for text in diary.of("screen", "aside", "item"))
    seconds = KEY_S * len(diary.of("key")) + heard + sum(float(text) for text in diary.of("wait"))
    assert seconds <= 60.0, (seconds, diary.lines)


def test_the_new_ways_and_the_old_lead_to_the_same_step(stage: Stage) -> None:
    """Two fingers, two taps where nothing was chosen, and going to the main button."""
    person = Swiper(stage)
    person.begin()
    for action in ("need.cai-vneid", "flow.vneid-muc-1"):
        stage.walk_to(action)
        person.arrives()
    first = person.go_on()
    reached = stage.conductor.visit.stage
    for go in (person.tap_with_two, lambda: person.press(word("overview.have_all"))):
        stage.walk_to("back")
        person.arrives()
        go()
        assert person.arrives() == first
        assert stage.conductor.visit.stage == reached
