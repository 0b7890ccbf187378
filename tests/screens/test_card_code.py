"""The longest card there can be is read off every panel, in every size and every theme."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from support.every_text import kiosk_on
from support.measure import measure
from support.scanner import scanned
from support.sealed import LONGEST_HISTORY, unsigned_seal
from support.stage import BOTH_ENDS
from support.stage import Stage as Kiosk
from support.window import Screen, pixels, scene_rect

from accessibility.card import TENTHS, Card
from accessibility.card_practice import MOST_PRACTISED, Practised
from accessibility.geometry import Rect
from accessibility.preferences import THEMES, Preferences
from accessibility.qr_code import QUIET_MODULES, modules_of
from accessibility.sizes import largest_text_size
from ui.visit.card import card_of
from ui.visit.stages import Home, MyCard
from ui.visit.visit import Visit

LEAST_MODULE_MM = 0.7  # a telephone held a hand's width away draws such a square over four of its own pixels


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def show(kiosk: Kiosk, preferences: Preferences) -> str:
    """The card of somebody who has finished forty guides, and practised as many as it holds: its code."""
    practised = tuple(Practised(mark, 3, 2970) for mark in LONGEST_HISTORY[: MOST_PRACTISED + 1])
    brought = Card(preferences, LONGEST_HISTORY, LONGEST_HISTORY[0], TENTHS, practised)
    visit = Visit((Home(), MyCard()), preferences=preferences, brought=brought)
    kiosk.conductor.show(Visit())  # a screen that comes anew begins at its top
    kiosk.conductor.show(visit)
    measure(kiosk.kiosk.window)
    return unsigned_seal(card_of(visit, kiosk.conductor.around.guides.flows, None))


def drawn_code(screen: Screen) -> np.ndarray:
    """The square of pixels in which the code stands, with its quiet zone."""
    (item,) = [
        one for one in screen.items() if one.property("payload") and one.property("source") is not None
    ]
    area: Rect = scene_rect(item)
    seen = pixels(screen.grab())
    return seen[round(area.y) : round(area.bottom), round(area.x) : round(area.right)]


def test_the_code_is_whole_on_the_first_page_and_fine_enough_in_every_size(kiosk: Kiosk) -> None:
    reaches = (False,) if kiosk.panel.is_landscape else (False, True)
    for low in reaches:
        panel = kiosk.panel.lowered() if low else kiosk.panel
        for size in range(1, largest_text_size(panel) + 1):
            for language in ("vi", "en", "fr"):
                code = show(kiosk, Preferences(text_size=size, language=language, low_reach=low))
                screen = Screen(kiosk.kiosk.window)
                where = f"{kiosk.panel.width_px}×{kiosk.panel.height_px} {language} size {size} low {low}"
                assert scanned(screen.grab()) == [code], where
                square = drawn_code(screen)
                rows, columns = np.nonzero(square == 0)
                module_px = (columns.max() - columns.min() + 1) / len(modules_of(code))
                module_mm = module_px / kiosk.panel.px_per_mm
                print(f"{where}: {len(modules_of(code))} modules of {module_mm:.2f} mm")
                assert module_mm >= LEAST_MODULE_MM, where
                ends = (
                    rows.min(),
                    columns.min(),
                    len(square) - 1 - rows.max(),
                    len(square[0]) - 1 - columns.max(),
                )
                assert min(ends) >= QUIET_MODULES * module_px - 1, where


def test_the_code_is_black_on_white_in_every_theme(kiosk: Kiosk) -> None:
    for theme in THEMES:
        code = show(kiosk, Preferences(theme=theme))
        assert scanned(kiosk.kiosk.window.grabWindow()) == [code], theme
        assert set(np.unique(drawn_code(Screen(kiosk.kiosk.window)))) == {0x000000, 0xFFFFFF}, theme
