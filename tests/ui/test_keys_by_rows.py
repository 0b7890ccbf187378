"""Who moves by keys or switches comes to a row of keys first, then to the key in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.stage import Stage

from accessibility.keys import Meaning
from ui.reach.ways.items import controls_of
from ui.reach.ways.rows import OUT, row_slot
from ui.visit.stages import Ask, Home
from ui.visit.visit import Visit


def keyboard(*, way: Meaning) -> Stage:
    """A kiosk at the keyboard, in front of somebody who moves in that way."""
    stage = Stage()
    stage.conductor.show(Visit((Home(), Ask())))
    stage.conductor.do(way)
    return stage


def typed(stage: Stage) -> str:
    at = stage.conductor.visit.stage
    assert isinstance(at, Ask)
    return at.typed


def scan_to(stage: Stage, slot: str) -> int:
    """Wait until the pointer has come there by itself; how many stops it took."""
    pointing = stage.conductor.pointing
    for stops in range(60):
        if pointing.hand.slot == slot:
            return stops
        stage.clock.now_s += 30
        stage.conductor.scan()
        stage.conductor.scan()
    raise AssertionError(f"it never comes to {slot}")


def test_with_one_switch_every_letter_is_two_presses_and_few_stops_away() -> None:
    stage = keyboard(way="switch")
    worst = 0
    for letter, row in (("q", 0), ("p", 0), ("g", 1), ("m", 2)):
        stops = scan_to(stage, row_slot(row))
        stage.conductor.do("switch")
        stops += scan_to(stage, f"key.{letter}")
        stage.conductor.do("switch")
        worst = max(worst, stops)
    assert typed(stage) == "qpgm"
    assert worst <= 24  # of 46 things on the screen


def test_two_switches_type_and_come_out_of_a_row_again() -> None:
    stage = keyboard(way="move")
    pointing = stage.conductor.pointing
    assert pointing.hand.slot == row_slot(0)
    stage.conductor.do("take")
    assert pointing.hand.slot == "key.q"
    stage.conductor.do("take")
    assert typed(stage) == "q" and pointing.hand.row is None
    stage.conductor.do("move")
    stage.conductor.do("take")
    for _ in range(10):
        stage.conductor.do("move")
    assert pointing.hand.slot == OUT
    stage.conductor.do("take")
    assert pointing.hand.row is None and typed(stage) == "q"


def test_a_keypad_goes_down_the_rows_into_one_and_back_to_it_after_each_letter() -> None:
    stage = keyboard(way="down")
    pointing = stage.conductor.pointing
    while pointing.hand.slot != row_slot(1):
        stage.conductor.do("down")
    stage.conductor.do("select")
    stage.conductor.do("down")
    stage.conductor.do("select")
    assert typed(stage) == "s" and pointing.hand.slot == row_slot(1)
    stage.conductor.do("select")
    stage.conductor.do("back")
    assert pointing.hand.slot == row_slot(1) and isinstance(stage.conductor.visit.stage, Ask)
    stage.conductor.do("back")
    assert stage.conductor.visit.stages == (Home(),)


@pytest.mark.parametrize("way", ["move", "switch", "down"])
def test_every_key_and_every_answer_is_in_one_row_and_nothing_else_is_lost(way: Meaning) -> None:
    stage = keyboard(way="down")
    for letter in "quenmatkhau":
        stage.conductor.press(f"key.{letter}")
    stage.conductor.do(way)
    page, pointing = stage.conductor.page, stage.conductor.pointing
    heads = [item.slot for item in controls_of(pointing.items)]
    answers = [one.slot for one in page.choices] if way == "down" else ["row.answers"]
    assert heads[: len(answers) + 5] == [*answers, *(row_slot(at) for at in range(4)), "bar.back"]
    met = set(answers)
    for row in range(0 if way == "down" else -1, 4):
        pointing._enter_row(row)
        met |= {item.slot for item in pointing.items} - {OUT}
        pointing._enter_row(None)
    keys = {one.slot for one in (*page.choices, *page.keys)}
    assert keys <= met


def test_by_touch_every_key_stands_for_itself() -> None:
    stage = Stage()
    stage.conductor.show(Visit((Home(), Ask())))
    slots = [item.slot for item in stage.conductor.pointing.items]
    assert "key.q" in slots and row_slot(0) not in slots
    order = [slots.index(f"key.{letter}") for letter in "qwertyuiopasdfghjklzxcvbnm"]
    assert all(one < other for one, other in pairwise(order))


def test_each_key_of_a_row_is_said_by_its_name() -> None:
    stage = keyboard(way="down")
    stage.conductor.pointing._enter_row(0)
    names = [stage.ear.last]
    for _ in range(10):
        stage.conductor.do("down")
        names.append(stage.ear.last)
    assert [one.partition(",")[0] for one in names] == [*"qwertyuiop", "Ra khỏi hàng này"]
