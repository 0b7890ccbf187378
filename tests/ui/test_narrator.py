"""What is said of a screen, and which word of which text lights up while it is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.stage import Ear

from accessibility.preferences import Preferences
from accessibility.speech.utterance import Finished, WordReached
from ui.reach.voice.narrator import NOTHING_LIT, Lit, Narrator, script_of
from ui.screens.page import Control, Line, Page
from ui.visit.actions.chosen import OpenGuide, OpenTopic

PAGE = Page(
    template="choice",
    place="here",
    language="vi",
    heading="Bác chọn một bài",
    sentence="Bác chạm vào tên bài.",
    choices=(Control(OpenGuide("a"), "Cài VNeID"), Control(OpenTopic("b"), "Việc khác", detail="3 bài")),
)
TEXTS = st.text(alphabet="aăâđêô ợỆ.!?😀\n", min_size=1, max_size=20).filter(str.strip)


def narrator() -> tuple[Narrator, Ear, list[Lit]]:
    ear, lit = Ear(), list[Lit]()
    return Narrator(ear, lit.append), ear, lit


def test_a_screen_is_said_in_reading_order_with_a_pause_after_each_text() -> None:
    speaks, ear, _ = narrator()
    speaks.say_page(PAGE, Preferences(rate=0.8, volume=0.5))
    assert ear.last == "Bác chọn một bài.\nBác chạm vào tên bài.\nCài VNeID.\nViệc khác. 3 bài"
    assert (ear.heard[0].language, ear.heard[0].rate, ear.heard[0].volume) == ("vi", 0.8, 0.5)


@pytest.mark.parametrize(
    ("words", "lit"),
    [
        ("chọn", Lit("heading", 4, 8)),
        ("tên", Lit("sentence", 13, 16)),
        ("VNeID", Lit("flow.a", 4, 9)),
        ("Việc khác. 3", Lit("topic.b", 0, 12)),
    ],
)
def test_the_word_that_is_heard_lights_in_the_text_it_stands_in(words: str, lit: Lit) -> None:
    speaks, ear, seen = narrator()
    speaks.say_page(PAGE, Preferences())
    ear.reach(words)
    assert seen[-1] == lit


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_every_word_of_every_text_is_found_again(texts: list[str]) -> None:
    lines = tuple(Line(f"slot-{number}", text) for number, text in enumerate(texts))
    script = script_of(lines)
    for offset, line in script.parts:
        for start in range(len(line.text)):
            found = script.locate(offset + start, offset + start + 1)
            assert found == Lit(line.slot, start, start + 1)
            assert script.text[offset + start] == line.text[start]


def test_nothing_is_lit_once_it_was_said_or_silenced_or_another_thing_is_said() -> None:
    speaks, ear, seen = narrator()
    for ends in (ear.finish, speaks.silence, lambda: speaks.say_sentence("Nền tối", "vi", Preferences())):
        speaks.say_page(PAGE, Preferences())
        ear.reach("chọn")
        assert seen[-1] != NOTHING_LIT
        ends()
        assert seen[-1] == NOTHING_LIT


def test_late_news_of_an_older_sentence_lights_nothing() -> None:
    speaks, ear, seen = narrator()
    speaks.say_page(PAGE, Preferences())
    speaks.say_sentence("Nền tối", "vi", Preferences())
    told = len(seen)
    ear.tell(WordReached(1, 4, 8))
    ear.tell(Finished(1, heard=False))
    assert len(seen) == told


def test_who_reads_alone_is_not_read_to_but_hears_that_the_voice_is_off() -> None:
    speaks, ear, _ = narrator()
    alone = Preferences(speech_on=False)
    speaks.say_page(PAGE, alone)
    assert ear.heard == []
    speaks.say_sentence("Nền tối", "vi", alone)
    assert ear.heard == []
    speaks.say_sentence("Cháu không đọc to nữa.", "vi", alone, even_when_off=True)
    assert ear.last == "Cháu không đọc to nữa."


def test_what_is_private_is_asked_to_be_said_privately() -> None:
    from dataclasses import replace

    speaks, ear, _ = narrator()
    speaks.say_page(replace(PAGE, private=True), Preferences())
    assert ear.heard[0].private


def test_an_empty_screen_says_nothing_and_silences_what_was_said() -> None:
    speaks, ear, _ = narrator()
    speaks.say_page(Page(template="home", place="x", language="vi"), Preferences())
    assert (ear.heard, ear.silenced) == ([], 1)


def test_what_was_broken_off_is_taken_up_at_the_text_in_which_it_was() -> None:
    speaks, ear, seen = narrator()
    speaks.say_page(PAGE, Preferences(rate=0.8))
    ear.reach("tên bài")
    speaks.silence()
    assert speaks.hold()
    speaks.silence()  # the same key again, or a touch
    assert not speaks.hold()
    assert speaks.go_on()
    assert ear.last == "Bác chạm vào tên bài.\nCài VNeID.\nViệc khác. 3 bài"
    assert ear.heard[-1].rate == 0.8
    ear.reach("VNeID")
    assert seen[-1] == Lit("flow.a", 4, 9)
    assert speaks.unread_from == "flow.a"
    speaks.silence()
    assert speaks.hold()
    assert speaks.go_on()
    assert ear.last == "Cài VNeID.\nViệc khác. 3 bài"


def test_what_was_said_to_its_end_or_followed_by_something_newer_has_no_rest() -> None:
    speaks, ear, _ = narrator()
    assert not speaks.hold() and not speaks.go_on()
    speaks.say_page(PAGE, Preferences())
    ear.finish()
    speaks.silence()
    assert not speaks.hold() and not speaks.go_on()
    for newer in (Preferences(), Preferences(speech_on=False)):
        speaks.say_page(PAGE, Preferences())
        speaks.silence()
        speaks.say_item("Cỡ chữ", "vi", newer, private=False)
        ear.finish()
        assert not speaks.hold() and not speaks.go_on()
    speaks.say_page(PAGE, Preferences())
    speaks.forget()
    assert not speaks.hold() and not speaks.go_on()


def test_an_item_is_taken_up_from_its_beginning_and_remains_no_page() -> None:
    speaks, ear, _ = narrator()
    speaks.say_item("Cỡ chữ, nút bấm", "vi", Preferences(), private=False)
    ear.reach("nút")
    speaks.silence()
    assert speaks.hold() and speaks.go_on()
    assert ear.last == "Cỡ chữ, nút bấm"
    assert speaks.unread_from == ""
