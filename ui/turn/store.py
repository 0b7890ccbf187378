"""The one place where the visit and its surroundings change, and the page that follows from both. No Qt."""

from __future__ import annotations

from dataclasses import replace

from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surrounding_parts import Part
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit


class Store:
    """`version` grows with every change that a page may show, `visits` with every one of the visit."""

    def __init__(self, visit: Visit, around: Surroundings) -> None:
        self.visit, self.around = visit, around
        self.page: Page = derive(visit, around)
        self.version = self.visits = self._derived = 0

    def enter(self, visit: Visit) -> None:
        """The visit goes on as *visit*."""
        if visit != self.visit:
            self.version += 1
            self.visits += 1
        self.visit = visit

    def note(self, visit: Visit) -> None:
        """What the visit remembers and no page shows, as the way it is made in."""
        self.visit = visit

    def put(self, *parts: Part) -> bool:
        """Around the visit there is this now. Whether any of it is new."""
        around = self.around.having(*parts)
        if around == self.around:
            return False
        if _without_line(around) != _without_line(self.around):
            self.version += 1
        self.around = around
        return True

    @property
    def is_stale(self) -> bool:
        """Whether the page is an earlier version's."""
        return self._derived != self.version

    def derive(self) -> Page:
        """Bring the page up to date, if it is not. Returns the one before."""
        before = self.page
        if self.is_stale:
            self.page = derive(self.visit, self.around)
            self._derived = self.version
        return before


def _without_line(around: Surroundings) -> Surroundings:
    """The line that repeats what is said stands beside the page, in the strip."""
    return replace(around, pointer=replace(around.pointer, hint=""))
