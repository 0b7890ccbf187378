"""A day as a table for a person: CSV, or a spreadsheet with the visits and the figures."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO

from kiosk.figures.catalogue import catalogue
from kiosk.figures.counts import Own, Visits, value
from kiosk.figures.rows import rows
from kiosk.figures.table import HEADINGS, bucket_words, visit_cells

VISITS, FIGURES = "Lượt khách", "Số liệu"
_MINUTE_MS = 60_000
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
    for figure in catalogue().figures.values():
        number = value(figure.key, visits, own)
        words = (figure.words.vi, figure.definition.vi)
        if figure.unit == "count":
            table.append((words[0], "" if number is None else number, "", words[1]))
        else:
            minutes = "" if number is None else round(number / _MINUTE_MS, 2)
            table.append((words[0], minutes, "phút", words[1]))
    for breakdown in catalogue().breakdowns.values():
        table += [
            (
                f"{breakdown.words.vi}: {bucket_words(breakdown.key, row.bucket).vi}",
                row.number,
                "",
                breakdown.definition.vi,
            )
            for row in rows(breakdown.key, visits, own)
        ]
    return table
