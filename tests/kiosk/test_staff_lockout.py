"""Five tries, then waits that double and that neither a power cut nor a set clock shortens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support.fake_clock import FakeClock

from kiosk.staff.lockout import (
    FIRST_WAIT_S,
    LONGEST_WAIT_S,
    OPEN,
    TRIES,
    after_wrong,
    carried_over,
    left_s,
    tries_left,
)


def test_the_fifth_wrong_pin_waits_and_each_one_after_it_twice_as_long() -> None:
    clock, lock, waits = FakeClock(), OPEN, list[float]()
    for _ in range(TRIES + 3):
        lock = after_wrong(lock, clock.now())
        waits.append(left_s(lock, clock.now()))
        clock.pass_s(waits[-1])
        assert left_s(lock, clock.now()) == 0
    assert waits == [0, 0, 0, 0, FIRST_WAIT_S, 2 * FIRST_WAIT_S, 4 * FIRST_WAIT_S, 8 * FIRST_WAIT_S]


def test_a_wait_never_grows_beyond_a_working_day() -> None:
    lock = OPEN
    for _ in range(200):
        lock = after_wrong(lock, FakeClock().now())
    assert lock.wait_s == LONGEST_WAIT_S


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
