"""When nobody touches the kiosk: as tables, in seconds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.staff import MAI
from support.stage import SIGN

from flows.guide.walk import Walk
from kiosk.app import _idle_rules
from kiosk.base.config.sections import SessionConfig
from ui.screens.derive import derive
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.idle import IdleAction, IdleRules, Watch, idle_action, seconds_left
from ui.visit.actions.common import Do
from ui.visit.actions.signals import Signal
from ui.visit.staff.people import Assist, AtControls
from ui.visit.staff.stages import WhoOpens
from ui.visit.stage import Stage
from ui.visit.stages import (
    Attract,
    Comfort,
    Goodbye,
    Home,
    IdleNotice,
    Person,
    Privacy,
    Resume,
    ShowCard,
    Sorry,
    Stepping,
)
from ui.visit.visit import Visit
from ui.words import UiWords

RULES = IdleRules()
AROUND = Surroundings(UiWords(), Guides(), SIGN)
STEP = Stepping("bai", Walk("0" * 64))
OFFER = Resume("bai", "0" * 64, (), "vi")


@pytest.mark.parametrize(
    ("stage", "still_s", "long", "expected"),
    [
        (Attract(), 100_000, False, Watch.NOTHING),
        (Home(), 299.9, False, Watch.NOTHING),
        (Home(), 300, False, Signal.IDLE),
        (STEP, 300, True, Watch.NOTHING),
        (STEP, 899.9, True, Watch.NOTHING),
        (STEP, 900, True, Signal.IDLE),
        (Person(), 300, False, Watch.NOTHING),
        (Person(), 900, False, Signal.IDLE),
        (Sorry(), 300, False, Signal.IDLE),
        (Goodbye(finished=True), 20, False, Watch.NOTHING),
        (Goodbye(finished=True), 300, False, Signal.IDLE),
        (Goodbye(finished=True, face="good"), 19.9, False, Watch.NOTHING),
        (Goodbye(finished=True, face="good"), 20, False, Signal.LEAVE),
        (OFFER, 30, False, Watch.SAY_COUNTDOWN),
        (OFFER, 50, False, Watch.SAY_COUNTDOWN),
        (OFFER, 59.9, False, Watch.NOTHING),
        (OFFER, 60, False, Do.RESUME_NO),
        (IdleNotice(), 59.9, False, Watch.NOTHING),
        (IdleNotice(), 60, False, Signal.IDLE_OVER),
    ],
)
def test_how_long_each_screen_waits(stage: Stage, still_s: float, long: bool, expected: IdleAction) -> None:
    visit = Visit((stage,) if stage == OFFER else (Home(), stage))  # the offer is always the lowest
    assert idle_action(visit, still_s, still_s - 0.05, RULES, long=long) == expected


def test_the_countdown_is_said_once_at_30_and_once_at_10_however_the_ticks_fall() -> None:
    notice = Visit((Home(), IdleNotice()))
    for step_s in (0.4, 0.97, 1.0, 1.03, 4.1):
        said, now_s = [], 0.0
        while now_s + step_s < RULES.grace_s:
            before_s, now_s = now_s, now_s + step_s
            if idle_action(notice, now_s, before_s, RULES, long=False) == Watch.SAY_COUNTDOWN:
                said.append(seconds_left(notice, now_s, RULES))
        assert len(said) == 2
        assert 30 - step_s - 1 <= said[0] <= 30
        assert 10 - step_s - 1 <= said[1] <= 10


def test_whoever_has_a_code_to_photograph_is_given_time() -> None:
    thanked = Visit((Home(), Goodbye(finished=True, face="good")), finished=("bai",))
    assert idle_action(thanked, 89.9, 89, RULES, long=False) == Watch.NOTHING
    assert idle_action(thanked, 90, 89, RULES, long=False) == Signal.LEAVE


def test_whoever_goes_through_a_screen_thing_by_thing_comes_round_before_the_thanks_are_over() -> None:
    thanked = Visit((Home(), Goodbye(finished=True, face="good")))
    assert idle_action(thanked, RULES.idle_after_s - 0.1, 0, RULES, long=False, slow=True) == Watch.NOTHING
    assert idle_action(thanked, RULES.idle_after_s, 0, RULES, long=False, slow=True) == Signal.LEAVE


def test_a_pointer_that_moves_by_itself_is_waited_for_before_a_minute_begins() -> None:
    def action(*stages: Stage, still_s: float = 500) -> IdleAction:
        return idle_action(Visit(stages), still_s, 0, RULES, long=False, slow=True, midway=True)

    for stage in (STEP, Person(), Goodbye(finished=True), Goodbye(finished=True, face="good")):
        assert action(Home(), stage) == Watch.NOTHING
    for offered in (
        (OFFER,),
        (OFFER, Comfort()),
        (OFFER, Privacy()),
        (Home(), IdleNotice()),
        (Home(), ShowCard()),
    ):
        assert action(*offered) == Watch.PUT_OFF


def test_at_the_pad_the_pointer_may_go_round_but_not_for_ever() -> None:
    pad = Visit((Home(), WhoOpens()))

    def action(still_s: float, *, midway: bool) -> IdleAction:
        return idle_action(pad, still_s, 0, RULES, long=False, slow=midway, midway=midway)

    assert action(RULES.door_s, midway=False) == Do.LOCK
    assert action(RULES.door_scanned_s - 1, midway=True) == Watch.NOTHING
    assert action(RULES.door_scanned_s, midway=True) == Do.LOCK


@pytest.mark.parametrize(("still_s", "left"), [(0, 60), (0.4, 60), (59.6, 0), (60, 0), (75, 0)])
def test_the_seconds_shown_are_whole_and_never_below_zero(still_s: float, left: int) -> None:
    assert seconds_left(Visit((Home(), IdleNotice())), still_s, RULES) == left


@pytest.mark.parametrize(
    ("stages", "last_asked"), [((Home(), IdleNotice()), "next-person"), ((OFFER,), "resume.no")]
)
def test_a_pointer_that_moves_by_itself_does_not_meet_what_ends_the_visit(
    stages: tuple[Stage, ...], last_asked: str
) -> None:
    asked, scanned = (
        [
            one.slot
            for _, one in derive(
                Visit(stages), replace(AROUND, pointer=replace(AROUND.pointer, scanning=on))
            ).answers
        ]
        for on in (False, True)
    )
    assert asked[-1] == last_asked
    assert scanned == asked[:-1]


@pytest.mark.parametrize("after_s", [60, 900])
def test_the_controls_of_staff_lock_when_the_ward_has_said(after_s: int) -> None:
    rules = _idle_rules(SessionConfig(staff_lock_after_s=after_s))
    assisted = Visit((Home(),), staff=AtControls(MAI), assist=Assist(MAI.id))
    assert idle_action(assisted, after_s - 0.1, 0, rules, long=False) is not Do.LOCK
    assert idle_action(assisted, after_s, 0, rules, long=False) is Do.LOCK
