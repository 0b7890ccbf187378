"""What all screens share, as QML sees it."""

from __future__ import annotations

from operator import attrgetter
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.window.views.controls import ControlRows, ControlView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

BLANK = Page(template="attract", place="", language="vi")
_PARTLY = Page(template="attract", place="partly filled", language="vi")
Kind = TypeVar("Kind", bound=Page)


def own(page: Page, blank: Kind) -> Kind:
    """*page* where it is of the kind of *blank*, which stands for any other."""
    return page if isinstance(page, type(blank)) else blank


@QmlElement
class PageView(QObject):
    """Heading, sentence, the primary action, the choices and the helpers at the bottom."""

    changed = Signal()
    shownChanged = Signal()
    heldChanged = Signal()
    madeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page: Page = BLANK
        self._shown = self._held = self._made = False
        self._primary = ControlView(self)
        self._choices = ControlRows(self)
        self._seats = ControlRows(self)

    def show(self, page: Page) -> None:
        """Take over new props; says `changed` once, after everything has been taken over."""
        if page == self._page:
            return
        self._page = page
        if page == BLANK:
            self._hold()  # out of the scene first: nothing of it is laid out once more, without its words
        self._take_over(page)
        self.changed.emit()
        self._hold()

    def prepare(self, page: Page) -> None:
        """Take over, unseen, as much of *page* as one frame has time for, and have it laid out in that frame.

        To be repeated until `page` is it.
        """
        if not self._made:
            self._page = _PARTLY
            self._make()
        elif self._draw_first(page):
            self._page = _PARTLY
        else:
            self.show(page)
        self._hold()

    def appear(self, shown: bool) -> None:
        """Whether this is what the window shows."""
        if shown != self._shown:
            self._make()
            self._shown = shown
            self.shownChanged.emit()
        self._hold()

    @property
    def page(self) -> Page:
        """What it holds, seen or not."""
        return self._page

    def _make(self) -> None:
        if not self._made:
            self._made = True
            self.madeChanged.emit()

    def _hold(self) -> None:
        """What there is of a page stays in the scene; where a screen reader listens, only while it is seen.

        Qt announces to it what comes into the scene, wherever it stands, and not what comes onto the glass.
        """
        held = self._page != BLANK and not QAccessible.isActive()
        if held != self._held:
            self._held = held
            self.heldChanged.emit()

    def _draw_first(self, page: Page) -> bool:  # noqa: ARG002 - for views that have a picture
        """Take over the picture of *page*, which is worth a frame of its own. False: nothing to draw."""
        return False

    def _take_over(self, page: Page) -> None:
        """What the view holds beside the page itself. A view of its own kind of page adds its part."""
        self._primary.show(page.primary)
        self._choices.show(page.choices)
        self._seats.show(page.seats)

    shown = Property(bool, attrgetter("_shown"), notify=shownChanged)
    made = Property(bool, attrgetter("_made"), notify=madeChanged)
    held = Property(bool, attrgetter("_held"), notify=heldChanged)
    place = Property(str, attrgetter("_page.place"), notify=changed)
    heading = Property(str, attrgetter("_page.heading"), notify=changed)
    sentence = Property(str, attrgetter("_page.sentence"), notify=changed)
    caption = Property(str, attrgetter("_page.caption"), notify=changed)
    icon = Property(str, attrgetter("_page.icon"), notify=changed)
    drawing = Property(str, attrgetter("_page.drawing"), notify=changed)
    together = Property(bool, attrgetter("_page.together"), notify=changed)
    dense = Property(bool, attrgetter("_page.dense"), notify=changed)
    ahead = Property(int, attrgetter("_page.ahead"), notify=changed)
    primary = Property(ControlView, attrgetter("_primary"), constant=True)
    choices = Property(ControlRows, attrgetter("_choices"), constant=True)
    seats = Property(ControlRows, attrgetter("_seats"), constant=True)
