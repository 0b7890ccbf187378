"""Wherever the drawn phone is touched, and however often one asks: there is always an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.stage import Stage, residents_guides

from flows.practice.practice import Practice, Task, first_pass
from flows.practice.rung import DRAWN, Rung
from flows.practice.way import can_be_practised, tasks_of
from ui.visit.actions.common import Do
from ui.visit.stages import Goodbye, Home, Practising, Visit

FLOWS = residents_guides().flows
ABLE = sorted(flow.id for flow in FLOWS.values() if can_be_practised(flow))
SAMPLE = ABLE[::5]
GLASS = -1


def shown(stage: Stage, guide: str, tasks: tuple[Task, ...], at: int, rung: Rung) -> Practice:
    practice = replace(first_pass(guide, tasks, rung), at=at)
    stage.conductor.show(Visit((Home(), Goodbye(finished=True, guide=guide), Practising(practice))))
    stage.ear.heard.clear()
    return practice


def now(stage: Stage) -> Practice:
    at = stage.conductor.visit.stage
    assert isinstance(at, Practising)
    return at.practice


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
                assert (now(stage).at, now(stage).help) == (at, given), (task.step_id, place)
                assert answered(stage, sentence), (task.step_id, place, given)


@pytest.mark.parametrize("guide", SAMPLE)
def test_the_rim_of_the_place_that_a_control_leaves_free_is_right_too(guide: str) -> None:
    stage = Stage()
    tasks = tasks_of(FLOWS[guide], None, FLOWS.values())
    for at, task in enumerate(tasks):
        if task.way is None:
            shown(stage, guide, tasks, at, "alone")
            stage.conductor.slid("", task.target)
            assert now(stage).at == at + 1 and now(stage).clean
            shown(stage, guide, tasks, at, "alone")
            stage.conductor.slid("right", task.target)  # drawn back from it
            assert now(stage).at == at


GUIDE = "vneid-xuat-trinh"
TASKS = tasks_of(FLOWS[GUIDE], None, FLOWS.values())


def ask(stage: Stage) -> None:
    stage.clock.now_s += 3
    stage.conductor.act(Do.NOT_UNDERSTOOD)


@pytest.mark.parametrize("rung", DRAWN)
@pytest.mark.parametrize("hears", [True, False])
def test_a_hint_is_offered_on_the_second_rung_alone_once_heard_again_or_at_once_to_who_does_not_hear(
    rung: Rung, hears: bool
) -> None:
    stage = Stage()
    shown(stage, GUIDE, TASKS, 0, rung)
    visit = stage.conductor.visit
    stage.conductor.show(replace(visit, preferences=replace(visit.preferences, speech_on=hears)))
    offered = [one.action for one in stage.conductor.page.bar]
    assert (Do.NOT_UNDERSTOOD in offered) == (rung == "hinted" and not hears)
    assert len(offered) == 3
    stage.clock.now_s += 3
    stage.conductor.act(Do.AGAIN)
    offered = [one.action for one in stage.conductor.page.bar]
    assert (Do.NOT_UNDERSTOOD in offered) == (rung == "hinted")


def test_on_the_second_rung_each_question_is_answered_first_by_half_then_by_the_place_then_again() -> None:
    stage = Stage()
    shown(stage, GUIDE, TASKS, 0, "hinted")
    for given in ("half-pale", "shown", "shown", "shown"):
        ask(stage)
        assert now(stage).help == given
        assert answered(stage, FLOWS[GUIDE].steps[TASKS[0].step_id].say.vi)


@pytest.mark.parametrize("rung", ["shown", "alone"])
def test_on_the_other_rungs_the_sentence_is_said_again_and_nothing_is_shown(rung: Rung) -> None:
    stage = Stage()
    before = shown(stage, GUIDE, TASKS, 0, rung)
    for _ in range(3):
        ask(stage)
        assert now(stage) == before
        assert answered(stage, FLOWS[GUIDE].steps[TASKS[0].step_id].say.vi)
