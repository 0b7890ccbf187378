"""A screen that has moved beneath the finger: what lies there now is not what was meant. Pure.

Millimetres on the panel and monotonic seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from accessibility.touch import SteadyHands

MOVED_S = 2.0
"""So long somebody touches again as nothing seemed to happen, or to undo it: the longest repeat guard."""
SAME_SPOT_MM = 10.0
"""As near as this a finger comes down again: half of the smallest target and of the smallest gap."""


NEXT_HELP = ("bar.again", "bar.not-understood")
"""One helper in two steps: whoever presses it once more means what it has become."""

ENDS_A_CALL = ("bar.taken", "bar.go-on")
"""Who has just called somebody and presses once more does not mean that nobody need come."""


@dataclass(frozen=True, slots=True)
class LastPress:
    """What was pressed last, on which screen, where and when."""

    what: str
    place: str
    x: float
    y: float
    at_s: float

    def was_near(self, x: float, y: float) -> bool:
        """Whether (x, y) is where it was pressed."""
        return float(((x - self.x) ** 2 + (y - self.y) ** 2) ** 0.5) <= SAME_SPOT_MM

    def misleads(self, what: str, place: str, began_s: float, *, there_now: str) -> bool:
        """Whether a touch at the same spot, which meets *what*, was not meant for it.

        On the same screen, soon after, and only where the screen has moved: *there_now* is what lies where it
        was pressed. Who comes to another screen meets other things there, and expects them.
        """
        if (self.what, what) == NEXT_HELP:
            return False
        soon = began_s - self.at_s < MOVED_S
        if place != self.place and what in ENDS_A_CALL:
            return soon
        return soon and place == self.place and self.what not in (what, there_now)


SlideDirection: TypeAlias = Literal["", "right", "left", "up", "down"]
"""Empty: it went none clearly."""

FARTHER_MM = 5.0
"""How much farther than a trembling finger strays it must go."""


def farther(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The farther of two places, counted from where the finger came down."""
    return max(one, other, key=_square)


def way_of(far: tuple[float, float], hands: SteadyHands) -> SlideDirection:
    """Which way the place *far* from where the finger came down lies; what is too near is no slide."""
    across, along = far
    if _square(far) <= (hands.drag_mm + FARTHER_MM) ** 2:
        return ""
    if abs(across) >= abs(along):
        return "right" if across > 0 else "left"
    return "down" if along > 0 else "up"


def _square(place: tuple[float, float]) -> float:
    return place[0] ** 2 + place[1] ** 2
