"""Our icons: all drawable, in one colour, and never a hole where a picture should be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from resources import path
from ui.window.images.icons import IconProvider, NoSuchIcon, draw_icon, icon_names


def inked(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_everything_a_guide_needs_has_an_icon() -> None:
    wanted = """back next up down hear-again not-understood call-person check cross close home search leave
        shield-check document city police heart phone call warning clock papers sim wifi nfc camera qr
        face-good face-fair face-poor touch text-size contrast language voice-on voice-off wait
        lock key message money link id-card bank email printer counter star next-person person"""
    assert set(wanted.split()) <= set(icon_names())


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_is_drawn_in_the_colour_asked_for_and_no_other(drawing: object, name: str) -> None:
    assert inked(draw_icon(name, "9b1c1c", 96)) == {"#9b1c1c"}


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_keeps_inside_its_square(drawing: object, name: str) -> None:
    image = draw_icon(name, "000000", 96)
    edge = [(x, y) for x in range(96) for y in (0, 95)] + [(x, y) for y in range(96) for x in (0, 95)]
    assert not [spot for spot in edge if image.pixelColor(*spot).alpha() > 128]


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_file_says_its_colour_only_as_the_current_one(name: str) -> None:
    drawing = path("icons", f"{name}.svg").read_text("utf-8")
    assert "#" not in drawing
    assert 'viewBox="0 0 24 24"' in drawing


@pytest.mark.parametrize("name", ["no-such", "../fonts/NotoSans-Regular", ""])
def test_an_icon_we_do_not_ship_is_refused(drawing: object, name: str) -> None:
    with pytest.raises(NoSuchIcon):
        draw_icon(name, "000000", 24)


@pytest.mark.parametrize("address", ["no-such/000000/24", "back/000000", "back/000000/much"])
def test_a_wrong_address_gives_no_picture(drawing: object, address: str) -> None:
    assert IconProvider().requestImage(address, QSize(), QSize()).isNull()
