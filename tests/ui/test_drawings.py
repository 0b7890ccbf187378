"""Our pictures of people and things: drawable, in the colours of the table alone, seen in every theme."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from accessibility.colours import colours_for, contrast, theme_of
from accessibility.picture_colours import DRAWN, REPLACED
from accessibility.preferences import ThemeName
from flows.checking.answer_pictures import wrong_with
from resources import path
from ui.window.images.drawings import DrawingProvider, NoSuchPicture, draw_drawing, drawing_names, recoloured

ROOT = Path(__file__).parents[2]
KINDS = ("answers", "guides", "signs", "scenes", "steps")
FILES = [(kind, name) for kind in KINDS for name in drawing_names(kind)]
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
LEAST = {"high-light": 20.0, "high-dark": 20.0}
BEYOND_QT = ("<text", "<image", "<filter", "<mask", "<clipPath", "<style", "Gradient", "href", "<script")


@pytest.fixture(scope="module")
def sketched() -> dict[str, str]:
    """Every picture as the script draws it today."""
    script = runpy.run_path(str(ROOT / "script" / "draw-pictures"), run_name="draw_pictures")
    drawings: Callable[[], dict[str, str]] = script["drawings"]
    return drawings()


def test_the_files_are_what_the_sketches_draw(sketched: dict[str, str]) -> None:
    shipped = {
        f"{kind}/{name}": path("pictures", kind, f"{name}.svg").read_text("utf-8") for kind, name in FILES
    }
    assert shipped.keys() == sketched.keys()
    assert [name for name in shipped if shipped[name] != sketched[name]] == []


def test_every_file_is_a_plain_drawing_in_the_colours_of_the_table() -> None:
    for kind, name in FILES:
        file = path("pictures", kind, f"{name}.svg")
        text = file.read_text("utf-8")
        assert wrong_with(file) == "", file
        assert not [one for one in BEYOND_QT if one in text], file
        assert set(re.findall(r"#[0-9A-Fa-f]{3,8}", text)) <= set(DRAWN.values()), file


def outlines(theme: ThemeName) -> str:
    """Their colour: they alone must show what is drawn."""
    return REPLACED[theme].get(DRAWN["ink"], DRAWN["ink"])


def inked(image: QImage, colour: str) -> int:
    wanted = int(colour[1:], 16) | 0xFF000000
    spots = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(image.pixel(*spot) == wanted for spot in spots)


@pytest.mark.parametrize("at", range(len(THEMES)))
def test_every_picture_is_drawn_by_qt_with_the_outlines_of_its_theme(drawing: object, at: int) -> None:
    """Each in one of them, in turn: the outlines are of the theme, not of the picture."""
    theme = THEMES[at]
    for kind, name in FILES[at :: len(THEMES)]:
        if name in ("place-street", "lotus"):  # a pale ground behind people: it has no outlines, or few
            continue
        image = draw_drawing(kind, name, theme, 128)
        assert image.height() == 128 and inked(image, outlines(theme)) > 40, (kind, name)


@pytest.mark.parametrize("theme", THEMES)
def test_outlines_stand_out_from_every_ground_they_are_drawn_on(theme: ThemeName) -> None:
    colours = colours_for(theme)
    least = LEAST.get(theme, 7.0)
    for ground in (colours.picture, colours.card, colours.paper):
        assert contrast(outlines(theme), ground) >= least, ground


@pytest.mark.parametrize("theme", THEMES)
def test_marks_on_badges_are_seen_in_every_theme(theme: ThemeName) -> None:
    """Yes and no are told by a tick and a cross, so these must be seen on their discs."""
    now = REPLACED[theme]
    for mark, disc in (("eye", "moss"), ("white", "red")):
        there = [now.get(DRAWN[one], DRAWN[one]) for one in (mark, disc)]
        assert contrast(*there) >= 4.5, (mark, disc)


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "light"])
def test_every_colour_has_its_own_in_every_theme(theme: ThemeName) -> None:
    assert {role for role, code in DRAWN.items() if code not in REPLACED[theme]} == set()


def test_a_colour_that_becomes_another_of_the_table_is_not_replaced_twice() -> None:
    assert recoloured(f'"{DRAWN["ink"]}" "{DRAWN["white"]}"', "high-dark") == '"#FFFFFF" "#000000"'


@pytest.mark.parametrize("theme", THEMES)
def test_colours_lead_back_to_their_theme(theme: ThemeName) -> None:
    assert theme_of(colours_for(theme)) == theme


def test_a_scene_keeps_its_shape(drawing: object) -> None:
    image = draw_drawing("scenes", "scene-health", "light", 100)
    assert (image.width(), image.height()) == (140, 100)


@pytest.mark.parametrize(
    ("kind", "name", "theme"),
    [("answers", "no-such", "light"), ("answers", "../guides/khan-cap", "light"), ("..", "x", "light"),
     ("answers", "iphone", "sepia")],
)  # fmt: skip
def test_a_picture_or_a_theme_we_do_not_have_is_refused(
    drawing: object, kind: str, name: str, theme: str
) -> None:
    with pytest.raises(NoSuchPicture):
        draw_drawing(kind, name, theme, 24)


@pytest.mark.parametrize("address", ["answers/iphone/light", "answers/no-such/light/24", "answers/iphone/24"])
def test_a_wrong_address_gives_no_picture(drawing: object, address: str) -> None:
    assert DrawingProvider().requestImage(address, QSize(), QSize()).isNull()
