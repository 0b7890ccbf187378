"""The end of a guide as QML sees it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.guide_end import EndProps
from ui.screens.page import Page
from ui.views.controls import ControlRows
from ui.views.step_view import StepView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class EndView(StepView):
    """The last step, the guides it leads to, and the question with its faces."""

    endChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._onward, self._faces = ControlRows(self), ControlRows(self)
        self._question = self._touched = ""
        self._sign = "check"

    def _take_over(self, page: Page) -> None:
        end = page if isinstance(page, EndProps) else None
        leads_on = len(end.onward) if end else 0
        self._onward.show(page.choices[:leads_on])
        self._faces.show(page.choices[leads_on:] if end else ())
        self._question = end.question if end else ""
        self._touched = end.touched if end else ""
        self._sign = end.sign if end else "check"
        super()._take_over(page)
        self.endChanged.emit()

    onward = Property(ControlRows, attrgetter("_onward"), constant=True)
    question = Property(str, attrgetter("_question"), notify=endChanged)
    faces = Property(ControlRows, attrgetter("_faces"), constant=True)
    touched = Property(str, attrgetter("_touched"), notify=endChanged)
    sign = Property(str, attrgetter("_sign"), notify=endChanged)
