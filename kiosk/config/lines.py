"""Finds the line an option stands on: `tomllib` gives values without their place."""

from __future__ import annotations

import re
from typing import NamedTuple

_HEADER = r"^\s*\[\[?\s*([^\[\]]+?)\s*\]"
_KEY = r"^\s*([\w\"'.-]+(?:\s*\.\s*[\w\"'-]+)*)\s*="


class LineFinder:
    """The lines of one TOML text. Keys inside a multi-line value may be found too; they harm nothing."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        self._found: list[tuple[int, str]] = []
        section = ""
        for number, line in enumerate(text.splitlines(), start=1):
            if header := re.match(_HEADER, line):
                section = _bare(header.group(1))
                self._note(number, section)
            elif key := re.match(_KEY, line):
                path = f"{section}.{_bare(key.group(1))}" if section else _bare(key.group(1))
                self._note(number, path)

    def _note(self, number: int, path: str) -> None:
        self._lines.setdefault(path, number)
        self._found.append((number, path))

    def line_of(self, option: str) -> int:
        """The line (from 1) of ``section.name``, else of its section, else 0."""
        while option:
            if option in self._lines:
                return self._lines[option]
            option = option.rpartition(".")[0]
        return 0

    def twice(self, by_line: int) -> Twice | None:
        """What is written last in the lines up to *by_line*, where it was written before."""
        *before, (line, option) = [one for one in self._found if one[0] <= by_line] or [(0, "")]
        first = max((number for number, path in before if path == option), default=0)
        return Twice(option, first, line) if first else None


class Twice(NamedTuple):
    option: str
    first: int
    line: int


def _bare(key: str) -> str:
    return re.sub(r"[\s\"']", "", key)
