"""No text on any screen loses a tone mark: with other words in it, it still draws all of their height."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFont, QPainterPath
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.in_turn import in_turn
from support.measure import measure
from support.stage import BOTH_ENDS, PANELS
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen, pixels, scene_rect, viewport_of

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from ui.screens.derive import derive

MARKS = "ỔẲỆợ"  # the tallest and the deepest marks of the language, short enough for any control


@pytest.fixture(scope="module", params=BOTH_ENDS)
def panel(drawing: object, request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param


def ink_height(font: QFont) -> float:
    outline = QPainterPath()
    outline.addText(0, 0, font, MARKS)
    return outline.boundingRect().height()


def one_of_each_layout() -> list[str]:
    """The first screen of every template of QML: the others lay their texts with the same items.

    On the keys of the drawn keyboard stand single letters without marks.
    """
    around, firsts = Kiosk().conductor.around, dict[str, str]()
    for name, stage in templates().items():
        firsts.setdefault(derive(visit_at(stage, Preferences()), around).template, name)
    return [name for template, name in firsts.items() if template != "typing"]


WRITTEN = one_of_each_layout()


@pytest.mark.parametrize(("template", "panel"), in_turn(WRITTEN, BOTH_ENDS), indirect=["panel"])
def test_every_text_item_draws_its_marks_whole(panel: str, template: str) -> None:
    size = largest_text_size(PANELS[panel])  # all sizes are multiples of one
    with kiosk_on(panel) as kiosk:  # a window of its own: its texts are overwritten
        kiosk.conductor.show(visit_at(templates()[template], Preferences(text_size=size)))
        measure(kiosk.kiosk.window)
        assert draws_marks_whole(Screen(kiosk.kiosk.window)) >= 4


def draws_marks_whole(screen: Screen) -> int:
    """Writes the marks into every text and checks what is drawn; returns how many could be looked at."""
    items, looked_at = screen.text_items(), 0
    for item in items:
        item.setProperty("text", MARKS)
    measure(screen.window)
    drawn = pixels(screen.grab())
    items = screen.text_items()  # shorter words may have let more of them onto the screen, or fewer
    for item in items:
        item.setProperty("color", QColor(0, 0, 0, 0))
    empty = pixels(screen.grab())
    for item in items:
        area, frame = scene_rect(item), viewport_of(item)
        if (
            item.property("text") != MARKS
            or item.property("lineCount") != 1
            or (frame is not None and not frame.holds(area))
        ):
            continue  # two lines are the audit's affair; what is on another page is not drawn
        at = slice(round(area.y), round(area.bottom)), slice(round(area.x), round(area.right))
        inked = np.flatnonzero((drawn[at] != empty[at]).any(axis=1))
        assert inked.size, (area, frame, item.property("font").pixelSize())
        height = int(inked[-1] - inked[0] + 1)
        assert height >= ink_height(item.property("font")) - 3, (area, height)
        looked_at += 1
    return looked_at
