"""A day as a table for a person: CSV, or a spreadsheet with the visits and the figures."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO

from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.counting import cells_of
from kiosk.log.figures.counts import Own, Visits, figure
from kiosk.log.figures.rows import rows_of
from kiosk.log.figures.table import HEADINGS, bucket_words, visit_cells

VISITS, FIGURES = "Lượt khách", "Số liệu"
UNITS = {"count": (1, ""), "ms": (60_000, "phút"), "share": (10, "%")}
_WIDEST = 60  # letters


def as_csv(visits: Visits) -> bytes:
    """UTF-8 with the mark without which Excel takes Vietnamese for another code."""
    text = StringIO()
    csv.writer(text).writerows([HEADINGS, *map(visit_cells, visits)])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(day: date, visits: Visits, own: Own = ()) -> bytes:
    """Two sheets; numbers are numbers, times are minutes."""
    from xlsxwriter import Workbook  # 60 ms, for those who want it

    raw = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(raw, options) as book:
        book.set_properties({"title": f"{day:%d/%m/%Y}", "created": datetime.combine(day, time())})
        for name, table in ((VISITS, _visits(visits)), (FIGURES, _figures(visits, own))):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(table):
                sheet.write_row(
                    number, 0, row, book.formats[0] if number else book.add_format({"bold": True})
                )
            sheet.freeze_panes(1, 0)
            for column in range(len(table[0])):
                longest = max(len(str(row[column])) for row in table if column < len(row))
                sheet.set_column(column, column, min(longest, _WIDEST) + 2)
    return raw.getvalue()


def _visits(visits: Visits) -> list[Sequence[str | int | float]]:
    return [HEADINGS, *map(visit_cells, visits)]


def _figures(visits: Visits, own: Own) -> list[Sequence[str | int | float]]:
    """Every figure with what exactly it counts, then every breakdown."""
    table: list[Sequence[str | int | float]] = [("Số liệu", "Giá trị", "Đơn vị", "Cách tính")]
    cells = cells_of(visits, own)
    for entry in catalogue().figures.values():
        number = figure(entry.key, cells)
        divided_by, unit = UNITS[entry.unit]
        shown = "" if number is None else round(number / divided_by, 2) if divided_by > 1 else number
        table.append((entry.words.vi, shown, unit, entry.definition.vi))
    for breakdown in catalogue().breakdowns.values():
        table += [
            (
                f"{breakdown.words.vi}: {bucket_words(breakdown.key, row.bucket).vi}",
                row.number,
                "",
                breakdown.definition.vi,
            )
            for row in rows_of(breakdown.key, cells)
        ]
    return table
