"""An administrator looks after who may help here, on the screen; nobody else can."""

from __future__ import annotations

import pytest
from support.staff import CUC, MAI, PIN, SEN, HandRegister, opened_by, staff_gate, typed
from support.stage import Stage

from accessibility.speech.utterance import HeardThrough
from ui.visit.staff.people import StaffMember
from ui.visit.staff.register import FLOWERS, OFFERED, free_names
from ui.visit.staff.stages import NewPin, OnePerson, People, StaffMenu


def at_people(register: HandRegister) -> Stage:
    stage = Stage(staff=staff_gate(register))
    stage.walk_to(*opened_by(SEN), "people", *typed())
    return stage


def actions(stage: Stage) -> list[str]:
    page = stage.conductor.page
    primary = (page.primary,) if page.primary else ()
    return [one.slot for one in (*page.choices, *primary)]


@pytest.mark.parametrize("member", [MAI, CUC])
def test_who_is_no_administrator_neither_sees_the_list_nor_gets_to_it(member: StaffMember) -> None:
    stage = Stage(staff=staff_gate())
    stage.walk_to(*opened_by(member))
    assert "people" not in actions(stage)
    stage.walk_to("people")
    assert isinstance(stage.conductor.visit.stage, StaffMenu)


def test_the_list_names_everybody_and_says_who_is_disabled() -> None:
    register = HandRegister()
    register.disable(CUC)
    stage = at_people(register)
    assert [one.label for one in stage.conductor.page.choices] == [
        "Bạn Mai · Tình nguyện viên",
        "Bạn Trúc · Tình nguyện viên",
        "Cô Cúc · Cán bộ phường · đã ngừng",
        "Bạn Sen · Quản trị",
    ]


def test_somebody_is_added_in_three_touches_with_a_flower_for_a_name_and_can_open_the_kiosk() -> None:
    register = HandRegister()
    stage = at_people(register)
    stage.walk_to("add", "role.officer", "name.2")
    pin = stage.conductor.visit.stage
    assert isinstance(pin, NewPin)
    assert (pin.member.shown, pin.member.role) == ("Bạn Nhài", "officer")
    assert "402\u00a0958" in [line.text for line in stage.conductor.page.script]
    assert stage.conductor.page.private
    stage.walk_to("done")
    assert stage.conductor.page.choices[-1].label == "Bạn Nhài · Cán bộ phường"
    stage.walk_to("lock", "staff", f"member.{pin.member.id}", *typed())
    assert stage.conductor.visit.staff is not None
    assert stage.conductor.visit.staff.member == pin.member


def test_a_new_pin_is_shown_once_and_stands_in_no_trace() -> None:
    stage = at_people(HandRegister())
    stage.walk_to(f"person.{MAI.id}", "reset-pin", "yes")
    assert isinstance(stage.conductor.visit.stage, NewPin)
    assert PIN not in repr(stage.conductor.visit)
    stage.walk_to("done")
    assert isinstance(stage.conductor.visit.stage, People)


def test_a_new_pin_is_read_in_headphones_alone_whoever_asks() -> None:
    stage = at_people(HandRegister())
    stage.walk_to(f"person.{MAI.id}", "reset-pin", "yes")
    told = stage.conductor.around.words.say("private.never_aloud", "vi")
    for deed in ("again", "again", "pause", "pause"):
        stage.walk_to(deed)
        assert (stage.ear.last, stage.conductor.around.pointer.hint) == (told, told)
        stage.ear.finish()
    stage.conductor.do("down")
    assert not any("402" in one.text for one in stage.ear.heard)
    stage.ear.tell(HeardThrough(headphones=True))
    stage.walk_to("again")
    assert "402\u00a0958" in stage.ear.last and stage.ear.heard[-1].only_in_headphones


def test_a_pin_is_reset_and_a_right_taken_only_after_asking_once_more() -> None:
    register = HandRegister()
    stage = at_people(register)
    stage.walk_to(f"person.{MAI.id}", "reset-pin", "back", "disable", "back", "back")
    assert (register.reset, register.members) == ([], HandRegister().members)
    stage.walk_to(f"person.{MAI.id}", "disable", "yes")
    assert [one.id for one in register.members if not one.active] == [MAI.id]
    assert isinstance(stage.conductor.visit.stage, People)
    stage.walk_to(f"person.{MAI.id}", "enable", *typed())
    assert all(one.active for one in register.members)


def test_nobody_takes_their_own_right_but_may_have_another_pin() -> None:
    register = HandRegister()
    stage = at_people(register)
    stage.walk_to(f"person.{SEN.id}")
    assert actions(stage) == ["reset-pin"]
    stage.walk_to("disable", "yes")
    assert register.members == HandRegister().members


def test_who_is_disabled_gets_no_new_pin() -> None:
    register = HandRegister()
    register.disable(MAI)
    stage = at_people(register)
    stage.walk_to(f"person.{MAI.id}")
    assert actions(stage) == ["enable"]
    stage.walk_to("reset-pin", "yes")
    assert register.reset == []


def test_a_register_that_cannot_be_written_says_so_and_changes_nothing() -> None:
    register = HandRegister()
    stage = at_people(register)
    register.broken = True
    stage.walk_to(f"person.{MAI.id}", "disable", "yes")
    assert isinstance(stage.conductor.visit.stage, OnePerson)
    assert stage.conductor.page.sentence == "Máy chưa ghi được danh sách. Chưa có gì bị đổi."
    stage.walk_to("back", "add", "role.volunteer", "name.0")
    register.broken = False
    stage.walk_to(*typed()[:-1])
    register.slow = True
    stage.walk_to(typed()[-1])
    register.answer()
    register.broken, register.slow = True, False
    register.answer()
    assert stage.conductor.page.sentence == "Máy chưa ghi được danh sách. Chưa có gì bị đổi."
    assert register.members == HandRegister().members


def test_a_name_that_was_taken_meanwhile_is_refused_kindly() -> None:
    register = HandRegister()
    stage = at_people(register)
    stage.walk_to("add", "role.volunteer")
    register.members = (*register.members, StaffMember("tnv-09", "Bạn Đào", "volunteer"))
    stage.walk_to("name.0")
    assert stage.conductor.page.sentence.startswith("Chưa làm được")


def test_an_administrator_who_is_disabled_at_the_list_is_put_out() -> None:
    register = HandRegister()
    stage = at_people(register)
    register.disable(SEN)
    stage.wait(6)
    assert stage.conductor.visit.staff is None
    stage.walk_to("add", "role.volunteer", "name.0")
    assert len(register.members) == len(HandRegister().members)


def test_a_reset_pin_puts_out_who_is_in_with_the_old_one_but_not_who_reset_their_own() -> None:
    register = HandRegister()
    stage = at_people(register)
    stage.walk_to(f"person.{SEN.id}", "reset-pin", "yes")
    assert isinstance(stage.conductor.visit.stage, NewPin)
    stage.wait(12)
    assert stage.conductor.visit.staff is not None and isinstance(stage.conductor.visit.stage, NewPin)
    register.reset_pin(SEN.id, lambda answer: None)
    stage.wait(6)
    assert stage.conductor.visit.staff is None


def test_names_are_offered_that_no_active_member_has_with_another_title_when_flowers_run_out() -> None:
    assert free_names(())[0] == "Bạn Sen"
    some = tuple(StaffMember(f"tnv-{at}", f"bạn {name}", "volunteer") for at, name in enumerate(FLOWERS[1:]))
    assert free_names(some) == ("Bạn Sen", *(f"Cô {name}" for name in FLOWERS[: OFFERED - 1]))
