"""Somebody types a word on the kiosk's own keyboard and opens the guide it finds, by each way that types.

Whoever does not read does not type either: the person stands on that screen, as on every other.
"""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from support.itinerary import word
from support.stage import Stage
from support.walkers import WAYS, Walker

from ui.reach.ways.rows import row_slot
from ui.visit.stages import Ask, Stepping

TYPED = "wifi"
ROW = {"w": 0, "i": 0, "f": 1}
BY_ROWS = ("keypad", "two switches", "one switch")
ANSWERS_BY_ROW = ("two switches", "one switch")


@pytest.mark.parametrize("way", [way for way in WAYS if way != "not reading"])
def test_a_word_is_typed_and_the_guide_that_is_found_is_opened(drawing: object, way: str) -> None:
    stage = Stage()
    assert QTest.qWaitForWindowExposed(stage.open().window)
    try:
        person = WAYS[way](stage)
        person.begin()
        person.choose(word("ask.chip_name"))
        for letter in TYPED:
            press_key(person, stage, letter, by_row=way in BY_ROWS)
        assert typed(stage) == TYPED
        if way in ANSWERS_BY_ROW:
            person.choose(word("ask.row_answers"))
        said = person.choose(stage.conductor.page.choices[0].name)
        at = stage.conductor.visit.stage
        assert isinstance(at, Stepping) and at.flow_id == "co-ban-wifi"
        assert stage.conductor.page.sentence in said
    finally:
        stage.close()


def press_key(person: Walker, stage: Stage, letter: str, *, by_row: bool) -> None:
    if by_row:
        items = stage.conductor.pointing.items
        person.choose(next(one.name for one in items if one.slot == row_slot(ROW[letter])))
    person.choose(letter)


def typed(stage: Stage) -> str:
    at = stage.conductor.visit.stage
    assert isinstance(at, Ask)
    return at.typed
