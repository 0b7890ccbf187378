"""A day as CSV and as a spreadsheet, read back by other programs."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import load_workbook
from support.events import keep, running, visits
from typer.testing import CliRunner

from kiosk.base.files.paths import database_file
from kiosk.desk.command_line import app
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.counting import rows, value
from kiosk.log.figures.sheet import FIGURES, VISITS, as_csv, as_xlsx
from kiosk.log.figures.table import HEADINGS
from kiosk.log.sessions.summary import summarise

DAY = date(2025, 11, 24)
FOUND = summarise(visits(3))


def test_csv_opens_in_excel_with_vietnamese_letters() -> None:
    raw = as_csv(FOUND)
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(StringIO(raw.decode("utf-8-sig"))))
    assert tuple(table[0]) == HEADINGS and len(table) == 1 + 3
    assert table[1][3] == "vneid-cai-dat (xong)" and table[1][4] == "3"


def test_a_spreadsheet_holds_the_visits_and_every_figure_with_numbers_as_numbers() -> None:
    book = load_workbook(BytesIO(as_xlsx(DAY, FOUND)))
    seen = list(book[VISITS].iter_rows(values_only=True))
    assert seen[0] == HEADINGS and len(seen) == 1 + 3
    assert seen[1][4] == 3 and isinstance(seen[1][4], int)
    figures = {row[0]: row for row in book[FIGURES].iter_rows(min_row=2, values_only=True)}
    for figure in catalogue().figures.values():
        number = value(figure.key, FOUND)
        told = figures[figure.words.vi][1]
        if number is None:
            assert told is None
        else:
            assert (
                told == {"count": number, "ms": round(number / 60_000, 2), "share": number / 10}[figure.unit]
            )
        assert figures[figure.words.vi][3] == figure.definition.vi
    assert len(figures) == len(catalogue().figures) + sum(
        len(rows(key, FOUND)) for key in catalogue().breakdowns
    )


def test_an_empty_day_is_a_table_too() -> None:
    assert len(list(csv.reader(StringIO(as_csv(()).decode("utf-8-sig"))))) == 1
    assert load_workbook(BytesIO(as_xlsx(DAY, ())))[VISITS].max_row == 1


def test_the_command_writes_the_table_of_a_day(tmp_path: Path) -> None:
    with running(database_file(tmp_path)) as store:
        keep(store, visits(2))
    day = ["sessions", "--day", "24/11/2025", "--data", str(tmp_path), "--out"]
    for name in ("ngay.csv", "ngay.xlsx"):
        done = CliRunner().invoke(app, [*day, str(tmp_path / name)])
        assert done.exit_code == 0 and "2 lượt" in done.output
    assert load_workbook(tmp_path / "ngay.xlsx")[VISITS].max_row == 3
    assert CliRunner().invoke(app, [*day, str(tmp_path / "ngay.pdf")]).exit_code == 2
    assert CliRunner().invoke(app, [*day, str(tmp_path / "nowhere" / "ngay.csv")]).exit_code == 1
