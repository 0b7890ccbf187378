"""While staff assist, a row beneath the strip says who acts: whole and uncrowded on every screen. And of the
guides they pick from so many lie on the first page of the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.every_text import LANGUAGES, kiosk_on, looks, told
from support.measure import measure
from support.paint import faint
from support.stage import BOTH_ENDS, PANELS
from support.stage import Stage as Kiosk
from support.templates import templates
from support.window import Screen

from accessibility.preferences import Preferences
from accessibility.sizes import largest_text_size
from kiosk.point.tour.staff_stops import SEN
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import PickGuide
from ui.visit.visit import Visit

UNDER = ("step", "choose", "stuck", "advice", "home", "goodbye")


@pytest.fixture(scope="module", params=BOTH_ENDS)
def kiosk(drawing: object, request: pytest.FixtureRequest) -> Iterator[Kiosk]:
    with kiosk_on(request.param) as kiosk:
        yield kiosk


def assisted(name: str, preferences: Preferences, *, unfolded: bool = True) -> Visit:
    visit = visit_at(templates()[name], preferences)
    return replace(visit, staff=AtControls(SEN), assist=Assist(SEN.id, "with-help", unfolded=unfolded))


@pytest.mark.parametrize("name", UNDER)
def test_the_row_of_who_assists_is_whole_and_crowds_nothing(kiosk: Kiosk, name: str) -> None:
    found = []
    for language in LANGUAGES:
        for size in {1, largest_text_size(kiosk.panel)}:
            for unfolded in (False, True):
                now = Preferences(text_size=size, language=language)
                kiosk.conductor.show(assisted(name, now, unfolded=unfolded))
                look = measure(kiosk.kiosk.window)
                found += [f"{language} {size}: {told(one)}" for one in look.findings(kiosk.panel.px_per_mm)]
    assert found == []


def test_folded_a_step_has_seven_controls_and_two_of_staff(kiosk: Kiosk) -> None:
    kiosk.conductor.show(assisted("step", Preferences(), unfolded=False))
    assert len(measure(kiosk.kiosk.window).controls) <= 9
    kiosk.conductor.press("unfold")
    assert len(measure(kiosk.kiosk.window).controls) > 9


@pytest.mark.parametrize("theme", ["dark", "high-light", "yellow-black", "low-glare"])
def test_what_is_chosen_is_seen_without_its_colour(kiosk: Kiosk, theme: str) -> None:
    """A sign stands on it, and its words are as clear as any."""
    kiosk.conductor.show(assisted("step", Preferences(theme=theme)))  # type: ignore[arg-type]
    look, screen = measure(kiosk.kiosk.window), Screen(kiosk.kiosk.window)
    assert faint(look, screen, theme) == []  # type: ignore[arg-type]
    (chosen,) = screen.named("Có giúp, bác bấm")
    assert chosen.property("icon") == "check"
    assert [item.property("icon") for item in screen.named("Bác bấm bước này")] == [""]


def test_the_row_is_gone_where_staff_are_and_where_nobody_assists(kiosk: Kiosk) -> None:
    screen = Screen(kiosk.kiosk.window)
    for visit in (
        replace(assisted("step", Preferences()), staff=None),
        replace(assisted("staff-menu", Preferences()), staff=AtControls(SEN, Preferences())),
    ):
        kiosk.conductor.show(visit)
        measure(kiosk.kiosk.window)
        assert not screen.shows("Bảng việc của người hỗ trợ")


AT_ONCE = {
    "portrait": {"vi": (12, 10), "en": (10, 8), "fr": (8, 8)},
    "landscape": {"vi": (8, 8), "en": (8, 6), "fr": (8, 8)},
    "laptop": {"vi": (8, 6), "en": (6, 6), "fr": (6, 4)},
}
"""So many guides at least lie on the first page of the list: in the smallest letters, and in the largest."""


def test_at_least_as_many_guides_as_counted_lie_on_the_first_page_of_the_list(kiosk: Kiosk) -> None:
    (panel,) = (name for name, one in PANELS.items() if one == kiosk.panel)
    for language in LANGUAGES:
        for size, least in zip((1, largest_text_size(kiosk.panel)), AT_ONCE[panel][language], strict=True):
            now = Preferences(text_size=size, language=language)
            look = next(iter(looks(kiosk, PickGuide("all"), now)))
            titles = {choice.name for choice in kiosk.conductor.page.choices}
            whole = [one for one in look.controls if one.name in titles and one.visible == one.rect]
            assert len(whole) >= least, (language, size, len(whole))
            assert [told(one) for one in look.findings(kiosk.panel.px_per_mm)] == []
