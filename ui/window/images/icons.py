"""Our icons in any theme's colour: ``image://icon/<name>/<rrggbb>/<pixels>``.

Names are the files of `resources/icons`.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from resources import path
from ui.window.images.svg_images import NoSuchDrawing, SvgImages, rendered


class NoSuchIcon(NoSuchDrawing):
    """There is no icon of that name."""


def icon_names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in path("icons").glob("*.svg")))


def draw_icon(name: str, colour: str, pixels: int) -> QImage:
    """The icon as a square image. `colour` is ``rrggbb`` or ``aarrggbb``. Raises `NoSuchIcon`."""
    file = path("icons", f"{name}.svg")
    if not name.replace("-", "").isalnum() or not file.is_file():
        raise NoSuchIcon(f"resources/icons has no {name}.svg")
    return rendered(file.read_text("utf-8").replace("currentColor", f"#{colour[-6:]}"), pixels)


class IconProvider(SvgImages):
    """Hands icons to QML."""

    def __init__(self) -> None:
        super().__init__(1, draw_icon)
