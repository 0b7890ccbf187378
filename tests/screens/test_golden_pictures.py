"""The main screens look, to the pixel, as when somebody last looked at them.

After a change that is meant: ``KIOSK_GOLDEN=accept .venv/bin/pytest tests/screens/test_golden_pictures.py``,
then look at what git shows as changed. A failure keeps the picture as drawn, and the difference in red, in
the folder it names.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from support.main_pictures import PICTURES, draw_elsewhere
from support.window import pixels

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    draw_elsewhere(folder)
    if os.environ.get("KIOSK_GOLDEN") == "accept":
        GOLDEN.mkdir(exist_ok=True)
        for picture in folder.glob("*.png"):
            shutil.copy(picture, GOLDEN)
    return folder


def difference(golden: QImage, actual: QImage) -> QImage:
    """White, with every pixel that differs in red."""
    shown = np.full((actual.height(), actual.width()), 0xFFFFFFFF, np.uint32)
    shown[pixels(golden) != pixels(actual)] = 0xFFD00000
    size = actual.width(), actual.height(), 4 * actual.width()
    return QImage(shown.tobytes(), *size, QImage.Format.Format_RGB32).copy()


@pytest.mark.parametrize("name", PICTURES)
def test_a_main_screen_looks_as_it_did(drawing: object, drawn: Path, name: str) -> None:
    actual, golden = QImage(str(drawn / f"{name}.png")), QImage(str(GOLDEN / f"{name}.png"))
    assert not golden.isNull(), f"there is no {name}.png in {GOLDEN}; draw it with KIOSK_GOLDEN=accept"
    assert golden.size() == actual.size(), f"look at {drawn / name}.png"
    rows, columns = np.nonzero(pixels(golden) != pixels(actual))
    if len(rows):
        marked = drawn / f"{name}-difference.png"
        difference(golden, actual).save(str(marked))
        where = f"x {columns.min()}–{columns.max()}, y {rows.min()}–{rows.max()}"
        raise AssertionError(f"{len(rows)} pixels differ, in {where}; look at {marked}")


def test_a_difference_is_shown_where_it_is(drawing: object) -> None:
    golden = QImage(30, 20, QImage.Format.Format_RGB32)
    golden.fill(0xFFFFFFFF)
    actual = golden.copy()
    actual.setPixel(7, 5, 0xFF000000)
    marked = difference(golden, actual)
    assert marked.pixelColor(7, 5).name() == "#d00000"
    assert marked.pixelColor(8, 5).name() == "#ffffff"
