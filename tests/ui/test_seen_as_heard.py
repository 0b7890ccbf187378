"""Who does not hear misses nothing: with every sound the screen changes, in the same moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from support.stage import LAPTOP, Stage, on_a_window
from support.window import Role, Screen, pixels, spoken_name

from accessibility.speech.utterance import Cue, SoundState
from accessibility.touch import HOLD_S
from flows.guide.words import LANGUAGES
from ui.turn.open_call import EVERY_S, LATER_AFTER_S, LATER_EVERY_S
from ui.visit.effects import SayThis
from ui.words import Lasting, UiWords

SEEN_PX = 400  # a change of fewer pixels is no change to anybody
Key = Qt.Key


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(panel=LAPTOP)) as kiosk:
        yield kiosk


def look(stage: Stage) -> QImage:
    QCoreApplication.processEvents()
    return Screen(stage.kiosk.window).grab()


def changed_px(one: QImage, other: QImage) -> int:
    return int(np.count_nonzero(pixels(one) != pixels(other)))


def press(stage: Stage, *keys: Key) -> None:
    for key in keys:
        stage.clock.now_s += 1
        Screen(stage.kiosk.window).key(key)


def at_an_item(stage: Stage) -> None:
    press(stage, Key.Key_Down, Key.Key_Down)


def at_the_first_item(stage: Stage) -> None:
    press(stage, Key.Key_Down)
    stage.walk_to("need.viec-khac")
    press(stage, Key.Key_Down)


def finger_down(stage: Stage) -> None:
    stage.walk_to("begin", "comfort", "hold", "done")
    screen = Screen(stage.kiosk.window)
    screen.lay_out()
    screen.press(screen.middle(screen.named(role=Role.Button)[-1]))


def half_held(stage: Stage) -> None:
    finger_down(stage)
    held_for(stage, HOLD_S / 2, "hold")


def held_for(stage: Stage, seconds: float, until: Cue) -> None:
    stage.clock.now_s += seconds
    Screen(stage.kiosk.window).wait_until(lambda: until in stage.ear.cues)


def at_home(stage: Stage) -> None:
    stage.walk_to("begin")


SOUNDS: dict[Cue, tuple[Callable[[Stage], None], Callable[[Stage], None]]] = {
    "item": (at_an_item, lambda stage: press(stage, Key.Key_Down)),
    "wrap": (at_the_first_item, lambda stage: press(stage, Key.Key_Up)),
    "hold": (finger_down, lambda stage: held_for(stage, HOLD_S / 2, "hold")),
    "held": (half_held, lambda stage: held_for(stage, HOLD_S, "held")),
    "ring": (at_home, lambda stage: stage.walk_to("call-person")),
}
"""What goes before a sound, and what makes it sound."""


def call(stage: Stage) -> None:
    at_home(stage)
    stage.walk_to("call-person")


def wait(stage: Stage, seconds: float) -> None:
    """Nothing takes longer to say than a second."""
    for _ in range(round(seconds)):
        stage.ear.finish()
        stage.wait(1)


def test_every_cue_is_in_the_table() -> None:
    assert set(SOUNDS) == set(get_args(Cue))


@pytest.mark.parametrize("kind", SOUNDS)
def test_with_every_cue_something_is_seen(stage: Stage, kind: Cue) -> None:
    before, sound = SOUNDS[kind]
    before(stage)
    silent, sounded = look(stage), len(stage.ear.cues)
    sound(stage)
    assert kind in stage.ear.cues[sounded:]
    assert changed_px(silent, look(stage)) > SEEN_PX


def test_going_round_looks_other_than_going_on(stage: Stage) -> None:
    at_the_first_item(stage)
    press(stage, Key.Key_Up)
    assert stage.ear.cues[-1] == "wrap"
    assert stage.conductor.around.pointer.hint.startswith(UiWords().say("ways.round", "vi"))


def test_going_round_is_seen_by_who_swipes_and_a_finger_that_feels_moves_nothing_beneath_itself(
    stage: Stage,
) -> None:
    pointing, reading = stage.conductor.pointing, UiWords().say("ways.reading", "vi")
    stage.walk_to("begin-exploring")
    pointing.swipe(1)
    pointing.swipe(-1)
    assert stage.ear.cues[-1] == "wrap"
    assert stage.conductor.around.pointer.hint.startswith(UiWords().say("ways.round", "vi"))
    for slot in ("heading", "need.kham-benh"):
        pointing.feel(slot, anew=True)
        assert stage.conductor.around.pointer.hint == reading
    pointing.swipe(1)
    assert stage.conductor.around.pointer.hint == UiWords().say("ways.how_explore", "vi")


def test_while_words_are_heard_they_light_up_where_they_stand(stage: Stage) -> None:
    stage.walk_to("begin")
    silent = look(stage)
    lit = []
    for word in stage.conductor.page.heading.split()[:3]:
        stage.ear.reach(word)
        lit.append(look(stage))
        assert changed_px(silent, lit[-1]) > SEEN_PX
    assert changed_px(lit[0], lit[1]) > SEEN_PX
    stage.ear.finish()
    assert changed_px(silent, look(stage)) == 0


def test_where_nothing_is_heard_no_word_lights_up_and_a_notice_stays(stage: Stage) -> None:
    """The screen is its own caption: all that would be said stands there, for as long as one reads."""
    stage.walk_to("begin")
    stage.ear.finish()
    before = look(stage)
    stage.ear.tell(SoundState(False, "no-device"))
    notice = UiWords().say("notice.no_sound", "vi")
    assert changed_px(before, look(stage)) > SEEN_PX
    assert Screen(stage.kiosk.window).shows(notice)
    assert stage.shell.property("litSlot") == ""
    names = {spoken_name(item) for item in Screen(stage.kiosk.window).named()}
    assert {
        line.text for line in stage.conductor.page.script if line.slot in ("heading", "sentence")
    } <= names


def test_a_lost_sound_is_shown_to_staff_before_anybody_comes_and_nobody_is_offered_to_hear(
    stage: Stage,
) -> None:
    how, trouble = UiWords().say("ways.how_touch", "vi"), UiWords().say("trouble.sound", "vi")
    stage.ear.tell(SoundState(False, "no-device"))
    look(stage)
    assert any(trouble in spoken_name(item) for item in Screen(stage.kiosk.window).named())
    stage.walk_to("begin")
    assert stage.conductor.around.pointer.hint == ""
    stage.ear.tell(SoundState(True, "ok"))
    assert stage.conductor.around.pointer.hint == how
    stage.ear.tell(SoundState(False, "no-device"))
    assert stage.conductor.around.pointer.hint == ""
    look(stage)
    assert not Screen(stage.kiosk.window).shows(how)


def beside_a_screen(stage: Stage) -> dict[str, Callable[[], None]]:
    """What the kiosk says that no screen says of itself, and what makes it say so."""
    walk, say = stage.walk_to, stage.conductor._speech.say_this
    return {
        "strip.speech_is_on": lambda: walk("speech", "speech"),
        "comfort.explore_is_on": lambda: walk("explore"),
        "comfort.hold_longer": lambda: walk("let-go-early"),
        "comfort.moved_for_residents": lambda: walk("met-another"),
        "card.not_here": lambda: stage.conductor.held_up("SOMETHING"),
        "card.printed": lambda: say(SayThis("card.printed")),
        "card.not_printed": lambda: say(SayThis("card.not_printed")),
        "output.loudspeaker": lambda: say(SayThis("output.loudspeaker")),
    }


@pytest.mark.parametrize("key", list(beside_a_screen(Stage())))
def test_what_is_said_beside_a_screen_is_written_as_well(stage: Stage, key: str) -> None:
    stage.walk_to("begin")
    beside_a_screen(stage)[key]()
    look(stage)
    text = UiWords().say(key, "vi")
    shown = {str(item.property("text")) for item in Screen(stage.kiosk.window).named()}
    assert any(text in one for one in shown), shown


@pytest.mark.parametrize(("begin", "way"), [("begin", "touch"), ("begin-exploring", "explore")])
def test_how_to_go_on_is_written_where_it_is_said_in_the_language_of_the_screen(
    stage: Stage, begin: str, way: str
) -> None:
    stage.walk_to(begin)
    for language, then in zip(LANGUAGES, (*LANGUAGES[1:], LANGUAGES[0]), strict=True):
        how = UiWords().say(f"ways.how_{way}", language)
        assert how in stage.ear.heard[-1].text
        look(stage)
        assert Screen(stage.kiosk.window).shows(how)
        stage.walk_to("language", f"language.{then}")


@pytest.mark.parametrize(
    "key", ["comfort.hold_longer", "comfort.moved_for_residents", "card.printed", "card.not_printed"]
)
def test_what_is_said_beside_a_screen_is_written_where_the_voice_is_off(stage: Stage, key: str) -> None:
    stage.walk_to("begin", "speech")
    said = len(stage.ear.heard)
    beside_a_screen(stage)[key]()
    assert stage.conductor.around.pointer.hint == UiWords().say(key, "vi")
    assert len(stage.ear.heard) == said


# --- the bell -------------------------------------------------------------------------------------


def rings(stage: Stage) -> int:
    return stage.ear.cues.count("ring")


def test_the_frame_pulses_slower_than_any_flash_and_says_how_long_one_has_waited(stage: Stage) -> None:
    """WCAG 2.3.1 allows three flashes a second; a pulse of ours takes two seconds."""
    call(stage)
    stage.ear.finish()
    frames = [look(stage)]
    for _ in range(6):
        stage.wait(1)
        frames.append(look(stage))
    changes = [changed_px(one, other) > SEEN_PX for one, other in pairwise(frames)]
    assert all(changes)
    assert changed_px(frames[0], frames[2]) == 0
    stage.wait(60)
    assert UiWords().say(
        "person.waiting", "vi", time=Lasting.of_minutes(1)
    ) in stage.conductor.page.sentence + " ".join(line.text for line in stage.conductor.page.script)


def test_for_who_wants_calm_the_frame_holds_still(stage: Stage) -> None:
    stage.walk_to("begin", "comfort", "calm", "done", "call-person")
    stage.ear.finish()
    frames = [look(stage)]
    for _ in range(3):
        stage.wait(1)
        frames.append(look(stage))
    assert all(changed_px(frames[0], other) == 0 for other in frames)


@pytest.mark.parametrize("ends", ["go-on", "finish"])
def test_a_call_rings_until_it_ends_and_then_no_more(stage: Stage, ends: str) -> None:
    call(stage)
    stage.ear.finish()
    assert rings(stage) == 1
    wait(stage, LATER_AFTER_S)
    first_minute = rings(stage)
    assert first_minute == pytest.approx(1 + LATER_AFTER_S / EVERY_S, abs=1)
    wait(stage, LATER_AFTER_S)
    assert rings(stage) - first_minute == pytest.approx(LATER_AFTER_S / LATER_EVERY_S, abs=1)
    stage.walk_to(ends)
    over = rings(stage)
    wait(stage, 60)
    assert rings(stage) == over


def test_a_call_never_rings_loud_over_what_is_being_said(stage: Stage) -> None:
    call(stage)
    stage.wait(30)  # the sentence never ends: it is left in peace for a while, then rung beneath
    assert rings(stage) > 1
    assert max(stage.ear.cue_volumes) < 0.5
    stage.ear.finish()
    stage.wait(EVERY_S + 1)
    assert stage.ear.cue_volumes[-1] == 1.0
