"""Steady hands: what a trembling hand does counts once."""

from __future__ import annotations

import pytest

from accessibility.touch import SteadyHands, is_new_press

HANDS = SteadyHands(repeat_guard_s=0.5)


def test_the_first_press_counts() -> None:
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


@pytest.mark.parametrize("guard_s", [-0.1, 2.1])
def test_a_guard_beyond_two_seconds_is_refused(guard_s: float) -> None:
    with pytest.raises(ValueError, match="repeat_guard_s"):
        SteadyHands(guard_s)
