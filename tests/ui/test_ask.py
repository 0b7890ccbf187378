"""Asking in one's own words: what a key does, what answers, and what is left of what was typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, cast

import pytest
from support.pressing import named
from support.stage import SIGN, asking, residents_guides, shipped_words

from accessibility.preferences import Preferences
from flows.guide.telex import undone
from flows.guide.words import LANGUAGES, Language
from flows.search import Answer, Asking
from kiosk.base.events import AskedInVain, NumberShown
from kiosk.point.tour.stops import common_stops
from ui.screens.ask import AskProps
from ui.screens.choosing import TOPIC_PICTURES
from ui.screens.derive import derive
from ui.screens.keyboard import CELLS, key_rows
from ui.screens.offices import NUMBERS
from ui.screens.page import Control
from ui.screens.pressed import action_at
from ui.screens.strip import derive_strip
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.turn import apply
from ui.visit.actions.chosen import ShowScreen
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.typing import Keyboard, PutTone, TypeKey
from ui.visit.asking import MOST_KEYS, MOST_SHOWN, PAUSE_S, REST_S, after_a_pause
from ui.visit.effects import SayThis
from ui.visit.press_context import PressContext
from ui.visit.stages import (
    Ask,
    Attract,
    HaveReady,
    Home,
    Hotline,
    NeedGuides,
    NumbersToCall,
    Person,
    Stepping,
    Topic,
    Topics,
)
from ui.visit.turns import Turn
from ui.visit.visit import Visit

FLOWS = residents_guides().flows
AROUND = Surroundings(shipped_words(), Guides(FLOWS, asking=asking()), SIGN)
KNOWN = PressContext(Guides(FLOWS, asking=asking()), needs=AROUND.offered)
BLANK = Visit((Home(), Ask()))
PERSON, NUMBERS_TILE = Control(Do.CALL_PERSON, ""), Control(ShowScreen(NumbersToCall()), "")


def type_in(text: str, visit: Visit = BLANK) -> Turn:
    """Key by key, as far as there is a key for it on the screen."""
    turn = Turn(visit)
    for letter in text:
        key = Keyboard.SPACE if letter == " " else TypeKey(letter)
        turn = apply(turn.visit, key, KNOWN)
    return turn


def page(visit: Visit, language: Language = "vi") -> AskProps:
    shown = derive(replace(visit, preferences=Preferences(language=language)), AROUND)
    assert isinstance(shown, AskProps)
    return shown


def stage(turn: Turn) -> Ask:
    assert isinstance(turn.visit.stage, Ask)
    return turn.visit.stage


@pytest.mark.parametrize("below", [Home(), NeedGuides("kham-benh"), Topics(), Topic("vneid")])
def test_asking_is_one_touch_from_the_first_screen_and_from_every_list(below: Any) -> None:
    visit = Visit((Home(), below))
    assert action_at("ask", derive(visit, AROUND), visit, AROUND) is Do.ASK
    assert apply(visit, Do.ASK, KNOWN).visit.stage == Ask()


def test_the_invitation_leads_there_too_and_begins_a_visit() -> None:
    visit = Visit()
    assert action_at("ask", derive(visit, AROUND), visit, AROUND) is Do.ASK
    turn = apply(visit, Do.ASK, KNOWN)
    assert turn.visit.stages == (Home(), Ask())
    assert len(turn.effects) == 1
    assert len(derive(visit, AROUND).choices) == 8


def test_nobody_is_led_there_until_a_question_can_be_answered() -> None:
    around, context = AROUND.having(Guides(FLOWS)), replace(KNOWN, guides=Guides(FLOWS))
    for visit in (Visit(), Visit((Home(),)), Visit((Home(), Topics()))):
        assert action_at("ask", derive(visit, around), visit, around) is None
        assert apply(visit, Do.ASK, context).visit.stages[-1] != Ask()


@pytest.mark.parametrize("typed", ["tieengs vieetj", "tie61ng vie65t", "tiengs vietj", "tieesng vieejt"])
def test_what_is_typed_is_composed_as_it_is_typed(typed: str) -> None:
    shown = page(type_in(typed).visit).heading
    assert shown in ("tiếng việt", "tiéng viẹt")
    assert page(type_in("the xe buyt").visit).heading == "the xe buyt"
    assert page(type_in("wifi vneid").visit).heading == "wifi vneid"


def test_a_telex_key_says_the_tone_as_the_exercises_do_and_the_marks_name_it() -> None:
    turn = type_in("mej")
    assert page(turn.visit).heading == "mẹ"
    assert turn.effects == (SayThis("exercise.did_tone_j", (("result", "mẹ"),)),)
    for typed, letter in (("jo", "o"), ("wifi s", "s"), ("cas", None), ("ex", None)):
        said = type_in(typed).effects[0]
        assert isinstance(said, SayThis) and (said.key == "ask.key") == (letter is not None), typed
    marks = apply(type_in("me").visit, Keyboard.MARKS, KNOWN).visit
    assert page(marks).sentence == "Phím j là dấu nặng, phím s là dấu sắc."
    assert "key j" not in page(marks, "en").sentence, "there it stays a letter"


def test_the_search_takes_telex_and_leaves_other_words_as_they_are() -> None:
    for typed in ("theer caawn cuwowcs", "ther cawn cuwowcs", "thẻ căn cước"):
        assert asking().ask(typed).guides[0].id == "can-cuoc-cap-lai", typed
    assert asking().ask("caawn").kind == asking().ask("căn").kind != "danger"
    for word in ("borrow", "window", "away", "wifi", "zalo", "tien", "dau"):
        assert undone(word) is None, word


def test_in_other_languages_letters_stay_as_they_are() -> None:
    turn = type_in("fees", replace(BLANK, preferences=Preferences(language="en")))
    assert page(turn.visit, "en").heading == "fees"


def test_one_key_erases_what_stands_last_and_another_all() -> None:
    turn = apply(type_in("tieengs").visit, Keyboard.ERASE, KNOWN)
    assert page(turn.visit).heading == "tiến"
    for _ in range(9):
        turn = apply(turn.visit, Keyboard.ERASE, KNOWN)
    assert stage(turn) == Ask()
    assert stage(apply(type_in("mat the").visit, Keyboard.ERASE_ALL, KNOWN)) == Ask()


def test_marks_are_put_by_their_own_keys_for_who_looks_for_them() -> None:
    turn = apply(type_in("vie").visit, Keyboard.MARKS, KNOWN)
    slots = {key.slot for key in page(turn.visit).keys}
    assert {"tone.1", "tone.5", "key.ê", "key.đ", "key.7", "key-letters"} <= slots
    turn = apply(
        type_in("c", apply(type_in("vi").visit, TypeKey("ê"), KNOWN).visit).visit, PutTone("5"), KNOWN
    )
    assert page(turn.visit).heading == "việc"
    wrong = apply(type_in("wifi").visit, PutTone("5"), KNOWN)
    assert page(wrong.visit).heading == "wifi"


def test_three_guides_with_pictures_answer_while_one_types() -> None:
    shown = page(type_in("quen mat khau vneid").visit)
    assert 1 <= len(shown.choices) <= 3
    assert all(one.picture and one.ground and 0 < len(one.label.split()) <= 6 for one in shown.choices)
    assert shown.choices[0].slot == "flow.vneid-quen-mat-khau"
    assert page(BLANK).choices == ()


@pytest.mark.parametrize(
    ("typed", "guide"),
    [("chay nha roi", "khan-cap"), ("toi vua chuyeenr tieenf", "lua-dao-da-mac"), ("may tu nhay tu bam", "")],
)
def test_danger_comes_first_is_said_once_it_is_typed_and_opens_in_one_press(typed: str, guide: str) -> None:
    visit, said = BLANK, list[SayThis]()
    for letter in typed:
        turn = apply(visit, Keyboard.SPACE if letter == " " else TypeKey(letter), KNOWN)
        visit, said = turn.visit, [*said, *(one for one in turn.effects if isinstance(one, SayThis))]
    for paused in (Signal.WORD_TYPED, Signal.ALL_TYPED):
        turn = apply(visit, paused, KNOWN)
        visit, said = turn.visit, [*said, *(one for one in turn.effects if isinstance(one, SayThis))]
    shown = page(visit)
    first, *others = shown.choices
    assert 1 <= len(others) <= 2 and not any(one.urgent for one in others)
    assert first.urgent and first.slot.startswith("flow.") and first.slot.endswith(guide)
    urgent = [one.key for one in said if one.key in ("ask.danger_said", "ask.do_this_said")]
    assert urgent == ["ask.do_this_said" if guide == "khan-cap" else "ask.danger_said"]
    opened = apply(visit, named(first.slot), KNOWN)
    assert isinstance(opened.visit.stage, Stepping)  # and not what must be at hand


URGENT, LOSS = KNOWN.guides.flows["khan-cap"], KNOWN.guides.flows["lua-dao-da-mac"]
ORDINARY = tuple(KNOWN.guides.flows[one] for one in ("vneid-cai-dat", "zalo-goi-video"))


def answering(**answers: Answer) -> PressContext:
    """A search that knows these words, by the last of what is typed, and nothing else."""

    class Fixed:
        def ask(self, text: str) -> Answer:
            return answers.get(text.split()[-1], Answer("none"))

    return replace(KNOWN, guides=Guides(FLOWS, asking=cast("Asking", Fixed())))


SURE = answering(
    chay=Answer("danger", (URGENT, *ORDINARY), certain=True),
    lua=Answer("danger", (LOSS,), certain=True),
    nga=Answer("danger", (URGENT, *ORDINARY)),
)


def said_of_danger(turn: Turn) -> list[str]:
    keys = [one for one in turn.effects if isinstance(one, SayThis) and one.key == "ask.danger_said"]
    return [str(dict(one.values)["title"]) for one in keys]


def typed_of(text: str, visit: Visit = BLANK) -> tuple[Visit, list[str]]:
    said: list[str] = []
    for letter in text:
        turn = apply(visit, Keyboard.SPACE if letter == " " else TypeKey(letter), SURE)
        visit, said = turn.visit, [*said, *said_of_danger(turn)]
    return visit, said


def test_half_a_word_that_looks_like_danger_is_only_perhaps_and_nothing_is_said() -> None:
    visit, said = typed_of("chay")
    assert said == [] and "Nếu đang nguy" in page(visit).sentence
    assert [(one.slot, one.urgent) for one in page(visit).choices] == [
        ("flow.khan-cap", True), ("flow.vneid-cai-dat", False), ("flow.zalo-goi-video", False),
    ]  # fmt: skip


@pytest.mark.parametrize("ends", [Keyboard.SPACE, Signal.WORD_TYPED, Signal.ALL_TYPED])
def test_at_the_end_of_the_word_danger_leads_is_said_and_ordinary_guides_stay_within_reach(ends: Any) -> None:
    turn = apply(typed_of("chay")[0], ends, SURE)
    assert said_of_danger(turn) == [URGENT.title.vi] and "gấp" in page(turn.visit).sentence
    slots = [one.slot for one in page(turn.visit).choices]
    assert slots == ["flow.khan-cap", "flow.vneid-cai-dat", "flow.zalo-goi-video"]
    assert Do.CALL_PERSON in {one.action for one in page(turn.visit).bar}
    assert said_of_danger(apply(turn.visit, Signal.ALL_TYPED, SURE)) == []
    alone = page(apply(typed_of("lua")[0], ends, SURE).visit)
    assert [one.slot for one in alone.choices] == ["flow.lua-dao-da-mac", PERSON.slot]


def test_danger_that_the_next_word_may_take_back_leads_only_after_a_longer_pause() -> None:
    visit, said = typed_of("nga ")
    assert said == [] and "Nếu đang nguy" in page(visit).sentence
    assert said_of_danger(apply(visit, Signal.WORD_TYPED, SURE)) == []
    turn = apply(visit, Signal.ALL_TYPED, SURE)
    assert said_of_danger(turn) == [URGENT.title.vi] and "gấp" in page(turn.visit).sentence


def test_danger_is_said_again_for_another_guide_and_after_a_false_alarm() -> None:
    assert typed_of("chay chay lua ")[1] == [URGENT.title.vi, LOSS.title.vi]
    assert typed_of("chay to chay ")[1] == [URGENT.title.vi] * 2


def test_a_pause_ends_the_word_and_a_longer_one_the_question() -> None:
    visit = typed_of("chay")[0]
    assert after_a_pause(visit, PAUSE_S - 0.1) is None
    assert after_a_pause(visit, PAUSE_S) is Signal.WORD_TYPED
    finished = apply(visit, Signal.WORD_TYPED, SURE).visit
    assert after_a_pause(finished, PAUSE_S) is None
    assert after_a_pause(finished, REST_S) is Signal.ALL_TYPED
    assert after_a_pause(apply(finished, Signal.ALL_TYPED, SURE).visit, 99) is None
    assert after_a_pause(BLANK, 99) is None


def test_a_long_question_in_telex_is_not_cut_before_its_letters_fill_the_line() -> None:
    keys = "tooi vuwaf bij nguwowif ta lwaf chuyeenr tieenf quaf ddieenj thoaij"
    typed = type_in(keys).visit
    assert len(keys) > MOST_SHOWN
    assert isinstance(typed.stage, Ask) and typed.stage.typed == keys
    much = type_in("a b " * 40).visit
    assert isinstance(much.stage, Ask) and len(much.stage.typed) == MOST_SHOWN


@pytest.mark.parametrize("kind", ["guides", "person", "none"])
def test_what_is_perhaps_danger_stands_first_in_red_and_leaves_the_others(kind: str) -> None:
    ids = ("khan-cap", "vneid-cai-dat", "zalo-goi-video", "ho-ngheo")
    urgent, *others = (KNOWN.guides.flows[one] for one in ids)
    matter = next(iter(asking().matters.values()))
    found = {
        "guides": Answer("guides", tuple(others), perhaps=urgent),
        "person": Answer("person", matter=matter, perhaps=urgent),
        "none": Answer("none", perhaps=urgent),
    }[kind]
    visit = BLANK.swap(Ask("xxxx xxxx", answer=found))
    shown = page(visit)
    assert [one.urgent for one in shown.choices] == [True, False, False][: len(shown.choices)]
    assert [one.slot for one in shown.choices] == {
        "guides": ["flow.khan-cap", "flow.vneid-cai-dat", "flow.zalo-goi-video"],
        "person": ["flow.khan-cap", PERSON.slot],
        "none": ["flow.khan-cap", PERSON.slot, NUMBERS_TILE.slot],
    }[kind]
    assert "ô đầu tiên" in shown.sentence
    opened = apply(visit, named("flow.khan-cap"), KNOWN)
    assert isinstance(opened.visit.stage, Stepping)  # and not what must be at hand
    assert not any(isinstance(one, AskedInVain) for one in opened.effects)


def test_a_matter_without_a_guide_leads_to_a_person_by_its_name() -> None:
    visit = type_in("viet di chuc").visit
    (person,) = page(visit).choices
    assert person.action is Do.CALL_PERSON and "Di chúc" in person.label
    assert isinstance(apply(visit, Do.CALL_PERSON, KNOWN).visit.stage, Person)


@pytest.mark.parametrize("typed", ["mat the ngan hang ", "mất thẻ ngân hàng ", "danh roi the ATM "])
def test_who_lost_a_bank_card_is_told_first_to_call_the_bank(typed: str) -> None:
    turn = type_in(typed)
    assert "gọi ngân hàng khóa thẻ" in page(turn.visit).script[1].text
    said = [one for one in turn.effects if isinstance(one, SayThis)]
    assert [one.key for one in said] == ["ask.first"] and "khóa thẻ" in str(said[0])
    assert page(turn.visit).choices[0].action is Do.CALL_PERSON


def test_where_nothing_is_found_a_person_and_the_official_numbers_are_offered() -> None:
    assert page(type_in("thoi").visit).choices == ()  # who has just begun is not refused
    visit = type_in("thoi tiet ngay mai").visit
    person, numbers = page(visit).choices
    assert (person.action, numbers.action) == (Do.CALL_PERSON, ShowScreen(NumbersToCall()))
    of_topics = {f"scenes/{one}" for one in TOPIC_PICTURES.values()}
    assert numbers.picture not in of_topics, "numbers to call are no larger letters on a phone"
    listed = apply(visit, ShowScreen(NumbersToCall()), KNOWN).visit
    assert listed.stage == NumbersToCall()
    one = derive(listed, AROUND).choices[0]
    called = apply(listed, named(one.slot), KNOWN)
    assert called.visit.stage == Hotline("0241022")
    assert called.effects == (NumberShown(),) and fields(NumberShown) == ()  # that one was, and not which
    back = apply(apply(called.visit, Do.BACK, KNOWN).visit, Do.BACK, KNOWN).visit
    assert isinstance(back.stage, Ask) and page(back).heading == page(visit).heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_to_call_is_large_and_says_what_it_costs_before_it_is_called(language: Language) -> None:
    preferences = Preferences(language)
    costly = {"vi": "mất tiền", "en": "cost", "fr": "payant"}[language]
    for one in derive(Visit((NumbersToCall(),), preferences), AROUND).choices:
        digits = "".join(sign for sign in one.number if sign.isdigit())
        called = derive(Visit((Hotline(digits),), preferences), AROUND)
        assert digits in NUMBERS and one.number in one.name
        for said in (one.name, " ".join(line.text for line in called.script)):
            assert (costly in said) == digits.startswith("1900"), said


def test_the_numbers_to_call_are_among_those_that_have_a_source() -> None:
    rules = tomllib.loads(Path("flows/guide/rules.toml").read_text("utf-8"))
    assert set(NUMBERS) <= rules["hotline-unknown"]["numbers"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("marks", [False, True])
def test_every_row_of_keys_has_ten_cells_at_most_and_no_key_stands_twice(
    language: Language, marks: bool
) -> None:
    rows = key_rows(AROUND.tr(language), marks=marks)
    assert len(rows) == 4
    assert all(sum(breadth for _, breadth in row.keys) <= CELLS for row in rows)
    keys = [key for row in rows for key, _ in row.keys]
    assert len({key.slot for key in keys}) == len({key.name for key in keys}) == len(keys)


def test_asking_in_vain_is_counted_once_and_nothing_of_what_was_asked() -> None:
    asked = type_in("thoi tiet ngay mai").visit
    for further in (Do.BACK, Do.CALL_PERSON, ShowScreen(NumbersToCall()), Do.FINISH):
        effects = apply(asked, further, KNOWN).effects
        assert effects[:1] == (AskedInVain(),) and effects.count(AskedInVain()) == 1, further
    again = apply(apply(asked, ShowScreen(NumbersToCall()), KNOWN).visit, Do.BACK, KNOWN).visit
    assert isinstance(asked.stage, Ask) and again.stage == replace(asked.stage, counted=True)
    assert AskedInVain() not in apply(again, Do.BACK, KNOWN).effects
    for answered in ("thoi", "quen mat khau", "viet di chuc"):
        assert AskedInVain() not in apply(type_in(answered).visit, Do.BACK, KNOWN).effects
    assert AskedInVain() not in apply(asked, Do.COMFORT, KNOWN).effects  # they have not gone on
    assert [field.name for field in fields(AskedInVain)] == []


def test_back_leaves_nothing_and_a_guide_keeps_what_was_found_but_nothing_typed() -> None:
    visit = type_in("quen mat khau").visit
    assert apply(visit, Do.BACK, KNOWN).visit == Visit((Home(),))
    opened = apply(visit, named("flow.vneid-quen-mat-khau"), KNOWN).visit
    assert isinstance(opened.stage, Stepping | HaveReady)
    beneath = opened.stages[-2]
    assert isinstance(beneath, Ask) and beneath.typed == "" and beneath.answer is not None
    assert "mat khau" not in str([vars_of(one) for one in opened.stages])


def test_nothing_typed_is_in_what_is_written_of_a_visit_a_press_or_a_question() -> None:
    turn = type_in("nguyen van an")
    assert "nguyen" not in repr(turn.visit) and "nguyen" not in repr(turn.visit.stage)
    assert repr(TypeKey("q")) == "TypeKey()"
    assert "nguyen" not in repr(asking())


def vars_of(one: object) -> Iterable[object]:
    return [getattr(one, name) for name in getattr(one, "__slots__", ())]


BAD = [
    "😀🔥",
    "кража",
    "\u202eabc\u202c",
    "'; DROP TABLE events; --",
    "\u0301\u0303\u0323",
    "\x00\x1b[2J",
    "a" * 10_000,
]


@pytest.mark.parametrize("typed", BAD)
def test_whatever_reaches_the_keys_is_bounded_and_answered(typed: str) -> None:
    """No key types it; should it come all the same, it harms nothing."""
    visit = BLANK
    for letter in typed[:200]:
        visit = apply(visit, TypeKey(letter), KNOWN).visit
        derive(visit, AROUND)
    assert isinstance(visit.stage, Ask) and len(visit.stage.typed) <= MOST_KEYS
    assert asking().ask(typed).kind in ("none", "guides", "person", "danger")
    whole = apply(BLANK, TypeKey(typed), KNOWN).visit
    assert isinstance(whole.stage, Ask) and len(whole.stage.typed) <= MOST_KEYS


def test_the_strip_offers_it_nowhere_else() -> None:
    for at in (Ask(), NumbersToCall(), Person(), Hotline("113"), Attract()):
        chips = derive_strip(Visit((Home(), at)), AROUND).chips
        assert Do.ASK not in {one.action for one in chips}


def test_the_book_of_a_tour_shows_what_the_search_answers() -> None:
    shown = [one.stage for one in common_stops(FLOWS) if isinstance(one.stage, Ask) and one.stage.answer]
    assert len(shown) == 6
    for stage in shown:
        found, real = stage.answer, asking().ask(stage.typed)
        assert found is not None
        real = real.unsure if found.perhaps else real
        assert (found.kind, found.perhaps, found.step) == (real.kind, real.perhaps, real.step), stage.typed
        assert [guide.id for guide in found.guides] == [guide.id for guide in real.guides], stage.typed
