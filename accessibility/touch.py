"""Steady hands: what counts as one press when a hand trembles, rests or taps twice. Pure.

Millimetres on the panel and monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

GUARDS_S: tuple[float, ...] = (0.5, 0.8, 1.2, 1.6, 2.0)
MARGINS_MM: tuple[float, ...] = (2.5, 4.0, 6.0)
DRAGS_MM: tuple[float, ...] = (15.0, 22.0, 30.0)
HOLD_S = 0.6
"""With hold-to-press: how long a finger rests before its lifting presses. A brush is shorter."""


@dataclass(frozen=True, slots=True)
class SteadyHands:
    """How forgiving the screen is; the defaults are what everybody meets, larger is more forgiving."""

    repeat_guard_s: float = GUARDS_S[0]  # a second tap within this time is not meant
    margin_mm: float = MARGINS_MM[0]  # a touch this far beside a target still is on it
    drag_mm: float = DRAGS_MM[0]  # a finger may slide this far before a tap becomes a turn of the page
    hold_s: float = 0.0  # how long the finger rests before its lifting presses; 0: a tap is enough

    def __post_init__(self) -> None:
        for name, most in (("repeat_guard_s", 2.0), ("margin_mm", 6.0), ("drag_mm", 30.0), ("hold_s", 2.0)):
            value = getattr(self, name)
            if not 0.0 <= value <= most:
                raise ValueError(f"{name} must be 0 … {most:g}, not {value}")

    @property
    def holds(self) -> bool:
        """Whether a tap alone does not press."""
        return self.hold_s > 0


EVERYBODY = SteadyHands()
"""What every new resident meets."""

LEVELS: tuple[SteadyHands, ...] = (
    EVERYBODY,
    SteadyHands(GUARDS_S[1], MARGINS_MM[1], DRAGS_MM[1]),
    SteadyHands(GUARDS_S[2], MARGINS_MM[2], DRAGS_MM[2]),
    SteadyHands(GUARDS_S[4], MARGINS_MM[2], DRAGS_MM[2]),
)
"""What the comfort panel offers without trying: off, and three steps. Holding is a choice of its own."""


def level_of(hands: SteadyHands) -> int:
    """Which of `LEVELS`, from 0, is at least as forgiving in everything but holding."""
    return next((at for at, level in enumerate(LEVELS) if _covers(level, hands)), len(LEVELS) - 1)


def at_level(hands: SteadyHands, level: int) -> SteadyHands:
    """*hands* as forgiving as one of `LEVELS`; whether a press is held stays."""
    return replace(LEVELS[level], hold_s=hands.hold_s)


def is_new_press(last_press_s: float | None, now_s: float, hands: SteadyHands) -> bool:
    """Whether a press at *now_s* is meant, given the last press that was *acted on*, anywhere on the screen.

    Counted from the last press acted on, not from the last touch: a hand that keeps trembling must not
    lock its owner out. Both times are of one monotonic clock.
    """
    return last_press_s is None or now_s - last_press_s >= hands.repeat_guard_s


def _covers(level: SteadyHands, hands: SteadyHands) -> bool:
    return (
        level.repeat_guard_s >= hands.repeat_guard_s
        and level.margin_mm >= hands.margin_mm
        and level.drag_mm >= hands.drag_mm
    )
