"""What ends soon has a tile on the first screen, and a page that leads to the guide which says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.guides import TODAY, shipped
from support.pressing import named
from support.stage import SIGN, Stage
from support.stage import residents_guides as of_residents

from accessibility.preferences import Preferences
from flows.guide.needs import THIS_MONTH
from flows.guide.words import LANGUAGES, Language
from flows.reading.dated import on_day
from flows.shelf.due import Due, this_month
from kiosk.base import events as v
from ui.screens.derive import derive
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.stages import Attract, Home, NeedGuides, Stepping
from ui.visit.visit import Visit
from ui.words import UiWords

TILE = f"need.{THIS_MONTH}"


def on(day: date | None) -> Surroundings:
    flows = on_day(shipped().written, day)
    return Surroundings(UiWords(), Guides(flows, due=this_month(flows.values(), day)), SIGN)


AROUND = on(TODAY)
KNOWN = PressContext(AROUND.guides, needs=AROUND.offered)
SHOWN: tuple[Due, ...] = AROUND.guides.due


@pytest.mark.parametrize("stage", [Attract(), Home()])
@pytest.mark.parametrize("day", [TODAY, date(2027, 3, 10), None])
def test_the_tile_is_there_while_something_ends_and_stands_before_all_else(
    stage: Attract | Home, day: date | None
) -> None:
    slots = [one.slot for one in derive(Visit((stage,)), on(day)).choices]
    assert slots[-2:] == ([TILE, "need.viec-khac"] if day == TODAY else ["need.giay-to", "need.viec-khac"])
    assert len(slots) == (9 if day == TODAY else 8)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_which_guide_until_when_and_what_as_the_guide_itself_does(language: Language) -> None:
    visit = apply(Visit((Home(),), Preferences(language=language)), named(TILE), KNOWN).visit
    page = derive(visit, AROUND)
    assert [one.slot for one in page.choices] == [f"flow.{one.guide}" for one in SHOWN]
    assert {"the-xe-buyt", "qua-tet"} <= {one.guide for one in SHOWN}
    for shown, item in zip(page.choices, SHOWN, strict=True):
        assert f"{item.day:%d/%m/%Y}" in shown.label and item.says.in_(language) in shown.label
        assert shown.picture == f"guides/{item.guide}"
    assert [line.text for line in page.script][1:] == [one.name for one in page.choices], "all is said"


def test_the_tile_opens_the_page_and_a_line_of_it_the_guide_at_the_step_that_ends() -> None:
    turn = apply(Visit((Home(),)), named(TILE), KNOWN)
    assert turn.visit.stage == NeedGuides(THIS_MONTH) and turn.effects == (v.NeedChosen(THIS_MONTH),)
    for item in SHOWN:
        stage = apply(turn.visit, named(f"flow.{item.guide}"), KNOWN).visit.stage
        assert isinstance(stage, Stepping) and AROUND.guides.flows[item.guide].start == item.step
    assert apply(turn.visit, Do.BACK, KNOWN).visit.stage == Home()


def test_one_fact_alone_has_its_page_too() -> None:
    alone = replace(AROUND, guides=replace(AROUND.guides, due=SHOWN[:1]))
    context = PressContext(alone.guides, needs=alone.offered)
    assert apply(Visit((Home(),)), named(TILE), context).visit.stage == NeedGuides(THIS_MONTH)


def test_without_a_day_to_trust_a_visit_goes_on_with_eight_tiles() -> None:
    stage = Stage(library=of_residents())
    stage.conductor.show(Visit((Home(),)))
    assert TILE not in [one.slot for one in derive(Visit((Home(),)), stage.conductor.around).choices]
