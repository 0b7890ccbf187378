"""Our pictures of people and things in a theme's colours: ``image://drawn/<kind>/<name>/<theme>/<pixels>``.

Kinds are the folders of `resources/pictures`, and ``ward``: the folder where the ward has written what
its first screen offers. A name is a file there; the pixels are the height.
Each is drawn once for each size and theme. See docs/pictures.md.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import cast, get_args

from PySide6.QtGui import QImage

from accessibility.picture_colours import REPLACED
from accessibility.preferences import ThemeName
from resources import path
from ui.images.svg_images import NoSuchDrawing, SvgImages, rendered

WARD = "ward"
_CODE = re.compile(r'"(#[0-9A-F]{6})"')


class NoSuchPicture(NoSuchDrawing):
    """There is no picture of that kind and name, or no such theme."""


def drawing_names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in path("pictures", kind).glob("*.svg")))


def recoloured(svg: str, theme: ThemeName) -> str:
    """The same drawing with each of its colours replaced by the theme's."""
    table = REPLACED[theme]
    return _CODE.sub(lambda found: f'"{table.get(found[1], found[1])}"', svg)


def draw_drawing(kind: str, name: str, theme: str, pixels: int, *, own: Path | None = None) -> QImage:
    """The picture, *pixels* high and as wide as it is drawn. Raises `NoSuchPicture`.

    *own*: the ward's folder.
    """
    ours = path("pictures", kind, f"{name}.svg")
    file = ours if own is None or kind != WARD else own / f"{name}.svg"
    plain = kind.isalnum() and name.replace("-", "").isalnum()
    if not plain or theme not in get_args(ThemeName) or not file.is_file():
        raise NoSuchPicture(f"resources/pictures has no {kind}/{name}.svg, or there is no theme {theme}")
    return rendered(recoloured(file.read_text("utf-8"), cast(ThemeName, theme)), pixels)


class DrawingProvider(SvgImages):
    """Hands pictures to QML."""

    def __init__(self, own: Path | None = None) -> None:
        super().__init__(2, partial(draw_drawing, own=own))
