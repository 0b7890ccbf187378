"""Who came to practise finds it on the first screen and in the search; no phone of one's own is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.pressing import named
from support.stage import Stage, asking, residents_guides

from accessibility.card import Card, guide_mark
from accessibility.card_practice import Practised
from accessibility.preferences import Preferences
from flows.guide.needs import PRACTICE
from flows.guide.words import LANGUAGES, Language
from flows.practice.practice import Practice
from kiosk.base import events as v
from ui.screens.derive import derive
from ui.screens.needs import derive_practice_list
from ui.turn.turn import apply
from ui.visit.practising import may_practise
from ui.visit.press_context import PressContext
from ui.visit.stages import (
    Ask,
    Attract,
    Exercising,
    Home,
    NeedGuides,
    Practising,
    Rehearsing,
    ScamsToRehearse,
    SmallExercises,
    Stepping,
    Topic,
)
from ui.visit.visit import Visit


def context_of(stage: Stage) -> PressContext:
    around = stage.conductor.around
    return PressContext(around.guides, needs=around.offered)


DOOR = f"need.{PRACTICE}"
LIST = NeedGuides(PRACTICE)


@pytest.fixture
def stage() -> Stage:
    return Stage(library=residents_guides())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_stands_on_the_first_screen_beside_the_question(stage: Stage, language: Language) -> None:
    page = derive(Visit((Attract(),), Preferences(language=language)), stage.conductor.around)
    assert [one.slot for one in page.bar][:2] == ["ask", DOOR]


def test_the_drawn_phone_is_two_touches_away_and_back_leads_to_what_else_can_be_practised(
    stage: Stage,
) -> None:
    stage.conductor.show(Visit())
    stage.conductor.press(DOOR)
    assert stage.conductor.visit.stage == LIST and v.NeedChosen(PRACTICE) in stage.notebook.events
    stage.conductor.press("practise.vneid-xuat-trinh")
    assert isinstance(stage.conductor.visit.stage, Practising)
    stage.conductor.press("back")
    assert stage.conductor.visit.stage == LIST


def test_who_has_no_phone_practises_from_the_first_question_to_the_end_and_comes_back_to_it(
    stage: Stage,
) -> None:
    stage.conductor.show(Visit((Home(), Topic("dien-thoai"))))
    stage.conductor.press("flow.khong-smartphone")
    at = stage.conductor.visit.stage
    assert isinstance(at, Stepping)
    assert len(stage.conductor.page.choices) == 4
    stage.conductor.press(DOOR)
    assert stage.conductor.visit.stage == LIST and v.NeedChosen(PRACTICE) in stage.notebook.events
    stage.conductor.press("practise.vneid-xuat-trinh")
    while isinstance(now := stage.conductor.visit.stage, Practising) and not now.practice.over:
        stage.walk_to(f"place.{now.practice.task.target}")
    stage.walk_to("done")
    assert stage.conductor.visit.stage == LIST
    stage.walk_to("back")
    assert stage.conductor.visit.stages[-1:] == (at,) and stage.conductor.visit.open_walk is not None


def test_swindlers_typing_and_codes_stand_first_then_guides_in_the_order_of_the_first_screen(
    stage: Stage,
) -> None:
    page, around = derive(Visit((Home(), LIST)), stage.conductor.around), stage.conductor.around
    slots = [one.slot for one in page.choices]
    assert slots[:3] == ["rehearse", "exercises.typing", "exercises.codes"]
    guides = [one.removeprefix("practise.") for one in slots[3:]]
    assert guides[0] == next(iter(around.offered.tiles)).guides[0]
    can = {flow.id for flow in around.guides.flows.values() if may_practise(Visit(), flow)}
    assert len(guides) == len({*guides}) and {*guides} == can and len(can) > 40
    assert all(one.picture and one.ground for one in page.choices)


def test_each_tile_opens_what_it_shows(stage: Stage) -> None:
    context = context_of(stage)
    home = Visit((Home(), LIST))
    seen = {
        "rehearse": ScamsToRehearse,
        "exercises.typing": SmallExercises,
        "exercises.codes": SmallExercises,
    }
    for tile in derive(home, stage.conductor.around).choices:
        opened = apply(home, named(tile.slot), context).visit
        assert isinstance(opened.stage, seen.get(tile.slot, Practising)), tile.slot
        assert opened.stages[-2] == LIST
    story = apply(Visit((Home(), LIST, ScamsToRehearse())), named("rehearsal.khoa-sim"), context).visit
    assert isinstance(story.stage, Rehearsing)
    typed = derive(Visit((Home(), LIST, SmallExercises("typing"))), stage.conductor.around).choices[0]
    exercise = apply(Visit((Home(), LIST, SmallExercises("typing"))), named(typed.slot), context).visit
    assert isinstance(exercise.stage, Exercising)


def test_what_is_due_by_the_card_comes_first(stage: Stage) -> None:
    card = Card(practised=(Practised(guide_mark("zalo-goi-video"), 1, 1),))
    around = replace(stage.conductor.around, clock=replace(stage.conductor.around.clock, week=30))
    page = derive_practice_list(Visit((Home(), LIST), brought=card), around)
    assert page.choices[0].slot == "practise.zalo-goi-video"
    assert derive_practice_list(Visit((Home(), LIST)), around).choices[0].slot == "rehearse"


def test_what_was_practised_enough_for_now_is_left_out_until_something_else_was(stage: Stage) -> None:
    done = Practising(Practice("vneid-xuat-trinh", (), passes=99)).practice
    page = derive_practice_list(Visit((Home(), LIST), practised=(done,)), stage.conductor.around)
    assert "practise.vneid-xuat-trinh" not in [one.slot for one in page.choices]


WANTED = (
    "muốn tập", "muon tap", "tôi muốn tập", "tập điện thoại", "tap dien thoai", "tap bam", "tập gõ chữ",
    "luyện tập", "tap cho quen tay", "học dùng điện thoại", "hoc su dung dien thoai", "cho tôi tập thử",
    "thực hành trên máy", "tap nhan tin", "practise",
)  # fmt: skip
NOT_WANTED = (
    "tập thể dục ở đâu", "tap duong sinh", "trường tập lái xe", "tôi bị ngã lúc tập đi", "họp tập huấn",
    "kẻ lừa bảo tôi tập chuyển tiền", "cháy nhà", "cài VNeID",
)  # fmt: skip


@pytest.mark.parametrize("question", WANTED)
def test_who_asks_to_practise_finds_the_door_first(stage: Stage, question: str) -> None:
    assert asking().ask(question).practice
    typing = Ask(question, asking().ask(question), finished="all")
    page = derive(Visit((Home(), typing)), stage.conductor.around)
    assert page.choices[0].slot == DOOR
    assert apply(Visit((Home(), typing)), named(page.choices[0].slot), context_of(stage)).visit.stage == LIST


@pytest.mark.parametrize("question", NOT_WANTED)
def test_who_asks_for_something_else_does_not(question: str) -> None:
    assert not asking().ask(question).practice
