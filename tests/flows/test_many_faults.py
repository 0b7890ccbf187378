"""A guide with several faults: all of them are told at once, and nothing that nobody wrote."""

from __future__ import annotations

import shutil
from pathlib import Path
from unicodedata import normalize

import pytest
from support.guides import ENGLISH, STRUCTURE, TODAY, VIETNAMESE, write_pack

from flows.guide.problems import Problem
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, load_library

LAST_STEP = '[step.xong]\nkind = "end"\n'
ASKS = VIETNAMESE.replace("Bác mở máy.", "Bác nhập mật khẩu và mã OTP vào ki-ốt này.")
LEFT_ALONE = STRUCTURE + '\n[step.dao]\nkind = "end"\nconfidence = "U"\n'
UNSAFE = {"safety-line-missing", "asks-personal-data", "secret-told"}


def check(folder: Path) -> tuple[Problem, ...]:
    found = check_folder(folder, TODAY, lambda text, language: [] if text else [("trống", "empty")])
    return tuple(problem for problem in found.problems if problem.severity != "note")


def codes(folder: Path) -> set[str]:
    return {problem.code for problem in check(folder)}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("key-unknown", LAST_STEP, LAST_STEP + "foo = 1\n"),
        ("id-not-folder", 'id = "hoc-thu"', 'id = "hoc"'),
        ("minutes-wrong", "minutes = [2, 5]", "minutes = 5"),
        ("source-nowhere", 'sources = ["V1"]', 'sources = ["V1", "V9"]'),
    ],
)
def test_a_structural_fault_of_a_guide_hides_no_other_fault(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    assert STRUCTURE.count(old) == 1
    write_pack(tmp_path, flow=LEFT_ALONE.replace(old, new), vi=ASKS)
    assert {code, "words-missing", "step-unreachable"} | UNSAFE <= codes(tmp_path)
    assert load_library(tmp_path, TODAY).flows == {}


def test_the_words_are_checked_also_where_the_ways_lead_nowhere(tmp_path: Path) -> None:
    flow = STRUCTURE.replace('choice.yes = "xong"', 'choice.yes = "song"')
    write_pack(tmp_path, flow=flow, vi=ASKS)
    assert codes(tmp_path) == {"way-nowhere"} | UNSAFE


def test_a_renamed_folder_is_reported_together_with_what_is_wrong_inside(tmp_path: Path) -> None:
    write_pack(tmp_path, vi=ASKS).rename(tmp_path / "hoc-lai")
    assert codes(tmp_path) == {"id-not-folder"} | UNSAFE


@pytest.mark.parametrize("torn", ["en", "vi"])
def test_a_torn_file_of_words_hides_nothing_of_the_other_files(tmp_path: Path, torn: str) -> None:
    flow = STRUCTURE.replace("minutes = [2, 5]", "minutes = 5")
    write_pack(tmp_path, **{"flow": flow, "vi": ASKS, "en": ENGLISH, torn: 'title = "A\n'})
    others = UNSAFE if torn == "en" else set()
    assert codes(tmp_path) == {"toml-wrong", "minutes-wrong"} | others


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("key-unknown", 'sources = ["V1"]', 'souces = ["V1"]'),
        ("value-wrong", 'sources = ["V1"]', 'sources = "V1"'),
        ("value-not-allowed", '"U"\nchoice.yes', '"X"\nchoice.yes'),
        ("key-missing", 'confidence = "U"\nchoice.yes', "choice.yes"),
        ("value-wrong", "checked_on = 2026-11-24", 'checked_on = "hôm qua"'),
        ("value-wrong", "valid_until = 2027-05-24", 'valid_until = "sang năm"'),
        ("value-wrong", "highlight = true", 'highlight = "true"'),
        ("way-wrong", 'choice.yes = "xong"', "choice.yes = 5"),
        ("key-missing", "minutes = [2, 5]\n", ""),
        ("key-missing", 'id = "hoc-thu"\n', ""),
    ],
)
def test_one_fault_is_reported_once_and_not_what_follows_from_it(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    assert STRUCTURE.count(old) == 1
    write_pack(tmp_path, flow=STRUCTURE.replace(old, new))
    (told,) = check(tmp_path)
    assert told.code == code
    assert "None" not in str(told)


def test_a_file_whose_tone_marks_stand_apart_is_reported_once_with_how_many_texts_and_the_first(
    tmp_path: Path,
) -> None:
    apart = normalize("NFD", VIETNAMESE)
    write_pack(tmp_path, vi=apart)
    (told,) = check(tmp_path)
    assert (told.code, told.file, told.line) == ("words-not-nfc", "hoc-thu/vi.toml", 1)
    texts = [line for line in VIETNAMESE.splitlines() if "=" in line]
    count = sum(normalize("NFD", line) != line for line in texts)
    assert f": {count}; " in told.vi and f": {count}; " in told.en and "toml: " in told.en
    first = VIETNAMESE.replace("Bác mở máy.", normalize("NFD", "Bác mở máy."))
    write_pack(tmp_path, vi=first, en=ENGLISH.replace("Well done.", normalize("NFD", "Très bien.")))
    assert [(one.file, one.line, ": 1; " in one.vi) for one in check(tmp_path)] == [
        ("hoc-thu/vi.toml", first[: first.index(normalize("NFD", "Bác mở máy."))].count("\n") + 1, True),
        ("hoc-thu/en.toml", ENGLISH[: ENGLISH.index("Well done.")].count("\n") + 1, True),
    ]


def test_a_missing_sentence_is_not_also_one_that_cannot_be_spoken(tmp_path: Path) -> None:
    write_pack(tmp_path, vi=VIETNAMESE.replace('say = "Bác mở máy."\n', ""))
    assert [problem.code for problem in check(tmp_path)] == ["words-missing"]


@pytest.mark.parametrize("name", ["flow", "vi", "en", "fr"])
@pytest.mark.parametrize("content", ["", "# only a note\n"])
def test_an_emptied_file_is_one_fault_and_no_word_of_deleting_the_others(
    tmp_path: Path, name: str, content: str
) -> None:
    home = shutil.copytree(RESIDENT_GUIDES / "vneid-doi-may", tmp_path / "vneid-doi-may")
    (home / f"{name}.toml").write_text(content)
    (told,) = check(tmp_path)
    assert (told.code, told.file) == ("file-empty", f"vneid-doi-may/{name}.toml")
    assert [problem.code for problem in load_library(tmp_path, TODAY).problems] == ["file-empty"]


def test_a_structure_without_steps_calls_no_sentence_left_over(tmp_path: Path) -> None:
    write_pack(tmp_path, flow='version = "một"\n')
    told = check(tmp_path)
    assert {"key-missing", "value-wrong"} <= {problem.code for problem in told}
    assert not [problem for problem in told if problem.code == "words-unused"]
    assert not [problem for problem in told if "None" in str(problem)]


def test_a_name_is_guessed_only_where_one_is_near(tmp_path: Path) -> None:
    flow = STRUCTURE.replace(LAST_STEP, LAST_STEP + "foo = 1\nsafty = []\n")
    write_pack(tmp_path, flow=flow, vi=VIETNAMESE + 'simpel = "Xong."\n\n[khac]\nlac = "Lạc."\n')
    mends = {problem.where: (problem.mend_vi, problem.mend_en) for problem in check(tmp_path)}
    for where, near in (("step.xong.safty", "safety"), ("step.xong.simpel", "step.xong.simpler")):
        assert f"Có phải ý là: {near}?" in mends[where][0] and f"Did you mean: {near}?" in mends[where][1]
    for where in ("step.xong.foo", "khac.lac"):
        assert "Có phải" not in mends[where][0] and "Did you mean" not in mends[where][1]
    assert "confidence" in mends["step.xong.foo"][0]
