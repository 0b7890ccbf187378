"""The kiosk's own keyboard, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.ask import AskProps
from ui.screens.page import Page
from ui.views.controls import ControlRows
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AskView(PageView):
    """The keys, and of each in which row it stands, where it begins there, and how broad it is, in cells."""

    askChanged = Signal()
    laidOut = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = ControlRows(self)
        self._places: tuple[tuple[float, float, float], ...] = ()
        self._rows, self._empty = 0, True

    def _take_over(self, page: Page) -> None:
        rows = page.rows if isinstance(page, AskProps) else ()
        places: list[tuple[float, float, float]] = []
        for line, row in enumerate(rows):
            at = row.start
            for _, breadth in row.keys:
                places.append((float(line), at, breadth))
                at += breadth
        if tuple(places) != self._places:
            self._places, self._rows = tuple(places), len(rows)
            self.laidOut.emit()
        self._keys.show(page.keys)
        self._empty = not isinstance(page, AskProps) or page.empty
        super()._take_over(page)
        self.askChanged.emit()

    def _get_places(self) -> str:
        return ";".join(" ".join(f"{part:g}" for part in place) for place in self._places)

    keys = Property(ControlRows, attrgetter("_keys"), constant=True)
    places = Property(str, _get_places, notify=laidOut)  # "0 0.5 1;…": row, beginning, breadth
    rows = Property(int, attrgetter("_rows"), notify=laidOut)
    empty = Property(bool, attrgetter("_empty"), notify=askChanged)
