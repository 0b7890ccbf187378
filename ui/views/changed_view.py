"""What has changed, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.phone_view import PhoneView
from ui.picture.props import PhoneProps
from ui.screens.changed import ChangedProps
from ui.screens.page import Page
from ui.views.step_view import StepView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChangedView(StepView):
    """How it was, beside how it is now."""

    changedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._earlier = PhoneView(self)
        self._captions = ("", "")

    def _take_over(self, page: Page) -> None:
        props = page if isinstance(page, ChangedProps) else None
        self._earlier.show(props.earlier if props else PhoneProps())
        self._captions = (props.earlier_caption, props.now_caption) if props else ("", "")
        super()._take_over(page)
        self.changedChanged.emit()

    def _get_earlier_caption(self) -> str:
        return self._captions[0]

    def _get_now_caption(self) -> str:
        return self._captions[1]

    earlier = Property(PhoneView, attrgetter("_earlier"), constant=True)
    earlierCaption = Property(str, _get_earlier_caption, notify=changedChanged)
    nowCaption = Property(str, _get_now_caption, notify=changedChanged)
