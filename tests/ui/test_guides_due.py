"""What falls due, on a screen of staff: by the guides' own days, the first one first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.stage import Stage, residents_guides

from accessibility.preferences import Preferences
from flows.guide.flow import Flow
from flows.guide.words import LANGUAGES, Language
from flows.shelf.due import DAYS, due
from kiosk.base.events import Role
from ui.screens.staff.due import MOST_NAMED, derive_due
from ui.turn.turn import apply
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.staff.menu import entries_for
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.point import PointNow
from ui.visit.staff.stages import GuidesDue, StaffMenu
from ui.visit.stages import Attract
from ui.visit.visit import Visit

AROUND = Stage().conductor.around
CUC = StaffMember("cb-01", "Cô Cúc", "officer")
ONE = next(flow for flow in residents_guides().flows.values() if flow.valid_until is not None)
assert ONE.valid_until is not None
LAST = ONE.valid_until


def at_menu(role: Role = "officer", language: Language = "vi") -> Visit:
    return Visit((Attract(), StaffMenu()), Preferences(language), staff=AtControls(replace(CUC, role=role)))


def told(today: date | None, *flows: Flow, language: Language = "vi") -> list[tuple[str, str]]:
    """Sign and sentence of each fact."""
    guides = replace(AROUND.guides, flows={one.id: one for one in flows}, training={})
    around = replace(AROUND, guides=guides, point=PointNow(today=today))
    page = derive_due(at_menu(language=language).show(GuidesDue()), around)
    return [(one.icon, one.label.replace("\xa0", " ")) for one in page.needs]


@pytest.mark.parametrize(
    ("today", "sign", "part"),
    [
        (LAST - timedelta(days=DAYS + 1), "check", f"Trong {DAYS} ngày tới"),
        (LAST - timedelta(days=DAYS), "calendar", f"chậm nhất ngày {LAST:%d/%m/%Y}"),
        (LAST, "calendar", f"chậm nhất ngày {LAST:%d/%m/%Y}"),
        (LAST + timedelta(days=1), "warning", f"quá ngày rà soát {LAST:%d/%m/%Y}"),
        (None, "warning", "chưa chắc hôm nay là ngày nào"),
    ],
)
def test_a_guide_is_said_to_be_due_from_a_month_before_and_then_overdue(
    today: date | None, sign: str, part: str
) -> None:
    plain = replace(ONE, steps={})  # what ends within it is another matter
    (fact,) = told(today, plain)
    assert fact[0] == sign and part in fact[1]
    assert (sign in ("calendar", "warning") and today is not None) <= (ONE.title.vi in fact[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_that_ends_is_listed_in_its_order_and_a_long_list_by_number(language: Language) -> None:
    flows = tuple(residents_guides().flows.values())
    late = max(flow.valid_until for flow in flows if flow.valid_until is not None)
    found = due(flows, late)
    assert len(found) > MOST_NAMED
    *named, (_, others) = told(late, *flows, language=language)
    assert [
        one.title.in_(language).replace("\xa0", " ") in said
        for one, (_, said) in zip(found, named, strict=False)
    ] == ([True] * MOST_NAMED)
    assert str(len(found) - MOST_NAMED) in others


def test_who_has_guides_mended_opens_it_from_the_menu_and_done_leads_back() -> None:
    officers, volunteers = (
        [one.action for one in entries_for(at_menu(role), PointNow())] for role in ("officer", "volunteer")
    )
    assert ShowScreen(GuidesDue()) in officers and ShowScreen(GuidesDue()) not in volunteers
    opened = apply(at_menu(), ShowScreen(GuidesDue()), PressContext()).visit
    assert opened.stage == GuidesDue() and apply(opened, Do.DONE, PressContext()).visit == at_menu()
    nobody = Visit()
    assert apply(nobody, ShowScreen(GuidesDue()), PressContext()).visit == nobody
