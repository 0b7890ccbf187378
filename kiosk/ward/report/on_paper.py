"""The spreadsheet on paper: where its pages end, and so how high its charts are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kiosk.ward.report.model import Table

LINE_POINTS = 15
_PAPER_POINTS = (523, 734)  # A4, standing, within its margins
_LARGEST_SCALE = 90
_CHART_WIDTH, _COLUMNS_HEIGHT = 640, 300  # pixels
_BARS_HEIGHT, _BAR_HEIGHT = 90, 36
_POINTS_A_PIXEL, _LETTER_PIXELS = 0.75, 7.5
_COLOURS = ("#0A3D6B", "#B58A2B")


class Page:
    """Where the pages of a sheet end on paper: A4, standing, as wide as the sheet."""

    def __init__(self, sheet: Any, letters: Sequence[int]) -> None:
        self._sheet, self._columns = sheet, len(letters)
        for column, width in enumerate(letters):
            sheet.set_column(column, column, width)
        wide = sum(_LETTER_PIXELS * width + 5 for width in letters) * _POINTS_A_PIXEL
        scale = min(_LARGEST_SCALE, int(100 * _PAPER_POINTS[0] / wide))
        sheet.set_paper(9)
        sheet.set_print_scale(scale)
        sheet.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        sheet.set_footer("&C&P / &N")
        self._room = _PAPER_POINTS[1] * 100 / scale
        self._left, self._breaks = self._room, list[int]()
        self._repeated = 0.0  # points of what stands on every further page

    def headed(self, left: str, right: str) -> None:
        """What stands over every page: a sheet that lies by itself says of which report it is."""
        left, right = (text.replace("&", "&&") for text in (left, right))
        self._sheet.set_header(f"&L&8{_apart(left)}&R&8{_apart(right)}")

    def repeat(self, row: int, points: float) -> None:
        """That row, the head of the only table, stands on every further page again."""
        self._sheet.repeat_rows(row)
        self._repeated = points

    def filled(self, points: float) -> None:
        self._left = self._left - points if points <= self._left else self._further - points

    def keep(self, row: int, points: float) -> None:
        """What begins in *row* is so high, and stays whole where a page holds it."""
        if self._left < points <= self._further and self._left < self._further:
            self._breaks.append(row)
            self._left = self._further

    @property
    def _further(self) -> float:
        """The room of each page but the first."""
        return self._room - self._repeated

    def close(self, rows: int) -> None:
        self._sheet.set_h_pagebreaks(self._breaks)
        self._sheet.print_area(0, 0, rows, self._columns - 1)


def _apart(text: str) -> str:
    """A digit at its beginning would be read as more of the size before it."""
    return f" {text}" if text[:1].isdigit() else text


class Chart:
    """Of a table: of so many rows, the first ones, as bars or side by side."""

    def __init__(self, table: Table, drawn: int) -> None:
        self._table = table
        self._upright = table.chart == "columns"
        self._many = drawn
        self._height = _COLUMNS_HEIGHT if self._upright else _BARS_HEIGHT + _BAR_HEIGHT * self._many
        self.lines = -(-round(self._height * _POINTS_A_PIXEL) // LINE_POINTS)

    def on(self, book: Any, sheet: str, first: int) -> Any:
        """Of the numbers that stand on *sheet* from row *first* on."""
        table, last = self._table, first + self._many - 1
        chart = book.add_chart({"type": "column" if self._upright else "bar"})
        for series in range(table.series):
            column = 1 + series
            chart.add_series(
                {
                    "name": table.columns[column],
                    "categories": [sheet, first, 0, last, 0],
                    "values": [sheet, first, column, last, column],
                    "fill": {"color": _COLOURS[series]},
                    "gap": 40,
                    "data_labels": {"value": not self._upright},
                }
            )
        chart.set_title({"name": table.title, "name_font": {"size": 11}})
        if self._upright:
            chart.set_y_axis({"min": 0})
        else:
            chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"size": 9}})
            above = 64 / self._height  # of the title, and of what is written at the axis
            room = {"x": 0.3, "y": above, "width": 0.66, "height": 0.95 - above}
            chart.set_plotarea({"layout": room})  # no label is left out, or cut
            chart.set_x_axis({"min": 0})  # else a spreadsheet begins where the shortest bar nearly ends
        chart.set_legend({"none": True} if table.series == 1 else {"position": "bottom"})
        chart.set_size({"width": _CHART_WIDTH, "height": self._height})
        return chart
