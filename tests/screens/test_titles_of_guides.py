"""On a lying panel a guide's title, or its short words, is whole in the strip, in the largest letters too."""

from __future__ import annotations

import pytest
from support.all_screens import visit_at, walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, one_picture
from support.stage import PANELS, residents_guides
from support.window import Screen, lay_out

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from ui.visit.stages import Stepping

pytestmark = pytest.mark.usefixtures("blank_pictures")

LONG = ("bhxh-vssid", "ngan-hang-sinh-trac", "vneid-an-sinh", "vneid-con-chau", "xac-nhan-cu-tru", "ho-ngheo")
"""Of which one or another language was cut. All of them in the full run."""
FULL = pytest.mark.full


@pytest.mark.parametrize("guides", [LONG, pytest.param(tuple(residents_guides().flows), marks=FULL)])
@pytest.mark.parametrize("panel", [name for name, panel in PANELS.items() if panel.is_landscape])
def test_the_title_of_a_guide_is_not_cut(drawing: object, panel: str, guides: tuple[str, ...]) -> None:
    with one_picture(), kiosk_on(panel) as kiosk:
        cut = []
        for guide in guides:
            walks = list(walks_to_every_step(guide).values())
            for language in LANGUAGES:
                now = Preferences(language=language, text_size=largest_text_size(kiosk.panel))
                kiosk.conductor.show(visit_at(Stepping(guide, walks[len(walks) // 2]), now))
                lay_out(kiosk.kiosk.window)
                items = Screen(kiosk.kiosk.window).items()
                (title,) = (one for one in items if one.objectName() == "title")
                if title.property("shown") == "" or title.property("shown").endswith("…"):
                    cut.append((guide, language, title.property("shown")))
        assert cut == []
