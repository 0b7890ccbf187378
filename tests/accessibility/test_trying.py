"""From what a hand did with two or three circles: the gentlest setting that would have taken it rightly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.touch import DRAGS_MM, GUARDS_S, HOLD_S, MARGINS_MM, SteadyHands
from accessibility.trying import (
    CANDIDATES,
    Touch,
    Trial,
    hits,
    is_enough,
    propose,
    rougher,
    takes_rightly,
    trembles,
)

TAP = Touch(0.0, 0.2)
BRUSH = Touch(0.0, 0.1, off_mm=25, ended_off_mm=25)


def again(after_s: float) -> Touch:
    return Touch(TAP.ended_s + after_s - 0.1, TAP.ended_s + after_s)


def proposed(*trial: Touch) -> SteadyHands:
    return propose((trial, trial))


def test_a_steady_hand_needs_nothing() -> None:
    assert proposed(TAP) == SteadyHands()


@pytest.mark.parametrize(
    ("trial", "wanted"),
    [
        ((TAP, again(0.3)), SteadyHands()),
        ((TAP, again(0.55)), SteadyHands(repeat_guard_s=0.8)),
        ((TAP, again(0.9)), SteadyHands(repeat_guard_s=1.2)),
        ((TAP, again(0.6), again(1.4)), SteadyHands(repeat_guard_s=2.0)),
        ((Touch(0, 0.2, slid_mm=10),), SteadyHands()),
        ((Touch(0, 0.2, slid_mm=16),), SteadyHands(drag_mm=22)),
        ((Touch(0, 0.2, slid_mm=23),), SteadyHands(drag_mm=30)),
        ((Touch(0, 0.2, off_mm=2),), SteadyHands()),
        ((Touch(0, 0.2, off_mm=3, ended_off_mm=1),), SteadyHands(margin_mm=4)),
        ((Touch(0, 0.2, off_mm=1, ended_off_mm=4.5),), SteadyHands(margin_mm=6)),
        ((BRUSH, Touch(0.8, 1.7)), SteadyHands(hold_s=HOLD_S)),
    ],
)
def test_each_kind_of_trembling_has_its_own_remedy_and_gets_no_other(
    trial: Trial, wanted: SteadyHands
) -> None:
    assert proposed(*trial) == wanted


def test_holding_is_never_proposed_to_who_lifts_the_finger_quickly() -> None:
    assert not proposed(BRUSH, Touch(0.8, 1.0)).holds


def test_the_worse_of_two_circles_counts() -> None:
    assert propose(((TAP,), (TAP, again(0.9)))) == SteadyHands(repeat_guard_s=1.2)


def test_two_circles_are_enough_when_they_agree_and_three_in_any_case() -> None:
    steady, twice, sliding = (TAP,), (TAP, again(0.9)), (Touch(0, 0.2, slid_mm=20),)
    assert [is_enough(trials) for trials in ((), (steady,), (steady, steady))] == [False, False, True]
    assert not is_enough((steady, twice))
    assert is_enough((steady, twice, sliding))


TOUCHES = st.builds(
    lambda began_s, lasts_s, off_mm, ended_off_mm, slid_mm: Touch(
        began_s, began_s + lasts_s, off_mm, ended_off_mm, slid_mm
    ),
    st.floats(0, 3),
    st.floats(0.02, 2),
    st.floats(0, 8),
    st.floats(0, 8),
    st.floats(0, 40),
)
TRIALS = st.lists(TOUCHES, min_size=1, max_size=6).map(
    lambda touches: tuple(sorted(touches, key=lambda one: one.ended_s))
)


@given(st.lists(TRIALS, min_size=1, max_size=3))
def test_what_is_proposed_takes_as_many_circles_rightly_as_any_setting_can(trials: list[Trial]) -> None:
    chosen = propose(trials)
    taken = sum(takes_rightly(trial, chosen) for trial in trials)
    assert taken == max(sum(takes_rightly(trial, hands) for trial in trials) for hands in CANDIDATES)


@given(st.lists(TRIALS, min_size=1, max_size=3))
def test_no_gentler_setting_would_have_done_as_well(trials: list[Trial]) -> None:
    chosen = propose(trials)
    both = [*trials, *map(rougher, trials)]
    for gentler in CANDIDATES[: CANDIDATES.index(chosen)]:
        assert not all(takes_rightly(trial, gentler) for trial in both)


@given(st.lists(TRIALS, min_size=1, max_size=3))
def test_what_is_proposed_can_always_be_set(trials: list[Trial]) -> None:
    chosen = propose(trials)
    assert chosen.repeat_guard_s in GUARDS_S and chosen.hold_s in (0.0, HOLD_S)
    assert chosen.margin_mm in MARGINS_MM and chosen.drag_mm in DRAGS_MM


@given(st.floats(0.02, 5), st.floats(0, 2), st.floats(0, 12))
def test_one_touch_of_a_steady_hand_is_one_press_whatever_its_length(
    lasts_s: float, off_mm: float, slid_mm: float
) -> None:
    assert proposed(Touch(0, lasts_s, off_mm, off_mm, slid_mm)) == SteadyHands()


def test_a_touch_that_slides_off_its_target_or_onto_it_presses_nothing() -> None:
    assert hits([Touch(0, 0.2, 0, 9)], SteadyHands()) == ()
    assert hits([Touch(0, 0.2, 9, 0)], SteadyHands()) == ()
    assert hits([Touch(0, 0.2, 9, 9)], SteadyHands()) == (False,)


@pytest.mark.parametrize(
    ("touches", "trembling"),
    [
        ((), False),
        ((TAP,), False),
        ((TAP, Touch(4, 4.2)), False),
        ((TAP, Touch(0.7, 0.9, x=80)), False),
        ((TAP, Touch(0.7, 0.9, x=10)), True),
        ((TAP, Touch(0.7, 0.9, x=10, screen=1)), False),  # who knows the way: the next screen's tile
        ((TAP, Touch(0.7, 0.9, screen=1), Touch(1.5, 1.7, screen=1)), True),
        ((TAP, Touch(0.7, 0.9, slid_mm=7, screen=1)), True),
        ((Touch(0, 0.2, slid_mm=5),), False),
        ((Touch(0, 0.2, slid_mm=7),), True),
        ((Touch(0, 0.2, off_mm=1),), True),
        ((Touch(0, 0.2, ended_off_mm=1),), True),
    ],
)
def test_only_a_hand_that_trembled_from_the_first_is_asked_to_try(
    touches: tuple[Touch, ...], trembling: bool
) -> None:
    assert trembles(touches) is trembling
