"""Who learnt a guide before it changed sees once how it was and how it is now, on the way into it."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.pressing import named
from support.staff import MAI
from support.stage import LAPTOP, Stage

from accessibility.card import Card, guide_mark
from accessibility.card_practice import Practised
from flows.guide.weeks import week_number
from ui.screens.changed import ChangedProps
from ui.screens.picture.props import PhoneProps
from ui.turn.turn import apply
from ui.visit.actions.chosen import OpenGuide, OpenTopic
from ui.visit.actions.common import Do
from ui.visit.card import hold
from ui.visit.press_context import Guides, PressContext
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import PickGuide
from ui.visit.stages import Goodbye, GuideChanged, HaveReady, Home, Overview, Practising, Stepping
from ui.visit.visit import Visit

GUIDE, CHANGE = "ly-lich-tu-phap", "khong-doi-nua"
SINCE = week_number(date(2026, 7, 1))
NOW = week_number(date(2026, 11, 30))
TOLD = GuideChanged(GUIDE, CHANGE)


def back_with(week: int | None, *, now: int | None = NOW, guide: str = GUIDE) -> Stage:
    """At the kiosk, with a card on which *guide* was practised in that *week*."""
    stage = Stage()
    clock = stage.conductor.around.clock
    stage.conductor.surround(replace(clock, week=now))
    stage.conductor.show(hold(Visit(), Card(practised=(Practised(guide_mark(guide), 1, week),))).visit)
    return stage


def gather_context(stage: Stage, week: int | None = NOW) -> PressContext:
    return PressContext(Guides(stage.library.flows), week=week)


def entered(stage: Stage, *, week: int | None = NOW) -> Visit:
    return apply(stage.conductor.visit, OpenGuide(GUIDE), gather_context(stage, week)).visit


def test_who_brings_an_older_card_reads_the_change_before_the_guide_and_of_a_newer_one_does_not() -> None:
    for week, told in ((SINCE - 1, True), (None, True), (SINCE, False), (NOW, False)):
        visit = entered(back_with(week))
        assert (visit.stage == TOLD) == told, week
        beneath = visit.stages[-2] if told else visit.stage
        assert isinstance(beneath, Stepping | HaveReady) and beneath.flow_id == GUIDE


def test_a_change_is_shown_before_practice_too_and_only_once() -> None:
    stage = back_with(SINCE - 9)
    practise = stage.conductor.page.primary
    assert practise is not None and practise.slot == f"practise.{GUIDE}"
    stage.walk_to(practise.slot)
    assert stage.conductor.visit.stage == TOLD
    stage.walk_to("done")
    assert isinstance(stage.conductor.visit.stage, Practising)
    stage.walk_to("back")
    assert stage.conductor.visit.stage == Home()
    stage.walk_to(practise.slot)
    assert isinstance(stage.conductor.visit.stage, Practising), "it was told in this visit"
    stage.walk_to("back")
    assert isinstance(entered(stage).stage, Stepping | HaveReady)


def test_back_leads_where_it_leads_from_the_guide_and_nothing_else_moves() -> None:
    stage = back_with(SINCE - 9)
    visit, context = entered(stage), gather_context(stage)
    for action in (Do.GO_ON, Do.PRACTISE, named("place.0"), OpenTopic("vneid")):
        assert apply(visit, action, context).visit == visit
    assert apply(visit, Do.BACK, context).visit.stage == Home()


@pytest.mark.parametrize("without", ["card", "this guide on it", "a clock", "a change in the guide"])
def test_no_change_is_shown_without(without: str) -> None:
    stage = back_with(SINCE - 9, guide="vneid-cai-dat" if without == "this guide on it" else GUIDE)
    visit, context = stage.conductor.visit, gather_context(stage, None if without == "a clock" else NOW)
    if without == "card":
        visit = replace(visit, brought=None)
    if without == "a change in the guide":
        flow = replace(stage.library.flows[GUIDE], changes=())
        context = PressContext(Guides({**stage.library.flows, GUIDE: flow}), week=NOW)
    assert isinstance(apply(visit, OpenGuide(GUIDE), context).visit.stage, Stepping | HaveReady)


def test_a_change_is_shown_on_every_way_into_a_guide() -> None:
    stage = back_with(SINCE - 9)
    home = stage.conductor.visit
    staff = replace(home, staff=AtControls(MAI), assist=Assist(MAI.id))
    for visit, action in (
        (home.show(Overview(GUIDE)), Do.START_GUIDE),
        (home.show(Overview(GUIDE)), Do.PRACTISE),
        (home.restart_at(Goodbye(finished=True)), OpenGuide(GUIDE)),
        (staff.show(PickGuide()), OpenGuide(GUIDE)),
    ):
        assert apply(visit, action, gather_context(stage)).visit.stage == TOLD, action


def test_one_screen_shows_and_says_both() -> None:
    stage = back_with(SINCE - 9)
    flow = stage.library.flows[GUIDE]
    stage.conductor.show(entered(stage))
    page = stage.conductor.page
    assert isinstance(page, ChangedProps) and page.template == "changed"
    assert page.earlier != page.picture and PhoneProps() not in (page.earlier, page.picture)
    assert (page.earlier_caption, page.now_caption) == ("Trước", "Bây giờ")
    said = " ".join(line.text for line in page.script)
    assert flow.changes[0].say.vi in said and page.heading in said
    assert page.primary is not None and page.primary.action is Do.DONE


def test_a_change_without_an_earlier_picture_shows_how_it_is_now() -> None:
    stage = Stage(panel=LAPTOP)
    stage.conductor.show(Visit((Home(), GuideChanged("sim-xac-thuc", "doi-may"))))
    page = stage.conductor.page
    assert isinstance(page, ChangedProps) and page.template == "step"
    assert page.picture.drawing == "steps/sim-face"
