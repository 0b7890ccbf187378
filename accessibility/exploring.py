"""A finger that looks for something on the glass: it feels, takes with a second tap, or swipes. Pure.

Millimetres on the panel and monotonic seconds. What lies under the finger is the screen's business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from accessibility.touch import EVERYBODY, SteadyHands

SECOND_TAP_S = 1.2
"""From lifting the finger to touching again, anywhere: longer than a mouse's double click, for slow hands.

Steadier hands wait before the second tap counts (a bounce is none), and have as much longer for it.
"""
SWIPE_MM, SWIPE_S = 40.0, 0.8
"""A swipe is long, quick and level; a finger that feels its way over the glass is none of these."""
REST_S = 0.4
"""After a swipe, how long a finger must lie still before it is one that feels."""

NEVER = float("-inf")

Felt: TypeAlias = Literal["feel", "slide", "same", "take", "forward", "backward"]
"""`same`: the first of the two taps that take what was swiped to; they may be made anywhere."""


@dataclass(frozen=True, slots=True)
class Finger:
    """One finger's story since it came down; `down_s` is below 0 while none is on the glass."""

    down_s: float = -1.0
    x: float = 0.0
    y: float = 0.0
    strayed_mm: float = 0.0  # the farthest it has been from where it came down
    second: bool = False  # it came down soon after a tap
    bounced: bool = False  # sooner than this hand means anything: the same tap once more
    tapped_s: float = NEVER  # when the last tap was lifted
    swiped: bool = False  # this person swipes: what they tap on is not what they mean


FingerAndFelt: TypeAlias = tuple[Finger, tuple[Felt, ...]]
"""The finger after it, and what was felt."""


def down(finger: Finger, x: float, y: float, now_s: float, hands: SteadyHands = EVERYBODY) -> FingerAndFelt:
    """A finger touches. A first tap feels at once; a second one, or one after a swipe, waits for its end."""
    since_s, wait_s = now_s - finger.tapped_s, hands.repeat_guard_s - EVERYBODY.repeat_guard_s
    if since_s < wait_s:
        return replace(finger, down_s=now_s, x=x, y=y, bounced=True), ()
    second = since_s <= wait_s + SECOND_TAP_S
    swiped = finger.swiped and (
        second or finger.tapped_s == NEVER
    )  # a tap that stayed alone was to feel something
    felt: tuple[Felt, ...] = () if second or swiped else ("feel",)
    return Finger(now_s, x, y, second=second, swiped=swiped), felt


def rest(finger: Finger, now_s: float, hands: SteadyHands = EVERYBODY) -> FingerAndFelt:
    """It lies still, after swipes: then it feels what it lies on. Call now and then while it does."""
    lies = finger.down_s >= 0 and not finger.second and finger.strayed_mm <= hands.drag_mm
    if not (lies and finger.swiped and now_s - finger.down_s >= REST_S):
        return finger, ()
    return replace(finger, swiped=False), ("feel",)


def move(finger: Finger, x: float, y: float, now_s: float, hands: SteadyHands = EVERYBODY) -> FingerAndFelt:
    """It slides: what it comes over is felt, unless it is about to swipe.

    A finger that trembles less than these *hands* may has not moved.
    """
    if finger.down_s < 0 or finger.bounced:
        return finger, ()
    strayed = max(finger.strayed_mm, ((x - finger.x) ** 2 + (y - finger.y) ** 2) ** 0.5)
    feels = strayed > hands.drag_mm and not _may_swipe(finger, x, y, now_s, hands)
    felt: tuple[Felt, ...] = ("slide",) if feels else ()
    return replace(finger, strayed_mm=strayed, swiped=finger.swiped and not feels), felt


def _swipe_mm(hands: SteadyHands) -> float:
    """How long a swipe is at least: a hand that jerks farther before it moves goes farther."""
    return SWIPE_MM + hands.drag_mm - EVERYBODY.drag_mm


def _may_swipe(finger: Finger, x: float, y: float, now_s: float, hands: SteadyHands) -> bool:
    """Whether what it has done so far is level and quick."""
    across, along, since_s = abs(x - finger.x), abs(y - finger.y), now_s - finger.down_s
    return along < across / 2 and since_s <= SWIPE_S and across >= since_s * _swipe_mm(hands) / SWIPE_S


def up(finger: Finger, x: float, y: float, now_s: float, hands: SteadyHands = EVERYBODY) -> FingerAndFelt:
    """It is lifted: a tap, a second tap, a swipe, or the end of feeling.

    Who holds to press holds the second tap.
    """
    if finger.down_s < 0:
        return Finger(), ()
    if finger.bounced:
        return Finger(tapped_s=finger.tapped_s, swiped=finger.swiped), ()
    finger, _ = move(finger, x, y, now_s, hands)
    across, along = x - finger.x, abs(y - finger.y)
    if abs(across) >= _swipe_mm(hands) and along < abs(across) / 2 and now_s - finger.down_s <= SWIPE_S:
        return Finger(swiped=True), ("forward" if across > 0 else "backward",)
    if finger.strayed_mm > hands.drag_mm:
        return Finger(), ()
    if finger.second and now_s - finger.down_s >= hands.hold_s:
        return Finger(swiped=finger.swiped), ("take",)
    return Finger(tapped_s=now_s, swiped=finger.swiped), ("same",) if finger.swiped else ()
