"""One press is one action, whatever the hand does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from support.gallery import Gallery, open_gallery
from support.scenes import LABEL, PRESSABLE, snippet
from support.window import Role, Screen, finger, scene_rect

from ui.window.input.press_gate import PressGate

TWO = """
property int first: 0
property int second: 0
BigButton { x: 100; y: 100; width: 400; label: "Quay lại"; onActivated: Window.window.first++ }
BigButton { x: 600; y: 100; width: 400; label: "Nghe lại"; onActivated: Window.window.second++ }
"""


class Clock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def two(drawing: object) -> Iterator[tuple[Gallery, Screen, Clock]]:
    clock = Clock()
    gallery = open_gallery(TWO, gate=PressGate(now_s=clock))
    screen = Screen(gallery.window)
    screen.wait_until(gallery.window.isExposed)
    yield gallery, screen, clock
    gallery.close()


def counts(gallery: Gallery) -> tuple[int, int]:
    return gallery.window.property("first"), gallery.window.property("second")


def test_a_tap_acts_once(two: tuple[Gallery, Screen, Clock]) -> None:
    gallery, screen, _ = two
    screen.tap("Quay lại")
    assert counts(gallery) == (1, 0)


def test_a_second_tap_within_half_a_second_is_ignored_also_on_another_button(
    two: tuple[Gallery, Screen, Clock],
) -> None:
    gallery, screen, clock = two
    screen.tap("Quay lại")
    clock.now_s += 0.4
    screen.tap("Quay lại")
    screen.tap("Nghe lại")
    assert counts(gallery) == (1, 0)
    clock.now_s += 0.2
    screen.tap("Nghe lại")
    assert counts(gallery) == (1, 1)


def test_a_press_that_ends_outside_does_nothing(two: tuple[Gallery, Screen, Clock]) -> None:
    gallery, screen, _ = two
    inside = screen.middle(screen.find("Quay lại"))
    screen.press(inside)
    screen.move(inside + QPointF(0, 300))
    screen.lift(inside + QPointF(0, 300))
    assert counts(gallery) == (0, 0)


def test_a_press_that_begins_outside_does_nothing(two: tuple[Gallery, Screen, Clock]) -> None:
    gallery, screen, _ = two
    inside = screen.middle(screen.find("Quay lại"))
    screen.press(inside + QPointF(0, 300))
    screen.move(inside)
    screen.lift(inside)
    assert counts(gallery) == (0, 0)


def test_a_finger_that_slides_from_one_button_to_another_presses_neither(
    two: tuple[Gallery, Screen, Clock],
) -> None:
    gallery, screen, _ = two
    start, end = (screen.middle(screen.find(name)) for name in ("Quay lại", "Nghe lại"))
    screen.press(start)
    screen.move(end)
    screen.lift(end)
    assert counts(gallery) == (0, 0)


@pytest.mark.parametrize("shake_px", [12, 30])
def test_a_shaking_finger_presses(two: tuple[Gallery, Screen, Clock], shake_px: int) -> None:
    gallery, screen, _ = two
    spot = screen.middle(screen.find("Quay lại"))
    screen.press(spot)
    for step in range(6):
        screen.move(spot + QPointF(shake_px if step % 2 else -shake_px, -shake_px if step % 2 else shake_px))
    screen.lift(spot + QPointF(shake_px, 0))
    assert counts(gallery) == (1, 0)


def test_a_finger_may_wander_as_long_as_it_stays_inside(two: tuple[Gallery, Screen, Clock]) -> None:
    gallery, screen, _ = two
    spot = screen.middle(screen.find("Quay lại"))
    screen.press(spot - QPointF(150, 0))
    for x in range(-150, 151, 30):
        screen.move(spot + QPointF(x, 0))
    screen.lift(spot + QPointF(150, 0))
    assert counts(gallery) == (1, 0)


@pytest.mark.parametrize("palm", [QPointF(540, 1600), QPointF(640, 160)], ids=["on the paper", "on a button"])
def test_a_resting_palm_changes_nothing(two: tuple[Gallery, Screen, Clock], palm: QPointF) -> None:
    gallery, screen, _ = two
    window, spot = gallery.window, screen.middle(screen.find("Quay lại")).toPoint()
    QTest.touchEvent(window, finger()).press(7, palm.toPoint(), window).commit()
    QTest.touchEvent(window, finger()).stationary(7).press(8, spot, window).commit()
    QTest.touchEvent(window, finger()).stationary(7).release(8, spot, window).commit()
    assert counts(gallery) == (1, 0)
    outside = QPointF(540, 1800).toPoint()
    QTest.touchEvent(window, finger()).move(7, outside, window).commit()
    QTest.touchEvent(window, finger()).release(7, outside, window).commit()
    assert counts(gallery) == (1, 0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press_the_focused_control(two: tuple[Gallery, Screen, Clock], key: Qt.Key) -> None:
    gallery, screen, _ = two
    gallery.window.requestActivate()
    screen.find("Nghe lại").forceActiveFocus()
    screen.key(key)
    assert counts(gallery) == (0, 1)


def test_a_screen_reader_presses_through_the_same_gate(two: tuple[Gallery, Screen, Clock]) -> None:
    from PySide6.QtGui import QAccessible

    gallery, screen, _ = two
    for _ in range(2):
        reader = QAccessible.queryAccessibleInterface(screen.find("Quay lại"))
        reader.actionInterface().doAction("Press")
    assert counts(gallery) == (1, 0)


@pytest.mark.parametrize("name", PRESSABLE)
def test_a_touch_is_seen_at_once(drawing: object, name: str) -> None:
    gallery = open_gallery(f"Item {{ x: 100; y: 100; width: 800; height: 400; {snippet(name)} }}")
    screen = Screen(gallery.window)
    item = screen.find(LABEL, Role.Button)
    screen.lay_out()  # its breadth follows its words
    before = screen.colours_in(scene_rect(item))
    screen.press(screen.middle(item))
    during = screen.colours_in(scene_rect(item))
    screen.lift(screen.middle(item))
    after = screen.colours_in(scene_rect(item))
    gallery.close()
    assert during.most_common(1)[0][0] != before.most_common(1)[0][0]
    assert after == before


SCROLLED = """
property int pressed: 0
ScrollArea {
    x: 40; y: 40; width: 1000; height: 900; upLabel: "Lên trên"; downLabel: "Xem tiếp"
    Column {
        width: 1000; spacing: Theme.gapPx
        Repeater {
            model: 12
            ChoiceButton {
                required property int index
                width: 1000; label: "Cách " + (index + 1)
                onActivated: Window.window.pressed = index + 1
            }
        }
    }
}
"""


@pytest.fixture
def page(drawing: object) -> Iterator[tuple[Gallery, Screen]]:
    gallery = open_gallery(SCROLLED)
    screen = Screen(gallery.window)
    screen.wait_until(gallery.window.isExposed)
    yield gallery, screen
    gallery.close()


def top_of(screen: Screen, name: str) -> Callable[[], float]:
    return lambda: scene_rect(screen.find(name)).y


def test_a_long_page_is_turned_by_its_buttons(page: tuple[Gallery, Screen]) -> None:
    _, screen = page
    assert not screen.shows("Lên trên")
    start = top_of(screen, "Cách 1")()
    screen.tap("Xem tiếp")
    assert top_of(screen, "Cách 1")() < start - 400
    while screen.shows("Xem tiếp"):
        screen.tap("Xem tiếp")
    assert top_of(screen, "Cách 12")() + scene_rect(screen.find("Cách 12")).height <= 940
    while screen.shows("Lên trên"):
        screen.tap("Lên trên")
    assert top_of(screen, "Cách 1")() == start


def test_a_shaky_tap_on_a_scrolling_page_is_a_tap(page: tuple[Gallery, Screen]) -> None:
    gallery, screen = page
    spot = screen.middle(screen.find("Cách 2"))
    start = top_of(screen, "Cách 1")()
    screen.press(spot)
    for shake in (12, -12, 30, -30, 12):
        screen.move(spot + QPointF(0, shake))
    screen.lift(spot + QPointF(0, 12))
    assert gallery.window.property("pressed") == 2
    assert top_of(screen, "Cách 1")() == start


def test_keys_scroll_to_the_control_they_reach(page: tuple[Gallery, Screen]) -> None:
    gallery, screen = page
    gallery.window.requestActivate()
    screen.find("Cách 12").forceActiveFocus()
    rect = scene_rect(screen.find("Cách 12"))
    assert rect.y >= 40 and rect.bottom <= 940


def test_a_page_that_fits_has_no_page_buttons(drawing: object) -> None:
    gallery = open_gallery(SCROLLED.replace("model: 12", "model: 3"))
    screen = Screen(gallery.window)
    assert not screen.shows("Xem tiếp")
    gallery.close()
