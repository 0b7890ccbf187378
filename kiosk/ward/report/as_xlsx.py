"""The report as a spreadsheet: numbers are numbers, charts are the spreadsheet's own."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any, assert_never

from kiosk.figures.catalogue import Unit
from kiosk.ward.report.drawn import MOST_BARS
from kiosk.ward.report.model import Blank, Cell, Lines, Number, Part, Report, Table, Text
from kiosk.ward.report.words import HIDDEN, UNKNOWN, sayer

DIVIDED_BY: dict[Unit, int] = {"count": 1, "ms": 60_000, "share": 1000}
"""A number of the model becomes minutes or a part of one; Excel's format says which."""
_WIDTHS = (46, 18, 14, 14, 14, 14, 14, 14)  # letters
_TEXT_LETTERS = 130  # in one line across all these columns
_LINE_POINTS = 15
_CHART_ROWS = 18
_MOST_NAME = 31  # letters of a sheet's name
_COLOURS = ("#0A3D6B", "#B58A2B")


def as_xlsx(report: Report) -> bytes:
    """A sheet for each part, and one for how everything is counted."""
    from xlsxwriter import Workbook  # 60 ms, for those who want it

    raw = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(raw, options) as book:
        frame = report.frame
        book.set_properties(
            {"title": f"{frame.title} {frame.period}", "created": datetime.combine(report.made, time())}
        )
        formats = _Formats(book, report)
        for part in report.parts:
            _Sheet(book, formats, report, part).write()
        _notes(book, formats, report)
    return raw.getvalue()


class _Formats:
    def __init__(self, book: Any, report: Report) -> None:
        minutes = sayer(report.language)("unit.minutes_short")
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format({"bold": True, "bg_color": "#F1EEE6", "text_wrap": True, "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.right = book.add_format({"align": "right"})
        self.of_unit: dict[Unit, Any] = {
            "count": book.add_format({"num_format": "#,##0"}),
            "ms": book.add_format({"num_format": f'#,##0.0 "{minutes}"'}),
            "share": book.add_format({"num_format": "0.0%"}),
        }


class _Sheet:
    """One part, from the top; charts stand to the right of their tables."""

    def __init__(self, book: Any, formats: _Formats, report: Report, part: Part) -> None:
        self._book, self._formats, self._report, self._part = book, formats, report, part
        self._sheet = book.add_worksheet(sheet_name(part.title))
        self._row = 0

    def write(self) -> None:
        frame, sheet = self._report.frame, self._sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        _on_paper(sheet)
        self._line(frame.ward, self._formats.bold)
        self._line(f"{frame.kind}: {frame.title}", self._formats.title)
        self._line(" · ".join(filter(None, (frame.period, frame.places))), None)
        self._row += 1
        self._line(self._part.title, self._formats.title)
        for block in self._part.blocks:
            match block:
                case Text():
                    self._text(block.text)
                case Blank():
                    self._line(f"{block.label}: …", None)
                case Lines():
                    self._lines(block)
                case Table():
                    self._table(block)
                case _:
                    assert_never(block)
            self._row += 1
        self._text(self._report.hidden_note)

    def _line(self, text: str, kind: Any) -> None:
        self._sheet.write_string(self._row, 0, text, kind)
        self._row += 1

    def _text(self, text: str) -> None:
        """Sentences, across the columns; no spreadsheet makes a merged row higher by itself."""
        lines = -(-len(text) // _TEXT_LETTERS)
        self._sheet.merge_range(self._row, 0, self._row, len(_WIDTHS) - 1, text, self._formats.text)
        self._sheet.set_row(self._row, lines * _LINE_POINTS)
        self._row += 1

    def _lines(self, block: Lines) -> None:
        for line in block.lines:
            self._sheet.write_string(self._row, 0, f"{line.label} ({line.note})")
            self._cell(self._row, 1, line.number)
            self._row += 1

    def _table(self, table: Table) -> None:
        notes = "".join(f" ({number})" for number in table.notes)
        if table.title:
            self._line(table.title + notes, self._formats.bold)
        for column, (head, note) in enumerate(table.heads):
            said = f"{head} ({note})" if note else head
            self._sheet.write_string(self._row, column, said, self._formats.head)
        first = self._row + 1
        for row in table.rows:
            self._row += 1
            self._sheet.write_string(self._row, 0, row.label)
            for column, cell in enumerate(row.cells, 1):
                self._cell(self._row, column, cell)
        self._row += 1
        if table.chart and len(table.rows) > table.undrawn:
            self._chart(table, first)
            self._row = max(self._row, first + _CHART_ROWS)

    def _cell(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(row, column, cell, self._formats.text)
        elif cell.value is None:
            self._sheet.write_string(row, column, HIDDEN if cell.hidden else UNKNOWN, self._formats.right)
        else:
            self._sheet.write_number(row, column, excel_number(cell), self._formats.of_unit[cell.unit])

    def _chart(self, table: Table, first: int) -> None:
        drawn = len(table.rows) - table.undrawn
        many = drawn if table.chart == "columns" else min(drawn, MOST_BARS)
        last, name = first + many - 1, self._sheet.get_name()
        chart = self._book.add_chart({"type": "column" if table.chart == "columns" else "bar"})
        for series in range(table.series):
            column = 1 + series
            chart.add_series(
                {
                    "name": table.columns[column],
                    "categories": [name, first, 0, last, 0],
                    "values": [name, first, column, last, column],
                    "fill": {"color": _COLOURS[series]},
                    "gap": 40,
                    "data_labels": {"value": table.chart == "bars"},
                }
            )
        chart.set_title({"name": table.title, "name_font": {"size": 11}})
        if table.chart == "bars":
            chart.set_y_axis({"reverse": True})
            chart.set_x_axis({"min": 0})  # else a spreadsheet begins where the shortest bar nearly ends
        else:
            chart.set_y_axis({"min": 0})
        chart.set_legend({"none": True} if table.series == 1 else {"position": "bottom"})
        chart.set_size({"width": 620, "height": 340})
        self._sheet.insert_chart(first - 1, len(table.columns) + 1, chart)


def excel_number(number: Number) -> float:
    """As it stands in a cell: minutes, or a part of one. Raises `TypeError` where there is none."""
    assert number.value is not None
    return number.value / DIVIDED_BY[number.unit]


def sheet_name(title: str) -> str:
    """What Excel takes for one."""
    return title.translate({ord(sign): " " for sign in "[]:*?/\\"})[:_MOST_NAME].strip()


def _on_paper(sheet: Any) -> None:
    """A4, lying, as wide as the sheet."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_landscape()


def _notes(book: Any, formats: _Formats, report: Report) -> None:
    sheet = book.add_worksheet(sheet_name(report.notes_title))
    _on_paper(sheet)
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 110)
    for number, note in enumerate(report.notes, 1):
        sheet.write_number(number - 1, 0, number, formats.text)
        sheet.write_string(number - 1, 1, note, formats.text)
    sheet.write_string(len(report.notes) + 1, 1, report.hidden_note, formats.text)
