"""A notice above a screen changes how many pages it has; what one has turned to stays on the glass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import kiosk_on
from support.measure import measure
from support.stage import Stage as Kiosk
from support.templates import GUIDE
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from ui.visit.stages import Overview
from ui.window.input.drawn_class import class_name
from ui.words import UiWords

pytestmark = pytest.mark.usefixtures("blank_pictures")


@pytest.fixture
def kiosk(drawing: object) -> Iterator[Kiosk]:
    with kiosk_on("laptop") as kiosk:
        yield kiosk


def test_each_page_is_kept_while_a_notice_comes_and_goes(kiosk: Kiosk) -> None:
    size = largest_text_size(kiosk.panel)
    kiosk.conductor.show(visit_at(Overview(GUIDE), Preferences(text_size=size)))
    measure(kiosk.kiosk.window)
    (body,) = [one for one in Screen(kiosk.kiosk.window).items() if class_name(one) == "ScrollArea"]
    plain, pages = kiosk.conductor.around, int(body.property("pageCount"))
    hint = replace(plain.pointer, hint=UiWords().say("ways.how_touch", "vi"))
    counted = {pages}
    assert pages > 2
    for page in range(1, pages):
        kiosk.shell.page_turned(-pages)
        kiosk.shell.page_turned(page)
        measure(kiosk.kiosk.window)
        top = float(body.property("shownFrom"))
        for notice in (hint, plain.pointer):
            kiosk.conductor.surround(notice)
            measure(kiosk.kiosk.window)
            counted.add(int(body.property("pageCount")))
            # a gap may lie between the page's edge and the first line of it
            assert body.property("shownFrom") - kiosk.panel.px_per_mm * 6 <= top < body.property("shownTo")
    assert len(counted) > 1
