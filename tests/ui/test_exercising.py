"""Small exercises: where they are offered, what each key shows and says, and that nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.pressing import named
from support.staff import MAI
from support.stage import SIGN, residents_guides

from flows.checking.single_files import CODE
from flows.guide.steps import End
from flows.guide.words import LANGUAGES, Language
from flows.practice.exercise import doing as doings
from flows.practice.exercise.script import ExerciseGroup
from flows.practice.practice import Practice
from flows.practice.rung import DRAWN, Rung
from flows.practice.way import tasks_of
from flows.shelf.exercises import shipped_exercises
from kiosk.base.events import ExerciseDone, ExerciseHelp, RehearsalHeld
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.screens.typing_page import TypingProps
from ui.turn.turn import apply
from ui.visit.actions.chosen import ChooseExercise, GiveChoice, OpenExercises, TouchField
from ui.visit.actions.common import Do
from ui.visit.actions.typing import Keyboard, TypeKey
from ui.visit.effects import SayThis
from ui.visit.press_context import PressContext
from ui.visit.staff.people import Assist, AtControls
from ui.visit.stages import Exercising, Goodbye, Home, Overview, Practising, SmallExercises, Stepping, Topic
from ui.visit.visit import Visit
from ui.words import UiWords

FLOWS, EXERCISES = residents_guides().flows, shipped_exercises()
AROUND = Surroundings(UiWords(), Guides(FLOWS, exercises=EXERCISES), SIGN)
KNOWN = PressContext(Guides(FLOWS, exercises=EXERCISES))
GUIDE = "vneid-xuat-trinh"


def at(name: str, group: ExerciseGroup = "typing") -> Visit:
    return apply(Visit((Home(), SmallExercises(group))), ChooseExercise(name), KNOWN).visit


def doing(visit: Visit) -> doings.Doing:
    assert isinstance(visit.stage, Exercising)
    return visit.stage.doing


def page_of(visit: Visit, around: Surroundings = AROUND) -> TypingProps:
    page = derive(visit, around)
    assert isinstance(page, TypingProps)
    return page


@pytest.mark.parametrize(
    ("stage", "group"),
    [
        (Topic("dien-thoai"), "typing"), (Overview("go-tieng-viet"), "typing"),
        (Topic("an-toan"), "codes"), (Overview("co-ban-mat-khau-otp"), "codes"),
        (Topic("vneid"), None), (Overview("vneid-cai-dat"), None),
    ],
)  # fmt: skip
def test_exercises_are_offered_where_somebody_looks_for_them(
    stage: Topic | Overview, group: ExerciseGroup | None
) -> None:
    visit = Visit((Home(), stage))
    actions = {one.action for one in derive(visit, AROUND).choices}
    for one in ("typing", "codes"):
        wanted: ExerciseGroup = "typing" if one == "typing" else "codes"
        assert (OpenExercises(wanted) in actions) == (wanted == group)
        opened = apply(visit, OpenExercises(wanted), KNOWN).visit.stage == SmallExercises(wanted)
        assert opened == (wanted == group)
    without = AROUND.having(Guides(FLOWS))
    assert not any(isinstance(one.action, OpenExercises) for one in derive(visit, without).choices)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [one.id for one in EXERCISES.values() if one.typed])
def test_who_follows_the_ring_comes_to_the_end_and_leaves_nothing(name: str, language: Language) -> None:
    """Each ring stands around a control of that very page; no letter of it is in a `repr` or an event."""
    group = EXERCISES[name].group
    opened = apply(Visit((Home(), SmallExercises(group))), ChooseExercise(name), KNOWN)
    visit, events = opened.visit, list(opened.effects)
    visit = replace(visit, preferences=replace(visit.preferences, language=language))
    while not doing(visit).over:
        page = page_of(visit)
        turn = apply(visit, named(page.ringed), KNOWN)
        assert turn.visit != visit
        visit = turn.visit
        events += [one for one in turn.effects if not isinstance(one, SayThis)]
    assert events == ([RehearsalHeld()] if group == "codes" else [ExerciseDone("kiosk")])
    assert EXERCISES[name].expect not in repr(visit)
    assert derive(visit, AROUND).heading == AROUND.words.say("exercise.done", language)
    assert apply(visit, Do.DONE, KNOWN).visit.stage == SmallExercises(group)


@pytest.mark.parametrize(
    ("rung", "keys", "assisted", "told"),
    [
        ("shown", "mej", False, "kiosk"),
        ("hinted", "mej", False, "none"),
        ("alone", "mqej", False, "kiosk"),
        ("alone", "mej", True, "person"),
    ],
)
def test_of_typing_is_logged_that_it_was_done_and_whether_anything_helped_once_it_is_over(
    rung: Rung, keys: str, told: ExerciseHelp, *, assisted: bool
) -> None:
    visit = at("go-me")
    visit = visit.swap(Exercising(replace(doing(visit), rung=rung)))
    if assisted:
        visit = replace(visit, staff=AtControls(MAI), assist=Assist(MAI.id, by="with-help"))
    events = list[object]()
    for letter in keys:
        turn = apply(visit, TypeKey(letter), KNOWN)
        assert not events, "nothing is told on the way"
        visit, events = turn.visit, [one for one in turn.effects if not isinstance(one, SayThis)]
    assert events == [ExerciseDone(told)]


def test_a_composition_is_shown_and_said_key_by_key() -> None:
    visit, seen, said = at("go-ten-bia"), list[tuple[str, str]](), list[SayThis]()
    for letter in "nguyeenx":
        turn = apply(visit, TypeKey(letter), KNOWN)
        visit = turn.visit
        page = page_of(visit)
        seen.append((page.heading, page.caption))
        said += [one for one in turn.effects if isinstance(one, SayThis)]
    assert seen[5:] == [("Nguyê", "e thành ê"), ("Nguyên", "Ra chữ n"), ("Nguyễn", "Dấu ngã: Nguyễn")]
    assert [one.key for one in said[4:]] == [
        "ask.key", "exercise.did_shape", "ask.key", "exercise.did_tone_x",
    ]  # fmt: skip
    assert page_of(visit).place == page_of(at("go-ten-bia")).place


def test_a_key_that_is_not_taken_is_helped_with_and_nothing_counts_it() -> None:
    visit, looks = at("go-me"), list[tuple[str, int, str]]()
    visit = visit.swap(Exercising(replace(doing(visit), rung="alone")))
    places = set[str]()
    for letter in "qzpb":
        visit = apply(visit, TypeKey(letter), KNOWN).visit
        page = page_of(visit)
        places.add(page.place)
        looks.append((page.heading, len(page.pale), page.ringed))
    half = looks[1][1]
    assert looks == [("", 0, ""), ("", half, ""), ("", 0, "key.m"), ("", 0, "key.m")]
    assert 10 < half < len(page_of(visit).keys) and len(places) == 4
    assert not any(letter.isdigit() for letter in page_of(visit).caption)


@pytest.mark.parametrize("rung", DRAWN)
def test_a_hint_comes_when_one_asks_on_the_second_rung_alone(rung: Rung) -> None:
    visit = at("go-me")
    visit = visit.swap(Exercising(replace(doing(visit), rung=rung)))
    assert (Do.HINT in {one.action for one in page_of(visit).bar}) == (rung == "hinted")
    asked = apply(visit, Do.HINT, KNOWN).visit
    assert (doing(asked).help, doing(asked).clean) == (
        ("half-pale", False) if rung == "hinted" else ("none", True)
    )


def test_half_of_the_keys_pale_and_the_wanted_one_never_does() -> None:
    for letter in ("q", "p"):
        visit = at("go-me")
        visit = visit.swap(Exercising(replace(doing(visit), rung="hinted", help="half-pale")))
        page = page_of(visit)
        assert "key.m" not in page.pale and ("key.q" in page.pale) and "key.p" not in page.pale, letter


def test_the_code_goes_into_the_app_alone_and_it_is_said_why() -> None:
    visit = apply(at("otp-go-vao-o", "codes"), TouchField("chat"), KNOWN).visit
    why = EXERCISES["otp-go-vao-o"].refused.vi
    for key in CODE:
        visit = apply(visit, TypeKey(key), KNOWN).visit
        assert (doing(visit).text, page_of(visit).caption) == ("", why)
        assert why in [line.text for line in page_of(visit).script]
    visit = apply(visit, TouchField("app"), KNOWN).visit
    for key in CODE:
        visit = apply(visit, TypeKey(key), KNOWN).visit
    assert doing(visit).over


def test_a_choice_is_told_why_and_chosen_anew() -> None:
    visit = apply(at("otp-co-nguoi-hoi", "codes"), GiveChoice("read"), KNOWN).visit
    page = derive(visit, AROUND)
    assert page.sentence == EXERCISES["otp-co-nguoi-hoi"].hint.vi
    visit = apply(apply(visit, Do.GO_ON, KNOWN).visit, GiveChoice("hang-up"), KNOWN).visit
    assert doing(visit).over
    assert doing(apply(visit, Do.GO_ON, KNOWN).visit).exercise.id == "otp-khong-xin"


def test_once_more_has_the_keys_of_a_phone_and_a_third_time_is_another_day() -> None:
    visit = at("go-me")
    for _ in range(2):
        for letter in "mej":
            visit = apply(visit, TypeKey(letter), KNOWN).visit
        again = apply(visit, Do.PRACTISE, KNOWN).visit
        if again == visit:
            break
        assert page_of(again).small and not page_of(again).ringed
        visit = again
    assert doing(visit).passes == 2 and doing(visit).over
    assert Do.PRACTISE not in {one.action for one in derive(visit, AROUND).choices}


def test_between_two_passes_of_a_guide_comes_a_small_task_and_another_one_the_next_time() -> None:
    tasks = tasks_of(FLOWS[GUIDE], None, FLOWS.values())
    over = Practice(GUIDE, tasks, at=len(tasks))
    visit = Visit((Home(), Goodbye(finished=True, guide=GUIDE), Practising(over)), practised=(over,))
    between = apply(visit, Do.SMALL_FIRST, KNOWN).visit
    first = doing(between)
    assert not first.exercise.typed, "who practises places may not type"
    between = apply(between, GiveChoice(first.exercise.expect), KNOWN).visit
    assert [one.action for one in (derive(between, AROUND).primary,) if one] == [Do.DONE]
    back = apply(between, Do.DONE, KNOWN).visit
    assert isinstance(back.stage, Practising) and (back.stage.practice.passes, back.stage.practice.rung) == (
        2, "hinted",
    )  # fmt: skip
    later = replace(visit, exercised=back.exercised)
    assert doing(apply(later, Do.SMALL_FIRST, KNOWN).visit).exercise.id != first.exercise.id
    skipped = apply(apply(visit, Do.SMALL_FIRST, KNOWN).visit, Do.BACK, KNOWN).visit
    assert skipped.stage == back.stage
    assert Do.SMALL_FIRST in {one.action for one in derive(visit, AROUND).choices}


def test_a_further_pass_begins_at_once_for_who_asks_for_no_small_task() -> None:
    tasks = tasks_of(FLOWS[GUIDE], None, FLOWS.values())
    over = Practice(GUIDE, tasks, at=len(tasks))
    end = next(walk for step, walk in walks_to_every_step(FLOWS[GUIDE]) if isinstance(step, End))
    for beneath in (Goodbye(finished=True, guide=GUIDE), Stepping(GUIDE, end), Overview(GUIDE)):
        visit = Visit((Home(), beneath, Practising(over)), practised=(over,))
        assert isinstance(apply(visit, Do.PRACTISE, KNOWN).visit.stage, Practising)
        later = apply(visit, Do.DONE, KNOWN).visit
        assert later.stage == beneath
        assert isinstance(apply(later, Do.PRACTISE, KNOWN).visit.stage, Practising), beneath


def test_the_microphone_hears_nothing_and_says_so() -> None:
    visit = apply(at("tim-phim-noi"), Keyboard.MICROPHONE, KNOWN).visit
    assert "máy không nghe" in derive(visit, AROUND).sentence
