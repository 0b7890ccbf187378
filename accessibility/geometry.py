"""Rectangles on a screen. No Qt."""

from __future__ import annotations

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
