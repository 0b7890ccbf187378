"""One switch: the pointer moves by itself, the person only says "this one". Pure; the clock is handed in."""

from __future__ import annotations

from dataclasses import dataclass

SCAN_S: tuple[float, ...] = (0.8, 1.2, 1.6, 2.0, 2.5, 3.0, 4.0, 6.0, 8.0)
"""Seconds the pointer stays, counted from the end of the item's name; a resident moves along these."""

LONGEST_NAME_S = 60.0
"""A voice that never reports its end must not stop the scan for good."""


@dataclass(frozen=True, slots=True)
class Dwell:
    """Since when the pointer stands where it is, and since when all there is quiet. Monotonic seconds."""

    reached_s: float
    quiet_s: float


def dwell_from(now_s: float) -> Dwell:
    """The pointer has just come to an item."""
    return Dwell(now_s, now_s)


def wait(dwell: Dwell, now_s: float, *, speaking: bool) -> Dwell:
    """The dwell a little later: it counts only once the name has been said to its end."""
    if speaking and now_s - dwell.reached_s < LONGEST_NAME_S:
        return Dwell(dwell.reached_s, now_s)
    return dwell


def is_due(dwell: Dwell, now_s: float, step_s: float) -> bool:
    """Whether it is time for the next item."""
    return now_s - dwell.quiet_s >= step_s


def neighbour(values: tuple[float, ...], now: float, by: int) -> float:
    """The next larger or smaller of the steps in *values*, from wherever *now* is; stays at the ends."""
    if by > 0:
        return next((value for value in values if value > now + 1e-9), max(now, values[-1]))
    return next((value for value in reversed(values) if value < now - 1e-9), min(now, values[0]))
