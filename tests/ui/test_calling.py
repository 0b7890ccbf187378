"""A call for a person: taken with one touch, and never left unanswered without another number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.speech.utterance import SoundState
from flows.guide.words import LANGUAGES, Language
from kiosk.base import events as v
from ui.screens.aside import HotlineProps, MessageProps
from ui.screens.surrounding_parts import Further
from ui.turn.turn import apply
from ui.visit import calling
from ui.visit.actions.common import Do
from ui.visit.press_context import PressContext
from ui.visit.staff.answers import Opened, WrongPin
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.sign_in import answered
from ui.visit.staff.stages import PinPad, StaffMenu
from ui.visit.stages import Home, IdleNotice, Person, Stepping
from ui.visit.turns import Turn
from ui.visit.visit import Visit

IN_GUIDE = ("begin", "topic.vneid", "flow.vneid-cai-dat")
WAITING = Visit((Home(), Person()))


class LampInHand:
    """Writes down what a lamp is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def call_began(self) -> None:
        self.told.append("on")

    def nobody_came(self) -> None:
        self.told.append("nobody came")

    def call_over(self) -> None:
        self.told.append("off")


@pytest.fixture
def lamp() -> LampInHand:
    return LampInHand()


@pytest.fixture
def stage(lamp: LampInHand) -> Iterator[Stage]:
    stage = Stage(lamp=lamp)
    stage.walk_to(*IN_GUIDE)
    yield stage


def helped(stage: Stage) -> list[tuple[str | None, ...]]:
    return [line for line in stage.notebook.lines if str(line[0]).startswith("help")]


def test_whoever_comes_touches_once_and_stands_before_the_step(stage: Stage, lamp: LampInHand) -> None:
    at = stage.conductor.visit
    stage.walk_to("call-person")
    assert [one.slot for one in stage.conductor.page.bar] == ["taken", "go-on", "again"]
    rings = stage.ear.cues.count("ring")
    stage.walk_to("taken")
    assert stage.conductor.visit == at
    stage.wait(60)
    assert stage.ear.cues.count("ring") == rings
    assert helped(stage) == [("help called",), ("help taken",)]
    assert lamp.told == ["on", "off"]


def test_a_call_is_taken_also_beneath_the_notice_that_nobody_is_there() -> None:
    over = WAITING.show(IdleNotice())
    assert calling.taken(over, "tnv-01") == Turn(Visit((Home(), IdleNotice())), (v.HelpTaken("tnv-01"),))


SEN = StaffMember("tnv-01", "Bạn Sen", "volunteer")


def test_who_called_with_the_controls_in_hand_is_not_named_as_the_one_who_came() -> None:
    assisted = replace(WAITING, staff=AtControls(SEN))
    assert apply(assisted, Do.PERSON_CAME, PressContext()).effects == (v.HelpTaken(None),)


def test_staff_who_come_by_their_pin_have_taken_the_call() -> None:
    at_the_pad = WAITING.show(PinPad(SEN, (1, 2, 3, 4, 5, 6), "checking"))
    turn = answered(at_the_pad, Opened(SEN), Preferences())
    assert turn.effects == (v.HelpTaken("tnv-01"),)
    assert turn.visit.stages == (Home(), StaffMenu())
    assert answered(at_the_pad, WrongPin(4), Preferences()).visit.stages[1] == Person()


@pytest.mark.parametrize("turn", [calling.taken(Visit()), calling.nobody_came(Visit(), "phone")])
def test_where_nobody_has_called_nothing_is_taken_and_nobody_is_late(turn: Turn) -> None:
    assert turn == Turn(Visit())


def test_when_nobody_comes_another_number_is_shown_large_and_the_bell_rings_on(
    stage: Stage, lamp: LampInHand
) -> None:
    stage.walk_to("call-person")
    stage.ear.finish()
    stage.wait(179)
    assert stage.conductor.visit.stage == Person()
    stage.wait(1)
    page = stage.conductor.page
    assert isinstance(page, HotlineProps)
    assert page.number == "024\u00a01022"
    assert "điểm 4" in page.sentence
    assert page.caption == "Bác đã đợi 3\u00a0phút."
    assert stage.ear.last.startswith("Chưa có ai đến. Bác gọi số này")
    stage.ear.finish()
    rings = stage.ear.cues.count("ring")
    stage.wait(60)
    assert stage.ear.cues.count("ring") > rings
    assert helped(stage) == [("help called",), ("help escalated", "place")], "told once"
    assert lamp.told == ["on", "nobody came"]
    stage.walk_to("taken")
    assert isinstance(stage.conductor.visit.stage, Stepping)
    assert lamp.told == ["on", "nobody came", "off"]


def test_the_kiosks_own_step_is_no_touch_of_the_resident(stage: Stage) -> None:
    stage.walk_to("call-person")
    stage.wait(899)
    assert isinstance(stage.conductor.visit.stage, Person)
    stage.wait(1)
    assert isinstance(stage.conductor.visit.stage, IdleNotice), "fifteen minutes after the last touch"


def test_beneath_the_comfort_panel_the_other_number_waits(stage: Stage) -> None:
    stage.walk_to("call-person", "comfort")
    stage.wait(180)
    assert stage.conductor.page.place == "presets"
    stage.walk_to("back")
    assert stage.conductor.page.place == "person.late"


@pytest.mark.parametrize(
    ("further", "to", "says"),
    [
        (Further(60, "điểm 4", "0241022"), "place", "điểm 4"),
        (Further(60, "", "0241022"), "phone", "phường"),
        (Further(60), "nobody", "Máy vẫn đang gọi."),
    ],
)
def test_whose_number_it_is_is_said_and_written(further: Further, to: str, says: str) -> None:
    stage = Stage(further=further)
    stage.walk_to(*IN_GUIDE, "call-person")
    stage.wait(60)
    assert says in stage.conductor.page.sentence
    assert isinstance(stage.conductor.page, MessageProps if to == "nobody" else HotlineProps)
    assert helped(stage)[-1] == ("help escalated", to)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_call_is_heard_by_nobody_it_is_not_said_that_anybody_was_called(language: Language) -> None:
    """No sound and no lamp: the resident is told to beckon; with either they are told that one has called."""
    stage = Stage(further=Further())
    around = stage.conductor.around
    tr = around.tr(language)
    for no_sound, lamp in ((True, False), (True, True), (False, False)):
        stage.conductor.surround(replace(around.sound, no_sound=no_sound), replace(around.setup, lamp=lamp))
        for late in (False, True):
            stage.conductor.show(Visit((Home(), Person(nobody_came=late)), Preferences(language=language)))
            page = stage.conductor.page
            told = page.heading, page.sentence
            unheard = no_sound and not lamp
            assert (tr("person.unheard") in told) == unheard
            assert (tr("person.unheard_heading") in told) == unheard
            called = {tr(f"person.{one}") for one in ("heading", "sentence", "late_nobody")}
            assert called.isdisjoint(told) == unheard


def test_sound_that_comes_back_during_a_call_is_shown_as_a_call_that_rings(stage: Stage) -> None:
    stage.conductor.surround(replace(stage.conductor.around.sound, no_sound=True))
    stage.walk_to(*IN_GUIDE, "call-person")
    tr = stage.conductor.around.tr("vi")
    assert stage.conductor.page.heading == tr("person.unheard_heading")
    stage.ear.tell(SoundState(audible=True, reason="ok"))
    assert stage.conductor.page.heading == tr("person.heading")


def test_a_second_call_waits_its_own_time(stage: Stage) -> None:
    stage.walk_to("call-person")
    stage.wait(150)
    stage.walk_to("go-on", "call-person")
    stage.wait(150)
    assert stage.conductor.visit.stage == Person()
    stage.wait(30)
    assert stage.conductor.visit.stage == Person(nobody_came=True)


@pytest.mark.parametrize("ends", [("go-on",), ("finish",), ("finish", "next-person")])
def test_however_a_call_ends_the_lamp_is_put_out_once(
    stage: Stage, lamp: LampInHand, ends: tuple[str, ...]
) -> None:
    stage.walk_to("call-person", *ends)
    assert lamp.told == ["on", "off"]
    assert helped(stage) == [("help called",), ("help ended",)]


def test_the_lamp_goes_out_when_our_own_mistake_ends_the_call(
    stage: Stage, lamp: LampInHand, caplog: pytest.LogCaptureFixture
) -> None:
    stage.walk_to("call-person")
    stage.conductor.surround(replace(stage.conductor.around.guides, flows={}))
    stage.walk_to("taken")  # the step beneath has vanished
    assert stage.conductor.page.place == "sorry"
    assert lamp.told == ["on", "off"]
