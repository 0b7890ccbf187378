"""A roster written as TOML: one table a place, one key a weekday."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from flows.guide.lines import key_lines, line_of
from kiosk.base.hours.opening import WEEKDAYS
from kiosk.base.personal import quotable
from kiosk.papers.roster.check import Written, WrittenPlace, WrittenShift, WrittenText
from kiosk.papers.roster.problems import RosterProblem
from resources.toml import TomlWrong, toml_of

_OF_FILE = ("week", "place")
_OF_PLACE = ("name", "address", "staff", *WEEKDAYS)
_OF_SHIFT = ("time", "staff")
_OF_WEEK = (
    "Ghi ngày thứ Hai như 2026-11-30: năm, tháng, ngày, và ngày ấy phải có thật.",
    "Write the Monday as 2026-11-30: year, month, day, and a day that there is.",
)
_OF_SIGNS = (
    "Thường là thiếu ngoặc kép, dấu phẩy hay ngoặc vuông.",
    "Often a quote, a comma or a bracket is missing.",
)
_OF_DAYS = (
    "Ngày ghi là mon, tue, wed, thu, fri, sat, sun: thứ Hai … Chủ nhật; thu là thứ Năm.",
    "Days are written mon, tue, wed, thu, fri, sat, sun.",
)


def read_toml(text: str) -> tuple[Written, tuple[RosterProblem, ...]]:
    """What *text* says, and what in it cannot be understood. Never raises."""
    try:
        tables = toml_of(text)
    except TomlWrong as error:
        match = re.search(r"at line (\d+)", str(error))
        line = int(match.group(1)) if match else len(text.splitlines())
        problem = RosterProblem(
            "not-written-rightly", line,
            "dòng này viết chưa đúng.", "this line is not written correctly.",
            *(_OF_WEEK if _is_week(text, line) else _OF_SIGNS),
        )  # fmt: skip
        return Written(), (problem,)
    return _Reader(text).read(tables)


def _is_week(text: str, line: int) -> bool:
    """Whether that line (from 1) says which week it is."""
    return "".join(text.splitlines()[line - 1 : line]).lstrip().startswith("week")


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: Mapping[tuple[str, ...], int] | None = None
        self._problems: list[RosterProblem] = []
        self._shifts: list[WrittenShift] = []

    def read(self, tables: Mapping[str, object]) -> tuple[Written, tuple[RosterProblem, ...]]:
        self._only(tables, (), _OF_FILE)
        places = self._table(tables.get("place", {}), ("place",))
        written = [self._place(place_id, table) for place_id, table in places.items()]
        week = tables.get("week", "")
        result = Written(str(week), self._line("week"), tuple(written), tuple(self._shifts))
        return result, tuple(self._problems)

    def _place(self, place_id: str, raw: object) -> WrittenPlace:
        path = ("place", place_id)
        table = self._table(raw, path)
        self._only(table, path, _OF_PLACE)
        for day in WEEKDAYS:
            for at, shift in enumerate(self._list(table.get(day, []), (*path, day))):
                self._shift(place_id, day, shift, (*path, day, str(at)))
        name, address = (
            WrittenText(self._line(*path, key), self._text_of(table, key, path))
            for key in ("name", "address")
        )
        staff_line = self._line(*path, "staff")
        staff = tuple(WrittenText(staff_line, member) for member in self._staff(table, path))
        return WrittenPlace(self._line(*path), place_id, name, address, staff)

    def _shift(self, place_id: str, day: str, raw: object, path: tuple[str, ...]) -> None:
        table = self._table(raw, path)
        self._only(table, path, _OF_SHIFT)
        hours, staff = self._text_of(table, "time", path), self._staff(table, path)
        self._shifts.append(WrittenShift(self._line(*path), place_id, day, hours, staff))

    def _table(self, raw: object, path: tuple[str, ...]) -> Mapping[str, object]:
        if isinstance(raw, Mapping):
            return raw
        self._wrong(path, 'một bảng, ví dụ { time = "08:00-11:30", staff = ["tnv-01"] }', "a table")
        return {}

    def _list(self, raw: object, path: tuple[str, ...]) -> list[object]:
        if isinstance(raw, list):
            return raw
        self._wrong(path, "một danh sách […]", "a list […]")
        return []

    def _text_of(self, table: Mapping[str, object], key: str, path: tuple[str, ...]) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return value
        self._wrong((*path, key), 'chữ trong ngoặc kép "…"', 'text in quotes "…"')
        return ""

    def _staff(self, table: Mapping[str, object], path: tuple[str, ...]) -> tuple[str, ...]:
        value = table.get("staff", [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._wrong(
            (*path, "staff"), 'danh sách mã, ví dụ ["tnv-01", "tnv-02"]', 'ids, such as ["tnv-01", "tnv-02"]'
        )
        return ()

    def _only(self, table: Mapping[str, object], path: tuple[str, ...], keys: tuple[str, ...]) -> None:
        for key, value in table.items():
            if key not in keys:
                near = get_close_matches(key, keys, 1, 0.5)
                listed = near[0] if near else ", ".join(keys)
                meant = (f"Có phải là: {listed}?", f"Did you mean: {listed}?")
                # “thu2” is Monday to who writes it: to offer them “thu” would move a shift to Thursday.
                is_day = keys == _OF_PLACE and isinstance(value, list) and near != ["staff"]
                within = tuple(value)[:1] if isinstance(value, Mapping) else ()
                self._problems.append(RosterProblem(
                    "unknown-key", self._line(*path, key, *within),
                    "không có mục này.", "there is no such entry.",
                    *(_OF_DAYS if is_day else meant),
                ))  # fmt: skip

    def _wrong(self, path: tuple[str, ...], vi: str, en: str) -> None:
        quoted = quotable(path[-1])
        self._problems.append(RosterProblem(
            "not-written-rightly", self._line(*path),
            f"mục “{quoted}” viết chưa đúng loại.", f"the entry “{quoted}” is of the wrong kind.",
            f"Ghi {vi}.", f"Write {en}.",
        ))  # fmt: skip

    def _line(self, *path: str) -> int:
        if self._lines is None:
            self._lines = key_lines(self._text)
        return line_of(self._text, path, self._lines)
