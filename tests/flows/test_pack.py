"""Reading a pack: nothing an officer may write raises, and only what is said changes the hash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, small_pack

from flows.guide.flow import Flow
from flows.guide.steps import AllOf, AnyOf, ChoiceIs, Not, Show
from flows.guide.words import LANGUAGES, Words
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

FILES = {"flow": STRUCTURE, "vi": VIETNAMESE, "en": ENGLISH}
ODD_VALUES = (
    "5", "-1", '""', '"x"', "[]", "{}", "true", "2026-01-01", "2026-01-01T10:00:00", "[1]", "[[]]", "[{}]",
    "nan", "1e400", '"{where}"', '"\\u0000"', '{ to = "xong" }', '{ a = { b = "c" } }',
    '[{ to = "xong", when = { not = 3 } }]',
)  # fmt: skip


def hash_of(folder: Path, **changed: str) -> str:
    flow = small_pack(folder, **changed).flow
    assert flow is not None
    return flow.content_hash


@pytest.mark.parametrize("name", ["flow", "vi", "en"])
def test_any_line_may_hold_any_value_and_nothing_raises(tmp_path: Path, name: str) -> None:
    """Each value somewhere, each line with a third of them."""
    lines = FILES[name].splitlines()
    for number, line in enumerate(lines):
        key, equals, _ = line.partition(" = ")
        if not equals or line.startswith(" "):
            continue
        for value in ODD_VALUES[number % 3 :: 3]:
            text = "\n".join([*lines[:number], f"{key} = {value}", *lines[number + 1 :]])
            small_pack(tmp_path, **{name: text})
            for problem in check_folder(tmp_path, TODAY, lambda text, language: []).problems:
                told_of = text if problem.file == f"hoc-thu/{name}.toml" else FILES[Path(problem.file).stem]
                assert problem.line is not None, str(problem)
                assert 1 <= problem.line <= len(told_of.splitlines()), str(problem)


@pytest.mark.parametrize("name", ["flow", "vi", "en"])
def test_torn_and_shuffled_files_are_refused_or_read_but_never_raise(tmp_path: Path, name: str) -> None:
    chance = random.Random(20261125)
    raw = FILES[name].encode()
    for _ in range(150):
        start, end = sorted(chance.sample(range(len(raw)), 2))
        torn = chance.choice(
            [
                raw[:start],
                raw[:start] + raw[end:],
                raw[start:] + raw[:start],
                raw[:start] + b"\x00\xff" + raw[start:],
            ]
        )
        small_pack(tmp_path, **{name: torn})
        library = load_library(tmp_path, TODAY)
        assert library.flows or library.problems


@pytest.mark.parametrize("name", ["flow", "vi", "en"])
def test_comments_and_spacing_keep_the_hash_and_words_change_it(tmp_path: Path, name: str) -> None:
    before = hash_of(tmp_path)
    text = FILES[name]
    assert hash_of(tmp_path, **{name: "# a note\n\n" + text.replace(" = ", "   =  ")}) == before
    changed = text.replace("minutes = [2, 5]", "minutes = [2, 6]").replace("Bác làm tốt", "Bác làm rất tốt")
    changed = changed.replace("Well done.", "Very well done.")
    assert hash_of(tmp_path, **{name: changed}) != before


def test_the_order_of_answers_changes_the_hash(tmp_path: Path) -> None:
    before = hash_of(tmp_path)
    first, second = 'choice.iphone = "mo-may"\n', 'choice.android = "mo-may"\n'
    assert hash_of(tmp_path, flow=STRUCTURE.replace(first + second, second + first)) != before


def test_guards_are_read_as_they_are_written(tmp_path: Path) -> None:
    iphone = '{ step = "loai-may", is = ["iphone"] }'
    written = f"{{ or = [{{ and = [{iphone}, {{ not = {iphone} }}] }}, {iphone}] }}"
    flow = small_pack(tmp_path, flow=STRUCTURE.replace(f"when = {iphone}", f"when = {written}", 1)).flow
    assert flow is not None
    asked = ChoiceIs("loai-may", frozenset({"iphone"}))
    assert flow.steps["mo-may"].edges[0].guard == AnyOf((AllOf((asked, Not(asked))), asked))


def test_a_show_step_names_its_code(tmp_path: Path) -> None:
    qr = '[qr.trang]\npayload = "https://example.org"\nprint = true\nwhy = "mẫu"\n'
    structure = STRUCTURE.replace('kind = "do"', 'kind = "show"\nqr_id = "trang"').replace(
        "[source.V1]", qr + "[source.V1]"
    )
    words = '\n[qr]\ntrang = "Trang mẫu"\n'
    flow = small_pack(tmp_path, flow=structure, vi=VIETNAMESE + words, en=ENGLISH + words).flow
    assert flow is not None
    assert isinstance(step := flow.steps["mo-may"], Show)
    assert step.qr_id == "trang"
    assert flow.qr[0].label.fr is None


def test_a_flow_keeps_what_its_files_say(tmp_path: Path) -> None:
    flow = small_pack(tmp_path).flow
    assert isinstance(flow, Flow)
    assert (flow.title.vi, flow.title.en, flow.title.fr) == ("Học thử", "A trial", None)
    assert [edge.id for edge in flow.steps["loai-may"].edges] == [
        "choice.iphone",
        "choice.android",
        "stuck.khong-co",
    ]
    assert flow.sources["V1"].published == "07/2025"


def test_each_language_is_shown_in_its_own_words_and_in_vietnamese_where_it_has_none() -> None:
    whole, half = Words("Xong", "Done", "Fini"), Words("Xong")
    assert [whole.in_(language) for language in LANGUAGES] == ["Xong", "Done", "Fini"]
    assert [half.in_(language) for language in LANGUAGES] == ["Xong", "Xong", "Xong"]
