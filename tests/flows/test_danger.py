"""Danger by what was learnt from phrases: its weights, what taught them, and what a middling score gives."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.asked import FRESH, asked
from support.guides import asking as shipped_asking
from support.guides import shipped
from support.typed import with_slips, without_marks
from train_danger.fitting import fit
from train_danger.taught import DANGERS, Kind, Taught, from_patterns, hash_of_what_teaches, taught

from flows.search import Asking, prepare, read_words
from flows.search.cues import cues_of, features_of
from flows.search.danger import LEADS, LEADS_BESIDE, PERHAPS, PERHAPS_BESIDE
from flows.search.learnt import Learnt, read_learnt, written
from flows.search.terms import words_of
from resources import path

WEIGHTS = path("asking") / "danger.weights"
QUESTIONS = Path(__file__).with_name("questions.tsv")


@pytest.fixture(scope="module")
def asking() -> Asking:
    return shipped_asking()


def test_the_weights_are_small_and_of_the_phrases_that_are_here() -> None:
    """Whoever edits a phrase or a class of words runs script/train-danger."""
    learnt = read_learnt(WEIGHTS)
    assert WEIGHTS.stat().st_size <= 400_000
    assert learnt.labels == DANGERS
    assert learnt.of == hash_of_what_teaches()


def test_what_is_taught_holds_every_label_by_several_writers() -> None:
    phrases = taught()
    for label in DANGERS:
        assert len({one.writer for one in phrases if one.label == label}) >= 4
    assert len([one for one in phrases if one.kind == "near"]) >= 700
    assert from_patterns() == from_patterns()


def test_the_same_phrases_teach_the_same_weights_and_these_tell_danger_apart() -> None:
    kinds: tuple[tuple[str, str, Kind], ...] = (
        ("khan-cap", "ngất trong bếp", "danger"),
        ("lua-dao-da-mac", "vừa đọc mã cho nó", "danger"),
        ("lua-dao-nhan-biet", "đang bị nó đòi mã", "danger"),
        ("", "muốn học nấu bếp", "near"),
    )
    piece = [
        Taught("x", label, f"{who} {what}", kind)
        for who in ("mẹ tôi", "cháu tôi", "ông cụ", "bà nhà")
        for label, what, kind in kinds
    ]
    cues = cues_of({"than": ("mẹ", "cháu")})
    one, again = (fit(piece, cues, "x", buckets=4096) for _ in range(2))
    assert written(one) == written(again)
    for asked_, label in (("bác tôi ngất", "khan-cap"), ("bà vừa đọc mã", "lua-dao-da-mac"), ("học nấu", "")):
        shares = one.shares(features_of(words_of(asked_), cues))
        assert (max(shares, key=shares.__getitem__) == label) is bool(label)
        assert (sum(shares.values()) > 0.5) is bool(label), asked_


def test_weights_are_read_as_they_were_written_and_anything_else_is_refused(tmp_path: Path) -> None:
    learnt = Learnt(("a", "b"), (0.5, -1.0), 0.25, ((1, -2, 3), (0, 127, -127)), {"a": ("a1", "a")}, "of")
    file = tmp_path / "danger.weights"
    file.write_bytes(written(learnt))
    back = read_learnt(file)
    assert replace(back, weights=tuple(map(tuple, back.weights))) == learnt
    whole = file.read_bytes()
    for broken in (b"", b"{}\n", whole[:-5], whole.replace(b'"b"', b'"b", "c"'), b"\xff" + whole):
        file.write_bytes(broken)
        with pytest.raises(ValueError, match=r".+"):
            read_learnt(file)


def test_without_its_weights_a_wards_signs_still_lead(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(path("asking"), tmp_path / "asking"))
    (folder / "danger.weights").write_bytes(b"\x00")
    words = read_words(folder)
    assert [one.file for one in words.problems] == ["danger.weights"]
    assert prepare(shipped(), words=words).ask("cháy nhà rồi").kind == "danger"


def test_a_word_that_a_ward_adds_to_a_class_counts_like_its_others(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(path("asking"), tmp_path / "asking"))
    cues = folder / "cues.toml"
    text = cues.read_text("utf-8")
    cues.write_text(text.replace("[benh-nguy]\nwords = [", '[benh-nguy]\nwords = ["bủng beo",', 1), "utf-8")
    question, learnt = words_of("mẹ tôi bủng beo"), read_learnt(WEIGHTS)
    before, after = (
        sum(learnt.shares(features_of(question, cues_of(words.cues))).values())
        for words in (read_words(), read_words(folder))
    )
    assert after > before + 0.1


def test_a_middling_score_offers_the_urgent_guide_and_takes_no_other_away(asking: Asking) -> None:
    """Whatever is found else is found as if the score were low."""
    calm = replace(asking, dangers=replace(asking.dangers, learnt=None))
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        phrases = [row["query"] for row in csv.DictReader(file, delimiter="\t")]
    phrases += [one.phrase for kind in ("situations", "harmless", "danger") for one in asked(kind, FRESH)]
    phrases += [with_slips(without_marks(phrase)) for phrase in phrases]
    middling = [(phrase, answer) for phrase in phrases if (answer := asking.ask(phrase)).perhaps]
    for phrase, answer in middling:
        assert answer.kind != "danger" and answer.perhaps and answer.perhaps.id in DANGERS
        other = calm.ask(phrase)
        fit = [one for one in other.guides[1:] if one.id not in asking.dangers.never_beside]
        assert replace(answer, perhaps=None, step="") == replace(other, guides=(*other.guides[:1], *fit)), (
            phrase
        )
    assert middling
    bars = ((PERHAPS, LEADS), (PERHAPS_BESIDE, LEADS_BESIDE))
    assert all(low < high for lows, highs in bars for low, high in zip(lows, highs, strict=True))
