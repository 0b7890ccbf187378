"""Wherever the drawn phone is touched, and however often one asks: there is always an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import practised
from support.all_screens import walks_to_every_step
from support.practised import practice_of, typing_in
from support.stage import PANELS, Stage, on_a_window, residents_guides
from support.window import Screen

from flows.practice.practice import Practice, Task, first_pass
from flows.practice.rung import DRAWN, Rung
from flows.practice.way import can_be_practised, is_practised, is_touched_on_own_phone, tasks_of
from kiosk.base.events import GuidePractised
from ui.visit.actions.common import Do
from ui.visit.stages import Home, Practising, Stepping
from ui.visit.visit import Visit
from ui.window.input.drawn_class import class_name

FLOWS = residents_guides().flows
ABLE = sorted(flow.id for flow in FLOWS.values() if can_be_practised(flow))
SAMPLE = ABLE[::5]
GLASS = -1


def shown(stage: Stage, guide: str, tasks: tuple[Task, ...], at: int, rung: Rung) -> Practice:
    practice = replace(first_pass(guide, tasks, rung), at=at)
    practised.show(stage, practice)
    stage.ear.heard.clear()
    return practice


def answered(stage: Stage, sentence: str) -> bool:
    said = any(sentence in one.text for one in stage.ear.heard)
    stage.ear.heard.clear()
    return said


@pytest.mark.parametrize("guide", SAMPLE)
def test_a_touch_on_anything_else_that_is_drawn_and_on_the_glass_is_answered_every_time(guide: str) -> None:
    stage, flow = Stage(), FLOWS[guide]
    tasks = tasks_of(flow, None, FLOWS.values())
    for at, task in enumerate(tasks):
        sentence = flow.steps[task.step_id].say.vi
        for place in (GLASS, *range(len(task.picture.elements))):
            if task.takes(place) or (task.way is not None and place == task.target):
                continue
            shown(stage, guide, tasks, at, "alone")
            for given in ("said-again", "half-pale", "shown", "shown", "shown"):
                stage.clock.now_s += 3
                stage.conductor.slid("", place)
                assert (practice_of(stage).at, practice_of(stage).help) == (at, given), (task.step_id, place)
                name = "" if place == GLASS else (task.picture.elements[place].label or "")
                named = [one.text for one in stage.ear.heard if "Đây là" in one.text]
                assert bool(named) == bool(name) and all(name in one for one in named), (task.step_id, place)
                assert answered(stage, sentence), (task.step_id, place, given)


@pytest.mark.parametrize("guide", SAMPLE)
def test_the_rim_of_the_place_that_a_control_leaves_free_is_right_too(guide: str) -> None:
    stage = Stage()
    tasks = tasks_of(FLOWS[guide], None, FLOWS.values())
    for at, task in enumerate(tasks):
        if task.way is None:
            shown(stage, guide, tasks, at, "alone")
            stage.conductor.slid("", task.target)
            opened = typing_in(stage)
            assert (practice_of(stage).at, opened is not None) == (at + (not task.typed), bool(task.typed))
            assert practice_of(stage).clean
            shown(stage, guide, tasks, at, "alone")
            stage.conductor.slid("right", task.target)  # drawn back from it
            assert practice_of(stage).at == at


GUIDE = "vneid-xuat-trinh"
TASKS = tasks_of(FLOWS[GUIDE], None, FLOWS.values())


def test_what_is_said_after_a_mistake_says_more_than_the_sentence_once_again() -> None:
    stage = Stage()
    shown(stage, GUIDE, TASKS, 0, "alone")
    said = list[str]()
    for _ in range(3):
        stage.clock.now_s += 3
        stage.conductor.slid("", GLASS)
        said.append(stage.ear.last)
    begun = [text.split(".")[0] for text in said]
    assert begun == ["Bác thử lại nhé", "Bác tìm ở nửa còn rõ", "Bác chạm chỗ có vòng"]


def at_step(guide: str, step: str) -> Visit:
    return Visit((Home(), Stepping(guide, walks_to_every_step(guide)[step])))


MINE = "Bác chạm trên điện thoại của bác ạ."


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("panel", ["portrait", "laptop"])
def test_who_touches_the_phone_of_a_step_that_is_read_hears_whose_is_meant_and_may_practise_there(
    panel: str,
) -> None:
    with on_a_window(Stage(panel=PANELS[panel])) as stage:
        screen = Screen(stage.kiosk.window)
        stage.conductor.show(before := at_step(GUIDE, TASKS[1].step_id))
        screen.lay_out()
        spot = screen.middle(next(one for one in screen.items() if class_name(one) == "Phone"))
        for heard in (1, 2):  # touched again it is said again
            stage.clock.now_s += 3
            screen.press(spot)
            screen.lift(spot)
            screen.lay_out()
            assert sum(MINE in one.text for one in stage.ear.heard) == heard
        assert stage.conductor.page.sentence == MINE and "Tập trên hình" in stage.ear.last
        stage.clock.now_s += 3
        screen.tap("Tập trên hình")
        assert practice_of(stage).task.step_id == TASKS[1].step_id
        stage.conductor.act(Do.BACK)
        assert stage.conductor.visit.stages == before.stages


def test_a_pass_from_the_middle_on_raises_no_rung_and_leads_back_to_the_step() -> None:
    stage = Stage()
    stage.conductor.show(before := at_step(GUIDE, TASKS[1].step_id))
    stage.conductor.slid("up", GLASS)
    assert stage.conductor.visit == before, "that was no touch"
    stage.conductor.slid("", GLASS)
    stage.conductor.press(stage.conductor.page.choices[0].slot)
    while isinstance(at := stage.conductor.visit.stage, Practising) and not at.practice.over:
        stage.walk_to(f"place.{at.practice.task.target}")
    told = [one for one in stage.notebook.events if isinstance(one, GuidePractised)]
    assert [(one.rung, one.clean) for one in told] == [("shown", "no")]
    assert practice_of(stage).reached == "shown"
    stage.walk_to("done")
    assert stage.conductor.visit.stages == before.stages


@pytest.mark.parametrize("guide", ["khan-cap", "lua-dao-da-mac", "vneid-cai-dat"])
def test_of_each_step_the_sentence_is_said_and_practice_offered_only_where_there_is_some(guide: str) -> None:
    stage, flow = Stage(), FLOWS[guide]
    for step_id, walk in walks_to_every_step(guide).items():
        stage.conductor.show(Visit((Home(), Stepping(guide, walk))))
        before = stage.conductor.page
        stage.conductor.slid("", GLASS)
        page, step = stage.conductor.page, flow.steps[step_id]
        assert (page != before) == is_touched_on_own_phone(step), step_id
        if page != before:
            offered = any(one.slot == f"practise.{guide}" for one in page.choices)
            assert offered == is_practised(step) and page.sentence == MINE
            stage.walk_to("back")
            assert stage.conductor.page == before


def ask(stage: Stage) -> None:
    stage.clock.now_s += 3
    stage.conductor.act(Do.HINT)


SLID = "co-ban-wifi"


@pytest.mark.parametrize("rung", DRAWN)
def test_a_hint_is_offered_from_the_beginning_and_on_the_second_rung_alone(rung: Rung) -> None:
    """Beside hearing it again; where a finger slides, whose button has that place, instead of it."""
    stage = Stage()
    shown(stage, GUIDE, TASKS, 0, rung)
    page, hints = stage.conductor.page, rung == "hinted"
    assert (page.primary is not None and page.primary.action is Do.HINT) == hints
    assert Do.AGAIN in [one.action for one in page.bar]
    walk = walks_to_every_step(SLID)["vuot-xuong"]
    tasks = tasks_of(FLOWS[SLID], walk, FLOWS.values())
    at = next(number for number, task in enumerate(tasks) if task.way is not None)
    shown(stage, SLID, tasks, at, rung)
    offered = [one.action for one in stage.conductor.page.bar]
    assert (Do.HINT in offered, Do.AGAIN in offered) == (hints, not hints)


def test_on_the_second_rung_each_question_is_answered_first_by_half_then_by_the_place_then_again() -> None:
    stage = Stage()
    shown(stage, GUIDE, TASKS, 0, "hinted")
    for given in ("half-pale", "shown", "shown", "shown"):
        ask(stage)
        assert practice_of(stage).help == given
        assert answered(stage, FLOWS[GUIDE].steps[TASKS[0].step_id].say.vi)


@pytest.mark.parametrize("rung", ["shown", "alone"])
def test_on_the_other_rungs_the_sentence_is_said_again_and_nothing_is_shown(rung: Rung) -> None:
    stage = Stage()
    before = shown(stage, GUIDE, TASKS, 0, rung)
    for _ in range(3):
        ask(stage)
        assert practice_of(stage) == before
        assert answered(stage, FLOWS[GUIDE].steps[TASKS[0].step_id].say.vi)
