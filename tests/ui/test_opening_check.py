"""The opening check: each thing is tried by hand or ear, and a point without voice or glass stays closed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.point import HandPoint, with_office
from support.pressing import named
from support.residents import offered
from support.staff import CUC, MAI, SEN, TRUC, HandRegister, opened_by, staff_gate, typed
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.trying import Touch
from flows.guide.words import Language
from kiosk.base.events import CHECK_PARTS, CheckAnswer, CheckPart, PointChecked, ShiftStarted
from kiosk.point.tour.staff_day import POINT
from ui.screens.staff.opening import PLACES, derive_opening
from ui.screens.surrounding_parts import ClockReading
from ui.turn.turn import BEGINS
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.actions.staff import NumberHeard, StaffDo
from ui.visit.effects import Effect, ExaminePoint, PrintTest, SayNumber, SayThis
from ui.visit.staff import opening
from ui.visit.staff.opening import ASKED, CIRCLES, IN_A_ROW, MUST_WORK, NUMBERS, Devices, verdict_of
from ui.visit.staff.people import AtControls, StaffMember
from ui.visit.staff.point import OnDuty, PointNow
from ui.visit.staff.stages import OpeningCheck, OpeningResult, StaffMenu
from ui.visit.stages import Attract, Home
from ui.visit.turns import Turn
from ui.visit.visit import Visit

EVERYTHING = Devices(printer=True, reader=True)
HIT, BESIDE = (Touch(0.0, 0.1),), (Touch(0.0, 0.1, off_mm=12.0),)
WORKS: dict[CheckPart, str] = {
    "touch": "touched", "headphones": "absent", "keypad": "key", "printer": "works", "reader": "code-held",
    "clock": "works",
}  # fmt: skip


def at_menu(member: StaffMember = MAI) -> Visit:
    return Visit((Attract(), StaffMenu()), staff=AtControls(member, Preferences()))


def begun(member: StaffMember = MAI) -> Visit:
    return opening.begin(at_menu(member)).visit


def asked(visit: Visit) -> CheckPart:
    assert isinstance(visit.stage, OpeningCheck)
    return visit.stage.asks


def check(
    wrong: tuple[CheckPart, ...] = (),
    devices: Devices = EVERYTHING,
    member: StaffMember = MAI,
    point: PointNow = POINT,
) -> tuple[Visit, list[Effect]]:
    """Go through the whole check; what is *wrong* is said to fail."""
    visit, effects = begun(member), list[Effect]()
    while isinstance(visit.stage, OpeningCheck):
        part = visit.stage.asks
        actions = ["fails"] if part in wrong else _right(visit.stage)
        for action in actions:
            turn = opening.on_press(visit, named(action), point, devices, HIT, draw=1)
            assert (turn.visit, turn.effects) != (visit, ()), f"{action} does nothing where {part} is asked"
            visit, effects = turn.visit, effects + list(turn.effects)
    return visit, effects


def _right(stage: OpeningCheck) -> list[str]:
    if stage.asks == "sound":
        return ["say-number", *(f"number.{NUMBERS['sound'][1]}",) * IN_A_ROW]
    return [WORKS[stage.asks]]


def test_a_check_in_which_all_works_opens_the_point_and_begins_the_shift_of_who_made_it() -> None:
    visit, effects = check()
    assert isinstance(visit.stage, OpeningResult) and visit.stage.verdict == "open"
    (checked,) = [one for one in effects if isinstance(one, PointChecked)]
    assert (checked.staff, checked.verdict) == ("tnv-01", "open")
    assert checked.answers == dict.fromkeys(CHECK_PARTS, "works") | {
        "headphones": "absent",
        "guides": "fails",
    }
    assert effects[-1] == ShiftStarted("tnv-01")


def test_who_is_on_duty_already_begins_no_second_shift() -> None:
    _, effects = check(point=replace(POINT, on_duty=(OnDuty("tnv-01", "Bạn Mai"),)))
    assert not any(isinstance(one, ShiftStarted) for one in effects)


@pytest.mark.parametrize("part", ASKED)
def test_only_voice_and_glass_keep_a_point_closed(part: CheckPart) -> None:
    visit, effects = check(wrong=(part,))
    assert isinstance(visit.stage, OpeningResult)
    assert visit.stage.verdict == ("refused" if part in MUST_WORK else "open")
    assert dict(visit.stage.answers)[part] == "fails"
    assert any(isinstance(one, ShiftStarted) for one in effects) == (part not in MUST_WORK)


RESPONDER = StaffMember("pu-01", "Anh Tùng", "responder")


@pytest.mark.parametrize(("member", "opens"), [(MAI, False), (RESPONDER, False), (CUC, True), (SEN, True)])
def test_what_was_refused_an_officer_alone_may_open_and_it_is_written_down_as_theirs(
    member: StaffMember, opens: bool
) -> None:
    refused, _ = check(wrong=("sound",), member=member)
    turn = opening.on_press(refused, StaffDo.OPEN_ANYWAY, POINT, EVERYTHING)
    if not opens:
        assert turn.visit == refused and turn.effects == ()
        return
    written, began = turn.effects
    assert isinstance(written, PointChecked)
    assert began == ShiftStarted(member.id), "who opens a point is on duty"
    assert (written.staff, written.verdict) == (member.id, "overruled")
    assert written.answers["sound"] == "fails"
    assert opening.on_press(turn.visit, StaffDo.OPEN_ANYWAY, POINT, EVERYTHING).effects == ()


def test_nine_circles_stand_at_nine_places_and_only_a_touch_that_meets_one_counts() -> None:
    visit, places = begun(), set[tuple[float, float]]()
    assert opening.on_press(visit, Signal.CIRCLE_TOUCHED, POINT, EVERYTHING, BESIDE).visit == visit
    by_key = opening.on_press(visit, Do.TOUCH_CIRCLE, POINT, EVERYTHING)
    assert by_key.visit == visit and by_key.effects == (SayThis("opening.by_finger"),)
    while asked(visit) == "touch":
        stage = Stage().conductor
        page = derive_opening(visit, visit.stage, stage.around)  # type: ignore[arg-type]
        places.add((page.across, page.down))  # type: ignore[attr-defined]
        visit = opening.on_press(visit, Signal.CIRCLE_TOUCHED, POINT, EVERYTHING, HIT).visit
    assert places == set(PLACES) and len(places) == CIRCLES


SOUND = begun().swap(OpeningCheck("sound", (("touch", "works"),)))


def said(effects: tuple[Effect, ...]) -> int:
    (one,) = effects
    assert isinstance(one, SayNumber)
    return one.number


def answered(visit: Visit, number: int, draw: int = 0) -> Turn:
    return opening.on_press(visit, NumberHeard(number), POINT, EVERYTHING, draw=draw)


def other_than(number: int) -> int:
    return next(one for one in NUMBERS["sound"] if one != number)


@pytest.mark.parametrize("draw", range(8))
def test_the_voice_passes_only_by_the_numbers_that_were_said_one_after_the_other(draw: int) -> None:
    unheard = answered(SOUND, 3)
    assert unheard.visit == SOUND and unheard.effects == (SayThis("opening.listen_first"),)
    turn = opening.on_press(SOUND, StaffDo.SAY_NUMBER, POINT, EVERYTHING, draw=draw)
    assert said(turn.effects) == NUMBERS["sound"][draw % 4]
    again = opening.on_press(turn.visit, StaffDo.SAY_NUMBER, POINT, EVERYTHING, draw=draw + 1)
    assert again.effects == turn.effects, "the same until it was answered"
    for further in range(1, IN_A_ROW):
        turn = answered(turn.visit, said(turn.effects), draw + further)
        assert asked(turn.visit) == "sound"
        assert turn.effects == (SayNumber(NUMBERS["sound"][(draw + further) % 4], after_right=True),)
    assert asked(answered(turn.visit, said(turn.effects)).visit) == "headphones"


@pytest.mark.parametrize("right", range(IN_A_ROW))
def test_a_wrong_number_is_forgiven_once_and_then_it_begins_anew_with_another(right: int) -> None:
    turn = opening.on_press(SOUND, StaffDo.SAY_NUMBER, POINT, EVERYTHING)
    for _ in range(right):
        turn = answered(turn.visit, said(turn.effects))
    missed = said(turn.effects)
    once = answered(turn.visit, other_than(missed))
    assert once.effects == (SayThis("opening.other_number"),) and asked(once.visit) == "sound"
    turn = opening.on_press(once.visit, StaffDo.SAY_NUMBER, POINT, EVERYTHING)
    assert said(turn.effects) != missed, "as the kiosk has just said"
    passed = turn
    for _ in range(IN_A_ROW):
        assert asked(passed.visit) == "sound"
        passed = answered(passed.visit, said(passed.effects) if passed.effects else 0)
    assert asked(passed.visit) == "headphones"
    twice = answered(turn.visit, other_than(said(turn.effects)))
    assert isinstance(twice.visit.stage, OpeningCheck) and twice.visit.stage.answers[-1] == ("sound", "fails")


def test_who_hears_nothing_seldom_guesses_the_numbers_of_the_loudspeaker() -> None:
    """Of a thousand who answer by chance at most one in twenty passes."""
    chance, passed = Random(7), 0
    for _ in range(1000):
        visit = SOUND
        while asked(visit) == "sound":
            visit = opening.on_press(
                visit, StaffDo.SAY_NUMBER, POINT, EVERYTHING, draw=chance.randrange(1 << 16)
            ).visit
            visit = answered(visit, chance.choice(NUMBERS["sound"]), chance.randrange(1 << 16)).visit
        assert isinstance(visit.stage, OpeningCheck)
        passed += visit.stage.answers[-1] == ("sound", "works")
    assert 0 < passed <= 50


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_the_next_number_is_said_without_a_touch_and_how_many_there_are_is_seen(language: Language) -> None:
    stage, _ = refused()
    visit = opening.on_press(SOUND, StaffDo.SAY_NUMBER, POINT, EVERYTHING).visit
    tr = stage.conductor.around.tr(language)
    stage.conductor.show(replace(visit, preferences=Preferences(language=language)))
    stage.walk_to("number.3")
    step = stage.conductor.visit.stage
    assert isinstance(step, OpeningCheck)
    number = step.number
    assert stage.ear.last == f"{tr('opening.right')} {tr(f'opening.number_{number}')}"
    assert stage.conductor.page.caption == tr("opening.further_number", number=2, of=IN_A_ROW)


def test_what_this_kiosk_does_not_have_is_not_asked_for_and_logged_as_absent() -> None:
    visit, _ = check(devices=Devices())
    assert isinstance(visit.stage, OpeningResult)
    answers = dict(visit.stage.answers)
    assert answers["printer"] == answers["reader"] == "absent"
    assert opening.on_press(begun(), StaffDo.ABSENT, POINT, EVERYTHING).visit == begun(), (
        "the glass cannot be absent"
    )


def test_a_test_page_is_printed_as_often_as_one_likes() -> None:
    visit = begun().swap(OpeningCheck("printer"))
    for _ in range(2):
        turn = opening.on_press(visit, StaffDo.PRINT_TEST, POINT, EVERYTHING)
        assert turn.visit == visit and turn.effects == (PrintTest(),)


def test_until_the_kiosk_has_looked_at_itself_the_last_answer_waits() -> None:
    last = begun().swap(OpeningCheck("clock", (("touch", "works"), ("sound", "works"))))
    waiting = opening.on_press(last, StaffDo.WORKS, replace(POINT, self_check=None), Devices())
    assert waiting.visit == last and waiting.effects == (SayThis("opening.wait"),)
    assert isinstance(opening.on_press(last, StaffDo.WORKS, POINT, Devices()).visit.stage, OpeningResult)


def test_the_opening_check_begins_spoken_looks_at_the_kiosk_meanwhile_and_leaves_the_menu_quiet() -> None:
    quiet = replace(at_menu(), preferences=Preferences(speech_on=False))
    turn = opening.begin(quiet)
    assert turn.visit.preferences.speech_on and turn.effects == (ExaminePoint(),)
    assert opening.on_press(turn.visit, Do.BACK, POINT, EVERYTHING).visit == quiet


def test_back_asks_the_question_before_anew_and_forgets_its_answer() -> None:
    visit = begun()
    for _ in range(CIRCLES):
        visit = opening.on_press(visit, Signal.CIRCLE_TOUCHED, POINT, EVERYTHING, HIT).visit
    assert opening.on_press(visit, Do.BACK, POINT, EVERYTHING).visit.stage == OpeningCheck("touch")


@pytest.mark.parametrize(
    ("state", "sound", "verdict"),
    [("open", "works", "open"), ("refused", "fails", "refused"), ("open", "fails", "overruled")],
)
def test_the_check_of_this_morning_can_be_looked_at_again(
    state: str, sound: CheckAnswer, verdict: str
) -> None:
    answers: dict[CheckPart, CheckAnswer] = dict.fromkeys(CHECK_PARTS, "works")
    answers["sound"] = sound
    point = replace(POINT, state=state, answers=answers)  # type: ignore[arg-type]
    assert opening.has_result(at_menu(), point) and not opening.may_begin(at_menu(), point)
    shown = opening.show_result(at_menu(), point).visit.stage
    assert isinstance(shown, OpeningResult) and shown.verdict == verdict


def test_no_check_is_begun_over_the_head_of_a_resident() -> None:
    busy = replace(at_menu(), stages=(Home(), StaffMenu()))
    assert opening.may_begin(at_menu(), POINT) and not opening.may_begin(busy, POINT)


ACTIONS = st.sampled_from(
    ["touched", "touched", "touched", "circle", "fails", "absent", "back", "say-number", "number.3",
     "number.4", "number.5", "number.7", "key", "print-test", "works", "works", "code-held", "once-more",
     "open-anyway", "done", "again"]
)  # fmt: skip


@given(st.lists(st.tuples(ACTIONS, st.integers(0, 5)), max_size=60), st.sampled_from([MAI, CUC]))
def test_whatever_is_pressed_a_point_opens_only_by_its_voice_and_glass_or_by_an_officer(
    pressed: list[tuple[str, int]], member: StaffMember
) -> None:
    visit = begun(member)
    for action, draw in pressed:
        turn = opening.on_press(visit, named(action), POINT, EVERYTHING, HIT, draw)
        visit = turn.visit
        for effect in turn.effects:
            if isinstance(effect, PointChecked):
                assert set(effect.answers) == set(CHECK_PARTS)
                assert effect.staff == member.id
                assert (effect.verdict == "open") == (verdict_of(effect.answers) == "open")
                assert effect.verdict != "overruled" or member is CUC
        assert not isinstance(visit.stage, Attract | Home)
        if isinstance(visit.stage, StaffMenu):
            return


def refused(*officer: StaffMember) -> tuple[Stage, HandPoint]:
    """A kiosk whose point speech and touch keep closed; volunteers alone are there, or an *officer*."""
    stage = Stage(staff=staff_gate(HandRegister(members=(MAI, TRUC, *officer))))
    office = with_office(stage)
    stage.walk_to(*opened_by(MAI), "opening", *("fails",) * 5)
    return stage, office


@pytest.mark.parametrize(
    "way",
    [
        ("privacy", "call-person"), ("privacy", "comfort", "call-person"), ("staff", "call-person"),
        ("staff", f"member.{MAI.id}", "call-person"), (*opened_by(TRUC), "assist", "notice.no"),
        (*opened_by(TRUC), "closing", "close-point", *typed(), "lock", "begin"),
    ],
)  # fmt: skip
def test_no_way_round_the_invitation_leads_into_a_refused_point(way: tuple[str, ...]) -> None:
    stage, _ = refused()
    stage.walk_to("lock", *way)
    assert stage.notebook.lines == [] and not stage.conductor.visit.is_logged
    assert stage.conductor.around.point.state == "refused"


def test_what_can_be_done_about_a_refusal_stands_among_the_helpers_so_on_each_of_its_pages() -> None:
    stage, _ = refused(CUC)
    assert "once-more" in [one.slot for one in stage.conductor.page.bar]
    stage.walk_to("lock", *opened_by(CUC), "opening-result")
    page = stage.conductor.page
    assert "open-anyway" in [one.slot for one in page.bar]
    assert [one.slot for one in page.choices] == ["once-more"]


def test_whom_to_ask_is_said_at_a_refused_point_wherever_help_is_called() -> None:
    stage, _ = refused()
    stage.walk_to("lock", "privacy", "call-person")
    assert stage.ear.last == stage.conductor.around.tr("vi")("point.not_open")


@given(st.randoms(use_true_random=True))
@settings(max_examples=20, deadline=None)
def test_in_any_order_of_touches_volunteers_alone_open_a_refused_point_by_its_check_only(
    chance: Random,
) -> None:
    stage, office = refused()
    pressed = Counter[str]()  # what was touched least often comes next: so the walk goes far
    for _ in range(40):
        if stage.conductor.visit.staff is None and chance.random() < 0.2:
            stage.walk_to("lock", *opened_by(TRUC))
        actions = {*offered(stage.conductor.visit, stage.conductor.around), *(one.slot for one in BEGINS)}
        least = min(pressed[one] for one in actions)
        action = chance.choice(sorted(one for one in actions if pressed[one] == least))
        pressed[action] += 1
        stage.walk_to(action)
        if any(isinstance(one, PointChecked) and one.verdict == "open" for one in office.done):
            return
        assert stage.notebook.lines == []


AT_CLOCK = (*opened_by(MAI), "opening", *("fails",) * 4)


def at_clock(time: str = "", doubted: str = "", point: PointNow = POINT) -> tuple[Stage, HandPoint]:
    """Before the question about the clock; touch and speech were said to fail."""
    stage = Stage(staff=staff_gate(HandRegister(members=(MAI, TRUC))))
    office = with_office(stage)
    stage.conductor.surround(point, ClockReading(time, doubted))
    stage.walk_to(*AT_CLOCK)
    return stage, office


def clock_said(office: HandPoint) -> list[CheckAnswer]:
    return [one.answers["clock"] for one in office.done if isinstance(one, PointChecked)]


def test_a_doubted_time_is_shown_and_said_to_be_doubted_before_it_is_called_right() -> None:
    stage, office = at_clock(doubted="07:42")
    page = stage.conductor.page
    assert page.heading == "Máy ghi 07:42, thứ Tư ngày 25/11/2026. Có đúng không?"
    assert page.sentence == "Máy chưa tin giờ này. Bạn so với điện thoại của mình."
    assert page.heading in stage.ear.last and page.sentence in stage.ear.last, "it is heard as well"
    stage.walk_to("works")
    assert clock_said(office) == ["works"]


def test_where_no_time_can_be_shown_nobody_can_call_it_right() -> None:
    stage, office = at_clock()
    page = stage.conductor.page
    assert page.heading == "Máy chưa đọc được giờ." and page.choices == ()
    stage.walk_to("works")
    assert stage.conductor.page == page and clock_said(office) == []
    stage.walk_to("fails")
    assert clock_said(office) == ["fails"]


def test_a_clock_called_wrong_is_logged_as_trouble_and_confirmed_at_the_next_check() -> None:
    stage, office = at_clock(doubted="07:42")
    stage.walk_to("fails")
    told = [line.text for line in stage.conductor.page.script]
    assert any(text.startswith("Ngày giờ: báo cán bộ") for text in told)
    stage.walk_to("once-more")
    stage.conductor.surround(replace(stage.conductor.around.clock, time="08:10", doubted_time=""))
    stage.walk_to(*("fails",) * 4)
    assert stage.conductor.page.heading.startswith("Máy ghi 08:10, thứ Tư")
    stage.walk_to("works")
    assert clock_said(office) == ["fails", "works"]


@pytest.mark.parametrize("language", ["vi", "en", "fr"])
def test_the_doubt_is_said_in_every_language(language: Language) -> None:
    stage, _ = at_clock(doubted="07:42")
    visit = stage.conductor.visit
    visit = replace(visit, preferences=replace(visit.preferences, language=language))
    page = derive_opening(visit, OpeningCheck("clock"), stage.conductor.around)
    assert "07:42" in page.heading and "25/11/2026" in page.heading
    assert page.sentence == stage.conductor.around.tr(language)("opening.clock_doubted_how")
