"""Texts from folders of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.words.texts import CHOICES, Texts
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
