"""Which page of a tall body is shown. QML measures the body and shows what this says."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from accessibility.paging import Page, Span, page_from, page_showing, pages

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

    @Slot(float, float)
    def keep(self, top: float, bottom: float) -> None:
        """Something of the body that must be seen whole; counts from the next `lay` on."""
        self._kept.append(Span(top, bottom))

    @Slot(float, float, float)
    def lay(self, room: float, whole: float, most_lead: float) -> None:
        """Page the body anew around all that was kept since the last time; what was on top stays in view."""
        spans, self._kept = self._kept, []
        found = pages(spans, room, whole, most_lead)
        if found != self._pages:
            top = self._pages[self._at].start
            self._pages = found
            self._at = page_from(found, top)
            self.turned.emit()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Forward or back by some pages; stays at the ends."""
        self._show(self._at + by)

    @Slot(float)
    def reveal(self, top: float) -> None:
        """Show the page on which *top* lies; the one shown now stays if it does."""
        shown = self._pages[self._at]
        if not shown.start <= top < shown.end:
            self._show(page_showing(self._pages, top))

    def _show(self, at: int) -> None:
        at = min(max(at, 0), len(self._pages) - 1)
        if at != self._at:
            self._at = at
            self.turned.emit()

    def _get_at(self) -> int:
        return self._at

    def _get_count(self) -> int:
        return len(self._pages)

    def _get_start(self) -> float:
        return self._pages[self._at].start

    def _get_length(self) -> float:
        page = self._pages[self._at]
        return page.end - page.start

    def _get_lead(self) -> float:
        return self._pages[self._at].lead

    at = Property(int, _get_at, notify=turned)
    count = Property(int, _get_count, notify=turned)
    start = Property(float, _get_start, notify=turned)
    length = Property(float, _get_length, notify=turned)
    lead = Property(float, _get_lead, notify=turned)
