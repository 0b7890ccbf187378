"""A roster from its file, TOML or CSV, judged against who may help here.

In CSV, as a spreadsheet saves it, a row is a shift.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import StringIO
from itertools import islice, zip_longest
from pathlib import Path
from typing import TypeAlias

from kiosk.base.files.foreign import read_ordinary
from kiosk.papers.roster.check import Checked, Written, WrittenPlace, WrittenShift, WrittenText, check
from kiosk.papers.roster.expected import NOTHING_EXPECTED, Expected
from kiosk.papers.roster.problems import RosterProblem, in_file, too_large
from kiosk.papers.roster.read_toml import read_toml

MOST_BYTES = 256 * 1024  # a week of every place is some 20 KB
MOST_ROWS = 5_000  # and some 600 shifts


def read_roster(
    path: Path, staff: Mapping[str, bool] | None, own: str, expected: Expected = NOTHING_EXPECTED
) -> Checked:
    """The plan in *path*, and every problem with its file and line. Never raises for what a person wrote.

    *staff*, *own* and *expected*: as in `kiosk.papers.roster.check.check`. A file named ``….csv`` is read as
    a table.
    """
    try:
        raw = read_ordinary(path, MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            return Checked(None, in_file(path, [too_large(0, MOST_BYTES // 1024, "KB")]))
        text = raw.decode("utf-8-sig")  # spreadsheets put a mark first
    except (OSError, UnicodeDecodeError) as error:
        return Checked(None, in_file(path, [_unreadable(error)]))
    written, problems = (read_csv if path.suffix.lower() == ".csv" else read_toml)(text)
    checked = check(written, staff, own, expected)
    doubts = in_file(path, checked.doubts)
    if not problems:
        return checked._replace(problems=in_file(path, checked.problems), doubts=doubts)
    of_plan = () if any(problem.line == 0 for problem in checked.problems) else checked.problems
    return Checked(None, in_file(path, (*problems, *of_plan)), doubts)


def _unreadable(error: OSError | UnicodeDecodeError) -> RosterProblem:
    if isinstance(error, UnicodeDecodeError):
        return RosterProblem(
            "unreadable", 0, "tệp không phải chữ UTF-8.", "the file is not UTF-8 text.",
            "Lưu lại với bảng mã UTF-8.", "Save it again as UTF-8.",
        )  # fmt: skip
    return RosterProblem(
        "unreadable", 0, "không đọc được tệp này.", "the file cannot be read.",
        "Kiểm tra tên tệp và USB.", "Check its name and the stick.",
    )  # fmt: skip


COLUMNS = ("place", "name", "address", "day", "time", "staff")
NEEDED = ("place", "day", "time", "staff")
Row: TypeAlias = tuple[int, dict[str, str]]
"""A line (from 1), and its cells by column."""


def read_csv(text: str) -> tuple[Written, tuple[RosterProblem, ...]]:
    """What the rows say. A row without day and time says who belongs to a place. Never raises.

    The columns may stand in any order, parted by commas or, as spreadsheets here do it, by semicolons.
    """
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        cells = [(reader.line_num, row) for row in islice(reader, MOST_ROWS + 1)]
    except csv.Error:
        return Written(), (_not_a_table(reader.line_num),)
    if not cells:
        return Written(), ()
    if len(cells) > MOST_ROWS:
        return Written(), (too_large(cells[-1][0], MOST_ROWS, "dòng / rows"),)
    head = [cell.strip().lower() for cell in cells[0][1]]
    if problems := _heads(head):
        return Written(), problems
    rows = [
        (line, {column: cell.strip() for column, cell in zip_longest(head, row[: len(head)], fillvalue="")})
        for line, row in cells[1:]
        if any(cell.strip() for cell in row)
    ]
    return _written(rows), ()


def _written(rows: list[Row]) -> Written:
    places: dict[str, WrittenPlace] = {}
    listed: dict[str, list[WrittenText]] = {}
    shifts: list[WrittenShift] = []
    for line, row in rows:
        place, staff = row["place"], tuple(row["staff"].replace(",", " ").replace(";", " ").split())
        before = places.get(place) or WrittenPlace(line, place, WrittenText(line), WrittenText(line))
        name, address = (
            earlier if earlier.text else WrittenText(line, row.get(column, ""))
            for column, earlier in (("name", before.name), ("address", before.address))
        )
        places[place] = before._replace(name=name, address=address)
        if row["day"] or row["time"]:
            shifts.append(WrittenShift(line, place, row["day"], row["time"], staff))
        else:
            listed.setdefault(place, []).extend(WrittenText(line, member) for member in staff)
    whole = (place._replace(staff=tuple(listed.get(place.id, ()))) for place in places.values())
    return Written(places=tuple(whole), shifts=tuple(shifts))


def _heads(head: list[str]) -> tuple[RosterProblem, ...]:
    listed = ", ".join(COLUMNS)
    missing = [column for column in NEEDED if column not in head]
    if missing:
        names = ", ".join(missing)
        return (RosterProblem(
            "column-missing", 1,
            f"dòng đầu thiếu cột: {names}.", f"the first line lacks the columns: {names}.",
            f"Dòng đầu ghi tên các cột: {listed}.", f"The first line names the columns: {listed}.",
        ),)  # fmt: skip
    if strange := [column for column in head if column and column not in COLUMNS]:
        return (RosterProblem(
            "unknown-key", 1,
            f"có {len(strange)} cột máy không dùng.", f"there are {len(strange)} columns that are not used.",
            f"Chỉ giữ các cột: {listed}.", f"Keep only: {listed}.",
        ),)  # fmt: skip
    return ()


def _not_a_table(line: int) -> RosterProblem:
    return RosterProblem(
        "not-written-rightly", line,
        "dòng này không phải dòng của một bảng CSV.", "this line is no row of a CSV table.",
        "Lưu lại bảng tính dưới dạng CSV UTF-8.", "Save the spreadsheet again as CSV UTF-8.",
    )  # fmt: skip
