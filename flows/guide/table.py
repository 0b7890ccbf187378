"""One table of a TOML file that knows where it stands, and notes everything that is wrong with it.

Reading never stops at the first mistake: each question returns something usable, and the note remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches

from flows.guide.problems import Finding, Place

# The log takes these names too, and refuses what might be somebody's number (kiosk/base/events/rules.py): an
# id
# with its prefix (“choice.”) must fit there, or the walk could not be written down.
LONGEST_ID = 48
MOST_SHOWN = 40  # of the values that are allowed
ID = re.compile(rf"(?=.{{1,{LONGEST_ID}}}$)(?!.*[0-9]{{5}})[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Table:
    """`notes` is shared by all tables of a pack and collects what is wrong."""

    values: Mapping[str, object]
    file: str
    path: tuple[str, ...]
    notes: list[Finding]

    def note(self, code: str, *path: str, **fields: object) -> None:
        """Note that the rule *code* is broken at *path* below this table."""
        self.notes.append(Finding(code, Place(self.file, (*self.path, *path)), fields))

    def text(self, key: str, default: str | None = None) -> str:
        """A string; *default* where the key may be absent."""
        value = self.values.get(key, default)
        if isinstance(value, str):
            return value
        self._wrong(key, value, 'chữ trong ngoặc kép "…"', 'text in quotes "…"')
        return ""

    def count(self, key: str) -> int:
        value = self.values.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        self._wrong(key, value, "số nguyên từ 1 trở lên", "a whole number from 1 on")
        return 1

    def flag(self, key: str, *, absent: bool = False) -> bool:
        """True or false; *absent* where the key is not there or not one of them."""
        value = self.values.get(key, absent)
        if isinstance(value, bool):
            return value
        self._wrong(key, value, "true hoặc false", "true or false")
        return absent

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        self._wrong(
            key, value, "ngày dạng 2026-11-24, không có ngoặc kép", "a day like 2026-11-24, without quotes"
        )
        return date.max  # neither past nor due: no rule speaks of a day that nobody wrote

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty when absent."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self._wrong(key, value, 'danh sách chữ ["…", "…"]', 'a list of texts ["…", "…"]')
        return ()

    def one_of(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        """A string out of *allowed*; the first of them where it is not, which is noted."""
        allowed = tuple(allowed)
        value = self.text(key, default)
        if value in allowed:
            return value
        if isinstance(self.values.get(key), str):  # of anything else `text` has made a note
            self.note("value-not-allowed", key, value=value, allowed=" · ".join(_nearest(value, allowed)))
        return allowed[0]

    def some_of(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """A list of strings out of *allowed*; what is none of them is left out, which is noted."""
        values = self.texts(key)
        for value in values:
            if value not in allowed:
                self.note("value-not-allowed", key, value=value, allowed=" · ".join(allowed))
        return tuple(value for value in values if value in allowed)

    def table(self, key: str) -> Table:
        """A table below this one; empty when absent."""
        value = self.values.get(key, {})
        if isinstance(value, dict):
            return Table(value, self.file, (*self.path, key), self.notes)
        self._wrong(key, value, "một bảng", "a table")
        return Table({}, self.file, (*self.path, key), self.notes)

    def named(self, key: str) -> Table:
        """The table below *key*, whose keys are ids; notes each that is none."""
        parent = self.table(key)
        for name in parent.values:
            if not ID.fullmatch(name):
                parent.note("id-wrong", name, id=name)
        return parent

    def tables(self, key: str) -> dict[str, Table]:
        """The tables below *key* by their id, in the order of the file."""
        parent = self.named(key)
        return {name: parent.table(name) for name in parent.values}

    def only(self, *allowed: str) -> None:
        """Note every key that is none of *known*: a misspelt `safety` must not be dropped in silence."""
        for key in self.values:
            if key not in allowed:
                near = get_close_matches(key, allowed, 1, 0.6)
                self.note("key-unknown", key, key=key, near="".join(near), known=" · ".join(allowed))

    def _wrong(self, key: str, value: object, vi: str, en: str) -> None:
        if value is None:
            self.note("key-missing", key, key=key, wanted_vi=vi, wanted_en=en)
        else:
            self.note("value-wrong", key, key=key, value=value, wanted_vi=vi, wanted_en=en)


def _nearest(value: str, allowed: tuple[str, ...]) -> list[str] | tuple[str, ...]:
    """What to show of *allowed*: of very many the nearest alone, if there are any."""
    return (len(allowed) > MOST_SHOWN and get_close_matches(value, allowed, 8, 0.5)) or allowed
