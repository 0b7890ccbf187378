"""Which element stands where, how it is drawn and from where the arrow comes."""

from __future__ import annotations

from typing import get_args

import pytest

from flows.guide.steps import Device, Element, ElementRole, Picture, Scene
from ui.screens.picture.arrange import arrange, breakable, frame_of, pointer_kind
from ui.screens.picture.derive import derive_phone
from ui.screens.picture.props import Area, Shape
from ui.screens.picture.shapes import area_of, shape_of
from ui.window.element_model import ElementModel
from ui.window.phone_view import PhoneView

ROLES: tuple[ElementRole, ...] = get_args(ElementRole)
SCENES: tuple[Scene, ...] = get_args(Scene)


def element(role: ElementRole, label: str | None = None, highlight: bool = False) -> Element:
    return Element(role, label, highlight, sourced=label is not None)


def picture(scene: Scene, *elements: Element, device: Device = "any-phone") -> Picture:
    return Picture(device, scene, None, elements)


@pytest.mark.parametrize("scene", SCENES)
def test_every_role_has_a_shape_and_an_area_in_every_scene(scene: Scene) -> None:
    for role in ROLES:
        for has_label in (True, False):
            assert area_of(scene, role, has_label) in get_args(Area)
            assert shape_of(scene, role, has_label) in get_args(Shape)


def test_every_element_is_drawn_once_and_keeps_its_index_and_words() -> None:
    given = picture("form", element("text"), element("field", "Họ tên", True), element("button", "Gửi"))
    drawn = arrange(given).elements
    assert [one.index for one in drawn] == [0, 1, 2]
    assert [one.label for one in drawn] == ["", "Họ tên", "Gửi"]
    assert [one.highlight for one in drawn] == [False, True, False]


def test_an_icon_in_the_middle_column_moves_to_the_edge_where_an_arrow_crosses_nobody() -> None:
    given = picture("home-screen", element("icon"), element("icon", "VNeID", True), element("icon"))
    props = arrange(given)
    row = props.in_area("grid")
    place = next(n for n, one in enumerate(row) if one.highlight)
    assert props.columns == 3
    assert place % 3 == 2
    assert props.pointer_side == "right"
    assert [one.index for one in row if one.shape != "blank"] == [0, 1, 2]


@pytest.mark.parametrize(
    ("place", "side"), [(0, "left"), (1, "above"), (2, "right")], ids=["first", "middle", "last"]
)
def test_the_arrow_to_a_tab_comes_from_its_free_side(place: int, side: str) -> None:
    tabs = [element("tab", highlight=n == place) for n in range(3)]
    assert arrange(picture("app-home", *tabs)).pointer_side == side


@pytest.mark.parametrize(("place", "side"), [(0, "left"), (1, "right"), (2, "left")])
def test_the_arrow_to_a_tile_comes_from_its_own_edge(place: int, side: str) -> None:
    tiles = [element("item", highlight=n == place) for n in range(4)]
    assert arrange(picture("app-home", *tiles)).pointer_side == side


def test_the_address_of_a_page_stands_in_the_address_bar_and_only_there() -> None:
    address = element("text", "dichvucong.gov.vn")
    on_the_web = arrange(picture("list", address, element("item", "Hồ sơ", True), device="web"))
    assert [one.label for one in on_the_web.in_area("address")] == ["dichvucong.gov.vn"]
    assert [one.label for one in on_the_web.in_area("body")] == ["Hồ sơ"]
    on_the_phone = arrange(picture("list", address, element("item", "Hồ sơ", True)))
    assert on_the_phone.in_area("address") == ()


def test_what_closes_a_page_stands_outside_the_page() -> None:
    close, send = element("close", highlight=True), element("button")
    on_the_web = arrange(picture("form", close, send, device="web"))
    assert [one.shape for one in on_the_web.in_area("corner")] == ["close"]
    assert [one.shape for one in on_the_web.in_area("body")] == ["button"]
    assert pointer_kind(picture("form", close, send, device="web")) == "hand"


def test_who_is_to_hang_up_sees_no_key_that_calls() -> None:
    view = PhoneView()
    view.show(derive_phone(picture("call", element("digits"), element("hang-up", highlight=True)), "vi"))
    assert view.inCall
    assert "nút đỏ để cúp máy" in view.property("description")
    view.show(derive_phone(picture("call", element("digits"), element("button", highlight=True)), "vi"))
    assert not view.inCall


def test_only_an_address_may_break_between_its_parts() -> None:
    assert breakable("dichvucong.gov.vn") == "dichvucong.\u200bgov.\u200bvn"
    assert breakable("Tổ 3. Phường Cửa Nam") == "Tổ 3. Phường Cửa Nam"
    assert breakable("cho người dưới 14 tuổi") == "cho người dưới 14\u00a0tuổi"


@pytest.mark.parametrize(
    ("device", "frame"),
    [
        ("android", "android"),
        ("iphone", "iphone"),
        ("any-phone", "phone"),
        ("web", "browser"),
        ("none", "board"),
    ],
)
def test_each_device_has_a_silhouette(device: Device, frame: str) -> None:
    assert frame_of(device) == frame


@pytest.mark.parametrize(
    ("scene", "role", "device", "kind"),
    [
        ("form", "button", "any-phone", "hand"),
        ("form", "field", "any-phone", "hand"),
        ("code-entry", "digits", "any-phone", "hand"),
        ("call", "digits", "any-phone", "handset"),
        ("paper", "field", "none", "pen"),
        ("message", "text", "any-phone", "eye"),
        ("counter", "item", "none", "eye"),
        ("list", "item", "any-phone", "hand"),
        ("counter", "photo", "none", "eye"),
    ],
)
def test_a_hand_says_touch_and_an_eye_says_look(
    scene: Scene, role: ElementRole, device: Device, kind: str
) -> None:
    assert pointer_kind(picture(scene, element(role, highlight=True), device=device)) == kind


def test_a_long_card_has_the_whole_desk_to_itself() -> None:
    def columns(*labels: str) -> int:
        return arrange(picture("counter", *(element("item", one) for one in labels), device="none")).columns

    assert columns("Thẻ BHYT", "SIM mới") == 2
    assert columns("Thẻ bảo hiểm y tế", "SIM mới") == 1


def labels_of(model: ElementModel) -> list[str]:
    roles = {bytes(name.data()): role for role, name in model.roleNames().items()}
    return [str(model.data(model.index(row), roles[b"label"])) for row in range(model.rowCount())]


def test_the_view_publishes_each_area_and_says_so_once() -> None:
    view, told = PhoneView(), list[str]()
    view.changed.connect(lambda: told.append(view.property("scene")))
    props = derive_phone(picture("app-home", element("item", "An sinh", True), element("tab", "Ví")), "vi")
    view.show(props)
    view.show(props)
    assert told == ["app-home"]
    assert labels_of(view.property("grid")) == ["An sinh"]
    assert labels_of(view.property("bottom")) == ["Ví"]
    assert view.drawn
    assert view.pointed
