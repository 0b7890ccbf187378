"""A guide done on one's own phone, after it was found alone on the drawn one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.guides import shipped
from support.stage import Stage, residents_guides

from flows.guide.flow import URGENT_TOPIC
from flows.guide.steps import DoStep, Practise
from flows.practice.place import screen_of
from flows.practice.practice import Practice
from flows.practice.way import can_be_practised, steps_to_do, tasks_of
from ui.visit.actions.common import Do
from ui.visit.stages import Home, OnOwnPhone, Practising
from ui.visit.visit import Visit

FLOW = shipped().flows["vneid-xuat-trinh"]
TASKS = tasks_of(FLOW, None, shipped().flows.values())
MASTERED = Practice(FLOW.id, TASKS, "alone", at=len(TASKS))


def after(practice: Practice) -> Stage:
    stage = Stage()
    stage.conductor.show(Visit((Home(), Practising(practice))))
    return stage


def offered(stage: Stage) -> set[str]:
    page = stage.conductor.page
    shown = (*page.choices, *((page.primary,) if page.primary else ()))
    return {one.slot for one in shown}


def test_ones_own_phone_is_offered_once_every_place_was_touched_alone_and_not_before() -> None:
    assert "own-phone" in offered(after(MASTERED))
    assert "own-phone" not in offered(after(replace(MASTERED, clean=False)))
    assert "own-phone" not in offered(after(replace(MASTERED, rung="hinted")))
    early = after(replace(MASTERED, rung="hinted"))
    early.walk_to("own-phone")
    assert not isinstance(early.conductor.visit.stage, OnOwnPhone)


def test_the_end_of_a_pass_alone_tells_how_many_places_were_found_and_counts_no_others() -> None:
    found = sum(one.is_found for one in TASKS)
    assert 0 < found < len(TASKS)
    said = f"Bác tự tìm được {found} chỗ. Còn {len(TASKS) - found} chỗ trên hình ít chữ"
    assert after(MASTERED).conductor.page.sentence.startswith(said)
    assert "tự tìm" not in after(replace(MASTERED, clean=False)).conductor.page.sentence
    bare = tuple(one for one in TASKS if not one.is_found)
    nothing = replace(MASTERED, tasks=bare, at=len(bare))
    assert nothing.reached == "alone" and not nothing.mastered, "what had to be touched anyway was not found"
    stage = after(nothing)
    assert stage.conductor.page.sentence.startswith("Bác chạm đúng hết ạ.") and "own-phone" in offered(stage)


def test_one_step_at_a_time_whatever_is_done_by_hand_is_on_it() -> None:
    stage = after(MASTERED)
    stage.walk_to("own-phone")
    said = []
    while not stage.conductor.page.place.startswith("own-phone.over"):
        said.append(stage.conductor.page.sentence)
        stage.walk_to("done")
    assert said == [step.say.vi for step in steps_to_do(FLOW)]
    assert all(isinstance(step, DoStep | Practise) for step in steps_to_do(FLOW))
    assert len(said) >= len(TASKS)


def test_only_what_is_drawn_on_a_phone_is_on_it_for_it_is_done_there_and_then() -> None:
    for flow in residents_guides().flows.values():
        for step in steps_to_do(flow):
            screen = screen_of(step)
            assert screen is not None and screen.device != "none", (flow.id, step.id)
    held_up = FLOW.steps["dua-man-hinh"]
    assert held_up not in steps_to_do(FLOW) and isinstance(held_up, DoStep)


@pytest.mark.parametrize(
    "guide",
    ["lua-dao-da-mac", "vneid-doi-may", "co-ban-mat-khau-otp", "dvc-nop-phi", "dvc-nop-ho-so", "khan-cap"],
)
def test_what_locks_pays_or_files_is_never_practised_for_real_on_ones_own_phone(guide: str) -> None:
    flow = residents_guides().flows[guide]
    assert not flow.own_phone and steps_to_do(flow) == ()
    if not can_be_practised(flow):
        return
    tasks = tasks_of(flow, None, shipped().flows.values())
    stage = after(Practice(flow.id, tasks, "alone", at=len(tasks)))
    page = stage.conductor.page
    assert "own-phone" not in offered(stage)
    assert page.primary is not None and page.primary.label == "Để hôm khác"
    assert page.sentence.endswith("Hôm khác bác tập lại thì nhớ lâu hơn ạ.")
    stage.conductor.act(Do.OWN_PHONE)
    assert stage.conductor.page == page


def test_no_guide_that_files_or_is_urgent_is_done_on_ones_own_phone() -> None:
    for flow in residents_guides().flows.values():
        assert not (flow.own_phone and (flow.files or flow.topic == URGENT_TOPIC)), flow.id


def test_who_asks_hears_it_again_and_then_sees_the_place() -> None:
    stage = after(MASTERED)
    stage.walk_to("own-phone", "again", "not-understood")
    at = stage.conductor.visit.stage
    assert isinstance(at, OnOwnPhone) and at.doing.pictured
    assert stage.conductor.page.place.endswith(".True")
    stage.walk_to("done")
    assert stage.conductor.page.place.endswith(".False")


def test_the_end_says_whether_alone_and_leads_back() -> None:
    for slot, clean in (("by-myself", "yes"), ("reminded", "no")):
        stage = after(MASTERED)
        stage.walk_to("own-phone", *("done" for _ in steps_to_do(FLOW)))
        assert offered(stage) == {"by-myself", "reminded"}
        stage.walk_to(slot)
        assert stage.notebook.lines[-1] == ("guide practised", FLOW.id, "own-phone", clean)
        assert stage.conductor.visit.stage == Home()
