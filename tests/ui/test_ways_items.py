"""Every screen in reading order: nothing left out, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.all_screens import stages_of, stages_of_the_kiosk, visit_at
from support.stage import Stage, residents_guides

from accessibility.preferences import Preferences
from ui.reach.ways.items import Item, controls_of, items_of
from ui.reach.ways.said import said
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.strip import StripProps, derive_strip
from ui.visit.actions.chosen import NEXT
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.stages import Attract
from ui.visit.visit import Visit

AROUND = Stage().conductor.around
WITHIN_A_CAPTION = ("phone", "countdown", "waiting")
SAID_EARLIER = ("caption", "take-along")  # what matters most first; on the screen it stands elsewhere


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
        begin = len(page.places) and slots.index(page.places[-1].slot) + 1  # said by name are the buttons
        on_the_phone = {one.name for one in page.places}
        places = [names.index(line.text, begin * (line.text in on_the_phone)) for line in placed]
        assert places == sorted(places), page.place
        untold = set(str(getattr(page, "tag", "")).split(" · "))  # said one by one, met as one line
        assert {line.text for line in told} - untold <= set(names), page.place
        primary = (page.primary,) if page.primary else ()
        own = (*page.places, *page.choices, *page.keys, *primary, *page.bar)
        controls = [one.action for one in (*own, *strip.chips, *strip.staff)]
        assert [item.action for item in controls_of(items)] == controls, page.place
        looked_at += 1
    assert looked_at > 1500


def test_no_words_are_met_twice_on_one_screen() -> None:
    for _, page, strip in every_screen():
        names = [item.name for item in items_of(page, strip)]
        # A place of the drawn phone does what its button does, and says where it is.
        on_the_phone = {one.name for one in page.places if one.state}
        twice = {name for name in names if names.count(name) > 1} - on_the_phone
        # A step under its guide's own name is the strip's title again only where the guide itself is shown.
        assert twice <= {strip.title}, (page.place, twice)


@pytest.mark.parametrize(
    ("item", "heard"),
    [
        (Item("heading", "Bác muốn dùng tiếng nào?", "heading"), "Bác muốn dùng tiếng nào? tiêu đề."),
        (Item("sentence", "Bác mở CH Play."), "Bác mở CH Play."),
        (Item("next", "Tiếp theo", "button", NEXT), "Tiếp theo, nút bấm."),
        (
            Item("size", "Cỡ chữ", "button", Setting.SIZE, "thứ 1 trong 5", "thứ 1 trong 6"),
            "Cỡ chữ, nút bấm, thứ 1 trong 5, thứ 1 trong 6.",
        ),
        (Item("x", "Ba bài.", "button", Do.DONE, "", "thứ 2 trong 6"), "Ba bài, nút bấm, thứ 2 trong 6."),
    ],
)
def test_an_item_says_its_name_first_then_what_it_is_how_it_is_set_and_which_of_how_many(
    item: Item, heard: str
) -> None:
    assert said(item, AROUND.tr("vi")) == heard
