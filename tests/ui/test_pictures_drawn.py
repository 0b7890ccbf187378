"""Pictures are drawn when a page is whole, not anew for every tile of it that comes."""

from __future__ import annotations

from collections import Counter
from unittest.mock import patch

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.measure import measure
from support.stage import PANELS
from support.templates import templates

from accessibility.preferences import Preferences
from ui.window.images.svg_images import rendered

MOST = 3
"""Rows and columns find their places when the frame is drawn; then comes what stands above them."""


@pytest.mark.parametrize("panel", PANELS)
def test_a_page_of_many_tiles_draws_its_own_pictures_and_few_times(qapp: QGuiApplication, panel: str) -> None:
    drawn = Counter[str]()

    def counted(svg: str, pixels: int) -> QImage:
        drawn[svg] += 1
        return rendered(svg, pixels)

    with patch("ui.window.images.drawings.rendered", counted), kiosk_on(panel) as kiosk:
        for screen in ("home", "topic"):
            drawn.clear()
            kiosk.conductor.show(visit_at(templates()[screen], Preferences()))
            measure(kiosk.kiosk.window)
        tiles = [one.picture for one in kiosk.conductor.page.choices]
        assert len(drawn) == len(set(tiles)) > 5, "nor those of the tiles that have gone"
        assert max(drawn.values()) <= MOST, sorted(drawn.values())
