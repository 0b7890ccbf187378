"""The end of a guide shows its sentence, where it leads, and the question with its faces on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import pytest
from PySide6.QtQuick import QQuickItem
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.measure import measure
from support.stage import PANELS, residents_guides
from support.stage import Stage as Kiosk
from support.window import Screen, scene_rect

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import End, HandOver
from ui.screens.guide_end import EndProps
from ui.visit.stages import Stepping
from ui.window.input.drawn_class import class_name

pytestmark = pytest.mark.usefixtures("blank_pictures")

FLOWS = residents_guides().flows
FULLEST = (
    ("lua-dao-da-mac", "xong"),  # asks for no face
    ("tro-cap-xa-hoi", "khoan-khac"),  # private, which stands in a row of its own
    ("chan-cuoc-goi-rac", "xong"),  # has a safety line
    ("vneid-xuat-trinh", "xong"),
    ("huu-tri-xa-hoi", "chua-du-tuoi"),  # a person takes over: private, leads to two guides
    ("vneid-kich-hoat", "hoi-cong-an"),  # a person takes over: four lines, with a number to call
    ("dat-lich-kham", "goi-115"),  # an emergency: no faces
)
TILE_MM = {"portrait": 32, "landscape": 32, "laptop": 16}
"""As high as the picture of an answer on that panel at least."""


def low_pictures(kiosk: Kiosk, panel: str) -> list[str]:
    """Of the guides and steps it leads to: pictures that are too small."""
    tiles = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "OnwardTiles"]
    plates = [item for tile in tiles for item in descendants(tile) if class_name(item) == "AnswerPicture"]
    assert len(plates) >= len(kiosk.conductor.page.onward)  # type: ignore[attr-defined]
    least = TILE_MM[panel] * PANELS[panel].px_per_mm
    shown = (item for item in plates if item.isVisible())
    return [f"{item.height()} px" for item in shown if item.height() < least - 1]


def descendants(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        yield child
        yield from descendants(child)


def check(panel: str, ends: Iterable[tuple[str, str]], sizes: Iterable[int]) -> None:
    found = []
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        shown = sorted({min(size, largest) for size in sizes})
        for (guide, step), language, size in product(ends, LANGUAGES, shown):
            stage = Stepping(guide, walks_to_every_step(guide)[step])
            pages = list(looks(kiosk, stage, Preferences(language=language, text_size=size)))
            told_of = [told(one) for look in pages for one in look.findings(PANELS[panel].px_per_mm)]
            found += [(guide, step, language, size, one) for one in told_of]
            found += [(guide, step, language, size, one) for one in low_pictures(kiosk, panel)]
            page, names = kiosk.conductor.page, {one.name for one in Screen(kiosk.kiosk.window).controls()}
            assert isinstance(page, EndProps) and {face.name for face in page.faces} <= names
            if len(pages) != 1:
                found.append((guide, step, language, size, f"{len(pages)} pages"))
    assert found == []


@pytest.mark.parametrize("panel", PANELS)
def test_the_fullest_ends_stand_on_one_page_in_the_smallest_and_largest_letters(
    drawing: object, panel: str
) -> None:
    check(panel, FULLEST, (1, 5))


@pytest.mark.parametrize("panel", ["landscape", "laptop"])
def test_the_tick_of_the_face_that_was_touched_lies_on_no_word(drawing: object, panel: str) -> None:
    found = []
    with kiosk_on(panel) as kiosk:
        end = Stepping("khan-cap", walks_to_every_step("khan-cap")["xong"])
        for size, language, face in product((1, 5), LANGUAGES, ("good", "fair", "poor")):
            size = min(size, largest_text_size(kiosk.panel))
            kiosk.conductor.show(visit_at(end, Preferences(language=language, text_size=size)))
            kiosk.walk_to(f"face.{face}")
            measure(kiosk.kiosk.window)
            screen = Screen(kiosk.kiosk.window)
            faces = [one for one in screen.items() if class_name(one) == "FaceButton"]
            ticks = [one for item in faces for one in screen.items(item) if class_name(one) == "Icon"]
            (tick,) = (scene_rect(one) for one in ticks)
            words = (text.inked.shared(tick) for text in screen.texts() if text.control is not None)
            found += [(size, language, face) for one in words if one is not None]
    assert found == []


@pytest.mark.full
@pytest.mark.parametrize("panel", PANELS)
def test_every_end_stands_on_one_page_in_every_size(drawing: object, panel: str) -> None:
    ends = [
        (flow.id, step.id)
        for flow in FLOWS.values()
        for step in flow.steps.values()
        if isinstance(step, End | HandOver)
    ]
    check(panel, ends, TEXT_SIZES)
