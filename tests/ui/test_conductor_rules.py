"""The conductor without a window: what is said when, idle, sound, storage, and our own mistakes."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from support.pressing import named
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.speech.utterance import SoundState
from ui.reach.voice.narrator import Lit
from ui.turn.conductor import Conductor, Outside
from ui.visit.stages import Attract, Goodbye, HaveReady, Home, IdleNotice, Person, Resume, Sorry, Stepping
from ui.visit.visit import Visit

IN_GUIDE = ("begin", "topic.vneid", "flow.vneid-cai-dat")


@pytest.fixture
def stage() -> Stage:
    return Stage()


def wait_for_the_notice(stage: Stage) -> None:
    for _ in range(901):
        if isinstance(stage.conductor.visit.stage, IdleNotice):
            return
        stage.wait(1)
    pytest.fail("nobody asked whether somebody is there")


def test_nobody_is_spoken_to_before_the_first_touch(stage: Stage) -> None:
    stage.wait(3600)
    assert stage.ear.heard == []
    assert stage.notebook.lines == []


def test_entering_a_screen_says_it_and_hearing_it_again_says_it_again(stage: Stage) -> None:
    stage.walk_to("begin")
    assert stage.ear.last.startswith("Bác cần gì ạ?")
    stage.walk_to("again")
    assert [said.text for said in stage.ear.heard] == [stage.ear.last] * 2


def test_a_touch_silences_and_counts_as_somebody_being_there(stage: Stage) -> None:
    stage.walk_to("begin")
    silenced = stage.ear.silenced
    stage.wait(299)
    stage.conductor.touched()
    assert stage.ear.silenced == silenced + 1
    stage.wait(299)
    assert not isinstance(stage.conductor.visit.stage, IdleNotice)


def test_another_size_or_theme_is_named_and_the_screen_is_not_read_anew(stage: Stage) -> None:
    stage.walk_to(*IN_GUIDE)
    heard = len(stage.ear.heard)
    stage.walk_to("size", "theme")
    assert [said.text for said in stage.ear.heard[heard:]] == ["Cỡ chữ 2 trong 5", "Nền tối"]


def test_another_language_reads_the_screen_anew_in_it(stage: Stage) -> None:
    stage.walk_to(*IN_GUIDE, "language", "language.en")
    assert stage.ear.heard[-1].language == "en"
    assert stage.conductor.page.sentence in stage.ear.last


def test_the_notice_starts_with_the_whole_time_counts_down_and_speaks_at_30_and_10(stage: Stage) -> None:
    stage.walk_to(*IN_GUIDE)
    wait_for_the_notice(stage)
    assert "60\u00a0giây" in stage.conductor.page.caption
    assert stage.ear.last.startswith("Bác còn ở đây không ạ?")
    heard = len(stage.ear.heard)
    stage.wait(31)
    assert "29\u00a0giây" in stage.conductor.page.caption
    stage.wait(28)
    said = [said.text for said in stage.ear.heard[heard:]]
    assert said == ["Màn hình tự về đầu sau 30\u00a0giây.", "Màn hình tự về đầu sau 10\u00a0giây."]
    stage.wait(2)
    assert stage.conductor.nobody_is_here
    assert stage.notebook.lines[-2:] == [("walk ended", "stopped"), ("session ended", "idle")]


def test_staying_keeps_the_step_as_often_as_one_likes(stage: Stage) -> None:
    stage.walk_to(*IN_GUIDE)
    within = stage.conductor.visit
    for _ in range(20):
        wait_for_the_notice(stage)
        stage.wait(50)
        stage.walk_to("stay")
        assert stage.conductor.visit == within


def test_the_kiosk_is_patient_where_the_phone_downloads_or_a_person_is_waited_for(stage: Stage) -> None:
    stage.walk_to(*IN_GUIDE, "call-person")
    stage.wait(890)
    assert isinstance(stage.conductor.visit.stage, Person)
    assert "14\u00a0phút" in stage.conductor.page.caption
    stage.wait(12)
    assert isinstance(stage.conductor.visit.stage, IdleNotice)


def test_after_the_face_the_kiosk_says_goodbye_by_itself(stage: Stage) -> None:
    stage.walk_to("begin", "finish", "face.good")
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    stage.wait(21)
    assert stage.notebook.lines[-1] == ("session ended", "goodbye")
    assert isinstance(stage.conductor.visit.stage, Attract)


@pytest.mark.parametrize("way", ["keys", "explore"])
def test_who_goes_through_the_thanks_thing_by_thing_has_the_time_of_every_screen(
    stage: Stage, way: str
) -> None:
    stage.walk_to("begin")
    stage.conductor.do("down") if way == "keys" else stage.walk_to(way)
    stage.walk_to("finish", "face.good")
    stage.wait(299)
    assert isinstance(stage.conductor.visit.stage, Goodbye)
    stage.wait(2)
    assert stage.conductor.nobody_is_here


def test_an_offer_nobody_answers_within_a_minute_is_a_no(stage: Stage) -> None:
    stage.conductor.offer_to_resume(Resume("vneid-cai-dat", "0" * 64, (), "fr"))
    assert stage.conductor.page.language == "fr"
    stage.wait(59)
    assert isinstance(stage.conductor.visit.stage, Resume)
    stage.wait(2)
    assert stage.conductor.nobody_is_here
    assert stage.notebook.lines == [("session ended", "crash")]


def test_before_the_offer_lapses_it_is_said_and_written_and_any_touch_gives_the_whole_time_again(
    stage: Stage,
) -> None:
    stage.conductor.offer_to_resume(Resume("vneid-cai-dat", "0" * 64, (), "vi"))
    heard = len(stage.ear.heard)
    stage.wait(31)
    warning = "Bác chưa chọn thì máy bắt đầu lại sau 30\u00a0giây."
    assert [said.text for said in stage.ear.heard[heard:]] == [warning]
    assert stage.conductor.around.pointer.hint == warning
    for _ in range(20):
        stage.conductor.touched()
        stage.wait(58)
        assert isinstance(stage.conductor.visit.stage, Resume)


def test_the_next_resident_meets_the_wards_own_settings_not_the_last_ones() -> None:
    ours = Stage()
    blank = Visit(preferences=Preferences(text_size=3, theme="dark", rate=0.8))
    conductor = Conductor(Outside(ours.ear, ours.notebook, ours.clock), ours.conductor.around, blank)
    for action in ("begin", "size", "theme", "language", "language.en", "speech", "finish", "next-person"):
        conductor.act(named(action))
    assert conductor.visit == blank
    assert conductor.nobody_is_here


@pytest.mark.parametrize(
    ("state", "noticed"),
    [
        (SoundState(False, "no-device"), True),
        (SoundState(False, "no-voice"), True),
        (SoundState(False, "worker-down"), True),
        (SoundState(False, "off"), False),
        (SoundState(True, "ok"), False),
    ],
)
def test_lost_sound_is_noticed_and_found_sound_clears_it(
    stage: Stage, state: SoundState, noticed: bool
) -> None:
    stage.ear.tell(state)
    assert stage.conductor.around.sound.no_sound == noticed
    stage.ear.tell(SoundState(True, "ok"))
    assert not stage.conductor.around.sound.no_sound


def broken_guides(stage: Stage) -> None:
    """A mistake of ours: the guide on the screen vanishes under it."""
    stage.conductor.surround(replace(stage.conductor.around.guides, flows={}))


BROKEN = {"press": "ui.turn.visit_loop.apply", "tick": "ui.turn.attendance.idle_action"}


@pytest.mark.parametrize("found_by", [*BROKEN, "surround"])
def test_our_own_mistake_is_logged_whole_and_leads_to_the_calm_screen(
    stage: Stage, found_by: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:

    stage.walk_to(*IN_GUIDE, "call-person")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake of ours")

    with caplog.at_level(logging.ERROR):
        if found_by == "surround":
            stage.walk_to("go-on")
            broken_guides(stage)
        else:
            with monkeypatch.context() as patched:
                patched.setattr(BROKEN[found_by], broken)
                stage.walk_to("again") if found_by == "press" else stage.wait(1)
    assert isinstance(stage.conductor.visit.stage, Sorry)
    assert stage.conductor.page.place == "sorry"
    assert stage.ear.last.startswith("Máy gặp trục trặc.")
    assert [record.exc_info is not None for record in caplog.records] == [True]
    assert ("walk ended", "stopped") in stage.notebook.lines
    assert stage.notebook.lines.count(("help ended",)) == 1
    stage.walk_to("home")
    assert isinstance(stage.conductor.visit.stage, Home)


@pytest.mark.parametrize("action", ["choice.tu-75", "group.elderly", "digit.7", "stuck.kho-viet"])
def test_what_was_answered_is_not_in_the_line_about_our_mistake(
    stage: Stage, action: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr("ui.turn.visit_loop.apply", broken)
    stage.conductor.act(named(action))
    kind, _, answer = action.partition(".")
    assert f"press '{kind}' on" in caplog.text
    assert [record.getMessage().count(answer) for record in caplog.records] == [0]


def test_even_when_the_calm_screen_fails_the_kiosk_goes_on(
    stage: Stage, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:

    stage.walk_to("begin")

    def broken(*_: object) -> None:
        raise RuntimeError("a mistake of ours")

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr("ui.turn.store.derive", broken)
        stage.walk_to("need.viec-khac")
        stage.wait(2)
    assert len(caplog.records) >= 2
    stage.walk_to("home", "topic.vneid")
    assert stage.conductor.page.place == "topic.vneid"


class Watcher:
    """An audience that only counts."""

    def __init__(self) -> None:
        self.pages, self.besides, self.lit = 0, 0, list[Lit]()

    def page_changed(self) -> None:
        self.pages += 1

    def beside_changed(self) -> None:
        self.besides += 1

    def lit_changed(self, lit: Lit) -> None:
        self.lit.append(lit)

    def pointed_changed(self, slot: str) -> None:
        pass

    def page_turned(self, by: int) -> None:
        pass

    def announced(self, text: str, urgent: bool) -> None:
        pass


def test_nothing_is_drawn_anew_while_nothing_changes(stage: Stage) -> None:
    watcher = Watcher()
    stage.conductor.begin(watcher)
    stage.walk_to(*IN_GUIDE)
    shown = watcher.pages
    stage.wait(100)
    assert watcher.pages == shown


def test_the_word_that_is_heard_is_lit_on_the_screen(stage: Stage) -> None:
    watcher = Watcher()
    stage.conductor.begin(watcher)
    stage.walk_to("begin", "topic.vneid", "flow.vneid-muc-1")
    assert isinstance(stage.conductor.visit.stage, HaveReady)
    sentence = stage.conductor.page.sentence
    stage.ear.reach(sentence)
    assert watcher.lit[-1] == Lit("sentence", 0, len(sentence))
    stage.walk_to("start")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    assert watcher.lit[-1] == Lit()


def test_who_is_quicker_than_the_guides_is_asked_to_wait_and_then_told_the_needs(stage: Stage) -> None:
    read = stage.conductor.around.guides
    stage.conductor.surround(replace(read, flows={}, read=False))
    stage.walk_to("begin")
    assert stage.ear.last.endswith("Bác đợi cháu một chút ạ, cháu đang mở các bài.")
    stage.conductor.surround(read)
    assert "Đi khám bệnh" in stage.ear.last
