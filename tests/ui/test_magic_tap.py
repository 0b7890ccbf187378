"""Who does not see goes on without looking for the main button: two fingers at once, or two taps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from support.stage import PANELS, Stage, on_a_window
from support.window import Screen, finger

from ui.visit.stages import HaveReady, Home, Stepping, StuckList

AT_A_MAIN_BUTTON = ("begin-exploring", "need.cai-vneid", "flow.vneid-muc-1")
MAIN = "Tôi có đủ rồi"


@pytest.fixture(params=["portrait", "laptop"])
def stage(drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    with on_a_window(Stage(panel=PANELS[request.param])) as kiosk:
        yield kiosk


def tap_with_two(stage: Stage, apart_s: float = 0.1, held_s: float = 0.2, slide_mm: float = 0.0) -> None:
    window, scale = stage.kiosk.window, stage.panel.px_per_mm
    one, other = QPoint(120, 300), QPoint(120 + round(60 * scale), 320)
    stage.clock.now_s += 1
    QTest.touchEvent(window, finger()).press(1, one, window).commit()
    stage.clock.now_s += apart_s
    QTest.touchEvent(window, finger()).stationary(1).press(2, other, window).commit()
    stage.clock.now_s += held_s
    other += QPoint(0, round(slide_mm * scale))
    QTest.touchEvent(window, finger()).stationary(1).move(2, other, window).commit()
    QTest.touchEvent(window, finger()).release(1, one, window).stationary(2).commit()
    QTest.touchEvent(window, finger()).release(2, other, window).commit()


def tap_twice_on_nothing(stage: Stage) -> None:
    screen, stage.clock.now_s = Screen(stage.kiosk.window), stage.clock.now_s + 3
    for _ in range(2):
        stage.clock.now_s += 0.6
        screen.press(QPoint(3, 3).toPointF())
        stage.clock.now_s += 0.1
        screen.lift(QPoint(3, 3).toPointF())


def test_two_fingers_at_once_press_the_main_button_wherever_they_come_down(stage: Stage) -> None:
    stage.walk_to(*AT_A_MAIN_BUTTON)
    assert isinstance(stage.conductor.visit.stage, HaveReady)
    tap_with_two(stage)
    assert isinstance(stage.conductor.visit.stage, Stepping)


@pytest.mark.parametrize(("apart_s", "held_s", "slide_mm"), [(0.6, 0.2, 0), (0.1, 1.5, 0), (0.1, 0.2, 40)])
def test_a_hand_that_comes_bit_by_bit_rests_or_spreads_presses_nothing(
    stage: Stage, apart_s: float, held_s: float, slide_mm: float
) -> None:
    stage.walk_to(*AT_A_MAIN_BUTTON)
    tap_with_two(stage, apart_s, held_s, slide_mm)
    assert isinstance(stage.conductor.visit.stage, HaveReady)


def test_who_sees_presses_nothing_with_two_fingers_beside_every_control(stage: Stage) -> None:
    stage.walk_to("begin", *AT_A_MAIN_BUTTON[1:], "again")
    before = stage.conductor.visit.stage
    window = stage.kiosk.window
    for state in ("press", "release"):
        stage.clock.now_s += 0.1
        event = QTest.touchEvent(window, finger())
        for number in (1, 2):
            getattr(event, state)(number, QPoint(2 * number, 2), window)
        event.commit()
    assert stage.conductor.visit.stage == before


def test_two_taps_where_nothing_was_chosen_press_the_main_button_once_the_screen_was_heard(
    stage: Stage,
) -> None:
    stage.walk_to(*AT_A_MAIN_BUTTON)
    tap_twice_on_nothing(stage)
    assert isinstance(stage.conductor.visit.stage, HaveReady), "it was broken off: what is on it is not known"
    stage.walk_to("back", "flow.vneid-muc-1")
    stage.ear.finish()
    tap_twice_on_nothing(stage)
    assert isinstance(stage.conductor.visit.stage, Stepping)


def test_who_swipes_hears_the_main_button_with_the_first_of_the_two_taps(stage: Stage) -> None:
    stage.walk_to(*AT_A_MAIN_BUTTON)
    stage.ear.finish()
    stage.conductor.feel_same("")
    assert stage.ear.last.startswith(f"{MAIN}, nút bấm")
    stage.conductor.take()
    assert isinstance(stage.conductor.visit.stage, Stepping)


def test_where_there_is_no_main_button_nothing_is_chosen_but_the_first_choice_is_said(stage: Stage) -> None:
    stage.walk_to("begin-exploring")
    stage.ear.finish()
    tap_with_two(stage)
    assert isinstance(stage.conductor.visit.stage, Home)
    assert stage.ear.last.startswith("Đi khám bệnh, nút bấm")


def test_the_magic_tap_is_taught_once_on_the_first_screen_that_is_explored(stage: Stage) -> None:
    magic = stage.conductor.around.tr("vi")("ways.magic")
    stage.walk_to("begin-exploring")
    assert magic in stage.ear.last
    stage.walk_to("need.cai-vneid")
    assert magic not in stage.ear.last
    stage.walk_to("finish", "next-person", "begin", "explore", "need.cai-vneid")
    assert magic in stage.ear.last, "who begins to explore on the way hears it on the next screen"


@pytest.mark.parametrize(
    ("heard", "first"), [(True, f"{MAIN}, nút bấm"), (False, "")], ids=["heard", "broken off"]
)
def test_the_pointer_begins_where_one_goes_on_once_the_screen_was_heard(
    stage: Stage, heard: bool, first: str
) -> None:
    stage.walk_to(*AT_A_MAIN_BUTTON)
    if heard:
        stage.ear.finish()
    stage.conductor.touched()
    stage.conductor.swipe(1)
    items = stage.conductor.pointing.items
    assert stage.ear.last.startswith(first or items[0].name.rstrip("."))
    stage.conductor.swipe(-1)
    assert stage.ear.last, "what stands before it is met by going back"


def test_one_switch_meets_the_main_button_first_and_two_switches_as_well(stage: Stage) -> None:
    for key in ("switch", "move"):
        stage.conductor.do(key)
        stage.walk_to(*AT_A_MAIN_BUTTON[1:])
        if key == "switch":
            stage.ear.finish()
            stage.clock.now_s += 3
            stage.conductor.scan()
        else:
            stage.conductor.do("move")
        assert stage.conductor.pointing.hand.slot == "primary", key
        stage.walk_to("finish", "next-person")


def test_in_a_list_of_what_is_set_the_pointer_begins_at_its_top(stage: Stage) -> None:
    stage.conductor.do("move")
    stage.walk_to("comfort", "every-setting")
    stage.conductor.do("move")
    assert stage.conductor.pointing.hand.slot == "size"
    stage.walk_to("back")
    stage.conductor.do("move")
    assert stage.conductor.pointing.hand.slot == "preset.listen"


def test_a_list_of_trouble_begins_with_its_first_line(stage: Stage) -> None:
    stage.conductor.do("move")
    stage.walk_to("need.cai-vneid", "flow.vneid-cai-dat", *["not-understood"] * 3)
    assert isinstance(stage.conductor.visit.stage, StuckList)
    stage.conductor.do("move")
    assert stage.conductor.pointing.hand.slot == stage.conductor.page.choices[0].slot
