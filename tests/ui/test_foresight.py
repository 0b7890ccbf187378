"""What the next touch may bring is known before it comes, and trying it beforehand leaves no trace."""

from __future__ import annotations

import pytest
from support.stage import Stage, residents_guides

from flows.practice.practice import first_pass
from flows.practice.way import tasks_of
from ui.visit.stages import Home, Practising, Stepping
from ui.visit.visit import Visit

FIRST_STEP = ("begin", "topic.vneid", "flow.vneid-cai-dat")


def arrived(*actions: str) -> Stage:
    stage = Stage()
    stage.walk_to(*FIRST_STEP, *actions)
    return stage


@pytest.mark.parametrize(
    ("before", "action"),
    [
        (("again",), "not-understood"),
        ((), "choice.android"),
        ((), "choice.iphone"),
        (("choice.android",), "next"),
        (("choice.android",), "back"),
        (("choice.android", "again"), "not-understood"),
        (("choice.android", "comfort"), "done"),
        (("choice.android", "call-person"), "go-on"),
    ],
)
def test_the_page_that_a_touch_brings_was_foreseen(before: tuple[str, ...], action: str) -> None:
    stage = arrived(*before)
    foreseen = stage.conductor.foresee()
    stage.walk_to(action)
    assert stage.conductor.page in foreseen


def test_the_way_on_comes_first() -> None:
    stage = arrived("choice.android")
    first, *_ = stage.conductor.foresee()
    stage.walk_to("next")
    assert first == stage.conductor.page


def test_what_comes_after_the_place_to_be_found_was_foreseen() -> None:
    flows = residents_guides().flows
    stage = Stage()
    practice = first_pass(
        "vneid-xuat-trinh", tasks_of(flows["vneid-xuat-trinh"], None, flows.values()), "shown"
    )
    stage.conductor.show(Visit((Home(), Practising(practice))))
    for task in practice.tasks:
        foreseen = stage.conductor.foresee()
        stage.walk_to(f"place.{task.target}")
        assert stage.conductor.page in foreseen or task is practice.tasks[-1]


@pytest.mark.parametrize("where", [(), ("begin",), ("begin", "topic.vneid")])
def test_outside_a_guide_nothing_is_foreseen(where: tuple[str, ...]) -> None:
    stage = Stage()
    stage.walk_to(*where)
    assert not isinstance(stage.conductor.visit.stage, Stepping)
    assert stage.conductor.foresee() == ()


def test_to_foresee_does_nothing() -> None:
    stage = arrived("choice.android", "next")
    visit, lines, heard = stage.conductor.visit, list(stage.notebook.lines), list(stage.ear.heard)
    assert stage.conductor.foresee()
    assert (stage.conductor.visit, stage.notebook.lines, stage.ear.heard) == (visit, lines, heard)


def test_a_mistake_in_what_may_come_is_logged_and_the_step_stays(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stage = arrived("choice.android")
    page = stage.conductor.page

    def broken(*_: object) -> None:
        raise KeyError("no such step")

    monkeypatch.setattr("ui.turn.foresight.derive", broken)
    assert stage.conductor.foresee() == ()
    assert stage.conductor.page == page
    assert "foresee on Stepping failed" in caplog.text
