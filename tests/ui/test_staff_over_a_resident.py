"""While a visit is assisted the resident's screen leads to the door and no further, tried in each way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.pressing import named
from support.residents import offered
from support.staff import CUC, MAI, PIN, SEN, HandRegister, digits, opened_by, staff_gate, typed
from support.stage import SIGN, Stage

from ui.screens.strip import derive_strip
from ui.turn.turn import BEGINS
from ui.visit.actions.staff import MenuEntry
from ui.visit.staff.answering import answered
from ui.visit.staff.answers import Opened
from ui.visit.staff.menu import entries_for
from ui.visit.staff.people import StaffMember
from ui.visit.staff.stages import (
    PEOPLE_STAGES,
    AskObstacle,
    AssistNotice,
    NewPin,
    People,
    PinPad,
    Route,
    StaffMenu,
    Today,
    WhoOpens,
)
from ui.visit.stage import SignedIn, SigningIn
from ui.visit.stages import Attract, Stepping
from ui.visit.visit import Visit

GUIDE = "vneid-cai-dat"
HELP_SEN = (*opened_by(SEN), "assist", "notice.no")
IN_A_GUIDE = (*HELP_SEN, "skip", f"flow.{GUIDE}")


def kiosk(register: HandRegister | None = None) -> Stage:
    return Stage(staff=staff_gate(register))


def team(register: HandRegister | None = None) -> Stage:
    return Stage(staff=staff_gate(register), sign=SIGN._replace(kind="team", number=12))


def sent_for_the_next(stage: Stage, action: str = "next-person") -> Stage:
    """An administrator has helped somebody, who has touched the button for the next person."""
    stage.walk_to(*IN_A_GUIDE, "finish", "skip", "face.good", action)
    return stage


def left_alone(stage: Stage, seconds: int) -> None:
    """Nobody of the staff is there; the resident touches *Nghe lại* each 20 s."""
    for _ in range(seconds // 20):
        stage.wait(20)
        stage.conductor.touched()
        stage.conductor.press("again")


def test_after_286_seconds_of_a_resident_s_touches_the_key_of_staff_leads_to_the_pad_and_to_no_menu() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*IN_A_GUIDE)
    left_alone(stage, 286)
    assert stage.conductor.visit.assisted_by == SEN.id, "whoever goes on being helped is still helped"
    stage.conductor.do("staff")
    assert isinstance(stage.conductor.visit.stage, WhoOpens)
    stage.walk_to("people", f"person.{SEN.id}", "reset-pin", "yes")
    assert register.reset == [] and isinstance(stage.conductor.visit.stage, WhoOpens)


@pytest.mark.parametrize("after_s", [0, 1, 5, 30, 60])
@pytest.mark.parametrize("knock", ["the key", "the row", "the corner"])
def test_no_way_from_the_resident_s_screen_opens_the_menu_however_early(knock: str, after_s: int) -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    stage.wait(after_s)
    if knock == "the key":
        stage.conductor.do("staff")
    else:
        stage.conductor.press("staff")  # what the row presses, and the corner once it was tapped five times
    assert isinstance(stage.conductor.visit.stage, SigningIn)
    assert stage.conductor.visit.assisted_by == SEN.id


def test_nothing_that_a_resident_can_touch_leads_to_a_menu_or_to_people_while_an_administrator_helps() -> (
    None
):
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    seen, ahead = {stage.conductor.visit}, [stage.conductor.visit]
    while ahead and len(seen) < 400:
        visit = ahead.pop(0)
        for action in (*offered(visit, stage.conductor.around), "staff", "lock", "back", "people", "closing"):
            stage.conductor.show(visit)
            stage.walk_to(action)
            now = stage.conductor.visit
            assert not isinstance(now.stage, (StaffMenu, Today, *PEOPLE_STAGES)), action
            if now not in seen and not action.startswith(("digit.", "by.", "size", "theme", "speech")):
                seen.add(now)
                ahead.append(now)
    assert any(isinstance(visit.stage, AskObstacle) for visit in seen)
    assert any(isinstance(visit.stage, PinPad) for visit in seen)


def test_the_next_person_s_button_leads_to_the_invitation_and_no_administrator_is_made() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*IN_A_GUIDE, "finish", "skip", "face.good", "next-person")
    assert stage.conductor.nobody_is_here
    stage.walk_to("people", "add", "role.administrator", "name.0", "staff")
    assert stage.conductor.visit.stage == AssistNotice(short=True), (
        "who knocks goes on to the next person at most"
    )
    stage.walk_to("people", "add", "role.administrator", "name.0", "back")
    assert stage.conductor.nobody_is_here and register.members == HandRegister().members
    stage.walk_to("staff")
    assert isinstance(stage.conductor.visit.stage, WhoOpens), "and who goes back from there types the PIN"


def test_ten_people_are_helped_one_after_the_other_with_one_pin() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*opened_by(MAI), "assist")
    for at in range(10):
        stage.walk_to("notice.no", "skip", f"flow.{GUIDE}", "by.volunteer", "finish", "skip")
        stage.walk_to("face.good")
        stage.wait(15)
        if at % 2:
            stage.walk_to("help-next")
        else:
            stage.walk_to("next-person")
            stage.wait(40)
            stage.walk_to("staff")
        assert stage.conductor.visit.stages == (Attract(), AssistNotice(short=True))
    assert register.asked == [MAI.id]
    assert stage.notebook.lines.count(("assist started", MAI.id)) == 10
    assert [line for line in stage.notebook.lines if line[0] == "edge taken"] == []


@pytest.mark.parametrize("kiosk_of", [kiosk, team])
@pytest.mark.parametrize("first", ["", "privacy", "this-place", "finish", "back", "again"])
@pytest.mark.parametrize("action", [one.slot for one in BEGINS])
def test_no_button_of_the_resident_s_at_the_invitation_goes_on_as_staff(
    action: str, first: str, kiosk_of: Callable[[], Stage]
) -> None:
    stage = sent_for_the_next(kiosk_of())
    assert stage.conductor.nobody_is_here
    stage.walk_to(*([first] if first else []), action)
    visit = stage.conductor.visit
    assert visit.staff is None and not any(isinstance(one, SignedIn) for one in visit.stages)


@pytest.mark.parametrize("kiosk_of", [kiosk, team])
def test_no_button_of_the_resident_s_at_the_goodbye_leads_to_staff(kiosk_of: Callable[[], Stage]) -> None:
    stage = kiosk_of()
    stage.walk_to(*IN_A_GUIDE, "finish", "skip")
    goodbye = stage.conductor.visit
    row = {chip.slot for chip in derive_strip(goodbye, stage.conductor.around).staff}
    theirs = {*offered(goodbye, stage.conductor.around), "leave", "next-person"} - row
    assert "next-person" in theirs and "help-next" in row
    for action in theirs:
        stage.conductor.show(goodbye)
        stage.walk_to(action)
        visit = stage.conductor.visit
        assert not any(isinstance(one, SignedIn) for one in visit.stages), action
        assert visit.staff is None or visit.assisted_by, action


@pytest.mark.parametrize("kiosk_of", [kiosk, team])
@pytest.mark.parametrize("way", [("help-next",), ("next-person", "staff")])
def test_who_goes_on_to_the_next_person_without_a_pin_has_a_volunteer_s_rights(
    way: tuple[str, ...], kiosk_of: Callable[[], Stage]
) -> None:
    stage = sent_for_the_next(kiosk_of(), way[0])
    stage.walk_to(*way[1:])
    staff = stage.conductor.visit.staff
    assert staff is not None and (staff.member, staff.role) == (SEN, "volunteer")
    menu = {one.action.slot for one in entries_for(stage.conductor.visit, stage.conductor.around.point)}
    assert "people" not in menu
    stage.walk_to("back", *opened_by(SEN))
    staff = stage.conductor.visit.staff
    assert staff is not None and staff.role == "administrator"


@pytest.mark.parametrize("way", [("help-next",), ("next-person", "staff")])
def test_a_team_s_way_without_a_pin_locks_after_45_seconds_and_not_while_it_is_used(
    way: tuple[str, ...],
) -> None:
    stage = sent_for_the_next(team(), way[0])
    if way[1:]:
        stage.wait(30)
        stage.walk_to(*way[1:])
    stage.wait(44)
    assert stage.conductor.visit.stage == Route()
    stage.walk_to("area.6")
    stage.wait(44)
    assert not stage.conductor.nobody_is_here
    stage.wait(2)
    assert stage.conductor.nobody_is_here


def test_a_notice_to_which_somebody_came_without_a_pin_goes_when_nobody_answers_it() -> None:
    stage = sent_for_the_next(kiosk(), "help-next")
    stage.wait(119)
    assert stage.conductor.visit.stage == AssistNotice(short=True), "time to hear it, and to answer"
    stage.wait(2)
    assert stage.conductor.nobody_is_here
    stage.walk_to(*opened_by(MAI), "assist")
    stage.wait(200)
    assert stage.conductor.visit.stage == AssistNotice()


def test_who_knocks_later_than_45_seconds_types_the_pin() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "finish", "skip", "face.good", "next-person")
    stage.wait(46)
    stage.walk_to("staff")
    assert isinstance(stage.conductor.visit.stage, WhoOpens)


def test_a_visit_in_between_ends_it() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "finish", "skip", "face.good", "next-person", "begin", "next-person", "staff")
    assert isinstance(stage.conductor.visit.stage, WhoOpens)


def test_a_resident_s_touches_do_not_keep_the_menu_open_and_what_staff_do_does() -> None:
    stage = kiosk()
    stage.walk_to("begin", *opened_by(MAI))
    for _ in range(5):
        stage.wait(40)
        stage.walk_to("tickets", "back")
    assert stage.conductor.visit.stage == StaffMenu()
    for _ in range(3):
        stage.wait(15)
        stage.conductor.touched()
        stage.conductor.press("again")
    assert stage.conductor.visit.staff is None


def test_when_the_menu_goes_away_by_itself_who_assists_goes_on_assisting() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, *opened_by(SEN), "today")
    stage.wait(45)
    assert isinstance(stage.conductor.visit.stage, Stepping)
    assert stage.conductor.visit.assisted_by == SEN.id
    assert ("assist ended",) not in stage.notebook.lines


def test_a_door_that_nobody_goes_through_leaves_the_help_as_it_was() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE)
    before = stage.conductor.visit
    stage.walk_to("staff", "back")
    assert stage.conductor.visit == before
    stage.walk_to("staff", f"member.{MAI.id}")
    stage.wait(121)
    assert stage.conductor.visit == before


def test_the_questions_at_the_end_wait_as_long_as_before() -> None:
    stage = kiosk()
    stage.walk_to(*IN_A_GUIDE, "finish", "result.partly")
    stage.wait(200)
    assert stage.conductor.visit.stage == AskObstacle()


def test_an_administrator_who_assists_has_a_volunteer_s_menu_and_the_whole_one_afterwards() -> None:
    def menu(stage: Stage) -> set[str]:
        return {one.slot for one in stage.conductor.page.choices}

    stage, volunteer = kiosk(), kiosk()
    volunteer.walk_to(*opened_by(MAI), "assist", "notice.no", "skip", f"flow.{GUIDE}", *opened_by(MAI))
    stage.walk_to(*IN_A_GUIDE, *opened_by(SEN))
    assert menu(stage) == menu(volunteer) and "people" not in menu(stage)
    stage.walk_to("people")
    assert stage.conductor.visit.stage == StaffMenu()
    stage.walk_to("lock", "finish", "next-person", *opened_by(SEN))
    assert "people" in menu(stage)


# --- the PIN again ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "stage_after"),
    [
        (("people",), People()),
        (("closing", "close-point"), None),
        (("today", "export-stick"), None),
    ],
)
def test_people_closing_and_export_ask_the_pin_again_each_time(
    way: tuple[str, ...], stage_after: People | None
) -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*opened_by(SEN), *way)
    assert stage.conductor.visit.stage == PinPad(SEN, then=named(way[-1]))
    before = stage.conductor.visit
    stage.walk_to(*typed("111222"))
    assert stage.conductor.visit.stage == PinPad(SEN, notice="wrong", number=4, then=named(way[-1]))
    stage.walk_to("back")
    assert stage.conductor.visit.stages == before.stages[:-1], "one is where one was"
    stage.walk_to(way[-1], *typed())
    assert not isinstance(stage.conductor.visit.stage, PinPad)
    assert register.asked == [SEN.id] * 3
    if stage_after is None and way[-1] == "export-stick":
        stage.walk_to("export-stick")
        assert isinstance(stage.conductor.visit.stage, PinPad)


def test_each_change_among_people_costs_the_pin_once() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*opened_by(SEN), "people", *typed(), f"person.{MAI.id}", "reset-pin", "yes")
    assert isinstance(stage.conductor.visit.stage, NewPin), "the PIN on the way in is good for the first"
    stage.walk_to("done", f"person.{CUC.id}", "disable", "yes")
    assert isinstance(stage.conductor.visit.stage, PinPad)
    assert all(one.active for one in register.members)
    stage.walk_to("back", "back", "back", "add", "role.administrator", "name.0")
    assert isinstance(stage.conductor.visit.stage, PinPad)
    assert len(register.members) == len(HandRegister().members)
    stage.walk_to(*typed())
    assert isinstance(stage.conductor.visit.stage, NewPin)


def test_a_pin_typed_for_people_is_good_for_45_seconds_and_not_after_going_back() -> None:
    register = HandRegister()
    stage = kiosk(register)
    stage.walk_to(*opened_by(SEN), "people", *typed())
    stage.wait(46)
    assert stage.conductor.nobody_is_here
    stage.walk_to(*opened_by(SEN), "people", *typed(), "back", "people")
    assert isinstance(stage.conductor.visit.stage, PinPad)


@pytest.mark.parametrize("other", [MAI, CUC])
def test_another_s_pin_answers_for_nobody(other: StaffMember) -> None:
    stage = kiosk()
    stage.walk_to(*opened_by(SEN), "people")
    waiting = stage.conductor.visit.swap(PinPad(SEN, digits(PIN), "checking", then=MenuEntry.PEOPLE))
    turn = answered(waiting, Opened(other), stage.conductor._context())
    assert turn.visit == Visit()
