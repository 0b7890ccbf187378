"""Which way a finger has slid, however it trembles on the way. Pure; millimetres on the panel."""

from __future__ import annotations

from typing import Literal, TypeAlias

from accessibility.touch import SteadyHands

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
