"""The sentences a ward has changed: what refuses a pack, what is passed over, what is to be looked at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flows.guide.words import LANGUAGES
from kiosk.base.words.changed import (
    changed_keys,
    longer_sentences,
    passed_over,
    unknown_sentences,
    wrong_sentences,
)
from kiosk.base.words.texts import CHOICES
from ui.words import SCREENS


def changed(folder: Path, text: str, file: str = "vi.toml") -> Path:
    (folder / file).write_text(text, "utf-8")
    return folder


def test_every_sentence_of_ours_could_stand_in_a_pack(tmp_path: Path) -> None:
    for number, folder in enumerate((SCREENS, SCREENS / "invitation", CHOICES)):
        own = tmp_path / str(number)
        own.mkdir()
        for language in LANGUAGES:
            shutil.copy(folder / f"{language}.toml", own)
        assert [str(one) for one in (*wrong_sentences(own), *unknown_sentences(own))] == []
        assert (longer_sentences(own), passed_over(own), changed_keys(None, own)) == ((), (), frozenset())


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        (
            '[open_week]\nclosed = "{days}: nghỉ {hours}"',
            "words/vi.toml, open_week.closed",
            "exactly {days},",
        ),
        ('[open_week]\nopen = "{days} mở"', "words/vi.toml, open_week.open", "exactly {days} {hours},"),
        ('[open_week]\nopen = "{days}: {hours"', "words/vi.toml, open_week.open", "exactly {days} {hours},"),
        ('[home]\nheading = "Bác {name} cần gì?"', "words/vi.toml, home.heading", "not hold braces"),
        ('[home]\nheading = "Bác mở Blackberry."', "words/vi.toml, home.heading", "Blackberry"),
        ('[home]\nheading = "Bác chạm ☎."', "words/vi.toml, home.heading", "has no voice"),
        ('[home]\nheading = " "', "words/vi.toml, home.heading", "is empty"),
        ('[home]\nheading = "24_24_24_24_24_24_24_24"', "words/vi.toml, home.heading", "18 letters"),
        ("[home]\nheading = 3", "words/vi.toml, home.heading", "no text"),
        ('heading = "Bác cần gì?"', "words/vi.toml, heading", "no text"),
        ("[home\n", "words/vi.toml", "line 1"),
    ],
)
def test_a_sentence_that_must_not_be_shown_is_named_by_file_and_key(
    text: str, place: str, why: str, tmp_path: Path
) -> None:
    wrong = wrong_sentences(changed(tmp_path, text + "\n"))
    assert {one.place for one in wrong} == {place} and why in str(wrong[-1])
    assert why in " ".join(map(str, wrong))


def test_what_is_no_file_of_sentences_is_named(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    for file in ("de.toml", "more/vi.toml"):
        changed(tmp_path, "", file)
    assert [one.place for one in wrong_sentences(tmp_path)] == ["words/de.toml", "words/more/vi.toml"]


def test_a_sentence_of_another_program_is_passed_over_and_refuses_no_pack(tmp_path: Path) -> None:
    text = '[home]\nheading = "Bác cần việc gì ạ?"\nthat_never_was = "☎ {x"\n[nothing]\nthere = "x"\n'
    folder = changed(tmp_path, text, "fr.toml")
    places = ["words/fr.toml, home.that_never_was", "words/fr.toml, nothing.there"]
    assert not wrong_sentences(folder)
    assert [one.place for one in unknown_sentences(folder)] == places
    assert [one.place for one in passed_over(folder)] == places
    assert changed_keys(None, folder) == {"home.heading"}


def test_a_sentence_with_more_letters_than_ours_has_in_any_language_is_to_be_looked_at(
    tmp_path: Path,
) -> None:
    text = '[bar]\nback = "Lùi"\n[ask]\nguides = "Bác chọn một bài ở dưới đây ạ, bài nào cũng được."\n'
    assert [one.place for one in longer_sentences(changed(tmp_path, text))] == ["words/vi.toml, ask.guides"]


def test_a_sentence_counts_once_and_only_where_it_is_another_than_before(tmp_path: Path) -> None:
    before, now = tmp_path / "before", tmp_path / "now"
    for folder in (before, now):
        folder.mkdir()
        changed(folder, '[home]\nheading = "Bác cần việc gì ạ?"\n')
    changed(now, '[home]\nheading = "Bác cần việc gì ạ?"\nempty = "Bác gọi người giúp."\n')
    changed(now, '[home]\nempty = "Ask for help."\n', "en.toml")
    assert changed_keys(before, now) == {"home.empty"}
    assert changed_keys(now, None) == {"home.heading", "home.empty"} and not changed_keys(None, None)
