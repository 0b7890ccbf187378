"""Which page of a tall body is shown. QML measures the body and shows what this says."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from accessibility.paging import Mark, Page, Span, Sticky, mark_at, page_from, page_showing, pages, top_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PageTurner(QObject):
    """One per scrolling body. `start`, `length` and `lead` are in its pixels."""

    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = [Page(0.0, 0.0, 0.0)]
        self._at = 0
        self._kept: list[Span] = []
        self._spans: list[Span] = []
        self._sticky: Sticky | None = None
        self._mark: Mark | None = None  # what somebody has turned to; None: the first page
        self._opening = False

    @Slot(float, float, int)
    def keep(self, top: float, bottom: float, of: int) -> None:
        """Something of thing number *of* that must be seen whole; counts from the next `lay` on."""
        self._kept.append(Span(top, bottom, of))

    @Slot(float, float, int)
    def keep_loosely(self, top: float, bottom: float, of: int) -> None:
        """As `keep`, but only where what it overlaps has room on one page with it."""
        self._kept.append(Span(top, bottom, of, loose=True))

    @Slot(float, float, float)
    def stick(self, top: float, bottom: float, gap: float) -> None:
        """What stands there is shown at the foot of each page before its own; from the next `lay` on."""
        self._sticky = Sticky(top, bottom, gap)

    @Slot(float, float, float, bool)
    def lay(self, room: float, whole: float, most_lead: float, again: bool) -> None:
        """Page the body anew around all that was kept since the last time.

        What somebody has turned to stays in view, also when all has grown, and comes back with its page.
        """
        self._spans, self._kept = self._kept, []
        sticky, self._sticky = self._sticky, None
        fresh = pages(self._spans, room, whole, most_lead, sticky, again)
        if fresh != self._pages or self._opening:
            top = None if self._mark is None else top_of(self._mark, self._spans)
            at = page_from(fresh, self._pages[self._at].start if top is None else top)
            self._opening = self._opening and self._mark is not None and top is None
            self._pages, self._at = fresh, at
            self.turned.emit()

    @Slot(str)
    def open(self, mark: str) -> None:
        """Another body is shown: from its top, or where it was left, if it is one that was."""
        before, self._mark = self._mark, Mark.read(mark)
        self._opening = self._mark is not None
        if not self._opening:
            self._show(0)
        if self._mark != before:
            self.turned.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Forward or back by some pages; stays at the ends."""
        self._show(self._at + by)

    @Slot(float, float)
    def reveal(self, top: float, bottom: float) -> None:
        """Show the page on which the thing from *top* to *bottom* begins; one that shows part of it stays.

        A finger that feels its way must find what stood under it still there.
        """
        shown = self._pages[self._at]
        if not (top < shown.end and bottom > shown.start):
            self._show(page_showing(self._pages, top))

    def _show(self, at: int) -> None:
        at = min(max(at, 0), len(self._pages) - 1)
        if at != self._at:
            self._at = at
            self._mark = mark_at(self._spans, self._pages[at].start) if at else None
            self.turned.emit()

    def _get_count(self) -> int:
        return len(self._pages)

    @property
    def _page(self) -> Page:
        return self._pages[self._at]

    def _get_length(self) -> float:
        return self._page.end - self._page.start

    def _get_mark(self) -> str:
        return "" if self._mark is None else str(self._mark)

    at = Property(int, attrgetter("_at"), notify=turned)
    count = Property(int, _get_count, notify=turned)
    start = Property(float, attrgetter("_page.start"), notify=turned)
    length = Property(float, _get_length, notify=turned)
    mark = Property(str, _get_mark, notify=turned)
    lead = Property(float, attrgetter("_page.lead"), notify=turned)
    withSticky = Property(bool, attrgetter("_page.with_sticky"), notify=turned)
