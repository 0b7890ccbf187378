"""What is seen of a day before its point is closed: on the first page, in the largest letters too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtQuick import QQuickItem
from support.every_text import LANGUAGES, kiosk_on, looks
from support.stage import PANELS
from support.window import Screen, scene_rect, viewport_of

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.words import Language
from kiosk.point.tour.staff_day import ON_DUTY, POINT
from ui.visit.staff.stages import Closing, Today
from ui.visit.stage import Stage
from ui.window.input.drawn_class import class_name

FIRST = ("figure.0", "figure.1", "figure.2")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("panel", PANELS)
def test_the_days_three_figures_stand_whole_on_the_first_page(
    panel: str, language: Language, drawing: object
) -> None:
    own = Preferences(language, largest_text_size(PANELS[panel]))
    with kiosk_on(panel) as kiosk:
        kiosk.conductor.surround(replace(POINT, on_duty=ON_DUTY))
        days: tuple[Stage, ...] = (Closing(), Today())
        for day in days:
            next(looks(kiosk, day, own))
            cards = [one for one in shown(Screen(kiosk.kiosk.window)) if one.property("slot") in FIRST]
            assert len(cards) == 3 and all(map(is_whole, cards)), day


def shown(screen: Screen) -> list[QQuickItem]:
    return [one for one in screen.items() if class_name(one) == "FigureCard" and one.height() > 0]


def is_whole(card: QQuickItem) -> bool:
    """Seen to its last line, and no word of it beside the card."""
    viewport, rect, pad = viewport_of(card), scene_rect(card), card.property("pad")
    words = [one for one in card.childItems() if class_name(one) == "Words" and one.isVisible()]
    assert len(words) == 2
    beside = any(one.x() + one.property("contentWidth") > card.width() - pad + 1 for one in words)
    return not beside and (viewport is None or (viewport.y <= rect.y and rect.bottom <= viewport.bottom))
