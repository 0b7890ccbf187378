"""Steady hands: a trembling hand acts once, and a touch beside a target is meant for one or for none."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.geometry import Rect, hit
from accessibility.sizes import GAP_MM, TARGET_MM
from accessibility.touch import LEVELS, SteadyHands, at_level, is_new_press, level_of

HANDS = SteadyHands(repeat_guard_s=0.5)
LEFT, RIGHT = Rect(10, 10, TARGET_MM, TARGET_MM), Rect(10 + TARGET_MM + GAP_MM, 10, TARGET_MM, TARGET_MM)
GAP_BEGINS = LEFT.right
MM = st.floats(-40, 90)


def test_without_a_guard_the_first_press_counts() -> None:
    assert is_new_press(None, 12.0, HANDS)


@pytest.mark.parametrize(("after_s", "counts"), [(0.0, False), (0.49, False), (0.5, True), (3.0, True)])
def test_a_second_tap_within_the_guard_is_ignored(after_s: float, counts: bool) -> None:
    assert is_new_press(100.0, 100.0 + after_s, HANDS) is counts


def test_a_hand_that_never_stops_trembling_still_gets_through() -> None:
    acted, last = 0, None
    for tap in range(20):  # ten taps a second for two seconds
        now_s = tap / 10
        if is_new_press(last, now_s, HANDS):
            acted, last = acted + 1, now_s
    assert acted == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"repeat_guard_s": -0.1},
        {"repeat_guard_s": 2.1},
        {"margin_mm": GAP_MM + 0.1},
        {"drag_mm": -1},
        {"hold_s": 3},
    ],
)
def test_what_would_make_the_screen_unusable_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        SteadyHands(**wrong)


@pytest.mark.parametrize(
    ("into_the_gap_mm", "meant"),
    [(-1, 0), (0.1, 0), (2.4, 0), (3.0, None), (GAP_MM - 2.4, 1), (GAP_MM + 0.1, 1)],
)
def test_a_touch_in_the_gap_counts_for_the_nearer_target_and_in_its_middle_for_none(
    into_the_gap_mm: float, meant: int | None
) -> None:
    for hands in (SteadyHands(), LEVELS[-1]):
        assert hit((LEFT, RIGHT), GAP_BEGINS + into_the_gap_mm, 20, hands.margin_mm) == meant


def test_beside_the_only_target_the_margin_ends_it() -> None:
    assert hit((LEFT,), 20, LEFT.bottom + 2.4, 2.5) == 0
    assert hit((LEFT,), 20, LEFT.bottom + 2.6, 2.5) is None
    assert hit((), 20, 20, 6.0) is None


@given(MM, MM, st.sampled_from(LEVELS))
def test_a_touch_inside_a_target_is_always_that_target_and_no_touch_is_a_farther_one(
    x: float, y: float, hands: SteadyHands
) -> None:
    targets, spot = (LEFT, RIGHT), Rect(x, y, 0, 0)
    meant = hit(targets, x, y, hands.margin_mm)
    away = [target.distance(spot) for target in targets]
    if 0 in away:
        assert meant == away.index(0)
    if meant is not None:
        assert away[meant] == min(away) <= hands.margin_mm


def test_each_level_is_at_least_as_forgiving_as_the_one_before_and_up_to_two_seconds() -> None:
    assert [level_of(level) for level in LEVELS] == [0, 1, 2, 3]
    assert LEVELS[-1].repeat_guard_s == 2.0
    for one, next_one in pairwise(LEVELS):
        assert one.margin_mm <= next_one.margin_mm and one.drag_mm <= next_one.drag_mm
        assert one.repeat_guard_s < next_one.repeat_guard_s


def test_a_setting_of_ones_own_counts_as_the_least_level_that_forgives_all_of_it() -> None:
    assert level_of(SteadyHands(0.5, 2.5, 22)) == 1
    assert level_of(SteadyHands(1.6, 4.0, 15)) == 3
    assert level_of(SteadyHands(hold_s=0.6)) == 0
    assert at_level(SteadyHands(hold_s=0.6), 2) == replace(LEVELS[2], hold_s=0.6)
