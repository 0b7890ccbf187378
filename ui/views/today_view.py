"""The day at this point, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.page import Page
from ui.screens.staff.today import TodayProps
from ui.views.bars import BarRows
from ui.views.controls import ControlRows
from ui.views.page_view import PageView

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1

_BLANK = TodayProps(template="today", place="", language="vi")


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
        self._props = page if isinstance(page, TodayProps) else _BLANK
        self._large.show(self._props.large)
        self._small.show(self._props.small)
        self._legend.show(self._props.legend)
        self._hours.show(self._props.hours)
        self._top.show(self._props.top)
        for rows, chart in zip(self._charts, self._props.charts, strict=True):
            rows.show(chart)
        super()._take_over(page)
        self.todayChanged.emit()

    def _get_noted(self) -> str:
        return self._props.noted

    def _get_large(self) -> ControlRows:
        return self._large

    def _get_small(self) -> ControlRows:
        return self._small

    def _get_legend(self) -> ControlRows:
        return self._legend

    def _get_hours(self) -> BarRows:
        return self._hours

    def _get_top(self) -> BarRows:
        return self._top

    def _get_first_chart(self) -> BarRows:
        return self._charts[0]

    def _get_second_chart(self) -> BarRows:
        return self._charts[1]

    def _get_third_chart(self) -> BarRows:
        return self._charts[2]

    def _get_fourth_chart(self) -> BarRows:
        return self._charts[3]

    def _get_fifth_chart(self) -> BarRows:
        return self._charts[4]

    def _get_sixth_chart(self) -> BarRows:
        return self._charts[5]

    def _get_seventh_chart(self) -> BarRows:
        return self._charts[6]

    def _get_eighth_chart(self) -> BarRows:
        return self._charts[7]

    noted = Property(str, _get_noted, notify=todayChanged)
    large = Property(ControlRows, _get_large, constant=True)
    small = Property(ControlRows, _get_small, constant=True)
    legend = Property(ControlRows, _get_legend, constant=True)
    hours = Property(BarRows, _get_hours, constant=True)
    top = Property(BarRows, _get_top, constant=True)
    firstChart = Property(BarRows, _get_first_chart, constant=True)
    secondChart = Property(BarRows, _get_second_chart, constant=True)
    thirdChart = Property(BarRows, _get_third_chart, constant=True)
    fourthChart = Property(BarRows, _get_fourth_chart, constant=True)
    fifthChart = Property(BarRows, _get_fifth_chart, constant=True)
    sixthChart = Property(BarRows, _get_sixth_chart, constant=True)
    seventhChart = Property(BarRows, _get_seventh_chart, constant=True)
    eighthChart = Property(BarRows, _get_eighth_chart, constant=True)
