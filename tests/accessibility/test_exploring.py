"""What a finger means that looks for something it cannot see."""

from __future__ import annotations

import pytest

from accessibility.exploring import REST_S, SECOND_TAP_S, Felt, Finger, down, move, rest, up
from accessibility.touch import EVERYBODY, HOLD_S, LEVELS, SteadyHands

Stroke = list[tuple[float, float, float]]  # x and y in mm, seconds


def strokes(*fingers: Stroke, hands: SteadyHands = EVERYBODY) -> list[Felt]:
    finger, felt = Finger(), list[Felt]()
    for (x, y, at), *way in fingers:
        finger, told = down(finger, x, y, at, hands)
        felt += told
        for x, y, at in way[:-1]:
            finger, told = move(finger, x, y, at, hands)
            felt += told
        x, y, at = way[-1]
        finger, told = up(finger, x, y, at, hands)
        felt += told
    return felt


def tap(x: float, y: float, at: float, shake: float = 0.0) -> Stroke:
    return [(x, y, at), (x + shake, y, at + 0.1), (x, y, at + 0.2)]


SWIPE: Stroke = [(10, 10, 0), (40, 12, 0.2), (70, 12, 0.3)]


@pytest.mark.parametrize(
    ("fingers", "felt"),
    [
        ([tap(10, 10, 0)], ["feel"]),
        ([tap(10, 10, 0), tap(200, 300, 1.0)], ["feel", "take"]),
        ([tap(10, 10, 0, shake=9), tap(14, 12, 0.9, shake=9)], ["feel", "take"]),
        ([tap(10, 10, 0), tap(10, 10, 3.0)], ["feel", "feel"]),
        ([tap(10, 10, 0), tap(10, 10, 1.0), tap(10, 10, 1.6)], ["feel", "take", "feel"]),
        ([[(10, 10, 0), (40, 12, 0.2), (70, 12, 0.3)]], ["feel", "forward"]),
        ([[(70, 10, 0), (40, 12, 0.2), (10, 12, 0.3)]], ["feel", "backward"]),
        ([[(10, 10, 0), (40, 12, 2.0), (70, 12, 3.0)]], ["feel", "slide"]),
        ([[(10, 10, 0), (40, 40, 0.2), (70, 90, 0.3)]], ["feel", "slide"]),
        ([tap(10, 10, 0), [(10, 10, 1.0), (40, 10, 1.2), (70, 10, 1.3)]], ["feel", "forward"]),
        ([SWIPE, [(10, 10, 2), (40, 12, 2.2), (70, 12, 2.3)]], ["feel", "forward", "forward"]),
        ([SWIPE, tap(10, 10, 2), tap(200, 90, 2.6)], ["feel", "forward", "same", "take"]),
        ([SWIPE, tap(9, 9, 2), tap(9, 9, 2.6), tap(9, 9, 5)], ["feel", "forward", "same", "take", "same"]),
        ([SWIPE, tap(10, 10, 2), tap(200, 90, 4.0)], ["feel", "forward", "same", "feel"]),
        ([SWIPE, [(10, 10, 2), (10, 40, 2.2), (10, 60, 2.4)]], ["feel", "forward", "slide"]),
    ],
)
def test_a_finger_feels_takes_or_swipes(fingers: list[Stroke], felt: list[Felt]) -> None:
    assert strokes(*fingers) == felt


def test_a_hand_that_jerks_far_must_swipe_farther() -> None:
    jerk: Stroke = [(10, 10, 0), (40, 10, 0.2), (57, 11, 0.3)]
    assert strokes(jerk)[-1] == "forward"
    assert "forward" not in strokes(jerk, hands=LEVELS[-1])
    assert strokes(SWIPE, hands=LEVELS[-1])[-1] == "forward"


def test_the_second_tap_may_take_its_time_but_not_for_ever() -> None:
    assert strokes(tap(0, 0, 0), tap(0, 0, 0.2 + SECOND_TAP_S))[-1] == "take"
    assert strokes(tap(0, 0, 0), tap(0, 0, 0.3 + SECOND_TAP_S))[-1] == "feel"


def test_a_move_without_a_finger_means_nothing() -> None:
    assert move(Finger(), 1, 1, 0.5) == (Finger(), ())
    assert up(Finger(), 1, 1, 1.0) == (Finger(), ())


def test_a_finger_that_lies_still_after_a_swipe_feels_what_it_lies_on_once() -> None:
    finger, _ = down(Finger(swiped=True), 10, 10, 5.0)
    assert rest(finger, 5.1) == (finger, ())
    finger, felt = rest(finger, 5.0 + REST_S)
    assert felt == ("feel",)
    assert rest(finger, 6.0) == (finger, ())
    assert rest(down(Finger(), 10, 10, 5.0)[0], 6.0)[1] == ()  # that one has felt already
    assert rest(Finger(swiped=True), 6.0)[1] == ()


@pytest.mark.parametrize("hands", LEVELS[1:])
def test_a_bounce_of_a_trembling_hand_takes_nothing_and_the_second_tap_has_as_much_longer(
    hands: SteadyHands,
) -> None:
    wait_s = hands.repeat_guard_s - EVERYBODY.repeat_guard_s
    bounce, meant = tap(10, 10, 0.2 + wait_s - 0.05), tap(10, 10, 0.2 + wait_s + 0.05)
    assert strokes(tap(10, 10, 0), bounce, hands=hands) == ["feel"]
    assert strokes(tap(10, 10, 0), meant, hands=hands) == ["feel", "take"]
    assert strokes(tap(10, 10, 0), tap(12, 10, 0.21), meant, hands=hands) == ["feel", "take"]
    assert strokes(tap(0, 0, 0), tap(0, 0, 0.2 + wait_s + SECOND_TAP_S), hands=hands)[-1] == "take"
    assert strokes(tap(0, 0, 0), tap(0, 0, 0.3 + wait_s + SECOND_TAP_S), hands=hands)[-1] == "feel"


def test_who_holds_to_press_holds_the_second_tap() -> None:
    holding = SteadyHands(hold_s=HOLD_S)
    held: Stroke = [(10, 10, 0.5), (10, 10, 0.6), (10, 10, 0.5 + HOLD_S)]
    assert strokes(tap(10, 10, 0), tap(10, 10, 0.5), hands=holding) == ["feel"]
    assert strokes(tap(10, 10, 0), held, hands=holding) == ["feel", "take"]
