"""What comes, goes or counts down by itself is said, and announced to screen readers, once and in time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.signs import FULL
from support.stage import SIGN, Stage
from support.templates import templates

from accessibility.preferences import Preferences
from accessibility.speech.utterance import SoundState
from flows.guide.words import Language
from ui.reach.voice.changes import changes
from ui.reach.voice.narrator import Lit
from ui.reach.ways.said import announced
from ui.screens.attract import AttractProps, PointSign
from ui.screens.page import Line
from ui.visit.visit import Visit
from ui.words import Lasting

TEMPLATES = {name: stage for name, stage in templates().items() if name != "attract"}
"""The first screen announces nothing: nobody is there."""


class Reader:
    """A screen reader's side of the audience: what is announced, and whether it breaks in."""

    def __init__(self) -> None:
        self.told: list[tuple[str, bool]] = []

    def page_changed(self) -> None: ...
    def beside_changed(self) -> None: ...
    def lit_changed(self, lit: Lit) -> None: ...
    def pointed_changed(self, slot: str) -> None: ...
    def page_turned(self, by: int) -> None: ...

    def announced(self, text: str, urgent: bool) -> None:
        self.told.append((text, urgent))

    @property
    def texts(self) -> list[str]:
        return [text for text, _ in self.told]


@pytest.fixture
def stage() -> Stage:
    stage = Stage()
    stage.reader = Reader()  # type: ignore[attr-defined]
    stage.conductor.begin(stage.reader)  # type: ignore[attr-defined]
    stage.walk_to("begin")
    return stage


@pytest.fixture
def reader(stage: Stage) -> Reader:
    found: Reader = stage.reader  # type: ignore[attr-defined]
    found.told.clear()
    stage.ear.finish()
    stage.ear.heard.clear()
    return found


def heard(stage: Stage) -> list[str]:
    return [one.text for one in stage.ear.heard]


def words(stage: Stage, key: str, **values: object) -> str:
    return stage.conductor.around.tr("vi")(key, **values)


def test_a_lost_voice_is_announced_and_its_return_is_said_as_well(stage: Stage, reader: Reader) -> None:
    lost, again = words(stage, "notice.no_sound"), words(stage, "notice.sound_again")
    stage.ear.tell(SoundState(audible=False, reason="no-device"))
    assert reader.told == [(lost, True)]
    stage.ear.tell(SoundState(audible=True, reason="ok"))
    assert reader.told[1:] == [(again, True)] and heard(stage) == [again]


def test_who_asks_to_hear_again_without_sound_is_answered_in_writing(stage: Stage, reader: Reader) -> None:
    stage.ear.tell(SoundState(audible=False, reason="no-device"))
    stage.walk_to("again")
    told = words(stage, "notice.unheard")
    assert stage.conductor.around.pointer.hint == told and reader.texts[-1] == told
    stage.ear.tell(SoundState(audible=True, reason="ok"))
    stage.walk_to("again")
    assert stage.conductor.around.pointer.hint == ""


def test_trouble_with_the_storage_waits_for_the_sentence_being_said(stage: Stage, reader: Reader) -> None:
    notice = words(stage, "notice.storage")
    stage.walk_to("topic.vneid")
    said = len(stage.ear.heard)
    stage.conductor.surround(replace(stage.conductor.around.health, storage_trouble=True))
    assert reader.told[-1] == (notice, True)
    stage.wait(3)
    assert len(stage.ear.heard) == said
    stage.ear.finish()
    stage.wait(1)
    assert heard(stage)[said:] == [notice]
    stage.wait(20)
    assert heard(stage)[said:] == [notice]


def test_each_minute_of_waiting_for_a_person_is_said_and_announced(stage: Stage, reader: Reader) -> None:
    stage.walk_to("call-person")
    entered = [words(stage, "person.heading"), words(stage, "person.sentence")]
    assert all(text in reader.texts[-1] for text in entered)
    for minutes in (1, 2):  # at the third, another number is shown
        stage.ear.finish()
        stage.wait(60)
        waited = words(stage, "person.waiting", time=Lasting.of_minutes(minutes))
        assert reader.texts[-1] == waited
        assert heard(stage)[-1] == waited
    assert reader.texts.count(words(stage, "person.waiting", time=Lasting.of_minutes(2))) == 1


def test_the_countdown_of_the_idle_notice_is_spoken_at_its_beginning_at_30_and_at_10(
    stage: Stage, reader: Reader
) -> None:
    stage.wait(300)
    first = words(stage, "idle.countdown", seconds=60)
    assert first in reader.texts[0] and words(stage, "idle.heading") in reader.texts[0]
    assert first in heard(stage)[0]
    stage.wait(55)
    rest = [words(stage, "idle.countdown", seconds=seconds) for seconds in (30, 10)]
    assert reader.told[1:] == [(text, True) for text in rest]
    assert heard(stage)[1:] == rest


def test_a_mistake_of_ours_is_announced_whole_and_said(stage: Stage, reader: Reader) -> None:
    stage.conductor.show(visit_at(TEMPLATES["sorry"], Preferences()))
    for key in ("sorry.heading", "sorry.sentence"):
        assert words(stage, key) in reader.texts[-1] and words(stage, key) in heard(stage)[-1]


@pytest.mark.parametrize(
    "action", ["size", "theme", "speech", "slower", "louder", "simpler", "calm", "steady"]
)
def test_what_a_setting_has_become_is_announced_in_the_words_that_are_said(
    stage: Stage, reader: Reader, action: str
) -> None:
    stage.walk_to("comfort")
    before = len(reader.told)
    stage.walk_to(action)
    assert len(reader.told) == before + 1
    assert reader.texts[-1] == stage.ear.last


def test_what_a_key_does_is_announced(stage: Stage, reader: Reader) -> None:
    stage.conductor.do("help")
    stage.conductor.do("down")
    assert reader.texts == [words(stage, "ways.try"), words(stage, "ways.does_down")]


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_new_screen_is_announced_by_its_title_and_the_number_of_its_choices(
    stage: Stage, reader: Reader, name: str, language: str
) -> None:
    stage.conductor.show(Visit())
    stage.conductor.show(visit_at(TEMPLATES[name], Preferences(language=language)))  # type: ignore[arg-type]
    page, tr = stage.conductor.page, stage.conductor.around.tr(stage.conductor.page.language)
    told = reader.texts[-1]
    taps = (Line("taps", tr("ways.taps")),) if page.touched_on_phone else ()
    assert told == announced(page, tr, taps)
    assert told.startswith(page.heading or page.sentence)
    below = [line for line in page.spoken_last if line.slot.startswith(("primary", "bar."))]  # answers there
    if page.choices or below:
        assert told.endswith(tr("ways.count", count=len(page.choices) + len(below)))


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
@pytest.mark.parametrize("sign", [SIGN, FULL], ids=["bare", "full"])
def test_what_the_first_screen_shows_is_announced_and_said_whole_on_a_page_of_its_own(
    stage: Stage, reader: Reader, sign: PointSign, language: Language
) -> None:
    """Also what the ward has not written."""
    stage.conductor.surround(sign)
    stage.conductor.show(Visit(preferences=Preferences(language=language)))
    first, tr = stage.conductor.page, stage.conductor.around.tr(language)
    assert isinstance(first, AttractProps)
    stage.walk_to("this-place")
    assert reader.texts[-1].startswith(tr("this_place.heading"))
    assert [line.text for line in first.written if line.text.rstrip(".") not in heard(stage)[-1]] == []
    assert (tr("this_place.address_unknown") in heard(stage)[-1]) == (not sign.address)
    assert (tr("attract.hours_unknown") in heard(stage)[-1]) == (not sign.opens_known)


def test_a_reader_is_told_the_number_of_a_call_that_nobody_took(stage: Stage) -> None:
    """It comes by itself: no focus leads there."""
    page = stage.conductor.page
    late = replace(
        page, template="hotline", heading="Chưa có ai đến.", sentence="Bác gọi số này ạ.",
        spoken_extra=(Line("number", "1 0 2 2"),), choices=(),
    )  # fmt: skip
    assert announced(late, stage.conductor.around.tr("vi")) == "Chưa có ai đến. 1 0 2 2. Bác gọi số này ạ."


def test_nothing_private_is_announced_before_it_was_asked_for(stage: Stage, reader: Reader) -> None:
    page = replace(stage.conductor.page, private=True)
    assert announced(page, stage.conductor.around.tr("vi")) == ""


def test_of_who_has_gone_nothing_is_told_later(stage: Stage, reader: Reader) -> None:
    stage.walk_to("topic.vneid")
    stage.conductor.surround(replace(stage.conductor.around.health, storage_trouble=True))
    stage.walk_to("finish", "next-person")
    said = len(stage.ear.heard)
    stage.ear.finish()
    stage.wait(5)
    assert len(stage.ear.heard) == said


def test_what_changes_by_touch_or_every_second_is_no_change_to_announce() -> None:
    around = Stage().conductor.around
    for after in (
        replace(around, pointer=replace(around.pointer, hint="Lại từ đầu")),
        replace(around, timing=replace(around.timing, seconds_left=31)),
        replace(around, timing=replace(around.timing, bell_bright=False)),
        replace(around, clock=replace(around.clock, time="10:10")),
        replace(
            around,
            health=replace(around.health, storage_trouble=True),
            sound=replace(around.sound, no_sound=True),
        ),
    ):
        expected = 2 if after.sound.no_sound else 0
        assert len(changes(around, after)) == expected
        assert changes(after, after) == ()
