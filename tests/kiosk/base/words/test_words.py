"""Texts from folders of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.base.words.texts import CHOICES, Texts
from ui.words import UiWords


@pytest.fixture
def words(tmp_path: Path) -> Texts:
    for name, text in (
        ("first", '[a]\none = "1"\nnone = ""\n'),
        ("then", '[a]\none = "2"\ntwo = "{n} phút"\n'),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vi.toml").write_text(text, "utf-8")
    return Texts(tmp_path / "first", tmp_path / "then")


def test_the_text_of_the_earlier_folder_counts(words: Texts) -> None:
    assert words.say("a.one", "vi") == words.texts("vi")["a.one"] == "1"


def test_values_are_filled_in(words: Texts) -> None:
    assert words.say("a.two", "vi", n=3) == "3\u00a0phút"


def test_an_empty_text_is_a_text_and_an_unknown_key_is_not(words: Texts) -> None:
    assert words.say("a.none", "vi") == ""
    with pytest.raises(KeyError):
        words.say("a.three", "vi")


def test_screens_say_what_can_be_chosen_as_tickets_and_reports_do() -> None:
    for language in ("vi", "en", "fr"):
        chosen = Texts(CHOICES).texts(language)
        assert len(chosen) > 20 and chosen.items() <= UiWords().texts(language).items()


# --- what a ward lays over them -----------------------------------------------------------------------------


def ward(folder: Path, text: str, language: str = "vi") -> Path:
    (folder / "ward").mkdir(exist_ok=True)
    (folder / "ward" / f"{language}.toml").write_text(text, "utf-8")
    return folder / "ward"


def test_the_wards_sentence_stands_over_every_folder_of_ours_until_it_is_taken_away(
    words: Texts, tmp_path: Path
) -> None:
    assert words.say("a.two", "vi", n=3) == "3\u00a0phút"
    words.lay_over(ward(tmp_path, '[a]\none = "một"\ntwo = "hết {n} phút"\n'))
    assert (words.say("a.one", "vi"), words.say("a.two", "vi", n=3)) == ("một", "hết 3\u00a0phút")
    assert words.texts("vi") == {"a.one": "một", "a.none": "", "a.two": "hết {n} phút"}
    words.lay_over(None)
    assert words.say("a.one", "vi") == words.texts("vi")["a.one"] == "1"


@pytest.mark.parametrize("two", ["{n} giờ {m}", "lâu", "{n", "}", "{n:>9}", "{n!r}", "{n.real}", "{}"])
def test_a_sentence_that_nobody_would_fill_in_gives_way_to_ours(
    two: str, words: Texts, tmp_path: Path
) -> None:
    words.lay_over(ward(tmp_path, f'[a]\none = "một"\ntwo = "{two}"\n'))
    assert words.say("a.two", "vi", n=3) == "3\u00a0phút" and words.texts("vi")["a.two"] == "{n} phút"
    assert words.say("a.one", "vi") == "một"


def test_a_key_that_this_program_does_not_know_is_no_text(words: Texts, tmp_path: Path) -> None:
    words.lay_over(ward(tmp_path, '[a]\nthree = "3"\n[b]\none = "1"\n'))
    assert words.texts("vi").keys() == {"a.one", "a.none", "a.two"}
    with pytest.raises(KeyError):
        words.say("a.three", "vi")


@pytest.mark.parametrize("text", ["[a", "a = 1", '[a.one]\nb = "1"', "\ufeff[a]\none = 3", "\0"])
def test_a_file_that_cannot_be_read_leaves_our_words(text: str, words: Texts, tmp_path: Path) -> None:
    words.lay_over(ward(tmp_path, text))
    assert words.say("a.one", "vi") == words.texts("vi")["a.one"] == "1"
