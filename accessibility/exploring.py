"""A finger that looks for something on the glass: it feels, takes with a second tap, or swipes. Pure.

Millimetres on the panel and monotonic seconds. What lies under the finger is the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from accessibility.touch import EVERYBODY

SECOND_TAP_S = 1.2
"""From lifting the finger to touching again, anywhere: longer than a mouse's double click, for slow hands."""
SWIPE_MM, SWIPE_S = 40.0, 0.8
"""A swipe is long, quick and level; a finger that feels its way over the glass is none of these."""

Felt: TypeAlias = Literal["feel", "slide", "take", "forward", "backward"]


@dataclass(frozen=True, slots=True)
class Finger:
    """One finger's story since it came down; `down_s` is below 0 while none is on the glass."""

    down_s: float = -1.0
    x: float = 0.0
    y: float = 0.0
    strayed_mm: float = 0.0  # the farthest it has been from where it came down
    second: bool = False  # it came down soon after a tap
    tapped_s: float = float("-inf")  # when the last tap was lifted


Told: TypeAlias = tuple[Finger, tuple[Felt, ...]]


def down(finger: Finger, x: float, y: float, now_s: float) -> Told:
    """A finger touches. The first tap feels at once; a second one waits to be lifted."""
    second = now_s - finger.tapped_s <= SECOND_TAP_S
    felt: tuple[Felt, ...] = () if second else ("feel",)
    return Finger(now_s, x, y, second=second), felt


def move(finger: Finger, x: float, y: float, tap_mm: float = EVERYBODY.drag_mm) -> Told:
    """It slides: what it comes over is felt. A finger that trembles less than *tap_mm* has not moved."""
    if finger.down_s < 0:
        return finger, ()
    strayed = max(finger.strayed_mm, ((x - finger.x) ** 2 + (y - finger.y) ** 2) ** 0.5)
    felt: tuple[Felt, ...] = ("slide",) if strayed > tap_mm else ()
    return replace(finger, strayed_mm=strayed), felt


def up(finger: Finger, x: float, y: float, now_s: float, tap_mm: float = EVERYBODY.drag_mm) -> Told:
    """It is lifted: a tap, a second tap, a swipe, or the end of feeling."""
    if finger.down_s < 0:
        return Finger(), ()
    finger, _ = move(finger, x, y, tap_mm)
    across, along = x - finger.x, abs(y - finger.y)
    if abs(across) >= SWIPE_MM and along < abs(across) / 2 and now_s - finger.down_s <= SWIPE_S:
        return Finger(), ("forward" if across > 0 else "backward",)
    if finger.strayed_mm > tap_mm:
        return Finger(), ()
    if finger.second:
        return Finger(), ("take",)
    return Finger(tapped_s=now_s), ()
