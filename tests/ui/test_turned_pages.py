"""Whoever turns a page by a finger hears the page they see, and hears it again with *Nghe lại*."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from support.stage import LAPTOP, Stage, of_one_topic
from support.window import Screen


@pytest.fixture
def stage(qapp: QGuiApplication) -> Iterator[Stage]:
    stage = Stage(panel=LAPTOP, library=of_one_topic())
    window = stage.open().window
    Screen(window).wait_until(window.isExposed)
    stage.walk_to("begin", "topic.vneid")
    yield stage
    stage.close()


def press(stage: Stage, name: str) -> str:
    """Touch the button of that name; what was said then."""
    heard = len(stage.ear.heard)
    screen = Screen(stage.kiosk.window)
    screen.wait_until(lambda: len(screen.named(name)) == 1)
    stage.clock.now_s += 1
    screen.tap(name)
    screen.wait_until(lambda: len(stage.ear.heard) > heard)
    return stage.ear.last


def titles(stage: Stage) -> list[str]:
    return [choice.name for choice in stage.conductor.page.choices]


def told(stage: Stage, said: str) -> list[str]:
    return [title for title in titles(stage) if title in said]


def test_each_page_is_read_when_it_is_turned_to_and_nothing_twice(stage: Stage) -> None:
    assert told(stage, stage.ear.last) == titles(stage), "the whole list on entering"
    screen = Screen(stage.kiosk.window)
    pages: list[list[str]] = []
    while screen.named("Xuống dưới"):
        pages.append(told(stage, press(stage, "Xuống dưới")))
    assert len(pages) > 1
    read = [title for page in pages for title in page]
    assert read == titles(stage)[-len(read) :], "in their order, to the last, each once"
    assert 0 < len(read) < len(titles(stage)), "but for those of the first page"


def test_hear_again_repeats_the_page_on_the_glass(stage: Stage) -> None:
    turned = told(stage, press(stage, "Xuống dưới"))
    again = told(stage, press(stage, "Nghe lại"))
    assert again == turned and again != titles(stage)
    stage.ear.reach(again[0])
    assert stage.shell.property("litSlot") == next(
        choice.slot for choice in stage.conductor.page.choices if choice.name == again[0]
    )


def test_turned_back_to_the_first_page_hear_again_reads_the_whole_again(stage: Stage) -> None:
    press(stage, "Xuống dưới")
    assert titles(stage)[0] in press(stage, "Lên trên")
    assert told(stage, press(stage, "Nghe lại")) == titles(stage)
