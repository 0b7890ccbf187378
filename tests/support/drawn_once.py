"""The same picture in the same size and colours, drawn once in a process, however many windows show it.

A kiosk opens one window and keeps what it drew; the tests open thousands: drawing took a third of their time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtGui import QImage

from ui.images.drawn_images import DrawnImages
from ui.images.svg_images import rendered

MOST_BYTES = 128 * 1024 * 1024
USERS = ("ui.images.drawings", "ui.images.icons", "ui.picture.glyphs")


@contextmanager
def pictures_drawn_once() -> Iterator[None]:
    drawn = DrawnImages(MOST_BYTES)

    def drawn_before(svg: str, pixels: int) -> QImage:
        return drawn.of(f"{pixels} {svg}", lambda: rendered(svg, pixels))

    patches = [patch(f"{user}.rendered", drawn_before) for user in USERS]
    for one in patches:
        one.start()
    yield
    for one in patches:
        one.stop()
