"""A picture of every kind, pixel for pixel as we looked at it and liked it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from support.golden import assert_golden, differing_pixels
from support.sketchbook import Sketchbook

from accessibility.preferences import ThemeName
from flows.guide.steps import Element, Picture


def element(role: str, label: str | None = None, highlight: bool = False) -> Element:
    return Element(role, label, highlight, label is not None)  # type: ignore[arg-type]


HOME = Picture(
    "android",
    "home-screen",
    None,
    (element("icon"), element("icon"), element("icon", "CH Play", True), element("icon")),
)
STORE = Picture(
    "iphone",
    "store-page",
    None,
    (
        element("icon"),
        element("text", "VNeID"),
        element("text"),
        element("button", "Nhận", True),
        element("photo"),
    ),
)
LOGIN = Picture(
    "any-phone",
    "app-login",
    None,
    (element("text", "VNeID"), element("field", None, True), element("field"), element("button")),
)
TABS = Picture(
    "any-phone",
    "app-home",
    "VNeID",
    (element("item"), element("item"), element("tab"), element("tab", "Ví giấy tờ", True), element("tab")),
)
WEB = Picture(
    "web",
    "list",
    "Cổng Dịch vụ công Quốc gia",
    (
        element("text", "dichvucong.gov.vn"),
        element("item", "Dịch vụ công của tôi", True),
        element("item", "Thông tin cá nhân"),
    ),
)
COUNTER = Picture(
    "none",
    "counter",
    None,
    (element("text", "Công an phường"), element("item", "Thẻ căn cước", True), element("photo")),
)
CALL = Picture(
    "any-phone",
    "call",
    None,
    (element("text"), element("digits", "1900 0368", True), element("button")),
)
HANG_UP = Picture(
    "any-phone",
    "call",
    None,
    (element("digits"), element("text"), element("hang-up", None, True)),
)
CLOSE = Picture(
    "web",
    "form",
    None,
    (element("close", None, True), element("text"), element("field"), element("button")),
)
SEEN: dict[str, tuple[Picture, ThemeName, int, int]] = {
    "home": (HOME, "light", 600, 600),
    "store": (STORE, "light", 600, 600),
    "login": (LOGIN, "dark", 600, 600),
    "tabs": (TABS, "light", 600, 600),
    "web": (WEB, "light", 600, 600),
    "counter": (COUNTER, "light", 600, 600),
    "call": (CALL, "high-dark", 600, 600),
    "hang-up": (HANG_UP, "light", 600, 600),
    "hang-up-high-dark": (HANG_UP, "high-dark", 600, 600),
    "close": (CLOSE, "light", 600, 600),
    "cropped": (LOGIN, "light", 900, 360),
}


@pytest.fixture(scope="module")
def book(drawing: QGuiApplication) -> Iterator[Sketchbook]:
    book = Sketchbook()
    yield book
    book.close()


@pytest.mark.parametrize("name", SEEN)
def test_the_picture_looks_as_it_did(name: str, book: Sketchbook, tmp_path: Path) -> None:
    picture, theme, width, height = SEEN[name]
    book.wear(theme)
    assert_golden(f"phone-{name}", book.draw(picture, width, height), tmp_path)


def test_one_letter_more_is_noticed(book: Sketchbook) -> None:
    book.wear("light")
    kept = book.draw(CALL, 600, 600)
    other = Picture("any-phone", "call", None, (element("text"), element("digits", "1900 0369", True)))
    assert differing_pixels(kept, book.draw(other, 600, 600)) > 0
