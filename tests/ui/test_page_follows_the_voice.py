"""What is read aloud is seen: the page turns to it by itself, unless somebody has it in hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from support.itinerary import word
from support.stage import LAPTOP, Stage, of_one_topic
from support.window import Screen

from ui.reach.voice.narrator import Lit
from ui.screens.page import Control
from ui.visit.actions.settings import Setting
from ui.visit.stages import Home, Topic
from ui.visit.visit import Visit

BACK, ON = word("scroll.up"), word("scroll.down")
BEFORE, OVERLEAF = word("go_on.before", label=BACK), word("go_on.overleaf", label=ON)
LIST = Visit((Home(), Topic("vneid")))
MOVED = word("comfort.moved_for_residents")


@pytest.fixture
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    stage = Stage(panel=LAPTOP, library=of_one_topic())
    window = stage.open().window
    Screen(window).wait_until(window.isExposed)
    stage.conductor.show(LIST)
    Screen(window).wait_until(lambda: Screen(window).shows(ON))
    yield stage
    stage.close()


def guides(stage: Stage) -> tuple[Control, ...]:
    return stage.conductor.page.choices


def shown(stage: Stage) -> list[str]:
    """The guides that are seen whole on the page."""
    screen = Screen(stage.kiosk.window)
    screen.lay_out()
    names = {one.name for one in guides(stage)}
    return [one.name for one in screen.controls() if one.name in names and one.visible == one.rect]


def test_the_page_turns_to_what_is_read_and_then_it_is_told_how_to_turn_back(stage: Stage) -> None:
    first, last = guides(stage)[0].name, guides(stage)[-1].name
    stage.ear.reach(first)
    assert first in shown(stage) and last not in shown(stage)
    stage.ear.reach(last)
    assert last in shown(stage) and first not in shown(stage)
    stage.ear.finish()
    assert stage.ear.last == BEFORE


def test_every_guide_is_seen_while_it_is_read(stage: Stage) -> None:
    for one in guides(stage):
        stage.ear.reach(one.name)
        assert one.name in shown(stage)


def test_a_page_that_somebody_has_turned_to_stays_and_says_that_more_follows(stage: Stage) -> None:
    screen = Screen(stage.kiosk.window)
    stage.clock.now_s += 1
    screen.tap(ON)
    page = shown(stage)
    assert page and guides(stage)[0].name not in page
    assert stage.ear.last.endswith(OVERLEAF)
    stage.shell.lit_changed(Lit(guides(stage)[0].slot, 0, 1))
    assert shown(stage) == page
    while screen.shows(ON):
        stage.clock.now_s += 1
        screen.tap(ON)
    assert OVERLEAF not in stage.ear.last


@pytest.mark.parametrize("setting", [Setting.CALM, Setting.EXPLORE])
def test_where_nothing_is_to_move_by_itself_and_beneath_a_finger_that_feels_it_stays(
    stage: Stage, setting: Setting
) -> None:
    stage.conductor.act(setting)
    page = shown(stage)
    stage.conductor.do("again")
    stage.ear.reach(guides(stage)[-1].name)
    assert shown(stage) == page


def test_a_finger_on_its_way_while_the_page_turned_presses_nothing_and_is_told_why(stage: Stage) -> None:
    screen, place = Screen(stage.kiosk.window), stage.conductor.page.place
    stage.ear.reach(guides(stage)[-1].name)
    there = shown(stage)[0]
    stage.clock.now_s += 0.3
    screen.tap(there)
    assert stage.conductor.page.place == place
    assert stage.ear.last == MOVED
    stage.clock.now_s += 1
    screen.tap(there)
    assert stage.conductor.page.place != place


def test_a_screen_of_one_page_says_nothing_of_pages(stage: Stage) -> None:
    stage.conductor.show(Visit((Home(),)))
    Screen(stage.kiosk.window).lay_out()
    said = len(stage.ear.heard)
    stage.ear.finish()
    assert len(stage.ear.heard) == said
