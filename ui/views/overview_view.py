"""A guide's overview, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.choosing import OverviewProps
from ui.screens.page import Page
from ui.views.controls import ControlRows
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = OverviewProps(
    template="overview", place="", language="vi", minutes="", needs_title="", needs=(), cautions_title="",
    cautions=(), checked="",
)  # fmt: skip


@QmlElement
class OverviewView(PageView):
    """What the resident needs, how long it takes, what to be careful about."""

    overviewChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _BLANK
        self._needs = ControlRows(self)
        self._cautions = ControlRows(self)

    def _take_over(self, page: Page) -> None:
        self._props = page if isinstance(page, OverviewProps) else _BLANK
        self._needs.show(self._props.needs)
        self._cautions.show(self._props.cautions)
        super()._take_over(page)
        self.overviewChanged.emit()

    def _get_minutes(self) -> str:
        return self._props.minutes

    def _get_needs_title(self) -> str:
        return self._props.needs_title

    def _get_needs(self) -> ControlRows:
        return self._needs

    def _get_cautions_title(self) -> str:
        return self._props.cautions_title

    def _get_cautions(self) -> ControlRows:
        return self._cautions

    def _get_checked(self) -> str:
        return self._props.checked

    def _get_on_a_card(self) -> bool:
        return self._props.on_a_card

    minutes = Property(str, _get_minutes, notify=overviewChanged)
    needsTitle = Property(str, _get_needs_title, notify=overviewChanged)
    needs = Property(ControlRows, _get_needs, constant=True)
    cautionsTitle = Property(str, _get_cautions_title, notify=overviewChanged)
    cautions = Property(ControlRows, _get_cautions, constant=True)
    checked = Property(str, _get_checked, notify=overviewChanged)
    onACard = Property(bool, _get_on_a_card, notify=overviewChanged)
