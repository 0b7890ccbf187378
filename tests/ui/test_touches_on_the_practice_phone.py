"""Wherever the drawn phone is touched, and however often one asks: there is always an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support import practised
from support.all_screens import walks_to_every_step
from support.practised import practice_of, typing_in
from support.stage import Stage, residents_guides

from flows.practice.practice import Practice, Task, first_pass
from flows.practice.rung import DRAWN, Rung
from flows.practice.way import can_be_practised, tasks_of
from ui.visit.actions.common import Do

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
