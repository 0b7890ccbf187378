"""Keys and switches on the real window: from nobody there to a choice, with a ring one sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from support.measure import measure
from support.stage import LAPTOP, Stage, on_a_window
from support.window import Screen, lay_out, scene_rect, spoken_name, viewport_of

from accessibility.geometry import Rect
from accessibility.preferences import Preferences
from accessibility.touch import EVERYBODY, LEVELS
from ui.reach.ways.items import controls_of
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.stages import Attract, HaveReady, Home, IdleNotice, Overview, Stepping

Key = Qt.Key


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(panel=LAPTOP)) as kiosk:
        yield kiosk


def is_seen(item: QQuickItem) -> bool:
    viewport, rect = viewport_of(item), scene_rect(item)
    return viewport is not None and viewport.y <= rect.y and rect.bottom <= viewport.bottom


def hint(stage: Stage) -> str:
    return str(stage.shell.strip.property("hint"))  # type: ignore[attr-defined]


def has_left(stage: Stage, slot: str) -> bool:
    return stage.conductor.pointing.hand.slot != slot


def press(stage: Stage, *keys: Key) -> None:
    for key in keys:
        stage.clock.now_s += 1
        Screen(stage.kiosk.window).key(key)


@pytest.mark.parametrize(
    "key", [Key.Key_Down, Key.Key_Space, Key.Key_1, Key.Key_X, Key.Key_F9, Key.Key_Return]
)
def test_any_key_or_switch_begins_the_spoken_start(stage: Stage, key: Key) -> None:
    press(stage, key)
    assert stage.conductor.visit.stage == Home()
    assert stage.ear.last.startswith("Bác cần gì ạ?")
    assert hint(stage) != ""


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_CapsLock])
def test_a_key_that_does_nothing_by_itself_begins_nothing(stage: Stage, key: Key) -> None:
    press(stage, key)
    assert stage.conductor.visit.stage == Attract()


def test_the_ring_goes_with_the_pointer_and_the_focus_with_the_ring(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert stage.ear.last == "Đi khám bệnh, nút bấm, thứ 1 trong 8."
    focused = stage.kiosk.window.activeFocusItem()
    assert focused is not None and spoken_name(focused) == "Đi khám bệnh"
    press(stage, Key.Key_Up)
    focused = stage.kiosk.window.activeFocusItem()
    assert focused is not None and spoken_name(focused) == "Bác cần gì ạ?"


def test_select_presses_and_a_trembling_hand_presses_once(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Right)
    assert isinstance(stage.conductor.visit.stage, Home)
    press(stage, *[Key.Key_Down] * 5, Key.Key_Return)
    assert stage.conductor.page.place == "need.cai-vneid"
    press(stage, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    screen = Screen(stage.kiosk.window)
    stage.clock.now_s += 1
    screen.key(Key.Key_Return)
    stage.clock.now_s += 0.2
    screen.key(Key.Key_Return)  # would go to the first item of the next screen
    assert isinstance(stage.conductor.visit.stage, HaveReady | Stepping)
    assert stage.conductor.pointing.hand.slot == ""


def test_a_key_held_down_moves_once(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Down)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    for _ in range(5):
        QCoreApplication.sendEvent(stage.kiosk.window, held)
    assert stage.conductor.pointing.hand.slot == "heading"


def test_with_steady_hands_the_same_key_twice_in_a_moment_is_one(stage: Stage) -> None:
    """EN 301 549 5.8. Everybody else may press an arrow as quickly as they like."""
    press(stage, Key.Key_Down, Key.Key_Right, Key.Key_Down)
    screen, pointing = Screen(stage.kiosk.window), stage.conductor.pointing
    first, second, third = (item.slot for item in pointing.items[:3])
    assert pointing.hand.slot == first
    stage.walk_to("steady")
    screen.key(Key.Key_Down)
    screen.key(Key.Key_Down)
    assert pointing.hand.slot == second
    screen.key(Key.Key_Up)  # another key is meant
    assert pointing.hand.slot == first
    stage.walk_to(*["steady"] * (len(LEVELS) - 1))
    assert stage.conductor.visit.preferences.hands == EVERYBODY
    screen.key(Key.Key_Down)
    screen.key(Key.Key_Down)
    assert pointing.hand.slot == third


@pytest.mark.parametrize("keys", [(Key.Key_Down, Key.Key_F2, Key.Key_Z), (Key.Key_1, Key.Key_F2, Key.Key_Z)])
def test_what_is_only_said_again_moves_nothing_and_still_says_where_the_ring_is(
    stage: Stage, keys: tuple[Key, ...]
) -> None:
    stage.walk_to("begin")
    on, *others = keys
    press(stage, on)
    places, line = rects(stage), stage.conductor.around.pointer.hint
    assert line
    for key in others:
        press(stage, key)
        assert (rects(stage), stage.conductor.around.pointer.hint) == (places, line)
    press(stage, on)
    assert rects(stage) == places


def rects(stage: Stage) -> dict[str, Rect]:
    return {one.name: one.rect for one in measure(stage.kiosk.window).controls}


def test_keys_of_the_desktop_are_left_alone(stage: Stage) -> None:
    QTest.keyClick(stage.kiosk.window, Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert stage.conductor.visit.stage == Attract()


def test_a_page_is_turned_to_the_item_the_pointer_comes_to(stage: Stage) -> None:
    stage.walk_to("begin", "need.viec-khac", "topic.vneid")
    screen, last = Screen(stage.kiosk.window), stage.conductor.page.choices[-1].name
    for _ in range(40):
        press(stage, Key.Key_Down)
        if stage.ear.last.startswith(f"{last}, nút bấm"):
            break
    screen.lay_out()
    focused = stage.kiosk.window.activeFocusItem()
    assert focused is not None and spoken_name(focused) == last
    assert is_seen(focused)


def test_after_help_a_key_says_and_shows_what_it_does(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_F1, Key.Key_Return)
    assert stage.conductor.visit.stage == Home()
    assert stage.ear.last == hint(stage) == "Phím này chọn mục đang nghe."
    press(stage, Key.Key_F1, Key.Key_Down)
    assert hint(stage) == "Đang đọc"
    assert stage.ear.last == "Bác cần gì ạ? tiêu đề."


def test_who_is_asked_if_they_are_there_can_answer_by_a_key_also_while_trying_the_keys(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Right, Key.Key_F1)
    stage.wait(305)
    assert stage.conductor.page.place == "idle"
    press(stage, Key.Key_Right)
    assert isinstance(stage.conductor.visit.stage, Home)


def test_a_setting_made_by_a_key_is_said_and_shown(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Right, Key.Key_Comma)
    assert stage.conductor.visit.preferences.rate == 0.8
    assert stage.ear.last == hint(stage) == "Tốc độ đọc 3 trong 7"


def test_one_switch_scans_by_itself_on_the_real_window(stage: Stage) -> None:
    press(stage, Key.Key_Space)
    stage.ear.finish()
    seen = list[str]()
    for _ in range(4):
        stage.clock.now_s += stage.conductor.visit.preferences.scan_s
        before = stage.conductor.pointing.hand.slot
        Screen(stage.kiosk.window).wait_until(partial(has_left, stage, before))
        seen.append(stage.conductor.pointing.hand.slot)
        stage.ear.finish()
    assert seen == ["need.kham-benh", "need.cuoc-goi-la", "need.khan-cap", "need.cai-vneid"]
    assert stage.ear.cues == ["item"] * 4
    press(stage, Key.Key_Space)
    assert stage.conductor.page.place == "need.cai-vneid"


def test_a_key_pauses_the_voice_and_takes_it_up_again(stage: Stage) -> None:
    """US 508 402.2.4, VVSG 7.2-G. What it is doing stands beneath the strip, and is not said."""
    press(stage, Key.Key_Down)
    before = hint(stage)
    stage.ear.reach("Bác cần")
    whole = stage.ear.last
    heard = len(stage.ear.heard)
    first, rest = whole.split("\n", 1)
    stage.ear.reach(rest.split()[0])
    press(stage, Key.Key_P)
    assert len(stage.ear.heard) == heard and not stage.conductor.pointing.scanning
    assert hint(stage) == "Đang dừng đọc. Bấm lại để đọc tiếp."
    press(stage, Key.Key_P)
    assert first not in stage.ear.last and whole.endswith(stage.ear.last)
    assert hint(stage) == before  # as on entering: nothing moves
    stage.ear.finish()
    press(stage, Key.Key_P)
    assert stage.ear.last == whole  # nothing was left: the screen is read again


def test_switches_stop_at_the_button_that_turns_a_page_and_the_page_stays_turned(stage: Stage) -> None:
    stage.walk_to("begin", "topic.vneid")
    stage.conductor.show(stage.conductor.visit.show(Overview("huu-tri-xa-hoi")))
    screen = Screen(stage.kiosk.window)
    screen.lay_out()
    press(stage, Key.Key_1)
    assert stage.ear.last.startswith("Bắt đầu, nút bấm"), "where one goes on"
    for _ in range(16):
        press(stage, Key.Key_1)
        if stage.ear.last.startswith("Xuống dưới, nút bấm"):
            break
    press(stage, Key.Key_2)
    assert stage.ear.last == "Cháu đã sang phần dưới."
    screen.lay_out()
    checked = f"{stage.library.flows['huu-tri-xa-hoi'].checked_on:%d/%m/%Y}"
    last = screen.find(next(text.text for text in screen.texts() if checked in text.text))
    assert is_seen(last)
    press(stage, Key.Key_1)
    assert stage.ear.last.startswith("Bắt đầu, nút bấm")
    screen.lay_out()
    assert is_seen(last)


def test_a_page_that_fits_gives_switches_no_button_to_turn_it(stage: Stage) -> None:
    stage.walk_to("begin")
    Screen(stage.kiosk.window).lay_out()
    heard = list[str]()
    for _ in range(20):
        press(stage, Key.Key_1)
        heard.append(stage.ear.last)
    assert not [text for text in heard if text.startswith(("Xuống dưới", "Lên trên"))]


def test_one_switch_that_is_asked_whether_anybody_is_there_meets_staying_first(stage: Stage) -> None:
    press(stage, Key.Key_Space)
    assert stage.conductor.pointing.scanning
    stage.conductor.act(Signal.IDLE)
    Screen(stage.kiosk.window).lay_out()  # the new page says whether it can be turned
    assert isinstance(stage.conductor.visit.stage, IdleNotice)
    assert [one.slot for one in stage.conductor.page.choices] == []
    assert controls_of(stage.conductor.pointing.items)[0].action is Do.STAY


def at_a_sentence_longer_than_its_page(*, heard: bool) -> Stage:
    """What a guide is about, in French in the largest letters upright, the pointer on its sentence."""
    stage = Stage(first=Preferences(language="fr", text_size=5, speech_on=heard))
    window = stage.open().window
    Screen(window).wait_until(window.isExposed)
    press(stage, Key.Key_Down)
    stage.walk_to("topic.vneid")
    stage.conductor.show(stage.conductor.visit.show(Overview("khong-smartphone")))
    while stage.conductor.pointing.hand.slot != "sentence":
        press(stage, Key.Key_Down)
    lay_out(window)
    return stage


def end_is_seen(stage: Stage) -> bool:
    focused = stage.kiosk.window.activeFocusItem()
    assert focused is not None
    viewport = viewport_of(focused)
    return viewport is not None and scene_rect(focused).bottom <= viewport.bottom


@pytest.mark.parametrize("heard", [True, False])
def test_who_reads_and_hears_nothing_goes_through_the_whole_of_a_long_text(
    drawing: object, heard: bool
) -> None:
    """The voice turns the page while it speaks; without it the key that goes on does, before it goes on."""
    stage = at_a_sentence_longer_than_its_page(heard=heard)
    try:
        assert not end_is_seen(stage)
        press(stage, Key.Key_Down)
        assert (stage.conductor.pointing.hand.slot != "sentence") == heard
        if not heard:
            assert end_is_seen(stage)
            press(stage, Key.Key_Down)
            assert stage.conductor.pointing.hand.slot not in ("", "sentence")
    finally:
        stage.close()
