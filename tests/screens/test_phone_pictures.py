"""Every picture of every shipped guide, in the boxes the screens give it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from support.picture_checks import wrong_with
from support.sketchbook import Sketchbook, closer_pictures, shipped_pictures, shown_text

from accessibility.geometry import Rect
from flows.guide.steps import Picture

PICTURE_SCENES = ("camera", "qr")
"""What is looked at there fills the picture already."""
LOW, NARROW = (900, 350), (560, 400)
BOXES = (LOW, NARROW, (900, 700), (600, 600), (1000, 900))


EVERY_THIRD = [3, pytest.param(1, marks=pytest.mark.full)]


def at_once(tight: tuple[int, int]) -> list[object]:
    """That box; the others in the full run."""
    return [pytest.param(*box, marks=() if box == tight else pytest.mark.full) for box in BOXES]


def area(ring: Rect) -> float:
    return ring.width * ring.height


@pytest.fixture(scope="module")
def book(drawing: QGuiApplication) -> Iterator[Sketchbook]:
    book = Sketchbook()
    yield book
    book.close()


@pytest.mark.parametrize(("width", "height"), at_once(LOW))
def test_every_picture_shows_whole_labels_and_one_clear_place_to_act(
    book: Sketchbook, width: int, height: int
) -> None:
    pictures = shipped_pictures()
    assert len(pictures) > 100
    wrong: dict[Picture, list[str]] = {}
    for picture in pictures:
        book.draw(picture, width, height)
        found = wrong_with(book, picture)
        if found:
            wrong[picture] = found
    assert not wrong, "\n".join(f"{picture}\n   {found}" for picture, found in list(wrong.items())[:10])
    assert not book.warnings


@pytest.mark.parametrize("each", EVERY_THIRD)
def test_a_tall_box_shows_the_other_labels_too(book: Sketchbook, each: int) -> None:
    """Where a long label pushes the last button off the foot of the phone, the phone is cropped there."""
    missing = []
    pictures = shipped_pictures()[::each]
    for picture in pictures:
        book.draw(picture, 1000, 900)
        labels = {element.label for element in picture.elements if element.label}
        if not labels <= {shown_text(one) for one in book.labels()}:
            missing.append(picture)
    assert len(missing) <= len(pictures) / 30, missing


@pytest.mark.parametrize("each", EVERY_THIRD)
@pytest.mark.parametrize(("width", "height"), at_once(NARROW))
def test_every_closer_picture_has_one_clear_place_to_act_and_is_larger(
    book: Sketchbook, width: int, height: int, each: int
) -> None:
    """It is asked for because the first was not clear."""
    wrong: dict[Picture, list[str]] = {}
    enlarged = 0
    pairs = closer_pictures()[::each]
    assert len(pairs) > 30
    for picture, closer in pairs:
        book.draw(picture, width, height)
        first = book.ring()
        book.draw(closer, width, height)
        found, ring = wrong_with(book, picture), book.ring()
        assert first is not None and ring is not None
        smaller = area(ring) < 0.98 * area(first) and ring.width < first.width
        if smaller and picture.scene not in PICTURE_SCENES:
            found.append(f"the place is smaller: {first}, then {ring}")
        enlarged += area(ring) > 1.2 * area(first)
        if found:
            wrong[picture] = found
    assert not wrong, "\n".join(f"{picture}\n   {found}" for picture, found in list(wrong.items())[:10])
    assert enlarged >= 0.7 * len(pairs), f"{enlarged} of {len(pairs)}"
    assert not book.warnings
