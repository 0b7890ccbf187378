"""A roster from its file, TOML or CSV, judged against who may help here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kiosk.files.foreign import read_ordinary
from kiosk.roster.check import Checked, check
from kiosk.roster.expected import NOTHING_EXPECTED, Expected
from kiosk.roster.problems import RosterProblem, in_file
from kiosk.roster.read_csv import read_csv
from kiosk.roster.read_toml import read_toml

MOST_BYTES = 1024 * 1024  # a week of every place is some 20 KB


def read_roster(
    path: Path, staff: Mapping[str, bool] | None, own: str, expected: Expected = NOTHING_EXPECTED
) -> Checked:
    """The plan in *path*, and every problem with its file and line. Never raises for what a person wrote.

    *staff*, *own* and *expected*: as in `kiosk.roster.check.check`. A file named ``….csv`` is read as a
    table.
    """
    try:
        text = read_ordinary(path, MOST_BYTES).decode("utf-8-sig")  # spreadsheets put a mark first
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
