"""The views of one template: one is on the screen, the others may hold what comes next, laid out unseen."""

from __future__ import annotations

from collections.abc import Sequence

from ui.screens.page import Page
from ui.views.page_view import BLANK, PageView


class Deck:
    """At least one view."""

    def __init__(self, *views: PageView) -> None:
        self.views = views
        self._last = views[0]

    def show(self, page: Page) -> None:
        """Put the view that holds *page* on the screen. Where none does, the one seen last takes it over:
        what both pages have in common stays.
        """
        self._last = self._holder(page) or self._last
        self._last.show(page)
        for view in self.views:
            view.appear(view is self._last)

    def hide(self) -> None:
        """Another template is on the screen; the views keep what they hold."""
        for view in self.views:
            view.appear(False)

    def clear(self) -> None:
        """Hold nothing."""
        self.hide()
        for view in self.views:
            view.show(BLANK)

    def prepare(self, pages: Sequence[Page]) -> bool:
        """Have one unseen view take over a part of the first of *pages* that none holds.

        False when there was nothing left to do.
        """
        unseen = [view for view in self.views if not view.shown]
        wanted = pages[: len(unseen)]
        free = [view for view in unseen if view.page not in wanted]
        missing = [page for page in wanted if self._holder(page) is None]
        if free and missing:
            free[0].prepare(missing[0])
            return True
        stale = next((view for view in free if view.page != BLANK), None)
        if stale is not None:
            stale.show(BLANK)
        return stale is not None

    def _holder(self, page: Page) -> PageView | None:
        return next((view for view in self.views if view.page == page), None)
