"""A swipe that was not meant leaves nobody before a kiosk that seems broken: staff, or who does not hear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.stage import Stage

from accessibility.preferences import Preferences
from flows.guide.words import LANGUAGES, Language
from kiosk.point.tour.staff_stops import STAFF_STAGES_SHOWN
from ui.visit.stages import Circle, Home
from ui.visit.visit import Visit
from ui.words import UiWords

STAGES = [stage for _, stage in STAFF_STAGES_SHOWN]


def how(language: Language = "vi") -> str:
    return UiWords().say("ways.how_explore", language)


def test_staff_who_swipe_go_on_pressing_with_one_tap() -> None:
    stage = Stage()
    for shown in STAGES:
        stage.conductor.show(visit_at(shown, Preferences(speech_on=False)))
        stage.conductor.start_exploring()
        assert not stage.conductor.visit.preferences.explore, shown


def test_a_hand_that_slides_on_the_circle_goes_on_being_tried() -> None:
    stage = Stage()
    stage.walk_to("begin", "comfort", "circle")
    stage.conductor.start_exploring()
    assert isinstance(stage.conductor.visit.stage, Circle)
    assert not stage.conductor.visit.preferences.explore


def test_who_swipes_with_the_voice_off_hears_how_to_go_on_and_reads_it() -> None:
    stage = Stage()
    stage.walk_to("begin", "speech")
    stage.conductor.start_exploring()
    assert (
        stage.ear.last == stage.conductor.around.pointer.hint == UiWords().say("comfort.explore_is_on", "vi")
    )
    assert stage.conductor.visit.preferences.speech_on


def test_the_voice_that_an_unmeant_swipe_turned_on_goes_with_it_and_that_is_read() -> None:
    stage = Stage()
    stage.walk_to("begin", "speech")
    stage.conductor.start_exploring()
    stage.walk_to("explore")
    assert not stage.conductor.visit.preferences.speech_on
    told = UiWords().say("comfort.explore_is_off_silent", "vi")
    assert stage.ear.last == stage.conductor.around.pointer.hint == told


def test_the_voice_stays_for_who_had_it_or_has_asked_for_it_since() -> None:
    for before in ((), ("speech", "explore", "speech", "speech", "explore")):
        stage = Stage()
        stage.walk_to("begin", *before)
        if not before:
            stage.walk_to("explore", "explore")
        assert stage.conductor.visit.preferences.speech_on, before
        assert stage.ear.last == UiWords().say("comfort.explore_is_off", "vi")


def test_the_voice_stays_for_who_went_back_to_how_it_was_at_first() -> None:
    stage = Stage()
    stage.walk_to("begin", "speech")
    stage.conductor.start_exploring()
    stage.walk_to("as-at-first", "explore")
    now = stage.conductor.visit.preferences
    assert now.speech_on and not now.explore


def test_a_swipe_begins_aloud_though_the_ward_begins_without_a_voice() -> None:
    stage = Stage()
    stage.conductor.show(Visit(preferences=Preferences(speech_on=False)))
    stage.conductor.start_exploring()
    assert stage.conductor.visit.stage == Home()
    assert how() in stage.ear.last


@pytest.mark.parametrize("speech_on", [True, False])
def test_while_one_tap_chooses_nothing_every_screen_says_so(speech_on: bool) -> None:
    stage = Stage()
    preferences = Preferences(speech_on=speech_on, explore=True)
    stage.conductor.show(Visit(stages=(Home(),), preferences=preferences))
    for action in ("topic.cong-an", "back", "flow.vneid-cai-dat", "comfort"):
        stage.walk_to(action)
        assert stage.conductor.around.pointer.hint == how(), action
    for language in (*LANGUAGES[1:], LANGUAGES[0]):
        now = replace(stage.conductor.visit.preferences, language=language)
        stage.conductor.show(replace(stage.conductor.visit, preferences=now))
        assert stage.conductor.around.pointer.hint == how(language)
    stage.walk_to("explore")
    assert stage.conductor.around.pointer.hint == UiWords().say("comfort.explore_is_off", "vi")
    stage.walk_to("done")
    assert stage.conductor.around.pointer.hint == ""
