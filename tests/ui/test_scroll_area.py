"""A body taller than its room is turned page by page, and no page cuts a line or a control."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support.audit import audit
from support.gallery import LOW, PORTRAIT, Gallery, open_gallery
from support.window import Screen, scene_rect

from accessibility.preferences import TEXT_SIZES
from accessibility.sizes import Panel

BODY = """
property int pressed: 0
property bool filled: true
property string page: "one"
ScrollArea {{
    objectName: "area"
    x: 40; y: 40; width: {width}; height: {height}; upLabel: "Lên trên"; downLabel: "Xem tiếp"
    page: Window.window.page
    Column {{
        width: parent.width; spacing: Theme.gapPx
        Heading {{ width: parent.width; text: "Bác cần chuẩn bị những gì?" }}
        Prose {{
            width: parent.width
            text: "Bác mang theo thẻ căn cước, điện thoại có sim chính chủ, và sổ hộ khẩu cũ nếu còn giữ. "
                + "Không cần bản sao có công chứng. Bác không phải trả tiền cho bất kỳ ai."
        }}
        Card {{
            width: parent.width
            Column {{
                width: parent.width
                Prose {{ width: parent.width; text: "Bác đừng đọc mã OTP cho người lạ, kể cả công an." }}
                Prose {{ width: parent.width; text: "Nếu có người gọi điện đòi cài ứng dụng, bác tắt máy." }}
            }}
        }}
        Repeater {{
            model: Window.window.filled ? 7 : 1
            ChoiceButton {{
                required property int index
                width: parent.width; label: "Cách làm thứ " + (index + 1)
                onActivated: Window.window.pressed = index + 1
            }}
        }}
    }}
}}
"""


def opened(panel: Panel) -> tuple[Gallery, Screen]:
    height = panel.height_px - 620 if panel is PORTRAIT else panel.height_px - 130
    gallery = open_gallery(BODY.format(width=round(panel.width_px * 0.62), height=height), panel)
    return gallery, Screen(gallery.window)


@pytest.fixture(params=[PORTRAIT, LOW], ids=["portrait", "low"])
def area(drawing: object, request: pytest.FixtureRequest) -> Iterator[tuple[Gallery, Screen, Panel]]:
    gallery, screen = opened(request.param)
    yield gallery, screen, request.param
    gallery.close()


def test_no_page_cuts_anything_and_together_they_show_everything(
    area: tuple[Gallery, Screen, Panel],
) -> None:
    gallery, screen, panel = area
    for size in TEXT_SIZES:
        gallery.wear(panel, size, "light")
        screen.lay_out()
        while screen.shows("Lên trên"):
            screen.tap("Lên trên")
        seen: set[str] = set()
        for _ in range(40):
            screen.lay_out()
            controls, texts = screen.controls(), screen.texts()
            found = audit(controls, texts, screen.rect, panel.px_per_mm)
            assert [finding for finding in found if finding.code != "short-lines"] == [], size
            seen |= {control.name for control in controls if control.visible == control.rect}
            if not screen.shows("Xem tiếp"):
                break
            screen.tap("Xem tiếp")
        assert {f"Cách làm thứ {number}" for number in range(1, 8)} <= seen, size


def test_one_frame_after_the_words_change_the_page_is_already_right(
    area: tuple[Gallery, Screen, Panel],
) -> None:
    gallery, screen, panel = area
    for size in (1, 3, 2, 1):
        gallery.wear(panel, size, "light")
        screen.lay_out()
        found = audit(screen.controls(), screen.texts(), screen.rect, panel.px_per_mm)
        assert [finding for finding in found if finding.code == "cut-by-page"] == []


def swipe(screen: Screen, spot: QPointF, by: int) -> None:
    screen.press(spot)
    for step in range(1, 11):
        screen.move(spot + QPointF(0, by * step / 10))
    screen.lift(spot + QPointF(0, by))


def test_a_swipe_turns_the_page_and_presses_nothing(area: tuple[Gallery, Screen, Panel]) -> None:
    gallery, screen, _ = area
    screen.lay_out()
    swipe(screen, QPointF(300, 400), -300)
    assert screen.shows("Lên trên")
    shown = next(
        control for control in screen.controls() if control.viewport and control.visible == control.rect
    )
    swipe(screen, screen.middle(screen.find(shown.name)), 300)  # begins on a control
    assert not screen.shows("Lên trên")
    assert gallery.window.property("pressed") == 0


def test_another_page_starts_at_its_top(area: tuple[Gallery, Screen, Panel]) -> None:
    gallery, screen, _ = area
    screen.lay_out()
    screen.tap("Xem tiếp")
    assert scene_rect(screen.find("Bác cần chuẩn bị những gì?")).y < 0
    gallery.window.setProperty("page", "two")
    assert scene_rect(screen.find("Bác cần chuẩn bị những gì?")).y == 40


def test_when_the_body_shrinks_to_fit_the_page_buttons_go(area: tuple[Gallery, Screen, Panel]) -> None:
    gallery, screen, panel = area
    screen.lay_out()
    assert screen.shows("Xem tiếp")
    if panel is PORTRAIT:
        gallery.window.setProperty("filled", False)
        screen.lay_out()
        assert not screen.shows("Xem tiếp")
        assert scene_rect(screen.find("Bác cần chuẩn bị những gì?")).y == 40


LONG = """
ScrollArea {{
    objectName: "area"
    x: 40; y: 40; width: {width}; height: {height}; upLabel: "Lên trên"; downLabel: "Xem tiếp"
    Column {{
        width: parent.width
        Prose {{
            objectName: "long"
            width: parent.width
            activeFocusOnTab: true
            text: "Bác mang theo thẻ căn cước, điện thoại có sim chính chủ, và sổ hộ khẩu cũ. ".repeat(14)
        }}
        Prose {{ objectName: "last"; width: parent.width; text: "Hết."; activeFocusOnTab: true }}
    }}
}}
"""


def test_a_finger_on_the_rest_of_a_long_text_leaves_its_page_shown(drawing: object) -> None:
    gallery = open_gallery(LONG.format(width=900, height=900), PORTRAIT)
    screen = Screen(gallery.window)
    screen.lay_out()
    long, last = gallery.window.findChild(QQuickItem, "long"), gallery.window.findChild(QQuickItem, "last")
    assert long is not None and last is not None
    screen.tap("Xem tiếp")
    long.forceActiveFocus()
    screen.lay_out()
    assert screen.shows("Lên trên")
    screen.tap("Lên trên")
    last.forceActiveFocus()
    screen.lay_out()
    assert 0 < scene_rect(last).y < 900
    gallery.close()
