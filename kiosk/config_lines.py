"""Finds the line an option stands on: `tomllib` gives values without their place."""

from __future__ import annotations

import re

_HEADER = r"^\s*\[\s*([^\[\]]+?)\s*\]"
_KEY = r"^\s*([\w\"'.-]+(?:\s*\.\s*[\w\"'-]+)*)\s*="


class LineFinder:
    """The lines of one TOML text. Keys inside a multi-line value may be found too; they harm nothing."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        section = ""
        for number, line in enumerate(text.splitlines(), start=1):
            if header := re.match(_HEADER, line):
                section = _bare(header.group(1))
                self._lines.setdefault(section, number)
            elif key := re.match(_KEY, line):
                path = f"{section}.{_bare(key.group(1))}" if section else _bare(key.group(1))
                self._lines.setdefault(path, number)

    def line_of(self, option: str) -> int:
        """The line (from 1) of ``section.name``, else of its section, else 0."""
        while option:
            if option in self._lines:
                return self._lines[option]
            option = option.rpartition(".")[0]
        return 0


def _bare(key: str) -> str:
    return re.sub(r"[\s\"']", "", key)
