"""The pad for a PIN, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.staff.sign_in import PadProps
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PadView(PageView):
    """How many of how many digits are typed; which ones, no view knows."""

    padChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed, self._most, self._filled = 0, 0, ""

    def _take_over(self, page: Page) -> None:
        pad = page if isinstance(page, PadProps) else None
        self._typed = pad.typed if pad else 0
        self._most = pad.most if pad else 0
        self._filled = pad.filled if pad else ""
        super()._take_over(page)
        self.padChanged.emit()

    typed = Property(int, attrgetter("_typed"), notify=padChanged)
    most = Property(int, attrgetter("_most"), notify=padChanged)
    filled = Property(str, attrgetter("_filled"), notify=padChanged)
