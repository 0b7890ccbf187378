"""On the real window, with a finger that does not see: a swipe, a touch, a second tap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QUrl
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from support.all_screens import visit_at
from support.stage import PANELS, Stage, on_a_window
from support.templates import templates
from support.window import Role, Screen, ancestors, finger, scene_rect, spoken_name, viewport_of

from accessibility.contacts import RESTING_S
from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from accessibility.touch import EVERYBODY
from ui.screens.surrounding_parts import Health, Sound
from ui.visit.stages import Attract, Comfort, Home, Topics
from ui.visit.visit import Visit
from ui.window.input.drawn_class import class_name
from ui.window.input.spots import slot_at, spots_in

pytestmark = pytest.mark.usefixtures("blank_pictures")


@contextmanager
def opened(panel: str) -> Iterator[Stage]:
    with on_a_window(Stage(panel=PANELS[panel])) as kiosk:
        yield kiosk


UPRIGHT = [pytest.param(name, marks=() if name == "portrait" else pytest.mark.full) for name in PANELS]
"""What a finger does follows from no shape of the glass."""


@pytest.fixture(params=UPRIGHT)
def stage(request: pytest.FixtureRequest, drawing: object) -> Iterator[Stage]:
    with opened(request.param) as kiosk:
        yield kiosk


def swipe(stage: Stage, by_mm: float, seconds: float = 0.3) -> None:
    screen = Screen(stage.kiosk.window)
    middle = QPointF(screen.rect.width / 2, screen.rect.height * 0.6)
    reach = QPointF(by_mm * stage.panel.px_per_mm, 0)
    screen.press(middle - reach / 2)
    stage.clock.now_s += seconds
    screen.move(middle)
    screen.move(middle + reach / 2)
    screen.lift(middle + reach / 2)
    QCoreApplication.processEvents()


def touch(stage: Stage, spot: QPointF) -> None:
    screen = Screen(stage.kiosk.window)
    screen.press(spot)
    stage.clock.now_s += 0.1
    screen.lift(spot)


def middle_of(stage: Stage, name: str) -> QPointF:
    screen = Screen(stage.kiosk.window)
    screen.lay_out()
    return screen.middle(
        next(one for one in screen.named(role=Role.Button) if spoken_name(one).startswith(name))
    )


def test_a_swipe_over_the_invitation_begins_and_says_how_to_go_on(stage: Stage) -> None:
    swipe(stage, 60)
    assert stage.conductor.visit.stage == Home()
    assert stage.shell.exploring
    assert "chạm hai lần để chọn" in stage.ear.last
    assert "8 lựa chọn" in stage.ear.last


@pytest.mark.parametrize(("by_mm", "seconds"), [(20, 0.3), (60, 2.0)])
def test_a_short_or_slow_slide_is_no_swipe(stage: Stage, by_mm: float, seconds: float) -> None:
    stage.walk_to("begin")
    swipe(stage, by_mm, seconds)
    assert not stage.shell.exploring


@pytest.mark.parametrize("lifted", [(0, 1), (1, 0)])
def test_two_fingers_that_are_spread_are_no_swipe(stage: Stage, lifted: tuple[int, int]) -> None:
    stage.walk_to("begin")
    window = stage.kiosk.window
    reach = QPoint(round(50 * stage.panel.px_per_mm), 0)
    hint = stage.conductor.around.pointer.hint  # a line over everything to be pressed: no press begins there
    line = next(one.rect for one in Screen(window).texts() if one.text == hint)
    left = QPoint(round(window.width() / 2), round(line.y + line.height / 2))
    right = left + reach / 5
    QTest.touchEvent(window, finger()).press(0, left, window).press(1, right, window).commit()
    stage.clock.now_s += 0.3
    left, right = left - reach, right + reach
    QTest.touchEvent(window, finger()).move(0, left, window).move(1, right, window).commit()
    spots = (left, right)
    first, last = lifted
    QTest.touchEvent(window, finger()).release(first, spots[first], window).stationary(last).commit()
    QTest.touchEvent(window, finger()).release(last, spots[last], window).commit()
    QCoreApplication.processEvents()
    assert not stage.shell.exploring
    swipe(stage, 60)
    assert stage.shell.exploring


def test_who_leans_a_hand_on_the_glass_swipes_all_the_same(stage: Stage) -> None:
    """Also where the panel does not say how broad a contact is: a hand is what has lain there for a while."""
    stage.walk_to("begin")
    window = stage.kiosk.window
    start = Screen(window).middle(window.contentItem()).toPoint()
    reach = QPoint(round(50 * stage.panel.px_per_mm), 0)
    hand = start - reach / 2
    QTest.touchEvent(window, finger()).press(7, hand, window).commit()
    stage.clock.now_s += RESTING_S
    QTest.touchEvent(window, finger()).stationary(7).press(0, start, window).commit()
    stage.clock.now_s += 0.3
    QTest.touchEvent(window, finger()).stationary(7).move(0, start + reach, window).commit()
    QTest.touchEvent(window, finger()).stationary(7).release(0, start + reach, window).commit()
    QCoreApplication.processEvents()
    assert stage.shell.exploring
    QTest.touchEvent(window, finger()).release(7, hand, window).commit()


def test_a_swipe_over_a_wide_button_does_not_press_it(stage: Stage) -> None:
    stage.walk_to("begin")
    screen = Screen(stage.kiosk.window)
    spot = middle_of(stage, "Đi khám bệnh")
    reach = QPointF(50 * stage.panel.px_per_mm, 0)
    screen.press(spot - reach / 2)
    stage.clock.now_s += 0.2
    screen.move(spot + reach / 2)
    screen.lift(spot + reach / 2)
    screen.wait_until(lambda: stage.shell.exploring)
    assert stage.conductor.visit.stage == Home()


def test_a_touch_says_and_a_second_tap_anywhere_presses(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    tile = middle_of(stage, "Việc với công an")
    heard = len(stage.ear.heard)
    touch(stage, tile)
    assert isinstance(stage.conductor.visit.stage, Topics)
    topics = len(stage.conductor.page.choices)
    assert re.match(rf"Việc với công an, nút bấm, thứ 5 trong {topics}\b", stage.ear.last)
    assert len(stage.ear.heard) == heard + 1
    stage.clock.now_s += 0.5
    touch(stage, QPointF(3, 3))
    assert stage.conductor.page.place == "topic.cong-an"


def test_a_second_tap_where_the_screen_has_moved_presses_nothing_for_a_moment_and_is_told_so(
    drawing: object,
) -> None:
    """By whoever sees: they tap again as nothing seemed to happen, or to undo it."""
    with opened("portrait") as stage:
        stage.conductor.show(Visit((Home(), Comfort(group="touch")), Preferences(low_reach=True)))
        place, spot = stage.conductor.page.place, middle_of(stage, "Màn hình thấp")
        stage.clock.now_s += 3
        touch(stage, spot)
        raised = stage.conductor.visit
        assert not raised.preferences.low_reach
        told = "Nút vừa đổi chỗ. Bác xem lại rồi chạm."
        for after_s in (0.2, 0.5, 0.7):
            Screen(stage.kiosk.window).lay_out()
            stage.clock.now_s += after_s
            touch(stage, spot)
            assert (stage.conductor.visit, stage.conductor.page.place) == (raised, place)
            bounced = after_s < EVERYBODY.repeat_guard_s
            assert (stage.ear.last, stage.conductor.around.pointer.hint).count(told) == (0 if bounced else 2)
        stage.clock.now_s += 0.1
        touch(stage, middle_of(stage, "Gọi người giúp"))  # elsewhere a tap is meant at once
        assert stage.conductor.page.place == "person"


def test_who_taps_twice_again_where_the_screen_has_moved_takes_nothing_but_hears_that_it_has_moved(
    drawing: object,
) -> None:
    with opened("portrait") as stage:
        stage.conductor.show(
            Visit((Home(), Comfort(group="touch")), Preferences(explore=True, low_reach=True))
        )
        spot = middle_of(stage, "Màn hình thấp")
        for after_s in (3.0, 0.4, 0.4, 0.4):
            stage.clock.now_s += after_s
            touch(stage, spot)
        assert not stage.conductor.visit.preferences.low_reach
        assert stage.conductor.page.place == "comfort.touch"
        there = stage.ear.last
        assert there.startswith("Nút vừa đổi chỗ.")
        assert "nút bấm" in there and "Màn hình thấp" not in there


def test_a_touch_long_after_does_not_press_but_says_again(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    tile = middle_of(stage, "Việc với công an")
    touch(stage, tile)
    stage.clock.now_s += 5
    touch(stage, tile)
    assert isinstance(stage.conductor.visit.stage, Topics)
    assert [one.text for one in stage.ear.heard[-2:]] == [stage.ear.last] * 2


def test_a_finger_that_slides_over_two_tiles_hears_both_once(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    first, second = middle_of(stage, "Căn cước điện tử"), middle_of(stage, "Sức khỏe")
    screen = Screen(stage.kiosk.window)
    heard = len(stage.ear.heard)
    screen.press(first)
    for part in range(1, 21):
        stage.clock.now_s += 0.2
        screen.move(first + (second - first) * part / 20)
    screen.lift(second)
    said = [one.text.split(", nút bấm")[0] for one in stage.ear.heard[heard:]]
    assert said == ["Căn cước điện tử VNeID", "Sức khỏe"]


def test_swipes_go_through_everything_on_the_screen_and_back(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    names = list[str]()
    for _ in stage.conductor.pointing.items:
        swipe(stage, 60)
        names.append(stage.ear.last)
    assert names[0] == "Hôm nay bác muốn làm gì? tiêu đề."
    assert len(set(names)) == len(names)
    swipe(stage, -60)
    assert stage.ear.last == names[-2]


def test_a_resting_palm_is_not_the_finger_that_feels(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    tile = middle_of(stage, "Việc với công an")
    screen = Screen(stage.kiosk.window)
    screen.press(QPointF(30, screen.rect.height - 20), touch_id=0)
    stage.clock.now_s += 1  # it rests; two fingers that come at once are the magic tap
    screen.press(tile, touch_id=1)
    screen.lift(tile, touch_id=1)
    assert stage.ear.last.startswith("Việc với công an")


def test_the_end_of_the_visit_ends_it(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "finish", "next-person")
    assert stage.conductor.visit.stage == Attract()
    assert not stage.shell.exploring


def test_two_taps_anywhere_take_what_was_swiped_to(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    tile = middle_of(stage, "Việc với công an")
    while not stage.ear.last.startswith("Tránh bị lừa đảo"):
        swipe(stage, 60)
    heard = len(stage.ear.heard)
    for _ in range(2):
        stage.clock.now_s += 0.5
        touch(stage, tile)
    said = [one.text for one in stage.ear.heard[heard:]]
    assert said[0].startswith("Tránh bị lừa đảo")
    assert stage.conductor.page.place == "topic.an-toan"
    assert len(said) == 2


def test_a_swipe_says_nothing_of_what_it_goes_over(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    swipe(stage, 60)
    heard = len(stage.ear.heard)
    for _ in range(5):
        swipe(stage, 60)
    assert len(stage.ear.heard) == heard + 5


def test_a_finger_that_lies_still_after_a_swipe_hears_what_is_under_it(stage: Stage) -> None:
    stage.walk_to("begin-exploring", "need.viec-khac")
    tile = middle_of(stage, "Việc với công an")
    swipe(stage, 60)
    screen = Screen(stage.kiosk.window)
    screen.press(tile)
    stage.clock.now_s += 0.5
    screen.wait_until(lambda: stage.ear.last.startswith("Việc với công an"))
    screen.lift(tile)


def test_a_page_can_be_turned_by_feel(drawing: object) -> None:
    kiosk = Stage(panel=PANELS["laptop"])
    screen = Screen(kiosk.open().window)
    screen.wait_until(screen.window.isExposed)
    kiosk.walk_to("begin-exploring", "need.viec-khac", "topic.vneid")
    down = middle_of(kiosk, "Xuống dưới")
    upper = [one.name for one in screen.controls()]
    touch(kiosk, down)
    assert kiosk.ear.last == "Xuống dưới, nút bấm."
    kiosk.clock.now_s += 0.5
    touch(kiosk, down)
    assert kiosk.ear.last == "Cháu đã sang phần dưới."
    touch(kiosk, middle_of(kiosk, "Lên trên"))
    assert kiosk.ear.last == "Lên trên, nút bấm."
    assert [one.name for one in screen.controls()] != upper
    kiosk.close()


def test_the_first_screen_says_its_title_then_how_to_go_on_then_how_many_choices(stage: Stage) -> None:
    swipe(stage, 60)
    page, tr = stage.conductor.page, stage.conductor.around.tr("vi")
    told = [
        page.heading,
        tr("ways.how_explore"),
        tr("ways.card"),
        tr("ways.count", count=8),
        *(one.name for one in page.choices),
        tr("ways.ask", label="Bác hỏi gì?"),
        tr("ways.call", label="Gọi người giúp"),
        tr("ways.magic"),
    ]
    places = [stage.ear.last.index(text) for text in told]
    assert places == sorted(places)


SEEN = [name for name in templates() if name not in ("attract", "comfort")]
IN_TURN = [
    ("portrait", SEEN[::4]),
    ("laptop", SEEN[2::4]),
    pytest.param("portrait", SEEN, marks=pytest.mark.full),
    pytest.param("laptop", SEEN, marks=pytest.mark.full),
    pytest.param("landscape", SEEN, marks=pytest.mark.full),
]


@pytest.mark.parametrize(("stage", "names"), IN_TURN, indirect=["stage"])
def test_whatever_is_seen_is_said_where_it_is_touched(stage: Stage, names: list[str]) -> None:
    """Each control, text, picture, notice and button that turns a page, by a finger in the middle of it."""
    plain = stage.conductor.around
    for name in names:
        say_what_is_touched(stage, name)
        stage.conductor.surround(*plain.parts)


def say_what_is_touched(stage: Stage, template: str) -> None:
    stage.conductor.show(visit_at(templates()[template], Preferences(explore=True)))
    alone = any(item.private for item in stage.conductor.pointing.items)  # then it is said in headphones
    stage.conductor.surround(Sound(no_sound=True, headphones=alone), Health(storage_trouble=True))
    stage.conductor.hint("" if alone else "Đang đọc")  # that it is in headphones stands in the same line
    screen = Screen(stage.kiosk.window)
    screen.lay_out()
    seen = [(item, scene_rect(item)) for item in screen.items() if spot_of(item)]
    assert len(seen) > 6
    for item, rect in seen:
        frame = viewport_of(item) or screen.rect
        shown = rect.shared(frame)
        if shown is None or shown.height < 2 or not item.isEnabled():
            continue
        stage.clock.now_s += 5
        heard = len(stage.ear.heard)
        touch(stage, QPointF(shown.x + 2, shown.y + shown.height / 2))
        name = spoken_name(item.parentItem())
        assert len(stage.ear.heard) == heard + 1, (template, name)
        assert words(stage.ear.last).startswith(words(name).rstrip(".")), (stage.ear.last, name)


def spot_of(item: QQuickItem) -> bool:
    return class_name(item) == "Spot" and bool(item.property("slot"))


def words(text: str) -> str:
    return " ".join(text.split())


def test_swipes_through_a_text_longer_than_the_glass_turn_its_pages(drawing: object) -> None:
    kiosk = Stage(panel=PANELS["laptop"])
    screen = Screen(kiosk.open().window)
    screen.wait_until(screen.window.isExposed)
    largest = largest_text_size(kiosk.panel)
    kiosk.conductor.show(visit_at(templates()["overview"], Preferences(explore=True, text_size=largest)))
    screen.lay_out()
    tops = set()
    for item in kiosk.conductor.pointing.items:
        swipe(kiosk, 60)
        screen.lay_out()
        assert words(kiosk.ear.last).startswith(words(item.name).rstrip("."))
        (ring,) = [one for one in screen.items() if class_name(one) == "FocusRing"]
        frame = viewport_of(ring)
        if frame is not None:
            assert (
                frame.y - 1 <= scene_rect(ring).y + 2 * kiosk.theme.appearance.sizes.ring_px <= frame.bottom
            )
            inside = next(
                above for above in ancestors(ring) if above.objectName() == "viewport"
            ).childItems()[0]
            tops.add(inside.y())
    assert len(tops) > 2
    kiosk.close()


AT_A_PAGES_END = b"""
import QtQuick
import Kiosk.Controls
Item {
    width: 100; height: 100; clip: true
    Item { width: 100; height: 100; Spot { slot: "last" } }
    Item { y: 100; width: 100; height: 50; Spot { slot: "on the next page" } }
}
"""


def test_a_finger_on_the_edge_of_a_page_does_not_feel_the_next_one(stage: Stage) -> None:
    component = QQmlComponent(stage.kiosk.engine)
    component.setData(AT_A_PAGES_END, QUrl())
    page = component.create()
    assert isinstance(page, QQuickItem), component.errorString()
    spots = list(spots_in(page))
    assert slot_at(spots, QPointF(50, 99.9)) == "last"
    assert slot_at(spots, QPointF(50, 100)) == ""
    page.deleteLater()
