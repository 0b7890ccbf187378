"""What is on the glass, roughly: the kiosk's paper, or letters on a dark console."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage

DARK = 30
LIGHT = 150


def is_bright(file: Path) -> bool:
    """Hardly any of it is black, and something stands on it: the invitation, or the page of what to do."""
    levels = _levels(file)
    return sum(level < DARK for level in levels) / len(levels) < 0.3 and len(set(levels)) > 8


def is_paper(file: Path) -> bool:
    """Most of it is light, as every screen is but the invitation."""
    levels = _levels(file)
    return sum(level > LIGHT for level in levels) / len(levels) > 0.5


def is_another(one: Path, other: Path) -> bool:
    """Whether a fifth of it is: more than a clock, less than a screen."""
    return difference(one, other) > 0.2


def difference(one: Path, other: Path) -> float:
    """How much of the glass is another, 0 … 1. Both are pictures of the same size."""
    pairs = list(zip(_levels(one), _levels(other), strict=True))
    return sum(abs(before - after) > DARK for before, after in pairs) / len(pairs)


def is_dark_text(file: Path) -> bool:
    """A dark ground with some light on it: a console that has something to say."""
    levels = _levels(file)
    light = sum(level > 60 for level in levels) / len(levels)
    return 0.0005 < light < 0.3


def _levels(file: Path) -> list[int]:
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_Grayscale8)
    step = max(1, image.width() // 270)
    return [
        image.pixelColor(x, y).value()
        for y in range(0, image.height(), step)
        for x in range(0, image.width(), step)
    ]
