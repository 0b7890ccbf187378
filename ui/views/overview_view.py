"""A guide's overview, as QML sees it."""

from __future__ import annotations

from operator import attrgetter

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

    minutes = Property(str, attrgetter("_props.minutes"), notify=overviewChanged)
    needsTitle = Property(str, attrgetter("_props.needs_title"), notify=overviewChanged)
    needs = Property(ControlRows, attrgetter("_needs"), constant=True)
    cautionsTitle = Property(str, attrgetter("_props.cautions_title"), notify=overviewChanged)
    cautions = Property(ControlRows, attrgetter("_cautions"), constant=True)
    checked = Property(str, attrgetter("_props.checked"), notify=overviewChanged)
    onACard = Property(bool, attrgetter("_props.on_a_card"), notify=overviewChanged)
