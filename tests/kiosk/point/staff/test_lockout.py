"""Five tries, then short waits and a budget that neither a power cut nor a set clock shortens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.fake_clock import FakeClock

from kiosk.point.staff.lockout import (
    BUDGET,
    EARNED_EVERY_S,
    FIRST_WAIT_S,
    FRESH_S,
    LONGEST_WAIT_S,
    OPEN,
    RESERVE,
    TRIES,
    Lock,
    after_right,
    after_wrong,
    carried_over,
    left_s,
    tries_left,
)

MOST_IN_A_YEAR = BUDGET + round(365 * 86_400 / EARNED_EVERY_S)


def test_the_fifth_wrong_pin_waits_and_each_one_after_it_twice_as_long() -> None:
    clock, lock, waits = FakeClock(), OPEN, list[float]()
    for _ in range(TRIES + 3):
        lock = after_wrong(lock, clock.now())
        waits.append(left_s(lock, clock.now()))
        clock.pass_s(waits[-1])
        assert left_s(lock, clock.now()) == 0
    assert waits == [0, 0, 0, 0, FIRST_WAIT_S, 2 * FIRST_WAIT_S, LONGEST_WAIT_S, LONGEST_WAIT_S]


def test_five_wrong_pins_by_a_stranger_keep_nobody_out_for_longer_than_two_minutes() -> None:
    clock, lock = FakeClock(), OPEN
    for _ in range(BUDGET - RESERVE - 1):
        clock.pass_s(left_s(lock, clock.now()))
        lock = after_wrong(lock, clock.now())
        assert left_s(lock, clock.now()) <= 120


@pytest.mark.parametrize("right_between", [False, True])
@pytest.mark.parametrize("restarts", [False, True])
def test_who_guesses_without_ever_stopping_has_15_tries_in_ten_thousand_a_year(
    right_between: bool, restarts: bool
) -> None:
    clock, lock, tries, ends_s = FakeClock(), OPEN, 0, 365 * 86_400
    spent_s = 0.0
    while spent_s < ends_s:
        wait_s = left_s(lock, clock.now())
        if wait_s > 0:
            clock.pass_s(wait_s)
            spent_s += wait_s
            if restarts and tries % 7 == 0:
                clock.reboot(5)
            lock = carried_over(lock, clock.now())
            continue
        if right_between and tries % 4 == 3:
            lock = after_right(lock, clock.now())
        lock = after_wrong(lock, clock.now())
        tries += 1
    assert tries <= MOST_IN_A_YEAR + 1
    assert MOST_IN_A_YEAR / 999_970 < 0.002


def test_what_was_spent_is_earned_back_and_a_right_pin_gives_nothing_back() -> None:
    clock, lock = FakeClock(), OPEN
    for _ in range(BUDGET - RESERVE):
        clock.pass_s(left_s(lock, clock.now()))
        lock = after_wrong(lock, clock.now())
    assert left_s(lock, clock.now()) > 3600
    clock.pass_s(left_s(lock, clock.now()))
    lock = after_right(lock, clock.now())
    assert lock.spent == BUDGET - RESERVE - 1 and left_s(lock, clock.now()) == 0
    clock.pass_s(BUDGET * EARNED_EVERY_S)
    assert after_right(lock, clock.now()) == OPEN


def guessed_until(lock: Lock, clock: FakeClock, end_up_s: float) -> tuple[Lock, int]:
    """A stranger at the glass makes each wrong try as soon as there is one."""
    tries = 0
    while clock.up_s + (wait_s := left_s(lock, clock.now())) < end_up_s:
        clock.pass_s(wait_s)
        lock, tries = after_wrong(lock, clock.now()), tries + 1
    clock.pass_s(max(0.0, end_up_s - clock.up_s))
    return lock, tries


def restarted(lock: Lock, clock: FakeClock) -> Lock:
    clock.reboot()
    return carried_over(lock, clock.now())


@pytest.mark.parametrize("on_h", [4, 8, 24])
def test_a_stranger_who_guesses_all_day_for_a_year_keeps_no_member_out_who_restarts_the_kiosk(
    on_h: int,
) -> None:
    clock, lock, tries = FakeClock(), OPEN, 0
    for _ in range(365):
        lock = restarted(lock, clock)
        wait_s = left_s(lock, clock.now())
        assert wait_s <= LONGEST_WAIT_S, "a member opens the point"
        clock.pass_s(wait_s)
        lock = after_right(lock, clock.now())
        clock.pass_s(max(0.0, FRESH_S - clock.up_s))  # and stands there for ten minutes
        lock, more = guessed_until(lock, clock, on_h * 3600.0)
        tries += more
        assert lock.spent <= BUDGET - RESERVE
    assert tries <= MOST_IN_A_YEAR - RESERVE


def test_in_the_ten_minutes_after_a_start_a_member_may_mistype_twice_though_all_else_is_spent() -> None:
    clock = FakeClock()
    lock, _ = guessed_until(OPEN, clock, 30 * 86_400.0)
    lock = restarted(lock, clock)
    for _ in range(RESERVE - 1):
        clock.pass_s(left_s(lock, clock.now()))
        lock = after_wrong(lock, clock.now())
    clock.pass_s(left_s(lock, clock.now()))
    assert clock.up_s < FRESH_S and after_right(lock, clock.now()).wrong == 0
    clock.pass_s(FRESH_S)
    assert left_s(lock, clock.now()) > 3600, "later these tries are not given"


def test_who_cuts_the_power_before_each_try_has_no_more_tries_than_the_budget_and_what_is_earned() -> None:
    clock, lock, tries = FakeClock(), OPEN, 0
    for _ in range(500):
        lock = restarted(lock, clock)
        while clock.up_s + (wait_s := left_s(lock, clock.now())) < FRESH_S:
            clock.pass_s(wait_s)
            lock, tries = after_wrong(lock, clock.now()), tries + 1
    assert tries == BUDGET


def test_how_many_tries_are_left() -> None:
    clock, lock, left = FakeClock(), OPEN, list[int]()
    for _ in range(TRIES + 1):
        left.append(tries_left(lock))
        lock = after_wrong(lock, clock.now())
    assert left == [5, 4, 3, 2, 1, 1]


# What may happen to a kiosk meanwhile: seconds pass, the wall clock is set, the power goes.
HAPPENINGS = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.floats(0, 200)),
        st.tuples(st.just("set the clock"), st.floats(-1e7, 1e7)),
        st.tuples(st.just("power cut"), st.floats(0, 1e6)),
    ),
    max_size=12,
)


@given(HAPPENINGS, st.integers(0, 4))
def test_whatever_happens_somebody_waited_through_a_whole_wait_in_one_piece(
    happenings: list[tuple[str, float]], more: int
) -> None:
    clock, lock = FakeClock(), OPEN
    for _ in range(TRIES + more):
        lock = after_wrong(lock, clock.now())
    wait_s, on_s = lock.wait_s, 0.0
    for what, by in happenings:
        match what:
            case "pass":
                clock.pass_s(by)
                on_s += by
            case "set the clock":
                clock.wall_s += by
            case _:
                clock.reboot(by)
                on_s = 0.0
        lock = carried_over(lock, clock.now())
        assert abs(left_s(lock, clock.now()) - max(0.0, wait_s - on_s)) < 1e-6
