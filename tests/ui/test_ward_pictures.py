"""The ward's own pictures stand in the place of ours; a photograph of the real screen over the drawn one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from support.guides import STRUCTURE, small_pack
from support.sketchbook import Sketchbook
from support.stage import SIGN, residents_guides

from flows.guide.steps import Practise
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.screens.surrounding_parts import Guides, Setup
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Explained, Home, Stepping
from ui.visit.visit import Visit
from ui.window.images.drawings import NoSuchPicture, draw_drawing
from ui.window.images.wards_own import WardsOwn
from ui.words import UiWords

GUIDE, STEP = "vneid-xuat-trinh", "mo-vneid"
BLUE = 0xFF3366CC


@pytest.fixture
def own(tmp_path: Path) -> WardsOwn:
    image = QImage(300, 600, QImage.Format.Format_RGB32)
    image.fill(BLUE)
    files: Mapping[str, Path] = {
        "photos/vneid": tmp_path / "vneid.png",
        "signs/vneid": tmp_path / "vneid.png",
    }
    assert image.save(str(tmp_path / "vneid.png"))
    return WardsOwn(files=files)


def test_a_photograph_is_drawn_in_its_own_colours_in_every_theme(drawing: object, own: WardsOwn) -> None:
    for theme in ("light", "yellow-black"):
        drawn = draw_drawing("photos", "vneid", theme, 100, own=own)
        assert (drawn.width(), drawn.height(), drawn.pixel(20, 50)) == (50, 100, BLUE)


def test_a_picture_of_the_ward_stands_in_the_place_of_ours(drawing: object, own: WardsOwn) -> None:
    assert draw_drawing("signs", "vneid", "light", 100, own=own).pixel(20, 50) == BLUE
    assert draw_drawing("signs", "vssid", "light", 100, own=own) == draw_drawing(
        "signs", "vssid", "light", 100
    )


def test_of_a_file_that_went_or_broke_ours_is_drawn(drawing: object, own: WardsOwn) -> None:
    own.files["signs/vneid"].write_bytes(b"broken")
    ours = draw_drawing("signs", "vneid", "light", 100)
    assert draw_drawing("signs", "vneid", "light", 100, own=own) == ours
    own.files["signs/vneid"].unlink()
    assert draw_drawing("signs", "vneid", "light", 100, own=own) == ours
    with pytest.raises(NoSuchPicture):
        draw_drawing("photos", "vneid", "light", 100, own=own)


def shown(photos: frozenset[str], *, practise: bool = False, explained: Explained = "no") -> StepProps:
    flow = residents_guides().flows[GUIDE]
    step, walk = next((step, walk) for step, walk in walks_to_every_step(flow) if step.id == STEP)
    named = replace(step, photo="vneid")
    if practise:
        named = Practise(id=step.id, say=step.say, picture=step.picture, edges=step.edges, photo="vneid")
    flow = replace(flow, steps={**flow.steps, STEP: named})
    around = Surroundings(UiWords(), Guides({GUIDE: flow}), SIGN, setup=Setup(photos=photos))
    page = derive(Visit((Home(), Stepping(GUIDE, walk, explained))), around)
    assert isinstance(page, StepProps)
    return page


def test_a_step_shows_its_photograph_where_the_ward_has_laid_it_beside() -> None:
    with_photo, without = shown(frozenset({"vneid"})).picture, shown(frozenset()).picture
    assert with_photo.photo == "photos/vneid" and without.photo == ""
    assert replace(with_photo, photo="") == without and without.scene is not None


def test_the_photograph_is_seen_in_the_place_of_the_drawn_screen(drawing: object, own: WardsOwn) -> None:
    book = Sketchbook(own)
    try:
        seen = book.draw(shown(frozenset({"vneid"})).picture, 600, 600)
        assert seen.pixel(300, 300) == BLUE and book.ring() is None
        book.draw(shown(frozenset()).picture, 600, 600)
        assert book.ring() is not None and not book.warnings
    finally:
        book.close()


def test_closer_and_where_one_practises_the_drawn_screen_stays() -> None:
    photos = frozenset({"vneid"})
    assert shown(photos, explained="picture").picture.photo == ""
    assert shown(photos, practise=True).picture.photo == ""


def test_a_pack_names_a_photograph(tmp_path: Path) -> None:
    line = 'picture.device = "any-phone"'
    flow = small_pack(tmp_path, flow=STRUCTURE.replace(line, f'photo = "mo-may"\n{line}')).flow
    assert flow is not None and flow.steps["mo-may"].photo == "mo-may"


@pytest.mark.parametrize("name", ["../x", "Ảnh", "a.png", "a b"])
def test_a_name_that_could_be_no_photograph_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    line = 'picture.device = "any-phone"'
    pack = small_pack(tmp_path, flow=STRUCTURE.replace(line, f'photo = "{name}"\n{line}'))
    (problem,) = pack.problems()
    assert (pack.flow, problem.code) == (None, "photo-name-wrong")
    assert problem.line == STRUCTURE[: STRUCTURE.index(line)].count("\n") + 1 and problem.mend_vi
