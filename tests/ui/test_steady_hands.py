"""Steady hands on a real window, with real touch events: guard, margins, holding, palms, drags, mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from support.gallery import PORTRAIT, Gallery, open_gallery
from support.stage import HandClock
from support.window import Screen, finger, scene_rect

from accessibility.colours import LIGHT
from accessibility.contacts import LONGEST_S, PALM_MM, RESTING_S
from accessibility.geometry import Rect
from accessibility.sizes import GAP_MM, sizes_for
from accessibility.touch import EVERYBODY, HOLD_S, LEVELS, SteadyHands
from ui.window.input import hand_watch
from ui.window.input.drawn_class import class_name
from ui.window.input.press_gate import PressGate

PX_PER_MM = PORTRAIT.px_per_mm
FORGIVING = LEVELS[-1]
QML = Path(__file__).resolve().parents[2] / "ui" / "qml"
SCENE = f"""
property var pressed: []
function note(name) {{ pressed = pressed.concat([name]) }}
BigButton {{ x: 100; y: 200; width: 400; label: "Quay lại"; onActivated: Window.window.note("left") }}
BigButton {{
    x: 500 + {round(GAP_MM * PX_PER_MM) + 1}; y: 200; width: 400; label: "Nghe lại"
    onActivated: Window.window.note("right")
}}
ScrollArea {{
    objectName: "area"; x: 100; y: 600; width: 800; height: 900; upLabel: "Lên trên"; downLabel: "Xem tiếp"
    Column {{
        width: 800; spacing: Theme.gapPx
        Repeater {{
            model: 12
            ChoiceButton {{
                required property int index
                width: 800; label: "Cách " + (index + 1)
                onActivated: Window.window.note(label)
            }}
        }}
    }}
}}
"""


@dataclass(repr=False)  # a failure must not describe items that are gone
class Glass:
    """A window under real touch events, and a clock in the hand."""

    gallery: Gallery
    screen: Screen
    clock: HandClock

    @property
    def pressed(self) -> list[str]:
        value = self.gallery.window.property("pressed")
        return list(value.toVariant() if hasattr(value, "toVariant") else value)

    @property
    def heard(self) -> list[str]:
        return self.gallery.attended.heard

    def has_heard(self, parts: int) -> bool:
        return len(self.heard) == parts

    def use(self, hands: SteadyHands) -> None:
        self.gallery.gate.use(hands)

    def button(self, name: str) -> QQuickItem:
        return self.screen.find(name)

    def rect(self, name: str) -> Rect:
        return scene_rect(self.button(name))

    def middle(self, name: str) -> QPointF:
        return self.screen.middle(self.button(name))

    def tap(self, spot: QPointF, after_s: float = 3.0) -> None:
        self.clock.now_s += after_s
        self.screen.press(spot)
        self.screen.lift(spot)

    def slide(self, start: QPointF, by_mm: float, then: QPointF | None = None) -> None:
        """One finger down at *start*, *by_mm* along and, if *then* is given, from there to it."""
        self.clock.now_s += 3
        self.screen.press(start)
        far = start + QPointF(0, by_mm * PX_PER_MM)
        for step in range(1, 11):
            self.screen.move(start + (far - start) * step / 10)
        end = far if then is None else then
        self.screen.move(end)
        self.screen.lift(end)

    def bars(self) -> list[QQuickItem]:
        return [one for one in self.screen.items() if class_name(one) == "HoldBar"]


@pytest.fixture
def glass(drawing: object) -> Iterator[Glass]:
    clock = HandClock()
    gallery = open_gallery(SCENE, gate=PressGate(hands=EVERYBODY, now_s=clock))
    screen = Screen(gallery.window)
    screen.wait_until(gallery.window.isExposed)
    screen.lay_out()
    yield Glass(gallery, screen, clock)
    gallery.close()


# --- one press ------------------------------------------------------------------------------------


@pytest.mark.parametrize("guard_s", [0.5, 2.0])
def test_a_second_tap_counts_only_after_the_guard_whatever_it_lands_on(glass: Glass, guard_s: float) -> None:
    glass.use(SteadyHands(repeat_guard_s=guard_s))
    glass.tap(glass.middle("Quay lại"))
    glass.tap(glass.middle("Quay lại"), after_s=guard_s - 0.1)
    glass.tap(glass.middle("Nghe lại"), after_s=0.05)
    assert glass.pressed == ["left"]
    glass.tap(glass.middle("Nghe lại"), after_s=0.1)
    assert glass.pressed == ["left", "right"]


@pytest.mark.parametrize(
    ("hands", "beside_mm", "counts"),
    [(EVERYBODY, 2.2, True), (EVERYBODY, 3.0, False), (FORGIVING, 5.7, True), (FORGIVING, 6.6, False)],
)
def test_a_touch_beside_a_target_is_meant_for_it_within_the_margin(
    glass: Glass, hands: SteadyHands, beside_mm: float, counts: bool
) -> None:
    glass.use(hands)
    area = glass.rect("Quay lại")
    for spot in (
        QPointF(area.x + 150, area.y - beside_mm * PX_PER_MM),
        QPointF(area.x - beside_mm * PX_PER_MM, area.y + 30),
        QPointF(area.x + 150, area.bottom + beside_mm * PX_PER_MM),
    ):
        glass.tap(spot)
    assert glass.pressed == ["left"] * (3 if counts else 0)


def test_a_touch_between_two_targets_is_meant_for_the_nearer_and_in_the_middle_for_none(
    glass: Glass,
) -> None:
    glass.use(FORGIVING)
    left, right = glass.rect("Quay lại"), glass.rect("Nghe lại")
    middle = QPointF((left.right + right.x) / 2, left.y + 60)
    glass.tap(middle)
    assert glass.pressed == []
    glass.tap(middle - QPointF(2 * PX_PER_MM, 0))
    glass.tap(middle + QPointF(2 * PX_PER_MM, 0))
    assert glass.pressed == ["left", "right"]


def test_a_press_counts_where_it_ends_no_farther_off_than_it_might_have_begun(glass: Glass) -> None:
    inside, area = glass.middle("Quay lại"), glass.rect("Quay lại")
    beside, beyond = (QPointF(area.x + 200, area.y - mm * PX_PER_MM) for mm in (2, 8))
    for start, end in ((inside, beside), (beside, inside)):
        glass.slide(start, 0, then=end)
    assert glass.pressed == ["left", "left"]
    for start, end in ((inside, beyond), (beyond, inside), (inside, glass.middle("Nghe lại"))):
        glass.slide(start, 0, then=end)
    assert glass.pressed == ["left", "left"]


def test_what_has_changed_its_meaning_beneath_the_finger_is_not_pressed(glass: Glass) -> None:
    spot = glass.middle("Quay lại")
    glass.screen.press(spot)
    glass.button("Quay lại").setProperty("label", "Kết thúc")
    glass.screen.lift(spot)
    assert glass.pressed == []


# --- holding --------------------------------------------------------------------------------------


def test_with_holding_a_tap_presses_nothing_and_is_told_so(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    glass.tap(glass.middle("Quay lại"))
    assert glass.pressed == []
    assert glass.heard == ["let go early"]


def test_who_holds_for_very_long_is_not_told_to_hold_longer(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    glass.screen.press(glass.middle("Quay lại"))
    glass.clock.now_s += LONGEST_S + 1
    glass.screen.lift(glass.middle("Quay lại"))
    assert glass.pressed == []
    assert "let go early" not in glass.heard


def test_a_held_press_is_heard_and_seen_on_its_way_and_acts_when_it_is_lifted(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    spot = glass.middle("Quay lại")
    glass.screen.press(spot)
    assert glass.bars() == []
    for part in (1, 2, 3):
        glass.clock.now_s += HOLD_S / 3 + 0.001
        glass.screen.wait_until(partial(glass.has_heard, part))
        (bar,) = glass.bars()
        assert bar.property("share") == pytest.approx(min(1, part / 3), abs=0.02)
        assert filled(glass) == pytest.approx(part / 3, abs=0.05)
    assert glass.heard == ["hold", "hold", "held"]
    assert glass.pressed == []  # nothing acts beneath a finger that still lies there
    glass.screen.lift(spot)
    assert glass.pressed == ["left"]
    assert glass.bars() == []


def filled(glass: Glass) -> float:
    """The share of the bar that is drawn in the colour of the ring, over the upper edge of the control."""
    area, radius = glass.rect("Quay lại"), sizes_for(PORTRAIT, 1).radius_px
    inside = Rect(area.x + radius + 4, area.y - 2, area.width - 2 * radius - 8, 4)
    colours = glass.screen.colours_in(inside)
    return colours[LIGHT.ring.lower()] / (inside.width * inside.height)


def test_a_calm_bar_does_not_grow_but_is_full_at_once(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    glass.gallery.theme.apply(sizes_for(PORTRAIT, 1), LIGHT, calm=True)
    glass.screen.press(glass.middle("Quay lại"))
    for part in (1, 2):
        glass.clock.now_s += HOLD_S / 3 + 0.001
        glass.screen.wait_until(partial(glass.has_heard, part))
        assert len(glass.bars()) == 1
        assert filled(glass) == 0
    glass.clock.now_s += HOLD_S
    glass.screen.wait_until(lambda: glass.heard[-1] == "held")
    assert filled(glass) == 1


def test_holding_begins_anew_when_the_finger_slides_off_and_on_again(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    inside, outside = glass.middle("Quay lại"), glass.middle("Quay lại") - QPointF(0, 150)
    glass.screen.press(inside)
    glass.clock.now_s += HOLD_S / 2
    glass.screen.move(outside)
    assert glass.bars() == []
    glass.clock.now_s += 5
    glass.screen.move(inside)
    glass.clock.now_s += HOLD_S / 2
    glass.screen.lift(inside)
    assert glass.pressed == []


def test_holding_is_only_for_fingers_keys_and_readers_press_at_once(glass: Glass) -> None:
    glass.use(SteadyHands(hold_s=HOLD_S))
    glass.gallery.window.requestActivate()
    glass.button("Nghe lại").forceActiveFocus()
    glass.screen.key(Qt.Key.Key_Return)
    glass.clock.now_s += 1
    QAccessible.queryAccessibleInterface(glass.button("Quay lại")).actionInterface().doAction("Press")
    assert glass.pressed == ["right", "left"]


# --- more than one contact ------------------------------------------------------------------------


def events(glass: Glass) -> QTest.QTouchEventSequence:
    return QTest.touchEvent(glass.gallery.window, finger())


@pytest.mark.parametrize("palm", ["Nghe lại", "Cách 2", ""], ids=["on a button", "on a page", "on the paper"])
@pytest.mark.parametrize("before_s", [0.05, RESTING_S, 30.0])
def test_a_palm_that_lay_there_before_presses_nothing_and_hinders_nothing(
    glass: Glass, palm: str, before_s: float
) -> None:
    window = glass.gallery.window
    rests = (glass.middle(palm) if palm else QPointF(500, 1800)).toPoint()
    spot = glass.middle("Quay lại").toPoint()
    events(glass).press(7, rests, window).commit()
    glass.clock.now_s += before_s
    for presses in (1, 2):
        events(glass).stationary(7).press(8, spot, window).commit()
        glass.clock.now_s += 0.2
        events(glass).stationary(7).release(8, spot, window).commit()
        glass.clock.now_s += 1
        assert glass.pressed == ["left"] * presses
    events(glass).release(7, rests, window).commit()
    assert glass.pressed == ["left", "left"]


def test_a_palm_that_comes_after_the_finger_takes_nothing_from_it(glass: Glass) -> None:
    window = glass.gallery.window
    spot, rests = glass.middle("Quay lại").toPoint(), glass.middle("Cách 3").toPoint()
    events(glass).press(1, spot, window).commit()
    glass.clock.now_s += 0.1
    events(glass).stationary(1).press(2, rests, window).commit()
    glass.clock.now_s += 0.2
    events(glass).release(1, spot, window).stationary(2).commit()
    assert glass.pressed == ["left"]
    glass.clock.now_s += 1
    events(glass).move(2, rests + QPoint(0, 30), window).commit()
    events(glass).release(2, rests + QPoint(0, 30), window).commit()
    assert glass.pressed == ["left"]


def test_a_contact_broader_than_a_finger_presses_nothing_and_shows_nothing(
    glass: Glass, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's test touches have no size of their own: here the panel tells one."""
    spot = glass.middle("Quay lại")
    monkeypatch.setattr(hand_watch, "broad_mm", lambda _point, _scale: PALM_MM)
    glass.screen.press(spot)
    assert not glass.button("Quay lại").property("held")
    glass.screen.lift(spot)
    assert glass.pressed == []
    monkeypatch.setattr(hand_watch, "broad_mm", lambda _point, _scale: PALM_MM - 1)
    glass.tap(spot)
    assert glass.pressed == ["left"]


def test_a_palm_alone_that_lies_for_long_presses_nothing(glass: Glass) -> None:
    spot = glass.middle("Quay lại")
    glass.screen.press(spot)
    glass.clock.now_s += LONGEST_S
    glass.screen.lift(spot)
    assert glass.pressed == []


def test_a_hand_laid_on_the_glass_with_three_fingers_leaves_one_to_press(glass: Glass) -> None:
    window = glass.gallery.window
    one, two = (glass.middle(name).toPoint() for name in ("Nghe lại", "Cách 1"))
    spot = glass.middle("Quay lại").toPoint()
    events(glass).press(1, one, window).commit()
    events(glass).stationary(1).press(2, two, window).commit()
    events(glass).stationary(1).stationary(2).press(3, spot, window).commit()
    events(glass).release(1, one, window).release(2, two, window).stationary(3).commit()
    events(glass).release(3, spot, window).commit()
    assert glass.pressed == ["left"]


def test_a_touch_that_the_system_takes_back_presses_nothing(glass: Glass) -> None:
    glass.screen.press(glass.middle("Quay lại"))
    glass.gallery.hand.forget()
    glass.screen.lift(glass.middle("Quay lại"))
    assert glass.pressed == []
    glass.tap(glass.middle("Quay lại"))
    assert glass.pressed == ["left"]


# --- sliding --------------------------------------------------------------------------------------


@pytest.mark.parametrize("hands", [EVERYBODY, FORGIVING], ids=["everybody", "forgiving"])
def test_a_slide_shorter_than_the_drag_is_a_tap_and_a_longer_one_turns_the_page(
    glass: Glass, hands: SteadyHands
) -> None:
    glass.use(hands)
    area = glass.rect("Cách 3")
    low = QPointF(area.x + 200, area.bottom - 4)
    glass.slide(low, -(hands.drag_mm - 1))
    assert glass.pressed == ["Cách 3"]
    assert not glass.screen.shows("Lên trên")
    glass.slide(low, -(hands.drag_mm + 6))
    assert glass.pressed == ["Cách 3"]
    assert glass.screen.shows("Lên trên")


def test_a_long_slide_that_comes_back_is_neither_a_tap_nor_a_turned_page(glass: Glass) -> None:
    start = glass.middle("Cách 3")
    glass.slide(start, -40, then=start)
    assert glass.pressed == []
    assert not glass.screen.shows("Lên trên")


# --- other ways to press --------------------------------------------------------------------------


def test_a_mouse_presses_and_a_double_click_is_one_press(glass: Glass) -> None:
    window, spot = glass.gallery.window, glass.middle("Quay lại").toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window, left, none, spot)
    assert glass.pressed == ["left"]
    glass.clock.now_s += 1
    QTest.mouseDClick(window, left, none, spot)
    assert glass.pressed == ["left", "left"]
    glass.clock.now_s += 1
    QTest.mouseClick(window, Qt.MouseButton.RightButton, none, spot)
    QTest.mousePress(window, left, none, spot)
    QTest.mouseRelease(window, left, none, QPoint(900, 1850))
    assert glass.pressed == ["left", "left"]


GESTURES = ("TapHandler", "DragHandler", "PinchHandler", "PointHandler", "HoverHandler", "WheelHandler",
            "MouseArea", "MultiPointTouchArea", "PinchArea", "Flickable", "ListView", "GridView", "PathView",
            "TableView", "SwipeView", "ScrollView", "Drag.", "DropArea")  # fmt: skip


def test_no_control_follows_fingers_by_itself_so_nothing_needs_a_drag_a_pinch_or_two_fingers() -> None:
    """All touches go through `ui.window.input.hand_watch`: taps and turns of a page, and each page has
    buttons.
    """
    files = sorted(QML.rglob("*.qml"))
    assert len(files) > 50
    found = [(file.name, one) for file in files for one in GESTURES if one in file.read_text("utf-8")]
    assert found == []
