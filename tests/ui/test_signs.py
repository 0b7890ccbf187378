"""Each drawn application has a sign of its own, and each emergency number shows whom it calls."""

from __future__ import annotations

import pytest
from support.stage import SIGN, residents_guides

from flows.guide.steps import Element, Picture
from ui.screens.aside import derive_hotline
from ui.screens.picture.arrange import arrange
from ui.screens.picture.props import DrawnElement
from ui.screens.picture.signs import sign_of, sign_of_number
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Hotline
from ui.visit.visit import Visit
from ui.window.images.drawings import drawing_names
from ui.words import UiWords

PICTURES = [
    (f"{flow.id}/{step.id}", step.picture)
    for flow in residents_guides().flows.values()
    for step in flow.steps.values()
    if step.picture is not None
]


def drawn(shape: str) -> list[tuple[str, DrawnElement]]:
    return [
        (step, element)
        for step, picture in PICTURES
        for element in arrange(picture).elements
        if element.shape == shape
    ]


def test_every_named_application_in_every_guide_has_a_sign_that_ships() -> None:
    named = [(step, one) for shape in ("app", "result") for step, one in drawn(shape) if one.label]
    assert len(named) > 25
    assert [(step, one.label) for step, one in named if not one.sign] == []
    assert {one.sign.removeprefix("signs/") for _, one in named} <= set(drawing_names("signs"))


def test_no_two_applications_share_a_sign() -> None:
    signs: dict[str, str] = {}
    for _, one in (*drawn("app"), *drawn("result")):
        if one.label:
            assert signs.setdefault(one.sign, one.label) == one.label
    assert len(signs) >= 7


def test_what_has_no_name_has_no_sign() -> None:
    """Two applications without a name would be taken for one and the same; a kind may be shown."""
    assert {one.sign for _, one in drawn("app") if not one.label} <= {
        "", "signs/bank", "signs/camera", "signs/messages",
    }  # fmt: skip
    assert sign_of("Ví của tôi") == sign_of("") == ""


def test_a_page_of_the_store_bears_the_sign_of_the_application_it_offers() -> None:
    page = Picture("android", "store-page", None, (
        Element("icon", None, False, False), Element("text", "iHanoi", False, True),
        Element("button", "Cài đặt", True, True),
    ))  # fmt: skip
    assert [one.sign for one in arrange(page).elements] == ["signs/ihanoi", "", ""]


@pytest.mark.parametrize(
    ("title", "sign"),
    [("Cổng Dịch vụ công Quốc gia", "signs/portal"), ("VNeID", "signs/vneid"), ("Đặt lịch", "")],
)
def test_a_screen_bears_the_sign_of_the_application_its_title_names(title: str, sign: str) -> None:
    assert arrange(Picture("any-phone", "app-home", title, ())).title_sign == sign


def test_police_fire_brigade_and_ambulance_are_three_pictures() -> None:
    pictures = [sign_of_number(number) for number in ("111", "112", "113", "114", "115")]
    assert len(set(pictures)) == 5
    assert {one.removeprefix("answers/") for one in pictures} <= set(drawing_names("answers"))
    assert sign_of_number("1900 0368") == ""


def test_wherever_an_emergency_number_is_drawn_its_picture_stands_beside_it() -> None:
    numbers = [one for _, one in drawn("number") if one.label in ("111", "112", "113", "114", "115")]
    assert len(numbers) >= 8
    assert {one.label for one in numbers if not one.sign} == set()


@pytest.mark.parametrize(("number", "drawing"), [("113", "answers/call-113"), ("19000368", "")])
def test_a_number_to_call_shows_whom_it_calls(number: str, drawing: str) -> None:
    around = Surroundings(UiWords(), Guides(residents_guides().flows), SIGN)
    assert derive_hotline(Visit(), Hotline(number), around).drawing == drawing
