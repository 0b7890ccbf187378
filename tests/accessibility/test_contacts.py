"""Which contact on the glass is the finger that presses, and which only rests there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accessibility.contacts import (
    LONGEST_S,
    PALM_MM,
    RESTING_S,
    Contact,
    Contacts,
    after_a_press,
    came,
    lifted,
    moved,
    presses,
)

BUTTON, OTHER = 3, 4


def finger(contact_id: int, at_s: float, target: int | None = BUTTON) -> Contact:
    return Contact(contact_id, at_s, 50, 50, target, on_since_s=at_s)


def lift(down: Contacts, contact_id: int, at_s: float, hold_s: float = 0) -> tuple[Contacts, bool]:
    down, gone = lifted(down, contact_id)
    assert gone is not None
    return down, presses(gone, at_s, hold_s)


def test_a_finger_on_a_target_presses_when_it_is_lifted() -> None:
    assert lift(came((), finger(1, 0.0)), 1, 0.2) == ((), True)
    assert lift(came((), finger(1, 0.0, None)), 1, 0.2) == ((), False)
    assert lifted((), 7) == ((), None)


def test_a_slow_finger_presses_but_what_never_ends_does_not() -> None:
    assert lift(came((), finger(1, 0.0)), 1, 5.0)[1]
    assert not lift(came((), finger(1, 0.0)), 1, LONGEST_S)[1]


def test_a_broad_contact_presses_nothing_and_takes_nothing_from_the_finger() -> None:
    down = came(came((), finger(1, 0.0)), finger(2, 0.1, OTHER), PALM_MM)
    down, palm_pressed = lift(down, 2, 0.2)
    down, finger_pressed = lift(down, 1, 0.3)
    assert (palm_pressed, finger_pressed) == (False, True)


def test_a_palm_that_settles_slowly_grows_broad_and_then_rests() -> None:
    down = moved(came((), finger(1, 0.0)), 1, 50, 50, 0.3, on_target=True, broad_mm=PALM_MM)
    assert not lift(down, 1, 0.6)[1]


def test_what_has_lain_there_for_long_rests_once_another_finger_comes_also_where_no_size_is_reported() -> (
    None
):
    down = came(came((), finger(1, 0.0, OTHER)), finger(2, RESTING_S))
    down, finger_pressed = lift(down, 2, RESTING_S + 0.2)
    assert finger_pressed
    assert not lift(down, 1, RESTING_S + 0.9)[1]


def test_of_three_at_once_only_the_newest_is_a_finger() -> None:
    down = came(came(came((), finger(1, 0.0)), finger(2, 0.05)), finger(3, 0.1))
    assert [one.rests for one in down] == [True, True, False]


def test_a_finger_that_pressed_leaves_nothing_to_press_to_what_lay_there_meanwhile() -> None:
    down = came(came((), finger(1, 0.0, OTHER)), finger(2, 0.1))
    down, _ = lift(down, 2, 0.3)
    assert not lift(after_a_press(down), 1, 0.9)[1]


def test_a_held_press_needs_its_time_in_one_piece_on_the_target() -> None:
    down = came((), finger(1, 0.0))
    assert not lift(down, 1, 0.59, hold_s=0.6)[1]
    assert lift(down, 1, 0.6, hold_s=0.6)[1]
    away = moved(down, 1, 50, 80, 0.4, on_target=False)
    back = moved(away, 1, 50, 55, 0.5, on_target=True)
    assert not lift(away, 1, 2.0, hold_s=0.6)[1]
    assert not lift(back, 1, 1.0, hold_s=0.6)[1]
    assert lift(back, 1, 1.1, hold_s=0.6)[1]
    assert back[0].slid_mm == 30


def test_how_much_of_the_holding_is_done_grows_evenly() -> None:
    (one,) = came((), finger(1, 0.0))
    assert [round(one.rested(at / 10, 0.6), 2) for at in (0, 3, 6, 9)] == [0, 0.5, 1, 1]


@given(st.lists(st.tuples(st.floats(0, 0.4), st.integers(0, 3), st.booleans(), st.floats(0, 40))))
def test_whatever_lies_down_and_leaves_each_contact_is_followed_once(
    story: list[tuple[float, int, bool, float]],
) -> None:
    down: tuple[Contact, ...] = ()
    now_s = 0.0
    for wait_s, contact_id, comes, broad_mm in story:
        now_s += wait_s
        if comes:
            down = came(down, finger(contact_id, now_s), broad_mm)
        else:
            down, gone = lifted(down, contact_id)
            if gone is not None and gone.rests:
                assert not presses(gone, now_s, 0)
        assert len({one.id for one in down}) == len(down)
        assert sum(not one.rests for one in down) <= 2
