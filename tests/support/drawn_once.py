"""The same picture in the same size and colours, drawn once in a process, however many windows show it.

A kiosk opens one window and keeps what it drew; the tests open thousands: drawing took a third of their time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtGui import QImage

from ui.window.images.svg_images import DrawnImages, rendered

BLANK = QImage.Format.Format_ARGB32_Premultiplied
MOST_BYTES = 512 * 1024 * 1024
"""One screen of each kind draws 180 MB in a theme and a size: with less, each would push out the next."""
_SIZE = re.compile(r'^<svg [^>]*width="(\d+)" height="(\d+)"')
USERS = ("ui.window.images.drawings", "ui.window.images.icons", "ui.window.glyphs")


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


@contextmanager
def pictures_left_blank() -> Iterator[None]:
    """Each as large as it is, with nothing drawn: for who measures where things stand, and sees no pixel."""
    with patch("ui.window.images.drawings.rendered", _blank):
        yield


def _blank(svg: str, pixels: int) -> QImage:
    size = _SIZE.match(svg)
    assert size, svg[:120]
    image = QImage(max(1, round(pixels * int(size[1]) / int(size[2]))), pixels, BLANK)
    image.fill(0)
    return image
