"""Finds the line an option stands on: `tomllib` gives values without their place."""

from __future__ import annotations

from typing import NamedTuple

from flows.guide.lines import keys_in_order


class LineFinder:
    """The lines of one TOML text."""

    def __init__(self, text: str) -> None:
        self._keys = [(number, ".".join(path)) for path, number in keys_in_order(text)]
        self._lines: dict[str, int] = {}
        for number, option in self._keys:
            self._lines.setdefault(option, number)

    def line_of(self, option: str) -> int:
        """The line (from 1) of ``section.name``, else of its section, else 0."""
        while option:
            if option in self._lines:
                return self._lines[option]
            option = option.rpartition(".")[0]
        return 0

    def twice(self, by_line: int) -> Twice | None:
        """What is written last in the lines up to *by_line*, where it was written before."""
        *before, (line, option) = [key for key in self._keys if key[0] <= by_line] or [(0, "")]
        first = max((number for number, path in before if path == option), default=0)
        return Twice(option, first, line) if first else None


class Twice(NamedTuple):
    option: str
    first: int
    line: int
