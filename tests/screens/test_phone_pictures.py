"""Every picture of every shipped guide, in the boxes the screens give it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from support.picture_checks import wrong_with
from support.sketchbook import Sketchbook, shipped_pictures, shown_text

from flows.steps import Picture

LOW, NARROW = (900, 350), (560, 400)
ROOMIER = [pytest.param(*box, marks=pytest.mark.full) for box in ((900, 700), (600, 600), (1000, 900))]
BOXES = [LOW, NARROW, *ROOMIER]


@pytest.fixture(scope="module")
def book(drawing: QGuiApplication) -> Iterator[Sketchbook]:
    book = Sketchbook()
    yield book
    book.close()


@pytest.mark.parametrize(("width", "height"), BOXES)
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


def test_a_tall_box_shows_the_other_labels_too(book: Sketchbook) -> None:
    """Where a long label pushes the last button off the foot of the phone, the phone is cropped there."""
    missing = []
    for picture in shipped_pictures():
        book.draw(picture, 1000, 900)
        labels = {element.label for element in picture.elements if element.label}
        if not labels <= {shown_text(one) for one in book.labels()}:
            missing.append(picture)
    assert len(missing) <= len(shipped_pictures()) // 50, missing
