"""The end of a guide shows its sentence, where it leads, and the question with its faces on one page."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

import pytest
from support.all_screens import walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.stage import PANELS, residents_guides
from support.window import Screen

from accessibility.preferences import TEXT_SIZES, Preferences
from accessibility.sizes import largest_text_size
from flows.steps import End
from ui.screens.guide_end import EndProps
from ui.visit.stages import Stepping

FLOWS = residents_guides().flows
FULLEST = (
    ("lua-dao-da-mac", "xin-mo-khoa"),  # leads to two guides
    ("tro-cap-xa-hoi", "sang-nguoi-gia"),  # private, which stands in a row of its own
    ("chan-cuoc-goi-rac", "xong"),  # has a safety line
    ("vneid-xuat-trinh", "xong"),
)
OVERLEAF = {("laptop", "fr", "lua-dao-da-mac", "xin-mo-khoa")}
"""Four lines and two guides with long names: the question stands on a second page, with its faces."""


def check(panel: str, ends: Iterable[tuple[str, str]], sizes: Iterable[int]) -> None:
    found = []
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        shown = sorted({min(size, largest) for size in sizes})
        for (guide, step), language, size in product(ends, LANGUAGES, shown):
            stage = Stepping(guide, walks_to_every_step(guide)[step])
            pages = list(looks(kiosk, stage, Preferences(language=language, text_size=size)))
            told_of = [told(one) for look in pages for one in look.findings(PANELS[panel].px_per_mm)]
            found += [(guide, step, language, size, one) for one in told_of]
            page, names = kiosk.conductor.page, {one.name for one in Screen(kiosk.kiosk.window).controls()}
            assert isinstance(page, EndProps) and {face.name for face in page.faces} <= names
            if len(pages) != 1 and (panel, language, guide, step) not in OVERLEAF:
                found.append((guide, step, language, size, f"{len(pages)} pages"))
    assert found == []


@pytest.mark.parametrize("panel", PANELS)
def test_the_fullest_ends_stand_on_one_page_in_the_smallest_and_largest_letters(
    drawing: object, panel: str
) -> None:
    check(panel, FULLEST, (1, 5))


@pytest.mark.full
@pytest.mark.parametrize("panel", PANELS)
def test_every_end_stands_on_one_page_in_every_size(drawing: object, panel: str) -> None:
    ends = [
        (flow.id, step.id) for flow in FLOWS.values() for step in flow.steps.values() if isinstance(step, End)
    ]
    check(panel, ends, TEXT_SIZES)
