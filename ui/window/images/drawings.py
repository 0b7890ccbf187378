"""Our pictures of people and things in a theme's colours: ``image://drawn/<kind>/<name>/<theme>/<pixels>``.

Kinds are the folders of `resources/pictures`, and of the ward's own: ``ward``, where it has written what its
first screen offers, and ``photos``. A name is a file there; the pixels are the height.
Each is drawn once for each size and theme. See docs/pictures.md.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from accessibility.picture_colours import REPLACED
from accessibility.preferences import ThemeName
from resources import path
from ui.window.images.svg_images import NoSuchDrawing, SvgImages, rendered
from ui.window.images.wards_own import WardsOwn

WARD = "ward"
_DRAWING = ".svg"
_CODE = re.compile(r'"(#[0-9A-F]{6})"')


class NoSuchPicture(NoSuchDrawing):
    """There is no picture of that kind and name, or no such theme."""


def drawing_names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in path("pictures", kind).glob("*.svg")))


def recoloured(svg: str, theme: ThemeName) -> str:
    """The same drawing with each of its colours replaced by the theme's."""
    table = REPLACED[theme]
    return _CODE.sub(lambda match: f'"{table.get(match[1], match[1])}"', svg)


def draw_drawing(kind: str, name: str, theme: str, pixels: int, *, own: WardsOwn | None = None) -> QImage:
    """The picture, *pixels* high and as wide as it is drawn. Raises `NoSuchPicture`.

    One of the ward's that went since it was checked is drawn as ours, where there is one.
    """
    own = own or WardsOwn()
    ours = path("pictures", kind, f"{name}{_DRAWING}")
    file = ours if own.needs is None or kind != WARD else own.needs / f"{name}{_DRAWING}"
    plain = kind.isalnum() and name.replace("-", "").isalnum()
    if not plain or theme not in get_args(ThemeName):
        raise NoSuchPicture(f"{kind}/{name} is no name of a picture, or there is no theme {theme}")
    for one in (own.files.get(f"{kind}/{name}"), file):
        drawn = None if one is None else _drawn(one, cast(ThemeName, theme), pixels)
        if drawn is not None:
            return drawn
    raise NoSuchPicture(f"there is no picture {kind}/{name}")


def _drawn(file: Path, theme: ThemeName, pixels: int) -> QImage | None:
    """None where the file is not there, or no picture. A photograph keeps its colours."""
    try:
        if file.suffix == _DRAWING:
            return rendered(recoloured(file.read_text("utf-8"), theme), pixels)
        image = QImage.fromData(file.read_bytes())
    except (OSError, UnicodeDecodeError):
        return None
    if image.isNull():
        return None
    return image.scaledToHeight(pixels, Qt.TransformationMode.SmoothTransformation)


class DrawingProvider(SvgImages):
    """Hands pictures to QML."""

    def __init__(self, own: WardsOwn | None = None) -> None:
        super().__init__(2, partial(draw_drawing, own=own))
