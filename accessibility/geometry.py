"""Rectangles on a screen. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """In pixels from the window's top left corner, or in millimetres on the panel."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, other: Rect, tolerance_px: float = 1.0) -> bool:
        return (
            other.x >= self.x - tolerance_px
            and other.y >= self.y - tolerance_px
            and other.right <= self.right + tolerance_px
            and other.bottom <= self.bottom + tolerance_px
        )

    def shared(self, other: Rect) -> Rect | None:
        """What both cover, or None when they only touch or lie apart."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        width, height = min(self.right, other.right) - x, min(self.bottom, other.bottom) - y
        return Rect(x, y, width, height) if width > 0 and height > 0 else None

    def distance(self, other: Rect) -> float:
        """The shortest way from edge to edge; 0 when they touch or overlap."""
        across = max(0.0, max(self.x, other.x) - min(self.right, other.right))
        down = max(0.0, max(self.y, other.y) - min(self.bottom, other.bottom))
        return float((across**2 + down**2) ** 0.5)


CLEARLY_MM = 1.0
"""By how much one target must be nearer than every other to be meant by a touch beside it."""


def hit(targets: Sequence[Rect], x: float, y: float, margin_mm: float) -> int | None:
    """Which target a touch at (x, y) is meant for; all in millimetres. None: none, or no one can tell.

    Inside one, that one. Beside them, the nearest within the margin, if it is clearly the nearest.
    """
    spot = Rect(x, y, 0, 0)
    near = sorted((target.distance(spot), at) for at, target in enumerate(targets))
    if not near or near[0][0] > margin_mm:
        return None
    ambiguous = near[0][0] > 0 and len(near) > 1 and near[1][0] - near[0][0] < CLEARLY_MM
    return None if ambiguous else near[0][1]
