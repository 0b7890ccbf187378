"""The report as a spreadsheet: numbers are numbers, times are times, charts are the spreadsheet's own.

On paper a table, its head and its chart stand on one page if they fit: every row's height is set here, so
that this module knows where a page ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO
from textwrap import wrap
from typing import Any, assert_never

from kiosk.log.figures.catalogue import Unit
from kiosk.ward.report.cell_formats import FONT, CellFormats
from kiosk.ward.report.drawn import drawing
from kiosk.ward.report.model import Blank, Cell, Lines, Number, Part, Report, Table, Text
from kiosk.ward.report.on_paper import LINE_POINTS, Chart, Page
from kiosk.ward.report.words import HIDDEN, UNKNOWN

DIVIDED_BY: dict[Unit, int] = {"count": 1, "ms": 86_400_000, "share": 1000}
"""A number of the model becomes a part of a day, as spreadsheets have times, or of one."""
_LABEL_LETTERS, _LETTERS, _MOST_LETTERS = 42, 13, 36  # in the first column; in each other, and at most
_TIME_LETTERS = 18
_LEAST_COLUMNS = 5  # across which sentences run
_MOST_NAME = 31  # letters of a sheet's name
_FILTERED = 8  # so many rows are worth a button at each head, which takes room from it
_BUTTON_LETTERS, _AROUND_LETTERS = 3, 2  # of that button, and of the edges of a cell


def as_xlsx(report: Report) -> bytes:
    """A sheet for each part, and one for how everything is counted."""
    from xlsxwriter import Workbook  # 60 ms, for those who want it

    raw = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }
    with Workbook(raw, options) as book:
        frame = report.frame
        book.set_properties(
            {"title": f"{frame.title} {frame.period}", "created": datetime.combine(report.made, time())}
        )
        formats = CellFormats(book, report)
        for part in report.parts:
            _Sheet(book, formats, report, part).write()
        _notes(book, formats, report)
    return raw.getvalue()


class _Sheet:
    """One part, from the top; a chart stands beneath its table."""

    def __init__(self, book: Any, formats: CellFormats, report: Report, part: Part) -> None:
        self._book, self._formats, self._report, self._part = book, formats, report, part
        self._sheet = book.add_worksheet(sheet_name(part.heading))
        self._letters = _letters(part)
        self._page = Page(self._sheet, self._letters)
        self._row = 0
        tables = [block for block in part.blocks if isinstance(block, Table)]
        self._only = tables[0] if len(tables) == 1 else None
        frame = report.frame
        self._page.headed(f"{frame.ward} · {frame.title} · {frame.period}", part.heading)

    def write(self) -> None:
        frame = self._report.frame
        self._line(frame.ward, self._formats.bold)
        self._line(frame.kind, self._formats.title, 1.4)
        self._line(frame.title, self._formats.title, 1.4)
        self._line(" · ".join(filter(None, (frame.period, frame.places))), None)
        self._next()
        self._line(self._part.heading, self._formats.title, 1.4)
        for block in self._part.blocks:
            match block:
                case Text():
                    self._text(block.text)
                case Blank():
                    self._line(f"{block.label} …", None)
                case Lines():
                    self._lines(block)
                case Table():
                    self._table(block)
                case _:
                    assert_never(block)
            self._next()
        self._text(self._report.hidden_note)
        if self._only is None:
            self._sheet.freeze_panes(0, 1)
        self._page.close(self._row)

    def _next(self, lines: float = 1) -> None:
        """The row is written; so many lines of text stand in it."""
        self._sheet.set_row(self._row, lines * LINE_POINTS)
        self._page.filled(lines * LINE_POINTS)
        self._row += 1

    def _line(self, text: str, kind: Any, lines: float = 1) -> None:
        self._sheet.write_string(self._row, 0, text, kind)
        self._next(lines)

    def _text(self, text: str) -> None:
        """Sentences, across the columns."""
        last = len(self._letters) - 1
        self._sheet.merge_range(self._row, 0, self._row, last, text, self._formats.text)
        self._next(_lines_of(text, sum(self._letters)))

    def _lines(self, block: Lines) -> None:
        for line in block.lines:
            label = f"{line.label} ({line.note})"
            self._sheet.write_string(self._row, 0, label, self._formats.text)
            self._cell(1, line.number)
            self._next(_lines_of(label, self._letters[0]))

    def _table(self, table: Table) -> None:
        rows = [(row.label, *row.cells) for row in table.rows]
        heads = [f"{head} ({note})" if note else head for head, note in table.heads]
        high = [self._lines_in(row) for row in rows]
        drawn = drawing(table, self._report.language)
        chart = Chart(table, len(drawn.bars)) if drawn else None
        title_lines = 1 if table.title else 0
        whole = title_lines + self._lines_in(heads) + sum(high) + (chart.lines + 1 if chart else 0)
        self._page.keep(self._row, whole * LINE_POINTS)
        if table.title:
            notes = "".join(f" ({number})" for number in table.notes)
            self._line(table.title + notes, self._formats.bold)
        texts = {at for row in rows for at, cell in enumerate(row) if isinstance(cell, str)}
        kinds = [self._formats.of_head(column, beside=column in texts) for column in range(len(heads))]
        for column, (head, kind) in enumerate(zip(heads, kinds, strict=True)):
            self._sheet.write_string(self._row, column, head, kind)
        head_lines = self._lines_in(heads)
        self._next(head_lines)
        first = self._row
        if table is self._only:
            self._sheet.freeze_panes(first, 1)
            self._page.repeat(first - 1, head_lines * LINE_POINTS)
        for (label, *cells), lines in zip(rows, high, strict=True):
            self._sheet.write_string(self._row, 0, label, self._formats.text)
            for column, cell in enumerate(cells, 1):
                self._cell(column, cell)
            self._next(lines)
        if rows:
            self._as_table(heads, kinds, first)
        if chart:
            self._next()
            self._page.keep(self._row, chart.lines * LINE_POINTS)
            self._sheet.insert_chart(self._row, 0, chart.on(self._book, self._sheet.get_name(), first))
            for _ in range(chart.lines):
                self._next()

    def _as_table(self, heads: Sequence[str], kinds: Sequence[Any], first: int) -> None:
        """Let a spreadsheet know where its head and its rows are: scrolled down, the heads stand in place of
        A, B, C, and a screen reader says them. Rows are filtered and sorted by the buttons at its heads.
        """
        if len({head.casefold() for head in heads}) < len(heads):
            return  # no spreadsheet takes two columns of one name
        columns = [{"header": head, "header_format": kind} for head, kind in zip(heads, kinds, strict=True)]
        filtered = self._row - first >= _FILTERED
        options = {"columns": columns, "style": None, "autofilter": filtered}
        self._sheet.add_table(first - 1, 0, self._row - 1, len(heads) - 1, options)

    def _lines_in(self, cells: Sequence[Cell]) -> int:
        """How many lines of text the fullest cell of a row takes."""
        texts = zip(cells, self._letters, strict=False)
        return max(_lines_of(cell, letters) for cell, letters in texts if isinstance(cell, str))

    def _cell(self, column: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(self._row, column, cell, self._formats.beside)
        elif cell.value is None:
            mark = HIDDEN if cell.hidden else UNKNOWN
            self._sheet.write_string(self._row, column, mark, self._formats.right)
        else:
            self._sheet.write_number(self._row, column, excel_number(cell), self._formats.of(cell))


def _letters(part: Part) -> list[int]:
    """How wide each column of a sheet is: sentences and times get more room."""
    letters = [_LABEL_LETTERS] + [_LETTERS] * (_LEAST_COLUMNS - 1)
    for table in (block for block in part.blocks if isinstance(block, Table)):
        button = _BUTTON_LETTERS * (len(table.rows) >= _FILTERED)
        letters += [_LETTERS] * (len(table.columns) - len(letters))
        for column, head in enumerate(table.columns):
            word = max(map(len, head.split()), default=0)
            letters[column] = max(letters[column], word + button + _AROUND_LETTERS)
    for row in _rows(part):
        letters += [_LETTERS] * (1 + len(row) - len(letters))
        for column, cell in enumerate(row, 1):
            if isinstance(cell, str):
                letters[column] = max(letters[column], min(len(cell) + 3, _MOST_LETTERS))
            elif cell.unit == "ms":
                letters[column] = max(letters[column], _TIME_LETTERS)
    return letters


def _rows(part: Part) -> Iterator[tuple[Cell, ...]]:
    for block in part.blocks:
        if isinstance(block, Lines):
            yield from ((line.number,) for line in block.lines)
        elif isinstance(block, Table):
            yield from (row.cells for row in block.rows)


def _lines_of(text: str, letters: int) -> int:
    """Most letters are narrower than the figures by which a column is measured."""
    return max(1, len(wrap(text, letters)))


def excel_number(number: Number) -> float:
    """As it stands in a cell: a part of a day, or of one. Raises `TypeError` where there is none."""
    assert number.value is not None
    return number.value / DIVIDED_BY[number.unit]


def sheet_name(title: str) -> str:
    """What Excel takes for one."""
    return title.translate({ord(sign): " " for sign in "[]:*?/\\"})[:_MOST_NAME].strip()


def _notes(book: Any, formats: CellFormats, report: Report) -> None:
    sheet, letters = book.add_worksheet(sheet_name(report.notes_heading)), (5, 105)
    page = Page(sheet, letters)
    for number, note in enumerate(report.notes, 1):
        sheet.write_number(number - 1, 0, number, formats.text)
        sheet.write_string(number - 1, 1, note, formats.text)
        sheet.set_row(number - 1, _lines_of(note, letters[1]) * LINE_POINTS)
    sheet.write_string(len(report.notes) + 1, 1, report.hidden_note, formats.text)
    page.close(len(report.notes) + 1)
