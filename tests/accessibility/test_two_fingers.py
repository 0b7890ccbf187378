"""Two fingers at once are a magic tap; anything else two fingers do is none."""

from __future__ import annotations

import pytest

from accessibility.touch import EVERYBODY
from accessibility.two_fingers import TAP_S, TOGETHER_S, TwoFingers, came, lifted, may_tap, moved


def both(apart_s: float = 0.1) -> TwoFingers:
    return came(came(TwoFingers(), 1, 10, 10, 5.0), 2, 40, 10, 5.0 + apart_s)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_two_that_come_and_go_together_have_tapped_once(order: tuple[int, int]) -> None:
    two, first = lifted(both(), order[0], 5.3)
    two, second = lifted(two, order[1], 5.4)
    assert (first, second) == (False, True)
    assert two == TwoFingers()


def test_one_finger_alone_and_two_one_after_the_other_are_none() -> None:
    one, tapped = lifted(came(TwoFingers(), 1, 10, 10, 5.0), 1, 5.1)
    assert not tapped
    assert not lifted(came(one, 2, 10, 10, 5.2), 2, 5.3)[1]
    late = both(TOGETHER_S + 0.1)
    assert not late.together
    assert not lifted(lifted(late, 1, 5.5)[0], 2, 5.6)[1]


def test_who_rests_too_long_slides_or_takes_a_third_finger_has_not_tapped() -> None:
    slow = lifted(lifted(both(), 1, 5.0 + TAP_S + 0.1)[0], 2, 5.0 + TAP_S + 0.2)
    slid = moved(both(), 2, 40 + EVERYBODY.drag_mm + 1, 10)
    third = came(both(), 3, 70, 10, 5.2)
    assert not slow[1]
    assert not lifted(lifted(slid, 1, 5.3)[0], 2, 5.4)[1]
    assert not lifted(lifted(lifted(third, 1, 5.3)[0], 2, 5.4)[0], 3, 5.4)[1]


def test_a_hand_that_trembles_less_than_it_may_has_tapped() -> None:
    two = moved(both(), 2, 40 + EVERYBODY.drag_mm - 1, 10)
    assert lifted(lifted(two, 2, 5.3)[0], 1, 5.4)[1]


def test_beside_a_hand_that_has_lain_there_two_fingers_tap_all_the_same() -> None:
    two = came(came(came(TwoFingers(), 9, 0, 0, 1.0), 1, 10, 10, 5.0), 2, 40, 10, 5.1)
    assert two.together
    assert lifted(lifted(two, 1, 5.3)[0], 2, 5.4)[1]


def test_a_hand_that_came_with_the_finger_and_stays_hinders_nothing_for_long() -> None:
    two = lifted(both(), 2, 5.3)[0]
    assert may_tap(two, 5.3)
    assert not may_tap(two, 5.0 + TAP_S + 0.1)
    later = came(two, 2, 40, 10, 9.0)
    assert not lifted(later, 2, 9.1)[1]
