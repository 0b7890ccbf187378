"""Staff too may need large letters, a voice or a low screen: in one touch, and apart from the resident's."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

import re
from dataclasses import replace

import pytest
from support.all_screens import visit_at
from support.pressing import named
from support.staff import MAI, TRUC, HandRegister, opened_by, staff_gate, typed
from support.stage import Stage, volunteers_guides

from accessibility.preferences import Preferences
from accessibility.touch import LEVELS
from kiosk.point.tour.staff_stops import STAFF_STAGES_SHOWN
from ui.screens.derive import derive
from ui.screens.strip import derive_strip
from ui.turn.turn import apply
from ui.visit.actions.common import Do
from ui.visit.actions.settings import Setting
from ui.visit.press_context import PressContext
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import AskObstacle, PinPad, StaffComfort, StaffMenu, Training, WhoOpens
from ui.visit.stages import Attract, Goodbye, Home, Person
from ui.visit.visit import Visit

FIRST = Preferences()
OWN = ("size", "theme", "simpler")
THEIRS = ("size", "size", "low-reach", "speech", "slower", "louder", "simpler")


def kiosk(register: HandRegister | None = None) -> Stage:
    return Stage(staff=staff_gate(register))


def test_on_every_screen_of_staff_all_settings_are_one_touch_away() -> None:
    stage = kiosk()
    context = stage.conductor._context()
    for name, shown in STAFF_STAGES_SHOWN:
        if shown == StaffComfort():
            continue
        visit = visit_at(shown, FIRST)
        chips = {one.slot for one in derive_strip(visit, stage.conductor.around).chips}
        assert chips >= {"language", "comfort"}, name
        opened = apply(visit, Do.COMFORT, context)
        assert (opened.visit.stage, opened.effects) == (StaffComfort(), ()), name
        offered = {one.slot for one in derive(opened.visit, stage.conductor.around).choices}
        assert offered >= {"slower", "louder", "low-reach", "simpler", "speech", "size", "theme"}, name
        for leave in ("done", "back", "comfort"):
            assert apply(opened.visit, named(leave), context).visit == visit, name


def test_what_staff_set_is_theirs_until_they_lock_and_the_resident_has_their_own_again() -> None:
    stage = kiosk()
    stage.walk_to("begin", *OWN, "topic.vneid", "flow.vneid-cai-dat")
    before = stage.conductor.visit
    stage.walk_to(*opened_by(MAI), "comfort")
    assert stage.conductor.page.heading == "Bạn muốn chỉnh gì?"
    stage.walk_to(*THEIRS, "done")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    look = stage.conductor.visit.preferences
    assert (look.text_size, look.low_reach, look.speech_on, look.simpler_words) == (3, True, True, True)
    assert look.rate < FIRST.rate and look.volume > FIRST.volume
    stage.walk_to("assist", "notice.no")
    assert stage.conductor.visit.preferences == before.preferences
    stage.walk_to(*opened_by(MAI))
    assert stage.conductor.visit.preferences == look
    stage.walk_to("lock")
    assert replace(stage.conductor.visit, assist=None) == before
    stage.walk_to(*opened_by(TRUC))
    assert stage.conductor.visit.preferences == replace(FIRST, speech_on=False)


def test_what_staff_set_over_the_invitation_goes_to_the_menu_with_them_and_to_no_resident() -> None:
    stage = kiosk()
    stage.walk_to("staff", f"member.{MAI.id}", "size", "comfort", "low-reach", "done", *typed())
    now = stage.conductor.visit
    assert (now.preferences.text_size, now.preferences.low_reach) == (2, True)
    assert now.staff == AtControls(MAI, FIRST, now.preferences)
    stage.walk_to("assist", "notice.yes")
    assert stage.conductor.visit.preferences == FIRST
    stage.walk_to("lock", "finish", "next-person")
    assert stage.conductor.nobody_is_here


def test_a_voice_woken_by_a_swipe_is_still_the_residents_after_staff_have_set_theirs() -> None:
    stage = kiosk()
    stage.walk_to("begin", "speech", "explore")
    before = stage.conductor.visit
    assert before.voice_by_touch
    stage.walk_to(*opened_by(MAI), "speech", "comfort", "explore", "explore", "as-at-first")
    assert stage.conductor.visit.preferences == replace(FIRST, speech_on=False)
    stage.walk_to("lock")
    assert stage.conductor.visit == before


def test_the_opening_check_leaves_the_voice_as_who_makes_it_had_it() -> None:
    """It speaks in any case."""
    for own, heard in (((), False), (("speech",), True), (("speech", "speech"), False)):
        stage = kiosk()
        stage.walk_to(*opened_by(MAI), *own, "opening", "size")
        assert stage.conductor.visit.preferences.speech_on
        stage.walk_to("back")
        assert isinstance(stage.conductor.visit.stage, StaffMenu)
        now = stage.conductor.visit.preferences
        assert (now.speech_on, now.text_size) == (heard, 2)


def test_an_answer_that_is_the_main_button_is_said_and_counted_like_the_others() -> None:
    stage = kiosk()
    stage.conductor.do("down")
    for name, fails in (("opening-keypad", "keypad"), ("opening-clock", "clock"), ("opening-touch", "touch")):
        stage.conductor.show(visit_at(dict(STAFF_STAGES_SHOWN)[name], FIRST))
        said = stage.ear.last.split("\n")
        assert said[-1].startswith(stage.conductor.around.words.say(f"opening.{fails}_fails", "vi"))
        assert "2 lựa chọn." in said, said


def test_beneath_the_panel_the_register_answers_and_a_minute_that_is_over_locks() -> None:
    register = HandRegister(slow=True)
    stage = kiosk(register)
    stage.walk_to("staff", "comfort")
    register.answer()
    stage.walk_to("done")
    assert stage.conductor.visit.stage == WhoOpens(register.members)
    stage.walk_to(f"member.{MAI.id}", *typed("111222"), "comfort")
    register.answer()
    assert isinstance(stage.conductor.visit.stage, StaffComfort)
    stage.walk_to("done")
    assert stage.conductor.visit.stage == PinPad(MAI, (), "wrong", 4)
    stage.walk_to(*typed(), "comfort")
    register.answer()
    assert stage.conductor.visit.stage == StaffMenu(), "another screen has come: nobody adjusts that one"
    stage.walk_to("comfort")
    stage.wait(239)
    assert isinstance(stage.conductor.visit.stage, StaffComfort)
    stage.wait(2)
    assert stage.conductor.nobody_is_here
    stage.walk_to("staff")
    register.answer()
    stage.walk_to(f"member.{MAI.id}", "digit.4", "comfort")
    stage.wait(121)
    assert stage.conductor.nobody_is_here, "a digit is kept no longer beneath the panel than without it"


def test_over_the_questions_at_the_end_the_panel_answers_none_and_asks_none_twice() -> None:
    stage = kiosk()
    over_goodbye = (Home(), Goodbye(finished=True), AskObstacle())
    staff = AtControls(MAI, FIRST)
    visit = Visit(over_goodbye, replace(FIRST, speech_on=False), staff=staff, assist=Assist(MAI.id))
    context: PressContext = stage.conductor._context()
    with_panel = apply(visit, Do.COMFORT, context)
    assert with_panel.visit == visit.show(StaffComfort())
    larger = apply(with_panel.visit, Setting.SIZE, context).visit
    back = apply(larger, Do.DONE, context)
    assert (back.visit.stages, back.visit.assist, back.effects) == (over_goodbye, visit.assist, ())


def test_from_the_panel_at_the_door_a_person_can_be_called_and_behind_it_one_is_here() -> None:
    stage = kiosk()
    stage.walk_to("begin", "staff", f"member.{MAI.id}", "comfort", "call-person")
    assert stage.conductor.visit.stages == (Home(), Person())
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "comfort", "call-person")
    assert stage.conductor.visit.stages == (Attract(), StaffMenu(), StaffComfort())
    assert "call-person" not in {one.slot for one in stage.conductor.page.bar}


def test_who_is_locked_out_at_the_panel_goes_on_learning_where_they_were() -> None:
    stage = kiosk()
    guide = next(iter(volunteers_guides().flows))
    stage.walk_to(*opened_by(MAI), "training", f"flow.{guide}", "comfort")
    stage.wait(241)
    assert stage.conductor.nobody_is_here
    stage.walk_to(*opened_by(MAI), "training")
    at = stage.conductor.visit.stage
    assert isinstance(at, Training) and at.at


@pytest.mark.parametrize(
    "action", sorted({*(one.slot for one in Setting), "let-go-early"} - {"scan-slower", "scan-faster"})
)
def test_what_is_said_of_a_setting_calls_nobody_of_the_staff_by_a_word_for_the_old(action: str) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI), "comfort", "speech")
    for _ in range(len(LEVELS)):  # also what it says on the way back
        stage.walk_to(action)
        assert not {"bác", "cháu"} & set(re.findall(r"\w+", stage.ear.last.lower())), stage.ear.last
