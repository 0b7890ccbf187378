"""Who of the staff gets the controls, what becomes of the resident's settings, and when they lock."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from support.staff import CUC, MAI, PIN, SEN, TRUC, HandRegister, opened_by, staff_gate, typed
from support.stage import Stage

from accessibility.preferences import Preferences
from ui.visit.staff.answers import Answer, LockedOut, NotAllowed, Opened, RegisterTrouble, WrongPin
from ui.visit.staff.people import AtControls
from ui.visit.staff.sign_in import answered
from ui.visit.staff.stages import PinPad, StaffMenu, StaffOut, WhoOpens
from ui.visit.stages import Attract, Goodbye, Home, Person, Resume, Stepping, Topic
from ui.visit.visit import Visit

FIRST = Preferences()
OWN = ("size", "theme", "simpler", "faster")


def kiosk(register: HandRegister | None = None) -> Stage:
    return Stage(staff=staff_gate(register))


def test_over_the_invitation_staff_come_and_go_and_no_visit_is_counted() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI))
    assert stage.conductor.visit.stages == (Attract(), StaffMenu())
    stage.walk_to("lock")
    assert stage.conductor.nobody_is_here
    assert stage.notebook.lines == []


def test_in_mid_visit_what_the_resident_had_is_kept_beneath_and_comes_back_with_their_settings() -> None:
    stage = kiosk()
    stage.walk_to("begin", *OWN, "topic.vneid", "flow.vneid-cai-dat")
    before, lines = stage.conductor.visit, len(stage.notebook.lines)
    assert before.preferences != FIRST
    stage.walk_to(*opened_by(MAI))
    during = stage.conductor.visit
    assert (during.stage, during.staff) == (StaffMenu(), AtControls(MAI, before.preferences))
    assert during.preferences == Preferences(speech_on=False), "staff see the kiosk as it is, without a voice"
    stage.walk_to("size", "language", "language.en", "theme", "speech", "lock")
    assert stage.conductor.visit == before
    assert len(stage.notebook.lines) == lines, "what staff set is nobody's visit"


def test_until_the_pin_was_right_the_resident_s_own_settings_stay_on_the_screen() -> None:
    stage = kiosk()
    stage.walk_to("begin", *OWN)
    own = stage.conductor.visit.preferences
    stage.walk_to("staff", f"member.{MAI.id}", *typed("111222"))
    assert stage.conductor.visit.preferences == own
    stage.walk_to("back", "back")
    assert isinstance(stage.conductor.visit.stage, Home)


@pytest.mark.parametrize(
    ("answer", "told", "number"),
    [
        (WrongPin(4), "wrong", 4),
        (LockedOut(60.0), "locked-out", 1),
        (LockedOut(60.1), "locked-out", 2),
        (LockedOut(0.5), "locked-out", 1),
        (NotAllowed(), "not-allowed", 0),
        (RegisterTrouble(), "trouble", 0),
    ],
)
def test_a_pin_that_does_not_open_leaves_an_empty_pad_that_says_why(
    answer: Answer, told: str, number: int
) -> None:
    waiting = Visit((Attract(), PinPad(MAI, (1, 2, 3, 4, 5, 6), "checking")))
    turn = answered(waiting, answer, FIRST)
    assert turn.visit.stage == PinPad(MAI, (), told, number)  # type: ignore[arg-type]
    assert turn.visit.staff is None


@pytest.mark.parametrize(
    "visit",
    [
        Visit(),
        Visit((Home(),)),
        Visit((Home(), PinPad(MAI, (1, 2, 3, 4, 5)))),
        Visit((Home(), WhoOpens((MAI,)))),
        Visit((Home(), Goodbye(finished=False))),
    ],
)
def test_an_answer_that_nobody_waits_for_opens_nothing(visit: Visit) -> None:
    assert answered(visit, Opened(MAI), FIRST).visit == visit


def test_an_answer_to_an_older_question_is_dropped() -> None:
    register = HandRegister(slow=True)
    stage = kiosk(register)
    stage.walk_to("staff")
    register.answer()
    stage.walk_to(f"member.{MAI.id}", *typed(PIN), "back", f"member.{MAI.id}", *typed("111222"))
    register.answer()
    assert stage.conductor.visit.stage == PinPad(MAI, (), "wrong", 4)


def test_while_a_pin_is_looked_at_no_further_digit_counts() -> None:
    register = HandRegister(slow=True)
    stage = kiosk(register)
    stage.walk_to("staff")
    register.answer()
    stage.walk_to(f"member.{MAI.id}", *typed(PIN), "digit.1", "erase", *typed(PIN))
    assert register.asked == [MAI.id]


def test_one_member_alone_need_not_be_chosen_and_nobody_is_told_to_whom_to_turn() -> None:
    stage = kiosk(HandRegister(members=(MAI,)))
    stage.walk_to("staff")
    assert stage.conductor.visit.stage == PinPad(MAI)
    stage = kiosk(HandRegister(members=()))
    stage.walk_to("staff")
    assert stage.conductor.page.sentence.startswith("Máy này chưa có người hỗ trợ")
    stage = kiosk(HandRegister(broken=True))
    stage.walk_to("staff")
    assert stage.conductor.page.sentence.startswith("Máy chưa mở được danh sách")


def test_a_kiosk_whose_register_is_not_open_yet_says_so() -> None:
    stage = Stage()
    stage.walk_to("staff")
    assert stage.conductor.visit.stage == WhoOpens((), trouble=True)


def test_who_was_disabled_is_not_offered_and_if_disabled_meanwhile_is_refused() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to("staff")
    assert [one.slot for one in stage.conductor.page.choices].count("member.tnv-01") == 1
    register.disable(MAI)
    stage.walk_to(f"member.{MAI.id}", *typed())
    assert stage.conductor.visit.stage == PinPad(MAI, (), "not-allowed", 0)
    stage.walk_to("back", "back", "staff")
    assert "member.tnv-01" not in [one.slot for one in stage.conductor.page.choices]


def test_who_is_disabled_in_mid_session_loses_the_controls_within_seconds_and_the_resident_nothing() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to("begin", *OWN, "topic.vneid")
    before = stage.conductor.visit
    stage.walk_to(*opened_by(MAI))
    stage.wait(20)
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    register.disable(MAI)
    stage.wait(6)
    assert stage.conductor.visit == before.show(StaffOut("Bạn Mai"))
    assert "không còn mở được" in stage.conductor.page.heading
    stage.walk_to("done")
    assert stage.conductor.visit == before


def test_trouble_with_the_register_does_not_put_out_who_has_the_controls() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*opened_by(MAI))
    register.broken = True
    stage.wait(30)
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


def test_where_nobody_else_is_the_controls_lock_after_four_minutes_without_a_touch_and_not_before() -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(MAI))
    stage.wait(200)
    stage.conductor.touched()
    stage.wait(239)
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    stage.wait(1)
    assert stage.conductor.nobody_is_here


def test_over_a_resident_s_screen_the_menu_goes_away_in_45_seconds_and_the_clock_is_no_touch() -> None:
    stage = kiosk()
    stage.walk_to("begin", "topic.vneid")
    before = stage.conductor.visit
    stage.walk_to(*opened_by(MAI))
    stage.wait(44)
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    stage.wait(1)
    assert stage.conductor.visit == before
    stage.wait(254)
    assert ("idle noticed",) not in stage.notebook.lines
    stage.wait(1)
    assert ("idle noticed",) in stage.notebook.lines, "five minutes after the last touch: the clock is none"


def test_a_pad_that_nobody_types_on_goes_away_in_two_minutes() -> None:
    stage = kiosk()
    stage.walk_to("staff", f"member.{MAI.id}", "digit.4")
    stage.wait(120)
    assert stage.conductor.nobody_is_here
    stage.walk_to("begin", "staff")
    stage.wait(120)
    assert isinstance(stage.conductor.visit.stage, Home)


def test_two_on_duty_change_places_without_the_resident_losing_anything() -> None:
    stage = kiosk()
    stage.walk_to("begin", *OWN, "topic.vneid")
    before = stage.conductor.visit
    stage.walk_to(*opened_by(MAI), "switch")
    assert stage.conductor.visit.staff is None, "who goes has no controls while the other one types"
    assert stage.conductor.visit.preferences == before.preferences
    stage.walk_to(f"member.{TRUC.id}", *typed())
    assert stage.conductor.visit.staff == AtControls(TRUC, before.preferences)
    stage.walk_to("lock")
    assert stage.conductor.visit == before


def test_while_it_is_open_whose_visit_this_is_nobody_comes_to_the_controls() -> None:
    stage = kiosk()
    stage.conductor.offer_to_resume(Resume("vneid-cai-dat", "0" * 64, (), "vi"))
    stage.walk_to("staff")
    assert isinstance(stage.conductor.visit.stage, Resume)


def test_a_call_waits_on_while_a_pin_is_typed_and_is_answered_by_who_opens_the_controls() -> None:
    stage = kiosk()
    stage.walk_to("begin", "call-person", "staff", f"member.{MAI.id}", *typed("111222"))
    assert any(isinstance(one, Person) for one in stage.conductor.visit.stages)
    stage.walk_to(*typed())
    assert isinstance(stage.conductor.visit.stage, StaffMenu)
    stage.walk_to("lock")
    assert stage.conductor.visit.stages == (Home(),)


def test_our_own_mistake_on_a_screen_of_staff_gives_the_resident_back_their_settings(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = kiosk()
    stage.walk_to("begin", *OWN)
    own = stage.conductor.visit.preferences
    stage.walk_to(*opened_by(MAI))
    monkeypatch.setattr("ui.turn.visit_loop.apply", lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR):
        stage.walk_to("digit.7", "switch")
    assert (stage.conductor.visit.preferences, stage.conductor.visit.staff) == (own, None)
    assert "digit.7" not in caplog.text, "no digit of a PIN is ever written down"


@pytest.mark.parametrize("member", [MAI, CUC, SEN])
def test_everybody_can_lock_and_change_places(member: object) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(member))  # type: ignore[arg-type]
    page = stage.conductor.page
    assert page.primary is not None
    assert page.primary.slot == "lock"
    assert "switch" in [one.slot for one in page.choices]


@pytest.mark.parametrize("action", ["finish", "hold-card", "begin", "next-person"])
def test_what_belongs_to_a_resident_does_nothing_while_staff_look_at_their_menu(action: str) -> None:
    stage = kiosk()
    stage.walk_to("begin", *opened_by(MAI))
    before = stage.conductor.visit
    stage.walk_to(action)
    assert stage.conductor.visit == before


def test_a_resident_who_came_to_the_pad_by_mistake_can_still_call_a_person() -> None:
    stage = kiosk()
    stage.walk_to("begin", "staff", f"member.{MAI.id}", "call-person")
    assert stage.conductor.visit.stages == (Home(), Person())
    assert ("help called",) in stage.notebook.lines


def test_the_pointer_of_a_resident_with_one_switch_waits_while_staff_have_the_controls() -> None:
    stage = kiosk()
    stage.conductor.do("switch")
    assert stage.conductor.around.pointer.scanning
    stage.walk_to(*opened_by(MAI))
    assert not stage.conductor.around.pointer.scanning
    stage.walk_to("lock")
    assert stage.conductor.around.pointer.scanning
    assert isinstance(stage.conductor.visit.stage, Home | Topic | Stepping)


def test_who_assists_while_nothing_can_be_written_is_told_what_to_do_and_goes_on() -> None:
    stage = kiosk()
    stage.walk_to("begin", *opened_by(MAI))
    assert "sổ" not in stage.conductor.page.sentence
    stage.conductor.surround(replace(stage.conductor.around.health, storage_trouble=True))
    told = "Máy chưa ghi được sổ. Bạn cứ hướng dẫn tiếp, đừng tắt máy, và báo cán bộ phường."
    assert told in stage.conductor.page.sentence
    stage.walk_to("lock", *opened_by(TRUC))
    assert stage.conductor.visit.staff is not None


def test_who_is_disabled_while_assisting_is_put_out_and_the_guide_goes_on_where_it_was() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to("begin", *OWN, "topic.vneid", "flow.vneid-cai-dat", *opened_by(MAI))
    stage.walk_to("assist", "notice.no")
    before = stage.conductor.visit
    assert (before.assisted_by, before.stage) == (MAI.id, before.stages[-1])
    assert isinstance(before.stage, Stepping)
    register.disable(MAI)
    stage.wait(6)
    assert isinstance(stage.conductor.visit.stage, StaffOut)
    assert ("assist ended",) in stage.notebook.lines
    stage.walk_to("done")
    after = stage.conductor.visit
    assert (after.stage, after.preferences, after.staff) == (before.stage, before.preferences, None)
