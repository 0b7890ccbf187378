"""The drawn phone as a component: any elements in any scene, touches, themes, the accessible tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from support.picture_checks import wrong_with
from support.sketchbook import Sketchbook
from support.stage import residents_guides
from support.window import Screen, scene_rect

from accessibility.colours import colours_for
from accessibility.geometry import Rect
from accessibility.preferences import THEMES, ThemeName
from flows.guide.steps import Device, Element, ElementRole, Picture, Scene
from flows.practice.way import tasks_of
from ui.screens.picture.derive import derive_phone
from ui.screens.picture.props import PhoneProps

SCENES: tuple[Scene, ...] = get_args(Scene)
DEVICES: tuple[Device, ...] = get_args(Device)
ROLES: tuple[ElementRole, ...] = get_args(ElementRole)
WORDS = ("Gửi yêu cầu", None, "Tài khoản định danh điện tử của Bộ Công an", "Ví", None)


@pytest.fixture(scope="module")
def book(drawing: QGuiApplication) -> Iterator[Sketchbook]:
    book = Sketchbook()
    yield book
    book.close()


def made_up(scene: Scene, device: Device, count: int, chosen: int) -> Picture:
    """Roles and words that no guide has put together yet."""
    elements = (
        Element(ROLES[(n * 3 + count) % len(ROLES)], WORDS[(n + chosen) % len(WORDS)], n == chosen, True)
        for n in range(count)
    )
    return Picture(device, scene, "Dịch vụ công của tôi" if count % 2 else None, tuple(elements))


@pytest.mark.parametrize("scene", SCENES)
def test_any_three_to_seven_elements_fit_in_any_scene(book: Sketchbook, scene: Scene) -> None:
    wrong = {}
    for count in (3, 5, 7):
        for chosen in range(count):
            picture = made_up(scene, DEVICES[(count + chosen) % len(DEVICES)], count, chosen)
            for width, height in (((900, 640), (900, 380))[chosen % 2],):
                book.draw(picture, width, height)
                if found := wrong_with(book, picture):
                    wrong[width, height, picture] = found
    assert not wrong, "\n".join(f"{key}\n   {found}" for key, found in list(wrong.items())[:5])
    assert not book.warnings


def login() -> Picture:
    return Picture(
        "any-phone",
        "app-login",
        None,
        (
            Element("text", "VNeID", False, True),
            Element("field", None, False, False),
            Element("button", "Đăng nhập", True, True),
        ),
    )


def test_what_is_practised_on_names_where_each_element_stands(book: Sketchbook) -> None:
    book.window.setProperty("practised", True)
    book.draw(login(), 600, 600)
    drawn = [scene_rect(item) for item in book.items("phoneElement")]
    assert [book.place_of(order) for order in range(3)] == drawn
    book.draw(login(), 500, 700)
    assert [book.place_of(order) for order in range(3)] == [
        scene_rect(one) for one in book.items("phoneElement")
    ]
    book.window.setProperty("practised", False)


def test_every_practised_phone_is_seen_whole(book: Sketchbook) -> None:
    """What is below the edge could not be touched; a name broader than its place is cut by the ring."""
    guides = tuple(residents_guides().flows.values())
    book.window.setProperty("practised", True)
    for flow in guides:
        for task in tasks_of(flow, None, guides):
            book.draw(task.picture, 450, 600)
            places = [book.place_of(order) for order in range(len(task.picture.elements))]
            assert max(place.bottom for place in places) <= 600, (flow.id, task.step_id)
            framed = book.window.property("framed")  # a finger on the phone, wherever, is answered
            assert framed.top() >= 0 and framed.bottom() <= 600, (flow.id, task.step_id)
            if task.picture.scene == "home-screen":
                broad = [one for one in book.labels() if one.property("contentWidth") > one.width() + 1]
                assert not [one.property("text") for one in broad], (flow.id, task.step_id)
    book.window.setProperty("practised", False)


@pytest.mark.parametrize("theme", THEMES)
def test_a_new_theme_repaints_ring_and_screen_at_once(book: Sketchbook, theme: ThemeName) -> None:
    book.wear("light")
    book.draw(login(), 600, 600)
    book.wear(theme)
    image, ring, colours = book.window.grabWindow(), book.ring(), colours_for(theme)
    assert ring is not None
    middle = round(ring.y + ring.height / 2)
    side = {image.pixelColor(round(ring.x) + at, middle).name() for at in range(8)}
    assert {QColor(one).name() for one in (colours.marker, colours.marker_edge)} <= side
    assert QColor(colours.card).name() in Screen(book.window).colours_in(Rect(200, 60, 200, 480), image)
    book.wear("light")


def test_the_tree_holds_one_graphic_with_its_sentence_and_nothing_inside(book: Sketchbook) -> None:
    book.draw(login(), 600, 600)
    said = "Hình vẽ màn hình điện thoại: bác chạm vào nút “Đăng nhập”, ở dưới các ô."
    interface = QAccessible.queryAccessibleInterface(Screen(book.window).find(said))
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.childCount() == 0


def test_another_language_changes_the_sentence_and_keeps_the_labels(book: Sketchbook) -> None:
    book.draw(derive_phone(login(), "en"), 600, 600)
    assert Screen(book.window).shows(
        "Drawing of a phone screen: touch the button “Đăng nhập”, below the boxes."
    )
    assert {"VNeID", "Đăng nhập"} <= {label.property("text") for label in book.labels()}


def test_a_picture_of_ours_stands_alone_and_a_phone_comes_back_after_it(book: Sketchbook) -> None:
    book.draw(PhoneProps(drawing="steps/done-paper", description="Hình mấy tờ giấy."), 600, 600)
    assert book.labels() == []
    assert book.ring() is None
    assert Screen(book.window).shows("Hình mấy tờ giấy.")
    book.draw(login(), 600, 600)
    assert book.ring() is not None
