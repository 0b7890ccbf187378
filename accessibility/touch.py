"""Steady hands: what counts as one press when a hand trembles, rests or taps twice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SteadyHands:
    """How forgiving the screen is. A second tap within `repeat_guard_s` (0 … 2 s) is not meant."""

    repeat_guard_s: float = 0.5

    def __post_init__(self) -> None:
        if not 0.0 <= self.repeat_guard_s <= 2.0:
            raise ValueError(f"repeat_guard_s must be 0 … 2 seconds, not {self.repeat_guard_s}")


def is_new_press(last_press_s: float | None, now_s: float, hands: SteadyHands) -> bool:
    """Whether a press at *now_s* is meant, given the last press that was *acted on*, anywhere on the screen.

    Counted from the last press acted on, not from the last touch: a hand that keeps trembling must not
    lock its owner out. Both times are of one monotonic clock.
    """
    return last_press_s is None or now_s - last_press_s >= hands.repeat_guard_s
