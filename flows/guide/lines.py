"""On which line of a TOML file a key stands: `tomllib` does not say, and an officer needs to know.

Only read when something is wrong, so it may be slow; it is not a parser and relies on a file that parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from resources.toml import MOST_NESTING

# Possessive where a line might hold thousands of the same sign: nothing is gone over twice.
HEADER = re.compile(r"^\s*+\[\[?+(?P<path>[^\[\]]++)\]\]?+\s*+(#.*)?$")
KEY = re.compile(r"^\s*(?P<path>(?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
TEXT = re.compile(r'"(?:[^"\\]|\\.)*+"?|\'[^\']*+\'?|#.*')


def line_of(source: str, path: tuple[str, ...], lines: Mapping[tuple[str, ...], int] | None = None) -> int:
    """The line (from 1) of *path*, else of the nearest table that would hold it. *lines*: its `key_lines`.

    What stands nowhere yet: the first line for a key of the file itself, the last for a table to be added.
    """
    lines = key_lines(source) if lines is None else lines
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return max(1, len(source.splitlines())) if len(path) > 1 else 1


def key_lines(source: str) -> dict[tuple[str, ...], int]:
    """Every key, table and array item of *source* with its line; a key met twice keeps the first."""
    lines: dict[tuple[str, ...], int] = {}
    for path, number in keys_in_order(source):
        lines.setdefault(path, number)
    return lines


def keys_in_order(source: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key, table and array item with its line, as they are written; those that hold it come first."""
    table: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    depth = item = 0
    quote: str | None = None
    for number, line in enumerate(source.split("\n"), start=1):
        if quote is not None:
            quote = None if quote in line else quote
            continue
        if depth:
            if depth == 1 and line.strip().startswith(("{", '"', "'")):
                yield (*key, str(item)), number
                item += 1
        elif header := HEADER.match(line):
            table = _parts(header["path"])
            yield table, number
            continue
        elif match := KEY.match(line):
            key, item = (*table, *_parts(match["path"])), 0
            for length in range(len(table) + 1, len(key) + 1):
                yield key[:length], number
        quote = _opens_long_text(line)
        bare = TEXT.sub("", line)
        depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _parts(dotted: str) -> tuple[str, ...]:
    """The first of them: a file with more in one name is refused as a whole (`resources.toml`)."""
    return tuple(part[0].strip("\"'") for part in islice(PART.finditer(dotted), MOST_NESTING + 1))


def _opens_long_text(line: str) -> str | None:
    for quote in ('"""', "'''"):
        if line.count(quote) == 1:
            return quote
    return None
