"""Two fingers that touch the glass at once and leave it again: one gesture, the magic tap. Pure.

Millimetres on the panel and monotonic seconds. A hand that has lain there for a while is no finger of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from accessibility.touch import EVERYBODY, SteadyHands

TOGETHER_S, TAP_S = 0.3, 0.8
"""How soon the second finger follows the first, and how soon both have left."""


@dataclass(frozen=True, slots=True)
class Down:
    """One finger that lies on the glass."""

    id: int
    came_s: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class TwoFingers:
    """What lies on the glass, and whether it may still become a magic tap."""

    down: tuple[Down, ...] = ()
    together: bool = False  # two have come at once: none of them takes or swipes by itself
    spoiled: bool = False  # a third came, or one slid


def came(two: TwoFingers, finger: int, x: float, y: float, now_s: float) -> TwoFingers:
    """One more finger has come down."""
    new = Down(finger, now_s, x, y)
    fresh = [contact for contact in two.down if now_s - contact.came_s <= TOGETHER_S]
    if may_tap(two, now_s):
        return replace(two, down=(*two.down, new), spoiled=True)
    return TwoFingers((*fresh, new), together=True) if len(fresh) == 1 else TwoFingers((*two.down, new))


def may_tap(two: TwoFingers, now_s: float) -> bool:
    """Whether two fingers have just come together; a hand that stays lying there is none of them."""
    return two.together and any(now_s - contact.came_s <= TAP_S for contact in two.down)


def moved(two: TwoFingers, finger: int, x: float, y: float, hands: SteadyHands = EVERYBODY) -> TwoFingers:
    """A finger slides; less than these *hands* tremble is nothing."""
    far = any(
        contact.id == finger and ((x - contact.x) ** 2 + (y - contact.y) ** 2) ** 0.5 > hands.drag_mm
        for contact in two.down
    )
    return replace(two, spoiled=True) if far and two.together else two


def lifted(two: TwoFingers, finger: int, now_s: float) -> tuple[TwoFingers, bool]:
    """A finger has left. True: with it, both that came together have tapped."""
    left = tuple(contact for contact in two.down if contact.id != finger)
    if not two.together:
        return replace(two, down=left), False
    slow = any(contact.id == finger and now_s - contact.came_s > TAP_S for contact in two.down)
    spoiled = two.spoiled or slow
    if left:
        return replace(two, down=left, spoiled=spoiled), False
    return TwoFingers(), not spoiled
