"""A guide practised on the drawn phone, a scam rehearsed on it, and helping rehearsed by staff,
by each way of using the kiosk.
"""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support import practised
from support.all_screens import walks_to_every_step
from support.itinerary import ask, word
from support.pairwise import pairwise_rows
from support.practised import at_the_step, opened, practice_of, typing_in
from support.staff import MAI
from support.stage import Stage, residents_guides
from support.typing_out import take_next_key
from support.walkers import WAYS, NonReader, Walker

from accessibility.card import Card, guide_mark
from accessibility.card_practice import Practised
from flows.guide.walk import Walk
from flows.guide.words import Language
from flows.practice.practice import WHOLE_SCREEN, Practice, first_pass
from flows.practice.rehearse.play import Play
from flows.practice.rung import DRAWN, Rung
from flows.practice.way import can_be_practised, tasks_of
from flows.shelf.rehearsals import shipped_rehearsals
from ui.screens.picture.describe import noun_of
from ui.visit.staff.people import AtControls
from ui.visit.staff.stages import RehearsingHelp, StaffMenu
from ui.visit.stages import Attract, Exercising, Goodbye, Home, Practising, Rehearsing, ScamsToRehearse, Topic
from ui.visit.visit import Visit

GUIDE = "vneid-xuat-trinh"
VI: Language = "vi"


EACH_WAY = [
    pytest.param(
        way,
        panel,
        marks=() if (at % 2 == 0) == (panel == "portrait") else pytest.mark.full,
        id=f"{way}-{panel}",
    )
    for at, way in enumerate(WAYS)
    for panel in ("portrait", "laptop")
]
"""Each way on one of the two panels; on both in the full run."""


@pytest.fixture
def stage(drawing: object, panel: str) -> Iterator[Stage]:
    yield from opened(panel)


def called(practice: Practice, number: int) -> str:
    picture = practice.task.picture
    element = picture.elements[number]
    noun = noun_of(picture, element, VI)
    if element.label is None:
        return noun
    alone = [one.label for one in picture.elements].count(element.label) == 1
    return element.label if alone else f"{noun}: {element.label}"


def asked_for(practice: Practice) -> str:
    """The place; where something is slid, the button that does the same."""
    task = practice.task
    if task.way is None:
        return called(practice, task.target)
    return word("practice.swipe_by_button" if task.target == WHOLE_SCREEN else "practice.slide_by_button")


def go_through(stage: Stage, person: Walker) -> None:
    """Touches the place of each step, as it is called."""
    said_of = residents_guides().flows[practice_of(stage).flow_id].steps
    while not practice_of(stage).over:
        now = practice_of(stage)
        said = ask(person, asked_for(now))
        if now.task.typed:
            said = type_it(stage, person, now.task.typed)
        after = practice_of(stage)
        assert after.at == now.at + 1
        if not after.over:
            assert said_of[after.task.step_id].say.vi in said


MOST_TYPED = 8
"""Longer words are left, as who would rather not type leaves them."""


def type_it(stage: Stage, person: Walker, text: str) -> str:
    """By the drawn keys, which the place has opened; whoever does not read leaves it."""
    if len(text) > MOST_TYPED or isinstance(person, NonReader):
        return ask(person, word("practice.skip_typing"))
    while (typing := typing_in(stage)) is not None and not typing.over:
        take_next_key(stage, person, typing)
    assert typing is not None and typing.text == text
    return ask(person, word("step.next"))


@pytest.mark.parametrize(("way", "panel"), EACH_WAY)
def test_two_passes_over_a_guide_and_one_wrong_touch(stage: Stage, way: str, panel: str) -> None:
    """On the laptop with a card on which the first rung was done: each rung is walked on some panel."""
    rungs = DRAWN[:2] if panel == "portrait" else DRAWN[1:]
    card = Card(practised=(Practised(guide_mark(GUIDE), DRAWN.index(rungs[0])),))
    person = WAYS[way](stage)
    person.begin()
    now = stage.conductor.visit.preferences
    stage.conductor.show(
        Visit((Home(), Goodbye(finished=True, guide=GUIDE)), now, finished=(GUIDE,), brought=card)
    )
    person.arrives()
    said = ask(person, word("practice.offer"))
    assert word("go_on.choose_phone") in said or way != "not reading"
    go_through(stage, person)
    again(stage, person, way)
    assert practice_of(stage).rung == rungs[1]
    first = practice_of(stage)
    wrong = next(number for number in range(len(first.task.picture.elements)) if number != first.task.target)
    ask(person, called(first, wrong))
    assert (practice_of(stage).at, practice_of(stage).help) == (0, "said-again")
    go_through(stage, person)
    ask(person, word("practice.later"))
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    told = [line for line in stage.notebook.lines if line[0] == "guide practised"]
    assert told == [
        ("guide practised", GUIDE, rungs[0], "yes"),
        ("guide practised", GUIDE, rungs[1], "no"),
    ]


ABLE = tuple(flow.id for flow in residents_guides().flows.values() if can_be_practised(flow))


@pytest.mark.full
@pytest.mark.parametrize(
    ("way", "guide", "rung", "panel"), pairwise_rows((tuple(WAYS), ABLE, DRAWN, ("portrait", "laptop")))
)
def test_every_guide_is_practised_to_its_end_by_every_way(
    stage: Stage, way: str, guide: str, rung: Rung
) -> None:
    person, flows = WAYS[way](stage), residents_guides().flows
    person.begin()
    begun = first_pass(guide, tasks_of(flows[guide], way_with_slides(guide), flows.values()), rung)
    now = stage.conductor.visit.preferences
    stage.conductor.show(Visit((Home(), Goodbye(finished=True, guide=guide), Practising(begun)), now))
    person.arrives()
    go_through(stage, person)
    assert practice_of(stage).clean


def way_with_slides(guide: str) -> Walk | None:
    """On which somebody slides, where there is one; else the usual way."""
    steps = [step.id for step in residents_guides().flows[guide].steps.values() if step.slide is not None]
    return walks_to_every_step(guide)[steps[0]] if steps else None


SLIDES = ("chu-to-tren-may", "co-ban-wifi")


@pytest.mark.parametrize(
    ("way", "guide", "panel"),
    [
        pytest.param(way, SLIDES[at % 2], ("portrait", "laptop")[at % 2], id=way)
        for at, way in enumerate(WAYS)
    ],
)
def test_what_is_slid_is_done_by_a_button_by_every_way(stage: Stage, way: str, guide: str) -> None:
    person, flow = WAYS[way](stage), residents_guides().flows[guide]
    person.begin()
    tasks = tasks_of(flow, way_with_slides(guide), (flow,))
    at = next(number for number, task in enumerate(tasks) if task.way is not None)
    begun = replace(first_pass(guide, tasks, "alone"), at=at)
    now = stage.conductor.visit.preferences
    stage.conductor.show(Visit((Home(), Goodbye(finished=True, guide=guide), Practising(begun)), now))
    person.arrives()
    ask(person, asked_for(begun))
    assert (practice_of(stage).at, practice_of(stage).clean) == (at + 1, True)


def again(stage: Stage, person: Walker, way: str) -> None:
    """At once; after a small task for who swipes and who does not read."""
    if way not in ("swiping", "not reading"):
        ask(person, word("practice.again"))
        return
    ask(person, word("practice.small_first"))
    at = stage.conductor.visit.stage
    assert isinstance(at, Exercising)
    made = at.doing.exercise
    ask(person, next(one.text.vi for one in made.choices if one.id == made.expect))
    ask(person, word("exercise.back_to_practice"))


TYPED = "go-tieng-viet", "thu-go"


@pytest.mark.parametrize(("way", "panel"), EACH_WAY)
def test_a_word_of_a_guide_is_typed_or_left_by_every_way(stage: Stage, way: str) -> None:
    type_a_word(stage, way)


@pytest.mark.parametrize("panel", ["laptop"])
def test_who_feels_over_a_laptop_has_all_its_keys_on_one_page(stage: Stage) -> None:
    type_a_word(stage, "feeling")
    assert stage.conductor.around.pointer.hint != "", "on every page without keys it says how one chooses"


def type_a_word(stage: Stage, way: str) -> None:
    person, begun = WAYS[way](stage), at_the_step(*TYPED)
    at = begun.at
    person.begin()
    practised.show(stage, begun)
    person.arrives()
    said = ask(person, asked_for(begun))
    assert word("practice.type_word", word="mẹ") in said
    assert typing_in(stage) is not None and practice_of(stage).at == at
    type_it(stage, person, "mẹ")
    assert (practice_of(stage).at, practice_of(stage).clean) == (at + 1, True)


STORY = "khoa-sim"


@pytest.mark.parametrize(("way", "panel"), EACH_WAY)
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


REFUSING = [pytest.param(way, ("laptop", "portrait")[at % 2], id=way) for at, way in enumerate(WAYS)]


@pytest.mark.parametrize(("way", "panel"), REFUSING)
def test_a_call_is_refused_by_every_way(stage: Stage, way: str) -> None:
    """On the phone itself: nothing else refuses it."""
    person = WAYS[way](stage)
    person.begin()
    script = shipped_rehearsals()[STORY]
    stage.conductor.show(Visit((Home(), Rehearsing(Play(script))), stage.conductor.visit.preferences))
    person.arrives()
    assert word("rehearsal.refused") in ask(person, word("rehearsal.refuse"))
    learnt = "".join(ask(person, word("step.next")) for _ in range(3))
    assert all(words.vi in learnt for words in (script.sign, script.rule, script.check))


def play_of(stage: Stage) -> Play:
    at = stage.conductor.visit.stage
    assert isinstance(at, Rehearsing)
    return at.play


HELP = "tnv-doc-ma"


@pytest.mark.parametrize(("way", "panel"), EACH_WAY)
def test_a_volunteer_rehearses_helping_does_it_wrong_hears_why_and_then_does_it_right(
    stage: Stage, way: str
) -> None:
    """From the menu of staff to the list again; the log knows nothing of it."""
    person = WAYS[way](stage)
    person.begin()
    now = stage.conductor.visit.preferences
    stage.conductor.show(Visit((Attract(), StaffMenu()), now, staff=AtControls(MAI)))
    person.arrives()
    before, script = list(stage.notebook.lines), shipped_rehearsals("volunteers")[HELP]
    ask(person, word("menu.helping"))
    said = ask(person, script.title.vi)
    assert word("rehearsal.mark") in said and script.shown.vi in said
    assert script.turn("t1").says.vi in ask(person, word("helping.begin"))
    for turn, answer in (("t1", "go"), ("t2", "tu-dat")):
        reply = script.turn(turn).reply(answer)
        assert reply is not None
        assert reply.then.vi in ask(person, reply.text.vi)
        learnt = ask(person, word("step.next"))
    learnt += "".join(ask(person, word("step.next")) for _ in range(2))
    assert all(words.vi in learnt for words in (script.sign, script.rule, script.check))
    ask(person, word("rehearsal.over"))
    assert stage.conductor.visit.stage == RehearsingHelp()
    assert stage.notebook.lines == before
