"""Small exercises: how they are read and checked, and that nothing can be typed but their own words."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from random import Random
from unicodedata import normalize

import pytest

from accessibility.speech.spoken import speakable
from flows.checking.single_files import CODE
from flows.guide.composing import composed
from flows.practice.exercise import doing as doings
from flows.practice.exercise.doing import Doing, begin
from flows.practice.exercise.keyboard import KEYS
from flows.practice.exercise.script import MICROPHONE, Exercise
from flows.practice.exercise.telex_keys import Typed, all_keys, deed, one_less, shown, taken
from flows.shelf.exercises import EXERCISES, load_exercises
from flows.shelf.library import RESIDENT_GUIDES
from flows.shelf.rehearsals import REHEARSALS

TODAY = date(2026, 11, 29)
ALL = load_exercises(EXERCISES, TODAY, speakable)
TYPED = [one for one in ALL.scripts.values() if one.kind == "type"]
EVERY_KEY = (*sorted(KEYS), MICROPHONE)
BROKEN: dict[str, tuple[str, str, str]] = {
    "exercise-length": ("go-me", 'expect = "mẹ"', 'expect = ""'),
    "exercise-untypable": ("go-me", 'expect = "mẹ"', 'expect = "mẹ#"'),
    "exercise-not-telex": ("go-me", 'expect = "mẹ"', 'expect = "xoong"'),
    "exercise-code": ("otp-go-vao-o", 'expect = "385214"', 'expect = "482913"'),
    "exercise-key": ("tim-phim-noi", f'expect = "{MICROPHONE}"', 'expect = "erase"'),
    "exercise-choice-nowhere": ("otp-het-han", 'expect = "ask-new"', 'expect = "ask-old"'),
    "exercise-choices": (
        "otp-het-han", "[choice.same]",
        '[choice.more]\npicture = "yes"\ntext.vi = "Có"\ntext.en = "Yes"\ntext.fr = "Oui"\n\n[choice.same]',
    ),
    "exercise-number": ("go-me", 'title.en = "Type a word"', 'title.en = "Call 0912 345 678"'),
    "script-words-missing": ("go-me", "hint.fr", "# hint.fr"),
    "script-picture": ("go-me", 'picture = "type-keys"', 'picture = "type-kyes"'),
    "script-source-none": ("go-me", 'sources = ["BGV", "WTE"]', "sources = []"),
    "key-unknown": ("go-me", 'kind = "type"', 'kind = "type"\nasks = "x"'),
}  # fmt: skip
ORDERS = {"mẹ": 1, "quý": 1}
WITHOUT_A_LINE_OF_THEIR_OWN = ("exercise-choices", "script-words-missing")


def test_twelve_are_offered_in_three_languages_and_nothing_is_wrong_with_them() -> None:
    assert (len(ALL.scripts), ALL.problems, ALL.refused) == (12, (), ())
    assert all(one.languages == ("vi", "en", "fr") and one.sources for one in ALL.scripts.values())
    assert {one.kind for one in ALL.scripts.values()} == {"type", "find", "code", "choose"}


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_one_is_named_with_its_line_and_mend_and_the_others_are_offered(
    tmp_path: Path, code: str
) -> None:
    name, old, new = BROKEN[code]
    for one in (name, "go-ngay"):
        shutil.copytree(EXERCISES / one, tmp_path / one)
    file = tmp_path / name / "exercise.toml"
    source = file.read_text("utf-8")
    assert old in source
    file.write_text(source.replace(old, new), "utf-8")
    read = load_exercises(tmp_path, TODAY, speakable)
    assert (list(read.scripts), read.refused) == (["go-ngay"], (name,))
    told = next(one for one in read.problems if one.code == code)
    assert told.file == f"{name}/exercise.toml"
    assert told.vi and told.mend_vi and told.en and told.mend_en
    if code not in WITHOUT_A_LINE_OF_THEIR_OWN:
        assert told.line is not None
        assert new.splitlines()[-1] in file.read_text("utf-8").splitlines()[told.line - 1]


def test_one_that_is_over_its_day_or_no_toml_costs_only_itself(tmp_path: Path) -> None:
    shutil.copytree(EXERCISES / "go-me", tmp_path / "go-me")
    (tmp_path / "rac").mkdir()
    (tmp_path / "rac" / "exercise.toml").write_bytes(b"\xff\xfe[[[")
    assert list(load_exercises(tmp_path, TODAY).scripts) == ["go-me"]
    late = load_exercises(tmp_path, date(2027, 6, 1))
    assert "expired" in {one.code for one in late.problems}
    assert load_exercises(tmp_path / "nowhere", TODAY).read == ()


def test_each_key_of_a_composition_is_shown_and_says_what_it_did() -> None:
    typed, seen, did = Typed(), list[str](), list[tuple[str, str, str]]()
    for key in all_keys("Nguyễn"):
        done, further = deed("Nguyễn", typed, key), taken("Nguyễn", typed, key)
        assert done is not None and further is not None
        typed = further
        seen.append(shown("Nguyễn", typed))
        did.append((done.key, done.did, done.result))
    assert seen == ["N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyên", "Nguyễn"]
    assert did[4:] == [
        ("e", "letter", "e"),
        ("e", "shape", "ê"),
        ("n", "letter", "n"),
        ("x", "tone", "Nguyễn"),
    ]


@pytest.mark.parametrize("text", ["mẹ", "chưa", "Nguyễn", "được", "đường", "quý", "giếng"])
def test_every_order_of_keys_that_a_telephone_takes_is_taken(text: str) -> None:
    """The tone right behind the vowels, or at the end; the hat at once, or later."""
    ways = _ways(text)
    assert {shown(text, one) for one in ways.values()} == {text}
    same = {keys for keys in ways if "uaw" not in keys}  # of which our search makes uă, and a telephone ưa
    assert {composed(keys) for keys in same} == {text.lower()}
    assert len(ways) >= ORDERS.get(text, 2)


@pytest.mark.parametrize("made", TYPED, ids=lambda made: made.id)
def test_whatever_is_pressed_only_the_words_of_the_exercise_ever_stand(made: Exercise) -> None:
    """Ten thousand keys at random: each text that is seen is a beginning of the given one, marks aside."""
    random, at = Random(1), begin(made)
    bare, seen = _bare(made.expect), set[str]()
    for _ in range(10_000):
        key = random.choice(EVERY_KEY)
        at = doings.erased(at) if random.random() < 0.1 else doings.apply_key(at, key)
        seen.add(at.text)
        if at.over:
            at = begin(made)
    assert all(bare.startswith(_bare(text)) for text in seen)
    assert made.expect not in repr(at)


def test_a_key_that_is_not_taken_changes_no_letter_and_helps_a_little_more_each_time() -> None:
    at = doings.apply_key(begin(ALL.scripts["go-me"]), "m")
    helps = []
    for wrong in "qzwp":
        further = doings.apply_key(at, wrong)
        assert (further.text, further.over) == ("m", False)
        helps.append(further.help)
        at = further
    assert helps == ["said-again", "half-pale", "shown", "shown"]
    at = doings.apply_key(at, "e")
    assert (at.text, at.help, at.clean) == ("me", "none", False)


def test_a_clean_pass_leads_one_rung_higher_and_to_keys_as_on_a_phone_but_never_to_a_third_in_a_row() -> None:
    at = _typed_through(begin(ALL.scripts["go-me"]))
    assert (at.over, at.small, at.next_rung) == (True, False, "hinted")
    again = doings.once_more(at)
    assert (again.rung, again.small, again.text, again.pointed) == ("hinted", True, "", False)
    assert at.may_go_again and not _typed_through(again).may_go_again
    unclean = _typed_through(doings.apply_key(begin(ALL.scripts["go-me"]), "z"))
    assert unclean.over and unclean.next_rung == "shown"


def test_what_is_erased_is_typed_again() -> None:
    text, typed = "con ăn", Typed()
    for key in all_keys(text):
        typed = taken(text, typed, key) or typed
    seen = []
    while typed.letters:
        typed = one_less(text, typed)
        seen.append(shown(text, typed))
    assert seen == ["con ă", "con ", "con", "co", "c", ""]


def test_only_the_drawn_app_takes_the_code_and_whoever_gives_it_to_the_stranger_is_told_why() -> None:
    at = begin(ALL.scripts["otp-go-vao-o"])
    assert at.layer == "digits"
    at = doings.apply_key(at, CODE[0])
    assert (at.text, at.refused, at.help) == ("", False, "said-again")
    at = doings.touched(at, "chat")
    for key in CODE:
        at = doings.apply_key(at, key)
        assert (at.text, at.refused, at.over) == ("", True, False)
    at = doings.touched(at, "app")
    assert not at.refused
    for key in CODE:
        at = doings.apply_key(at, key)
    assert at.over and at.text == CODE


def test_no_practice_code_is_made_of_zeros() -> None:
    """V8: typing 0 six times teaches nobody to read six figures; each is said “không”, which is “not”."""
    assert len(set(CODE)) == 6 and "0" not in CODE
    shipped = [*EXERCISES.rglob("*.toml"), *REHEARSALS.rglob("*.toml"), *RESIDENT_GUIDES.rglob("flow.toml")]
    assert len(shipped) > 80
    zeros = re.compile(r"(?<![\d., ])0[ .]?(?:0[ .]?){3,}(?![\d])")
    assert [file.parent.name for file in shipped if zeros.search(file.read_text("utf-8"))] == []


def test_a_choice_that_is_not_wise_can_be_made_anew_and_the_order_changes() -> None:
    made = ALL.scripts["otp-co-nguoi-hoi"]
    at = doings.chose(begin(made), "read")
    assert not at.over and not at.clean
    assert doings.chose(doings.asked_again(at), "hang-up").over
    assert doings.chose(begin(made), "no-such") == begin(made)
    assert len({begin(made, draw).choices[0].id for draw in range(12)}) == len(made.choices)
    assert "read" not in repr(at)


def test_the_microphone_is_found_and_nothing_is_typed_on_the_way() -> None:
    at = begin(ALL.scripts["tim-phim-noi"])
    assert doings.apply_key(at, "m").text == ""
    assert doings.apply_key(at, MICROPHONE).over


def _typed_through(at: Doing) -> Doing:
    while not at.over:
        at = doings.apply_key(at, at.wanted)
    return at


def _ways(text: str) -> dict[str, Typed]:
    """Every string of keys that is taken to the end."""
    done, waiting = dict[str, Typed](), {"": Typed()}
    while waiting:
        keys, typed = waiting.popitem()
        further = {keys + key: after for key in KEYS if (after := taken(text, typed, key)) is not None}
        waiting.update(further)
        if not further:
            done[keys] = typed
    return done


def _bare(text: str) -> str:
    parts = normalize("NFD", text.lower().replace("đ", "d").replace("Đ", "d"))
    return "".join(one for one in parts if not "\u0300" <= one <= "\u036f")
