"""The resident is gone, or is to make room for the next one: the kiosk asks, waits and forgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.stage import residents_guides
from support.visitor import DONE_HERE, FINISH, START, Visitor, visitor

from ui.visit.stages import Home, IdleNotice
from ui.visit.visit import Visit

GUIDE = residents_guides().flows["vneid-cai-dat"]


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor() as made:
        yield made


def wait_for_notice(resident: Visitor) -> None:
    for _ in range(901):
        if isinstance(resident.at, IdleNotice):
            break
        resident.stage.wait(1)
    resident.settle()


def test_nobody_touches_it_the_kiosk_asks_counts_down_and_forgets(resident: Visitor) -> None:
    resident.open_guide()
    wait_for_notice(resident)
    assert resident.reads("Bác còn ở đây không ạ?")
    assert resident.heard.startswith("Bác còn ở đây không ạ?")
    assert resident.reads("Màn hình tự về đầu sau 60\u00a0giây.")
    resident.stage.wait(20)
    resident.settle()
    assert resident.reads("Màn hình tự về đầu sau 40\u00a0giây.")
    resident.stage.wait(41)
    resident.settle()
    assert resident.reads("Chào bác!")
    assert resident.stage.notebook.lines[-1] == ("session ended", "idle")


def test_whoever_is_still_there_goes_on_at_the_same_step(resident: Visitor) -> None:
    resident.open_guide()
    step = resident.step
    wait_for_notice(resident)
    resident.stage.wait(50)
    resident.settle()
    resident.tap("Tôi vẫn ở đây")
    assert resident.step == step
    assert resident.reads(step.say.vi)


@pytest.mark.parametrize("where", ["goodbye", "idle"])
def test_the_next_person_begins_anew_at_once(resident: Visitor, where: str) -> None:
    resident.open_guide()
    resident.jump("size", "theme")
    resident.tap("Tiếng", "English")
    language = resident.stage.conductor.around.tr("en")
    if where == "idle":
        wait_for_notice(resident)
    else:
        resident.tap(language("strip.finish"))
    resident.tap(language("goodbye.next_person" if where == "idle" else "goodbye.done"))
    assert resident.stage.conductor.nobody_is_here
    resident.tap(START)
    assert resident.heard.startswith("Bác cần gì ạ?")


@pytest.mark.parametrize("touched", [False, True])
def test_who_goes_without_a_word_is_waved_to_and_the_next_person_does_not_wait(
    resident: Visitor, touched: bool
) -> None:
    resident.open_guide()
    resident.tap(FINISH, DONE_HERE)
    assert resident.stage.conductor.nobody_is_here
    assert resident.reads("Cháu chào bác ạ.") and resident.buttons == [START]
    if touched:
        resident.tap(START)
        assert resident.at == Home()
    else:
        resident.stage.wait(2)
        resident.settle()
        assert resident.screen.shows("Đi khám bệnh") and not resident.reads("Cháu chào bác ạ.")


def test_nothing_of_the_last_person_is_left_in_any_view(resident: Visitor) -> None:
    resident.open_guide()
    shell = resident.stage.shell
    while shell.prepare():  # what might have come next is nobody's business either
        resident.settle()

    def held() -> set[str]:
        names = ("heading", "sentence", "caption")
        return {view.property(name) for view in shell._views.all() for name in names}

    words = {resident.step.say.vi, GUIDE.title.vi, *(page.sentence for page in shell.conductor.foresee())}
    assert len(words & held()) > 2
    resident.tap(FINISH, DONE_HERE)
    assert not (words - {""}) & held()
    assert resident.stage.conductor.visit == Visit()
