"""Who has just lost money: the bank's number and what to say on one screen, and no face is asked for."""

from __future__ import annotations

from typing import Any, cast

import pytest
from support.all_screens import walks_to_every_step
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.stage import BOTH_ENDS, PANELS, residents_guides, shipped_words
from support.stage import Stage as Kiosk

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from flows.guide.steps import End
from ui.screens.aside import HotlineProps, grouped
from ui.screens.guide_end import EndProps
from ui.screens.surrounding_parts import Guides
from ui.turn.gates.sheet_gate import SheetGate
from ui.turn.turn import apply
from ui.visit.actions.typing import CallNumber
from ui.visit.press_context import PressContext
from ui.visit.stages import Goodbye, Home, Hotline, Stepping
from ui.visit.visit import OpenWalk, Visit

GUIDE = "lua-dao-da-mac"
FLOW = residents_guides().flows[GUIDE]
CALLING = FLOW.steps["goi-ngan-hang"].calling
ENDS = [step.id for step in FLOW.steps.values() if isinstance(step, End)]


def at(step: str, kiosk: Kiosk | None = None) -> Kiosk:
    kiosk = kiosk or Kiosk()
    kiosk.walk_to("begin")
    here = Stepping(GUIDE, walks_to_every_step(GUIDE)[step])
    kiosk.conductor.show(Visit((Home(), here), open_walk=OpenWalk(GUIDE)))
    return kiosk


def test_a_touch_on_a_bank_shows_its_number_and_what_to_say_until_it_is_over() -> None:
    kiosk = at("goi-ngan-hang")
    tiles = {one.label: one for one in kiosk.conductor.page.choices}
    assert [one.whose for one in FLOW.hotlines] == list(tiles)[:-1]
    assert CALLING is not None
    for one in FLOW.hotlines:
        kiosk.walk_to(tiles[one.whose].slot)
        page = kiosk.conductor.page
        assert isinstance(page, HotlineProps) and page.number == grouped(one.number)
        assert page.sentence == CALLING.vi and one.whose in page.caption
        assert ("mất tiền cước" in page.caption) == one.number.startswith("1900")
        assert page.takes_long and "Khóa tài khoản, giữ lại tiền giúp tôi" in kiosk.ear.last
        kiosk.walk_to("done")
        assert isinstance(kiosk.conductor.visit.stage, Stepping), "back to the list: the next bank is called"
    kiosk.walk_to("next")
    stage = kiosk.conductor.visit.stage
    assert isinstance(stage, Stepping) and stage.walk.edges[-1] == "next"


def test_a_number_that_the_step_does_not_list_opens_nothing() -> None:
    visit, known = at("goi-ngan-hang").conductor.visit, PressContext(Guides(residents_guides().flows))
    assert apply(visit, CallNumber(FLOW.hotlines[0].number), known).visit.stage != visit.stage
    assert apply(visit, CallNumber("1900545499"), known).visit.stage == visit.stage


def test_a_long_service_number_is_read_in_three_groups() -> None:
    assert grouped("1900545413").split("\u00a0") == ["1900", "545", "413"]


@pytest.mark.parametrize("panel", BOTH_ENDS)
def test_the_banks_and_each_number_with_what_to_say_stand_on_one_page(drawing: object, panel: str) -> None:
    found = list[object]()
    with kiosk_on(panel) as kiosk:
        largest = largest_text_size(kiosk.panel)
        here = Stepping(GUIDE, walks_to_every_step(GUIDE)["goi-ngan-hang"])
        for language in LANGUAGES:
            seen = Preferences(language=language, text_size=largest)
            calls = [Hotline(one.number, one.whose, CALLING) for one in FLOW.hotlines]
            for stage in (here, *calls):
                pages = list(looks(kiosk, stage, seen))
                found += [(language, stage, len(pages))] if len(pages) != 1 else []
                found += [told(one) for look in pages for one in look.findings(PANELS[panel].px_per_mm)]
    assert found == []


@pytest.mark.parametrize("end", ENDS)
def test_who_has_lost_money_is_asked_for_no_face_and_comforted(end: str) -> None:
    kiosk = at(end)
    page = kiosk.conductor.page
    assert isinstance(page, EndProps) and page.faces == () and page.question == ""
    assert page.primary is not None
    assert "ạ" in page.sentence or "May quá" in page.sentence


def test_the_goodbye_asks_for_no_face_either() -> None:
    kiosk = Kiosk()
    kiosk.conductor.show(Visit((Goodbye(finished=True, guide=GUIDE),)))
    page = kiosk.conductor.page
    assert not [one for one in page.choices if one.slot.startswith("face")]
    assert page.sentence == shipped_words().say("goodbye.comfort", "vi")
    kiosk.conductor.show(Visit((Goodbye(finished=True, guide="vneid-xuat-trinh"),)))
    assert len([one for one in kiosk.conductor.page.choices if one.slot.startswith("face")]) == 3


def test_the_end_of_the_loss_guide_offers_the_sheet_and_no_practice() -> None:
    kiosk = at("xong", Kiosk(sheets=SheetGate(cast(Any, object()))))
    page = kiosk.conductor.page
    slots = [one.slot for one in (*page.choices, *page.bar)]
    assert "print-guide" in slots and "practise" not in slots
