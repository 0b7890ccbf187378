"""The drawn phone's keyboard, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.typing_page import TypingProps
from ui.views.ask_view import AskView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TypingView(AskView):
    """Besides keys and their places: which is ringed, which are pale, and what came on the phone."""

    typingChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props: TypingProps | None = None

    def _take_over(self, page: Page) -> None:
        self._props = page if isinstance(page, TypingProps) else None
        super()._take_over(page)
        self.typingChanged.emit()

    def _get_ringed(self) -> str:
        return self._props.ringed if self._props else ""

    def _get_pale(self) -> str:
        return f" {' '.join(self._props.pale)} " if self._props else ""

    def _get_message(self) -> str:
        return self._props.message if self._props else ""

    def _get_asks(self) -> str:
        return self._props.asks if self._props else ""

    def _get_mark(self) -> str:
        return self._props.mark if self._props else ""

    def _get_where(self) -> str:
        return self._props.where if self._props else ""

    def _get_small(self) -> bool:
        return self._props is not None and self._props.small

    def _get_pad(self) -> bool:
        return self._props is not None and self._props.pad

    ringed = Property(str, _get_ringed, notify=typingChanged)
    pale = Property(str, _get_pale, notify=typingChanged)  # slots between blanks
    message = Property(str, _get_message, notify=typingChanged)
    asks = Property(str, _get_asks, notify=typingChanged)
    mark = Property(str, _get_mark, notify=typingChanged)
    where = Property(str, _get_where, notify=typingChanged)
    small = Property(bool, _get_small, notify=typingChanged)
    pad = Property(bool, _get_pad, notify=typingChanged)
