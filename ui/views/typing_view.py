"""The drawn phone's keyboard, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.typing_page import TypingProps
from ui.views.ask_view import AskView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = TypingProps(template="typing", place="", language="vi", rows=())


@QmlElement
class TypingView(AskView):
    """Besides keys and their places: which is ringed, which are pale, and what came on the phone."""

    typingChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _BLANK

    def _take_over(self, page: Page) -> None:
        self._props = page if isinstance(page, TypingProps) else _BLANK
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
