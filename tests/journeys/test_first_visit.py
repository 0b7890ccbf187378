"""From the first touch to the goodbye, on the real window, by finger."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.stage import residents_guides, tile_of
from support.visitor import (
    AGAIN,
    BACK,
    CALL,
    DONE_HERE,
    FINISH,
    NEXT,
    NOT_UNDERSTOOD,
    START,
    Visitor,
    visitor,
)

from accessibility.preferences import Preferences
from ui.screens.step_wording import wording
from ui.visit.stages import Attract, Home, Person

FLOWS = residents_guides().flows


@pytest.fixture
def resident(drawing: object) -> Iterator[Visitor]:
    with visitor() as made:
        yield made


def test_first_visit_from_the_first_touch_to_the_face(resident: Visitor) -> None:
    resident.tap(START)
    assert resident.heard.startswith("Bác cần gì ạ?")
    assert resident.reads("Bác cần gì ạ?")
    resident.tap(*resident.to_topic("vneid"))
    flow = FLOWS["vneid-kich-hoat"]
    resident.tap(tile_of(flow))
    assert resident.reads(flow.steps[flow.start].say.vi)
    for _ in range(40):
        if resident.screen.shows(DONE_HERE):
            break
        resident.tap(NEXT if resident.screen.shows(NEXT) else first_choice(resident))
    assert resident.reads("Máy giúp bác thế nào ạ?")
    last = resident.stage.conductor.page.sentence
    resident.tap("Hài lòng")
    assert resident.reads("Cảm ơn bác ạ. Bác về, máy xóa hết.")
    assert resident.reads(last) and resident.reads("Làm bài khác")
    resident.stage.wait(91)
    assert isinstance(resident.at, Attract)
    lines = resident.stage.notebook.lines
    assert lines[0] == ("session started", "vi")
    ended = [("satisfaction given", "good"), ("walk ended", "completed"), ("session ended", "goodbye")]
    assert lines[-3:] == ended


def first_choice(resident: Visitor) -> str:
    return resident.stage.conductor.page.choices[0].label


def test_a_touch_anywhere_on_the_invitation_begins(resident: Visitor) -> None:
    spot = resident.screen.middle(resident.screen.window.contentItem())
    spot.setY(4)  # above who greets
    resident.screen.press(spot)
    resident.screen.lift(spot)
    assert resident.at == Home()


def test_who_chooses_french_reads_and_hears_french_to_the_end(resident: Visitor) -> None:
    words = resident.stage.conductor.around.words
    resident.tap(START, words.say("strip.language", "vi"), "Français")
    assert resident.stage.ear.heard[-1].language == "fr"
    assert resident.reads(words.say("home.heading", "fr"))
    resident.jump("topic.vneid")
    resident.tap(tile_of(FLOWS["vneid-cai-dat"], "fr"))
    assert resident.reads(resident.step.say.fr or "")
    resident.tap(words.say("strip.finish", "fr"), words.say("goodbye.done", "fr"))
    assert isinstance(resident.at, Attract)
    resident.tap(START)
    assert resident.heard.startswith("Bác cần gì ạ?")


def test_who_touches_beside_the_tiles_is_among_them_at_once_and_asked_nothing(resident: Visitor) -> None:
    resident.tap(START)
    assert resident.at == Home()
    assert resident.stage.conductor.visit.preferences == Preferences()


def test_size_theme_and_language_change_live_and_the_step_is_kept(resident: Visitor) -> None:
    resident.open_guide()
    resident.tap(first_choice(resident) if not resident.screen.shows(NEXT) else NEXT)
    step, tall = resident.step.id, text_heights(resident)
    ink = resident.screen.grab()
    resident.jump("size")
    assert text_heights(resident) > tall
    resident.jump("theme")
    assert resident.screen.grab().pixelColor(5, 960) != ink.pixelColor(5, 960)
    resident.tap("Tiếng", "English")
    assert resident.stage.conductor.page.language == "en"
    assert resident.reads(FLOWS["vneid-cai-dat"].steps[step].say.en or "")
    assert resident.step.id == step
    resident.tap("Tiếng Việt: quay lại")  # for some seconds, in the language that was left
    assert resident.reads(FLOWS["vneid-cai-dat"].steps[step].say.vi)


def text_heights(resident: Visitor) -> float:
    return max(float(text.font_px) for text in resident.screen.texts())


def test_who_does_not_understand_is_told_otherwise_then_shown_what_may_be_wrong_then_a_person(
    resident: Visitor,
) -> None:
    resident.open_guide()
    step = resident.step
    assert step.simpler
    assert step.example
    for words in (wording(step, "simpler", "vi"), wording(step, "example", "vi")):
        resident.does_not_understand()
        assert resident.reads(words)
        assert words in resident.heard
    resident.does_not_understand()
    assert resident.reads("Bác đang gặp chuyện gì?")
    resident.tap("Chuyện khác, gọi người giúp")
    assert isinstance(resident.at, Person)
    assert resident.reads("Cháu đã gọi người đến giúp bác.")
    resident.tap("Tôi tự làm tiếp", BACK)
    assert resident.step.id == step.id
    lines = resident.stage.notebook.lines
    assert [line for line in lines if "help" in str(line[0])] == [("help called",), ("help ended",)]
    assert [line[2] for line in lines if line[0] == "step explained"] == ["simpler", "example", "stuck-list"]


def test_a_person_can_be_called_on_every_screen_of_a_visit_at_the_same_place(resident: Visitor) -> None:
    resident.tap(START)
    for way in (
        (),
        resident.to_topic("vneid"),
        (tile_of(FLOWS["vneid-cai-dat"]),),
    ):
        resident.tap(*way)
        shown = resident.stage.conductor.page.place
        item = resident.screen.find(CALL)
        bottom = resident.screen.middle(item).y() + item.height() / 2
        assert bottom > resident.screen.window.height() * 0.9
        resident.tap(CALL)
        assert isinstance(resident.at, Person)
        resident.tap("Tôi tự làm tiếp")
        assert resident.stage.conductor.page.place == shown


def test_hear_again_repeats_the_screen_and_a_touch_silences_it(resident: Visitor) -> None:
    resident.open_guide()
    said = resident.heard
    before = len(resident.stage.ear.heard)
    resident.tap(AGAIN)
    (again,) = [utterance.text for utterance in resident.stage.ear.heard[before:]]
    *read, how = said.split("\n")
    number = resident.stage.conductor.page.caption
    assert again.split("\n") == [*read, f"{number}.", how], "and where in the guide one is"
    silenced = resident.stage.ear.silenced
    resident.screen.press(resident.screen.middle(resident.screen.window.contentItem()))
    assert resident.stage.ear.silenced > silenced


def test_a_second_tap_of_a_trembling_hand_is_ignored(resident: Visitor) -> None:
    resident.open_guide("khan-cap")
    page = resident.stage.conductor.page
    name = page.primary.label if page.primary else page.choices[0].label
    spot = resident.screen.middle(resident.brought_into_view(name))
    resident.stage.clock.now_s += 1
    for _ in range(3):
        resident.screen.press(spot)
        resident.screen.lift(spot)
        resident.stage.clock.now_s += 0.15
    taken = [line for line in resident.stage.notebook.lines if line[0] == "edge taken"]
    assert len(taken) == 1


def test_the_invitation_too_takes_a_trembling_hand_for_one_touch(resident: Visitor) -> None:
    middle = resident.screen.middle(resident.screen.window.contentItem())
    for _ in range(3):
        for y in (0.35, 0.45, 0.5, 0.55, 0.65, 0.9):
            middle.setY(resident.screen.window.height() * y)
            resident.screen.press(middle)
            resident.screen.lift(middle)
            resident.stage.clock.now_s += 0.02
    assert resident.at == Home()


def test_finish_leads_to_the_goodbye_from_everywhere_and_the_next_person_begins_anew(
    resident: Visitor,
) -> None:
    resident.open_guide()
    for way in ((), (CALL,), (AGAIN, NOT_UNDERSTOOD), (AGAIN, *(NOT_UNDERSTOOD,) * 3)):
        resident.tap(*way)
        resident.tap(FINISH)
        assert resident.reads("Cháu chào bác ạ.")
        resident.tap(DONE_HERE)
        assert isinstance(resident.at, Attract)
        assert resident.stage.conductor.nobody_is_here
        resident.open_guide()


def test_entering_a_guide_says_its_first_step_and_lights_the_word_that_is_heard(
    resident: Visitor,
) -> None:
    resident.tap(START, *resident.to_topic("vneid"), tile_of(FLOWS["vneid-cai-dat"]))
    flow = FLOWS["vneid-cai-dat"]
    whole = flow.steps[flow.start].say.vi
    assert resident.heard.startswith(whole)
    word = whole.split()[2]
    resident.stage.ear.reach(whole)
    assert resident.lit == whole
    resident.stage.ear.reach(word)
    assert word in resident.lit
    resident.stage.ear.finish()
    assert resident.lit == ""
