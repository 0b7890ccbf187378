"""Icons and pictures are drawn once, within a bounded memory."""

from __future__ import annotations

from PySide6.QtGui import QImage

from ui.window.images.svg_images import DrawnImages

SIDE = 16
BYTES = SIDE * SIDE * 4


class Pencil:
    def __init__(self) -> None:
        self.strokes = 0

    def __call__(self) -> QImage:
        self.strokes += 1
        image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(self.strokes)
        return image


def test_what_is_asked_for_again_is_not_drawn_again() -> None:
    drawn, pencil = DrawnImages(), Pencil()
    first = drawn.of("home", pencil)
    assert drawn.of("home", pencil) == first
    assert drawn.of("back", pencil) != first
    assert pencil.strokes == 2


def test_beyond_the_limit_what_was_not_asked_for_longest_is_forgotten() -> None:
    drawn, pencil = DrawnImages(limit_bytes=2 * BYTES), Pencil()
    for address in ("home", "back", "home", "next"):  # "back" has to go
        drawn.of(address, pencil)
    assert pencil.strokes == 3
    drawn.of("home", pencil)
    assert pencil.strokes == 3
    drawn.of("back", pencil)
    assert pencil.strokes == 4


def test_an_image_larger_than_the_limit_is_handed_out_and_not_kept() -> None:
    drawn, pencil = DrawnImages(limit_bytes=BYTES - 1), Pencil()
    assert drawn.of("home", pencil).width() == SIDE
    drawn.of("home", pencil)
    assert pencil.strokes == 2


def test_what_is_forgotten_is_drawn_anew_and_takes_no_room() -> None:
    drawn, pencil = DrawnImages(limit_bytes=2 * BYTES), Pencil()
    drawn.of("home", pencil)
    drawn.forget()
    for address in ("home", "back", "home"):  # both fit again
        drawn.of(address, pencil)
    assert pencil.strokes == 3
