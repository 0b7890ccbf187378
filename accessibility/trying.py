"""Steady hands are chosen by trying: from touches of a circle, the gentlest setting that takes them. Pure.

The touches are held against the very rules that presses go through, once as they were and once a little
rougher, so that the setting still holds on the next screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product
from typing import TypeAlias

from accessibility.touch import DRAGS_MM, GUARDS_S, HOLD_S, MARGINS_MM, SteadyHands, is_new_press

ROUGHER = 1.25
STEADY_SLIDE_MM = 6.0
"""A finger that does not tremble slides less than this on its way up."""

REPEAT_S, REPEAT_MM = 1.0, 20.0
"""A touch this soon after another of the same screen, this near to it, is the same wish once more."""

LEAST_CIRCLES, MOST_CIRCLES = 2, 3


@dataclass(frozen=True, slots=True)
class Touch:
    """One finger from coming down to leaving, seen from the target it was meant for."""

    began_s: float
    ended_s: float
    off_mm: float = 0.0  # how far beside the target it came down; 0 inside
    ended_off_mm: float = 0.0  # the same where it left
    slid_mm: float = 0.0  # the farthest it was from where it came down
    x: float = 0.0  # where it came down on the glass
    y: float = 0.0
    screen: int = 0  # the how manyth that was shown as it came down


Trial: TypeAlias = tuple[Touch, ...]
"""All touches of one circle, in the order in which they ended."""

CANDIDATES: tuple[SteadyHands, ...] = tuple(
    SteadyHands(guard, margin, drag, hold)
    for hold, guard, margin, drag in product((0.0, HOLD_S), GUARDS_S, MARGINS_MM, DRAGS_MM)
)
"""The gentlest first: holding asks most of everybody, then waiting; a margin and a slide cost nobody."""


def hits(trial: Iterable[Touch], hands: SteadyHands) -> tuple[bool, ...]:
    """What these touches would have hit, in order: True the target, False something beside it."""
    last_s: float | None = None
    on_target = list[bool]()
    for touch in trial:
        brief = touch.ended_s - touch.began_s < hands.hold_s
        if brief or touch.slid_mm > hands.drag_mm or not is_new_press(last_s, touch.ended_s, hands):
            continue
        began_on, ended_on = touch.off_mm <= hands.margin_mm, touch.ended_off_mm <= hands.margin_mm
        if began_on != ended_on:
            continue  # it slid off its target, or onto it: that presses nothing
        last_s = touch.ended_s
        on_target.append(began_on)
    return tuple(on_target)


def takes_rightly(trial: Trial, hands: SteadyHands) -> bool:
    """Whether these touches of one circle would have been one press of it, and nothing else."""
    return hits(trial, hands) == (True,)


def rougher(trial: Trial) -> Trial:
    """The same hand on a worse day: farther off, farther slid, slower to repeat, quicker to leave."""
    start_s = trial[0].began_s if trial else 0.0
    return tuple(
        replace(
            touch,
            began_s=start_s + (touch.began_s - start_s) * ROUGHER,
            ended_s=start_s + (touch.began_s - start_s) * ROUGHER + (touch.ended_s - touch.began_s) / ROUGHER,
            off_mm=touch.off_mm * ROUGHER,
            ended_off_mm=touch.ended_off_mm * ROUGHER,
            slid_mm=touch.slid_mm * ROUGHER,
        )
        for touch in trial
    )


def propose(trials: Sequence[Trial]) -> SteadyHands:
    """The gentlest setting that would have taken all trials rightly; where none does, most of them."""
    harder = [rougher(trial) for trial in trials]

    def taken(hands: SteadyHands) -> tuple[int, int]:
        return (
            sum(takes_rightly(trial, hands) for trial in trials),
            sum(takes_rightly(trial, hands) for trial in harder),
        )

    return max(CANDIDATES, key=taken)  # of equals the first, which is the gentlest


def is_enough(trials: Sequence[Trial]) -> bool:
    """Whether the circles touched so far say enough: two that agree, or three."""
    if len(trials) >= MOST_CIRCLES:
        return True
    return len(trials) >= LEAST_CIRCLES and propose(trials[:-1]) == propose(trials[-1:])


def trembles(touches: Sequence[Touch]) -> bool:
    """Whether the very first touches show that trying is worth the time.

    Who knows the way meets the next screen's tile where the last one's was: that is another wish.
    """
    repeated = any(
        first.screen == second.screen
        and second.began_s - first.ended_s < REPEAT_S
        and ((second.x - first.x) ** 2 + (second.y - first.y) ** 2) ** 0.5 < REPEAT_MM
        for first, second in pairwise(touches)
    )
    return repeated or any(
        max(touch.off_mm, touch.ended_off_mm) > 0 or touch.slid_mm >= STEADY_SLIDE_MM for touch in touches
    )
