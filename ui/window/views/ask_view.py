"""The kiosk's own keyboard, and the drawn phone's, as QML sees them."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.ask import AskProps
from ui.screens.page import Page
from ui.screens.typing_page import TypingProps
from ui.window.views.controls import ControlRows
from ui.window.views.page_view import PageView, own

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_TYPING = TypingProps(place="", language="vi", rows=())


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


@QmlElement
class TypingView(AskView):
    """The drawn phone's: also which key is ringed, which are pale, and what came on the phone."""

    typingChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _TYPING

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _TYPING)
        super()._take_over(page)
        self.typingChanged.emit()

    def _get_pale(self) -> str:
        return f" {' '.join(self._props.pale)} "

    ringed = Property(str, attrgetter("_props.ringed"), notify=typingChanged)
    pale = Property(str, _get_pale, notify=typingChanged)  # slots between blanks
    message = Property(str, attrgetter("_props.message"), notify=typingChanged)
    asks = Property(str, attrgetter("_props.asks"), notify=typingChanged)
    mark = Property(str, attrgetter("_props.mark"), notify=typingChanged)
    where = Property(str, attrgetter("_props.where"), notify=typingChanged)
    small = Property(bool, attrgetter("_props.small"), notify=typingChanged)
    pad = Property(bool, attrgetter("_props.pad"), notify=typingChanged)
