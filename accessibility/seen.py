"""What an audit knows of a screen: the controls and texts on it, in pixels. No Qt; anything may fill it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """Pixels from the window's top left corner."""

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


@dataclass(frozen=True, slots=True)
class SeenControl:
    """Something that can be pressed. `viewport` is the frame of the page it lies in, if that can scroll."""

    role: str
    name: str
    rect: Rect
    is_primary: bool = False
    viewport: Rect | None = None

    @property
    def visible(self) -> Rect | None:
        """What of it can be touched now; None while it is scrolled away."""
        return self.rect if self.viewport is None else self.rect.shared(self.viewport)


@dataclass(frozen=True, slots=True)
class SeenText:
    """One text: where it is, what its letters need, and the nearest frame that cuts what lies outside it."""

    text: str
    rect: Rect
    content_width: float
    content_height: float
    font_px: float
    line_px: float
    line_count: int
    truncated: bool = False
    clipped_by: Rect | None = None
    control: Rect | None = None  # the control whose words these are
    viewport: Rect | None = None  # the frame of the page it lies in, if that can scroll
    drawn: bool = False  # part of a picture whose description says what matters

    @property
    def inked(self) -> Rect:
        """Where letters are, for finding texts that lie on each other."""
        return Rect(self.rect.x, self.rect.y, min(self.content_width, self.rect.width), self.content_height)

    @property
    def visible(self) -> Rect | None:
        """What of its letters can be seen now; None while they are scrolled away."""
        return self.inked if self.viewport is None else self.inked.shared(self.viewport)

    @property
    def lines(self) -> list[Rect]:
        return [
            Rect(self.rect.x, self.rect.y + number * self.line_px, self.rect.width, self.line_px)
            for number in range(self.line_count)
        ]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: a stable code, what it is about, and the figures."""

    code: str
    about: str
    detail: str
