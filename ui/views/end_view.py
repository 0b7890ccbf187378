"""The end of a guide as QML sees it."""

from __future__ import annotations

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

    def _get_onward(self) -> ControlRows:
        return self._onward

    def _get_question(self) -> str:
        return self._question

    def _get_faces(self) -> ControlRows:
        return self._faces

    def _get_touched(self) -> str:
        return self._touched

    def _get_sign(self) -> str:
        return self._sign

    onward = Property(ControlRows, _get_onward, constant=True)
    question = Property(str, _get_question, notify=endChanged)
    faces = Property(ControlRows, _get_faces, constant=True)
    touched = Property(str, _get_touched, notify=endChanged)
    sign = Property(str, _get_sign, notify=endChanged)
