"""The day at this point and the bars of its charts, as QML sees them."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.staff.day_charts import Bar, BarChart
from ui.screens.staff.today import TodayProps
from ui.window.rows_model import RowsModel
from ui.window.views.controls import ControlRows
from ui.window.views.page_view import PageView, own

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PARTS = ("first", "second", "third")
_BLANK = TodayProps(place="", language="vi")


@QmlElement
class BarRows(RowsModel):
    """`share` of the longest bar, 0 … 1; `first` … `third` are its parts from the axis outwards; `whole`: how
    much of all that is, in words.
    """

    ROLES = ("label", "number", "spoken", "share", *_PARTS, "whole")
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = BarChart()

    def show(self, chart: BarChart) -> None:
        if chart != self._chart:
            self._chart = chart
            self._replace(chart.bars)
            self.changed.emit()

    def _value(self, row: Bar, role: str) -> object:
        if role in _PARTS:
            at = _PARTS.index(role)
            return row.parts[at] if at < len(row.parts) else 0.0
        return getattr(row, role)

    def _get_count(self) -> int:
        return len(self._rows)

    count = Property(int, _get_count, notify=changed)
    title = Property(str, attrgetter("_chart.title"), notify=changed)


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
