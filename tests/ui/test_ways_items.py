"""Every screen in reading order: nothing left out, nothing twice, all of it findable on the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.all_screens import stages_of, stages_of_the_kiosk, visit_at
from support.stage import PANELS, Stage, residents_guides
from support.templates import templates
from support.window import Screen, pixels, scene_rect

from accessibility.preferences import Preferences
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.strip import StripProps, derive_strip
from ui.visit.stages import Attract, Visit
from ui.visit.stages import Stage as VisitStage
from ui.ways.hand import Hand
from ui.ways.items import Item, controls_of, items_of
from ui.ways.said import said

AROUND = Stage().conductor.around
WITHIN_A_CAPTION = ("phone", "countdown", "waiting")
SAID_EARLIER = ("caption", "take-along")  # what matters most first; on the screen it stands elsewhere
HIDDEN_WHERE_LOW = ("picture", "code")
"""A picture without room is left out of the panel; it is described all the same."""


def every_screen() -> Iterator[tuple[Visit, Page, StripProps]]:
    guides = residents_guides().flows.values()
    for stage in (*stages_of_the_kiosk(), *(one for flow in guides for one in stages_of(flow))):
        visit = visit_at(stage, Preferences())
        if not isinstance(stage, Attract):
            yield visit, derive(visit, AROUND), derive_strip(visit, AROUND)


def test_all_that_is_said_on_entering_is_met_in_the_same_order_and_every_control_once() -> None:
    looked_at = 0
    for _, page, strip in every_screen():
        items = items_of(page, strip)
        slots, names = [item.slot for item in items], [item.name for item in items]
        assert len(set(slots)) == len(slots), (page.place, slots)
        told = [line for line in page.script if line.slot not in WITHIN_A_CAPTION]
        apart = (*page.spoken_first, *page.spoken_last)
        placed = [line for line in told if line not in apart and line.slot not in SAID_EARLIER]
        places = [names.index(line.text) for line in placed]
        assert places == sorted(places), page.place
        untold = {page.caption} if getattr(page, "tag", "") else set()  # the tag stands in its place
        assert {line.text for line in told} - untold <= set(names), page.place
        primary = (page.primary,) if page.primary else ()
        controls = [one.action for one in (*page.choices, *primary, *page.bar, *strip.chips)]
        assert [item.action for item in controls_of(items)] == controls, page.place
        looked_at += 1
    assert looked_at > 1500


def test_no_words_are_met_twice_on_one_screen() -> None:
    for _, page, strip in every_screen():
        names = [item.name for item in items_of(page, strip)]
        twice = {name for name in names if names.count(name) > 1}
        # A step under its guide's own name is the strip's title again only where the guide itself is shown.
        assert twice <= {strip.title}, (page.place, twice)


@pytest.mark.parametrize(
    ("item", "heard"),
    [
        (Item("heading", "Bác muốn dùng tiếng nào?", "heading"), "Bác muốn dùng tiếng nào? tiêu đề."),
        (Item("sentence", "Bác mở CH Play."), "Bác mở CH Play."),
        (Item("next", "Tiếp theo", "button", "next"), "Tiếp theo, nút bấm."),
        (
            Item("size", "Cỡ chữ", "button", "size", "thứ 1 trong 5", "thứ 1 trong 6"),
            "Cỡ chữ, nút bấm, thứ 1 trong 5, thứ 1 trong 6.",
        ),
        (Item("x", "Ba bài.", "button", "x", "", "thứ 2 trong 6"), "Ba bài, nút bấm, thứ 2 trong 6."),
    ],
)
def test_an_item_says_its_name_first_then_what_it_is_how_it_is_set_and_which_of_how_many(
    item: Item, heard: str
) -> None:
    assert said(item, AROUND.tell("vi")) == heard


@pytest.mark.parametrize("panel", PANELS)
def test_the_pointer_finds_every_item_of_every_kind_of_screen_and_its_ring_is_thick_and_on_the_glass(
    panel: str, drawing: object
) -> None:
    stage = Stage(panel=PANELS[panel])
    window = stage.open().window
    screen = Screen(window)
    screen.wait_until(window.isExposed)
    least_px = 2.0 * PANELS[panel].px_per_mm
    try:
        for name, shown in templates().items():
            if name != "attract":
                _finds_all(stage, screen, name, shown, least_px)
    finally:
        stage.close()


def _finds_all(stage: Stage, screen: Screen, name: str, shown: VisitStage, least_px: float) -> None:
    stage.conductor.show(visit_at(shown, Preferences()))
    for item in stage.conductor.pointing.items:
        stage.conductor.pointing._use(Hand("keys", item.slot))
        image = screen.grab()
        rings = [one for one in screen.items() if one.metaObject().className().startswith("FocusRing")]
        if not rings and item.slot in HIDDEN_WHERE_LOW:
            continue
        assert len(rings) == 1, (name, item.slot, len(rings))
        seen = scene_rect(rings[0])
        assert seen.x >= 0 and seen.y >= 0 and seen.right <= screen.rect.right, (name, item.slot, seen)
        row = round(min(seen.y + seen.height / 2, screen.rect.bottom - 2))
        left = round(seen.x)
        edge = pixels(image)[row, left : left + 3 * round(least_px)]
        ring = int(stage.look.look.colours.ring[1:], 16)
        assert int((edge == ring).sum()) >= least_px - 1, (name, item.slot, seen)
