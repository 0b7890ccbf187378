"""A guide practised on the drawn phone, and a scam rehearsed on it, by each way of using the kiosk."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.itinerary import ask, word
from support.stage import PANELS, Stage, residents_guides
from support.walkers import WAYS, Walker
from support.window import Screen

from flows.practice.practice import Practice
from flows.rehearse.library import shipped_rehearsals
from flows.rehearse.play import Play
from flows.words import Language
from ui.picture.describe import noun_of
from ui.visit.stages import Goodbye, Home, Practising, Rehearsing, ScamsToRehearse, Topic, Visit

GUIDE = "vneid-xuat-trinh"
VI: Language = "vi"


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    kiosk = Stage(panel=PANELS["portrait"])
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    yield kiosk
    kiosk.close()


def practice_of(stage: Stage) -> Practice:
    at = stage.conductor.visit.stage
    assert isinstance(at, Practising)
    return at.practice


def called(practice: Practice, number: int) -> str:
    picture = practice.task.picture
    element = picture.elements[number]
    return element.label or noun_of(picture, element, VI)


def go_through(stage: Stage, person: Walker) -> None:
    """Touches the place of each step, as it is called."""
    said_of = residents_guides().flows[GUIDE].steps
    while not practice_of(stage).over:
        now = practice_of(stage)
        said = ask(person, called(now, now.task.target))
        after = practice_of(stage)
        assert after.at == now.at + 1
        if not after.over:
            assert said_of[after.task.step_id].say.vi in said


@pytest.mark.parametrize("way", WAYS)
def test_two_passes_over_a_guide_and_one_wrong_touch(stage: Stage, way: str) -> None:
    person = WAYS[way](stage)
    person.begin()
    now = stage.conductor.visit.preferences
    stage.conductor.show(Visit((Home(), Goodbye(finished=True, guide=GUIDE)), now, finished=(GUIDE,)))
    person.arrives()
    said = ask(person, word("practice.offer"))
    assert word("go_on.choose_phone") in said or way != "not reading"
    go_through(stage, person)
    ask(person, word("practice.again"))
    assert practice_of(stage).rung == "hinted"
    first = practice_of(stage)
    wrong = next(number for number in range(len(first.task.picture.elements)) if number != first.task.target)
    ask(person, called(first, wrong))
    assert (practice_of(stage).at, practice_of(stage).help) == (0, "said-again")
    go_through(stage, person)
    ask(person, word("practice.later"))
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    told = [line for line in stage.notebook.lines if line[0] == "guide practised"]
    assert told == [
        ("guide practised", GUIDE, "shown", "yes"),
        ("guide practised", GUIDE, "hinted", "no"),
    ]


STORY = "khoa-sim"


@pytest.mark.parametrize("way", WAYS)
def test_a_scam_is_rehearsed_gone_along_with_and_then_hung_up_on(stage: Stage, way: str) -> None:
    """From among the guides to the lesson; of what was answered the log knows nothing."""
    person = WAYS[way](stage)
    person.begin()
    stage.conductor.show(Visit((Home(), Topic("an-toan")), stage.conductor.visit.preferences))
    person.arrives()
    script = shipped_rehearsals()[STORY]
    ask(person, word("rehearsal.offer"))
    ask(person, script.title.vi)
    said = ask(person, word("rehearsal.begin_call"))
    assert word("rehearsal.mark") in said and play_of(stage).turn.says.vi in said
    ask(person, next(one for one in play_of(stage).replies if one.kind == "comply").text.vi)
    ask(person, word("step.next"))
    ask(person, word("rehearsal.hang_up"))
    learnt = "".join(ask(person, word("step.next")) for _ in range(3))
    assert all(words.vi in learnt for words in (script.sign, script.rule, script.check))
    assert not play_of(stage).went_along
    ask(person, word("rehearsal.over"))
    assert isinstance(stage.conductor.visit.stage, ScamsToRehearse)
    assert [line for line in stage.notebook.lines if STORY in str(line) or "rehears" in str(line)] == [
        ("rehearsal held",)
    ]


def play_of(stage: Stage) -> Play:
    at = stage.conductor.visit.stage
    assert isinstance(at, Rehearsing)
    return at.play
