"""What a guide has typed is typed on the drawn phone: the guide's own words alone, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import walks_to_every_step
from support.pressing import named
from support.stage import SIGN, residents_guides

from flows.guide.words import LANGUAGES
from flows.practice.exercise.keyboard import untypable
from flows.practice.practice import Practice, Task, first_pass
from flows.practice.rung import Rung
from flows.practice.way import is_practised, tasks_of
from ui.screens.derive import derive
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.screens.typing_page import TypingProps
from ui.turn.turn import apply
from ui.visit.actions.chosen import TouchPlace
from ui.visit.actions.common import Do
from ui.visit.actions.typing import Keyboard, TypeKey
from ui.visit.effects import SayThis
from ui.visit.press_context import PressContext
from ui.visit.stages import Home, Practising
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS = residents_guides().flows
KNOWN = PressContext(Guides(FLOWS))
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)
TYPED = [
    (flow.id, step.id)
    for flow in FLOWS.values()
    for step in flow.steps.values()
    if is_practised(step) and step.picture and any(one.typed for one in step.picture.elements)
]


def tasks_with(guide: str, step: str) -> tuple[tuple[Task, ...], int]:
    tasks = tasks_of(FLOWS[guide], walks_to_every_step(guide)[step], FLOWS.values())
    return tasks, next(at for at, task in enumerate(tasks) if task.step_id == step)


def at_the_keys(guide: str, step: str, rung: Rung = "shown") -> Visit:
    """The place was touched."""
    tasks, at = tasks_with(guide, step)
    visit = Visit((Home(), Practising(replace(first_pass(guide, tasks, rung), at=at))))
    visit = apply(visit, TouchPlace(tasks[at].target), KNOWN).visit
    assert practice_of(visit).at == at
    return visit


def practice_of(visit: Visit) -> Practice:
    assert isinstance(visit.stage, Practising)
    return visit.stage.practice


def page_of(visit: Visit) -> TypingProps:
    page = derive(visit, AROUND)
    assert isinstance(page, TypingProps)
    return page


def is_typing(visit: Visit) -> bool:
    return isinstance(visit.stage, Practising) and visit.stage.typing is not None


@pytest.mark.parametrize(("guide", "step"), TYPED)
def test_the_ring_leads_key_by_key_to_the_guides_own_word_and_on_to_the_next_step(
    guide: str, step: str
) -> None:
    """In each language; what stands there at last is the word, and nothing else was asked for."""
    for language in LANGUAGES:
        visit = at_the_keys(guide, step)
        visit = replace(visit, preferences=replace(visit.preferences, language=language))
        task, at = practice_of(visit).task, practice_of(visit).at
        assert untypable(task.typed) is None and task.typed in page_of(visit).sentence
        while page_of(visit).ringed:
            visit = apply(visit, named(page_of(visit).ringed), KNOWN).visit
        assert page_of(visit).heading == task.typed
        assert Do.HINT not in {one.action for one in page_of(visit).bar}
        visit = apply(visit, Do.GO_ON, KNOWN).visit
        assert (practice_of(visit).at, practice_of(visit).clean) == (at + 1, True)
        assert not is_typing(visit)


def test_nothing_but_the_guides_own_word_can_be_typed() -> None:
    visit = at_the_keys("vneid-muc-1", "nhap-otp", "alone")
    for digit, typed in zip("0129384675", ["", "", "", "", "3", "38", "38", "38", "38", "385"], strict=True):
        visit = apply(visit, TypeKey(digit), KNOWN).visit
        assert page_of(visit).heading == typed
    assert not practice_of(apply(visit, Do.GO_ON, KNOWN).visit).clean


def test_a_composition_of_a_guide_is_shown_and_said_key_by_key() -> None:
    visit, seen, said = at_the_keys("go-tieng-viet", "thu-go", "alone"), list[tuple[str, str]](), list[str]()
    for letter in "mej":
        turn = apply(visit, TypeKey(letter), KNOWN)
        visit = turn.visit
        seen.append((page_of(visit).heading, page_of(visit).caption))
        said += [one.key for one in turn.effects if isinstance(one, SayThis)]
    assert seen == [("m", "Ra chữ m"), ("me", "Ra chữ e"), ("mẹ", "Dấu nặng: mẹ")]
    assert said == ["ask.key", "ask.key"], "the last key is told by the page itself"
    assert "Dấu nặng: mẹ" in [line.text for line in page_of(visit).script]


def test_a_wrong_key_is_helped_with_by_the_keys_of_the_word_then_half_then_the_ring() -> None:
    visit = at_the_keys("dvc-ho-tich", "tim-trich-luc", "alone")
    for letter in ("t", "r", "i", "c", "h", "s"):
        visit = apply(visit, TypeKey(letter), KNOWN).visit
    visit = apply(visit, Keyboard.SPACE, KNOWN).visit
    looks = list[tuple[str, int, str]]()
    for _ in range(3):
        visit = apply(visit, TypeKey("z"), KNOWN).visit
        page = page_of(visit)
        assert page.script[0].slot == "caption"
        looks.append((page.caption, len(page.pale), page.ringed))
    assert looks[0] == ("Chữ lục: bác gõ l, u, c, j", 0, "")
    assert looks[1][1] > 10 and looks[1][2] == ""
    assert looks[2][1:] == (0, "key.l")
    visit = apply(visit, TypeKey("l"), KNOWN).visit
    assert page_of(visit).ringed == ""


@pytest.mark.parametrize("rung", ["shown", "hinted", "alone"])
def test_only_on_the_second_rung_a_hint_comes_when_one_asks(rung: Rung) -> None:
    visit = at_the_keys("vneid-cai-dat", "go-android", rung)
    assert (Do.HINT in {one.action for one in page_of(visit).bar}) == (rung == "hinted")
    asked = apply(visit, Do.HINT, KNOWN).visit
    assert (asked == visit) == (rung != "hinted")
    if rung == "hinted":
        assert page_of(asked).pale and not practice_of(apply(asked, Do.GO_ON, KNOWN).visit).clean


def test_who_would_rather_not_type_goes_on_and_back_closes_the_keys() -> None:
    visit = at_the_keys("vneid-cai-dat", "go-android", "alone")
    at = practice_of(visit).at
    onward = practice_of(apply(visit, Do.GO_ON, KNOWN).visit)
    assert (onward.at, onward.clean, onward.help) == (at + 1, True, "none")
    back = apply(apply(visit, TypeKey("v"), KNOWN).visit, Do.BACK, KNOWN).visit
    assert not is_typing(back) and practice_of(back).at == at
    again = apply(back, TouchPlace(practice_of(back).task.target), KNOWN).visit
    assert page_of(again).heading == ""
