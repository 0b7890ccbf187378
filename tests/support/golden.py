"""Golden pictures: the software renderer with the shipped font draws the same pixels on every machine.

To accept what is drawn now, run the tests once with the environment variable KIOSK_GOLDEN=accept, look
at the pictures, and commit them.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QImage

FOLDER = Path(__file__).parent.parent / "screens" / "golden"


def assert_golden(name: str, seen: QImage, scratch: Path) -> None:
    """*seen* is, pixel for pixel, ``golden/<name>.png``; otherwise it is left in *scratch* to look at."""
    file = FOLDER / f"{name}.png"
    if os.environ.get("KIOSK_GOLDEN") == "accept":
        FOLDER.mkdir(exist_ok=True)
        assert seen.save(str(file))
        return
    kept = QImage(str(file))
    assert not kept.isNull(), f"there is no {file.name} yet: see support/golden.py"
    if different := differing_pixels(kept, seen):
        left = scratch / f"{name}.png"
        seen.save(str(left))
        raise AssertionError(f"{different} pixels of {file.name} differ; what was drawn is {left}")


def differing_pixels(one: QImage, other: QImage) -> int:
    """How many pixels differ; all of them when the sizes do."""
    if one.size() != other.size():
        return max(one.width() * one.height(), other.width() * other.height())
    plain = QImage.Format.Format_RGB32
    left, right = one.convertToFormat(plain), other.convertToFormat(plain)
    if bytes(left.constBits()) == bytes(right.constBits()):
        return 0
    return sum(
        left.pixel(x, y) != right.pixel(x, y) for x in range(left.width()) for y in range(left.height())
    )
