"""The day at this point and the bars of its charts, as QML sees them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.staff.day_charts import Bar, BarChart
from ui.screens.staff.today import TodayProps
from ui.views.controls import ControlRows
from ui.views.page_view import PageView, own

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_ROLES = ("label", "number", "spoken", "share", "first", "second", "third", "whole")
_PARTS = ("first", "second", "third")
_FIRST_ROLE = 0x0101  # Qt.ItemDataRole.UserRole + 1
_BLANK = TodayProps(place="", language="vi")


@QmlElement
class BarRows(QAbstractListModel):
    """`share` of the longest bar, 0 … 1; `first` … `third` are its parts from the axis outwards; `whole`: how
    much of all that is, in words.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = BarChart()

    def show(self, chart: BarChart) -> None:
        if chart == self._chart:
            return
        self.beginResetModel()
        self._chart = chart
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._chart.bars)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        number = role - _FIRST_ROLE
        return _value(self._chart.bars[index.row()], _ROLES[number]) if 0 <= number < len(_ROLES) else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + number: QByteArray(role.encode()) for number, role in enumerate(_ROLES)}

    def _get_count(self) -> int:
        return len(self._chart.bars)

    count = Property(int, _get_count, notify=changed)
    title = Property(str, attrgetter("_chart.title"), notify=changed)


def _value(bar: Bar, role: str) -> object:
    if role in _PARTS:
        at = _PARTS.index(role)
        return bar.parts[at] if at < len(bar.parts) else 0.0
    return getattr(bar, role)


def _chart(at: int) -> Callable[[TodayView], BarRows]:
    return lambda view: view._charts[at]


@QmlElement
class TodayView(PageView):
    """Figures, visits by hour, and charts of rows; an empty one is not drawn."""

    todayChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = _BLANK
        self._large, self._small, self._legend = ControlRows(self), ControlRows(self), ControlRows(self)
        self._hours, self._top = BarRows(self), BarRows(self)
        self._charts = tuple(BarRows(self) for _ in _BLANK.charts)

    def _take_over(self, page: Page) -> None:
        self._props = own(page, _BLANK)
        self._large.show(self._props.large)
        self._small.show(self._props.small)
        self._legend.show(self._props.legend)
        self._hours.show(self._props.hours)
        self._top.show(self._props.top)
        for rows, chart in zip(self._charts, self._props.charts, strict=True):
            rows.show(chart)
        super()._take_over(page)
        self.todayChanged.emit()

    noted = Property(str, attrgetter("_props.noted"), notify=todayChanged)
    large = Property(ControlRows, attrgetter("_large"), constant=True)
    small = Property(ControlRows, attrgetter("_small"), constant=True)
    legend = Property(ControlRows, attrgetter("_legend"), constant=True)
    hours = Property(BarRows, attrgetter("_hours"), constant=True)
    top = Property(BarRows, attrgetter("_top"), constant=True)
    firstChart = Property(BarRows, _chart(0), constant=True)
    secondChart = Property(BarRows, _chart(1), constant=True)
    thirdChart = Property(BarRows, _chart(2), constant=True)
    fourthChart = Property(BarRows, _chart(3), constant=True)
    fifthChart = Property(BarRows, _chart(4), constant=True)
    sixthChart = Property(BarRows, _chart(5), constant=True)
    seventhChart = Property(BarRows, _chart(6), constant=True)
    eighthChart = Property(BarRows, _chart(7), constant=True)
