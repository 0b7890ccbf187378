"""The circle to touch, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.trying import CircleProps
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CircleView(PageView):
    """Where the circle stands: shares 0 … 1 of the room that is left beside it."""

    circleChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._across = self._down = 0.5

    def _take_over(self, page: Page) -> None:
        if isinstance(page, CircleProps):
            self._across, self._down = page.across, page.down
        super()._take_over(page)
        self.circleChanged.emit()

    across = Property(float, attrgetter("_across"), notify=circleChanged)
    down = Property(float, attrgetter("_down"), notify=circleChanged)
