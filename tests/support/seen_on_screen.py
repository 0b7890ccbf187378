"""What an audit knows of a screen: the controls and texts on it, in pixels. No Qt; anything may fill it."""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.geometry import Rect


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
