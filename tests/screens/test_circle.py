"""The circle to touch is whole on the first page, wherever it stands: nobody has to look for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from support.all_screens import TOUCHED, visit_at
from support.every_text import LANGUAGES, kiosk_on
from support.measure import measure
from support.stage import PANELS
from support.stage import Stage as Kiosk

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from ui.visit.stages import Circle

pytestmark = pytest.mark.usefixtures("blank_pictures")


@pytest.fixture(scope="module", params=[*PANELS, "low"])
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[tuple[Kiosk, bool]]:
    low = request.param == "low"
    with kiosk_on("portrait" if low else request.param) as kiosk:
        yield kiosk, low


def test_each_circle_is_whole_in_view_apart_from_all_else_in_every_size_and_language(
    kiosk: tuple[Kiosk, bool],
) -> None:
    stage, low = kiosk
    panel = stage.panel.lowered() if low else stage.panel
    places = set[tuple[float, float]]()
    for number, size, language in product(range(3), range(1, largest_text_size(panel) + 1), LANGUAGES):
        preferences = Preferences(language=language, text_size=size, low_reach=low)
        stage.conductor.show(visit_at(Circle((TOUCHED,) * number), preferences))
        look = measure(stage.kiosk.window)
        name = stage.conductor.page.choices[0].name
        (circle,) = [one for one in look.controls if one.name == name]
        assert look.bodies == [], (size, language)
        assert circle.rect.width == circle.rect.height == stage.theme.appearance.sizes.target_px
        assert look.window.shared(circle.rect) == circle.rect
        assert look.findings(stage.panel.px_per_mm) == [], (size, language, number)
        places.add((circle.rect.x, circle.rect.y))
    assert len(places) >= 3
