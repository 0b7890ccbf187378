"""On which line of a TOML file a key stands: `tomllib` does not say, and an officer needs to know.

Only read when something is wrong, so it may be slow; it is not a parser and relies on a file that parsed.
"""

from __future__ import annotations

import re

HEADER = re.compile(r"^\s*\[\[?\s*(?P<path>[^\]]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"^\s*(?P<path>(?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')


def line_of(source: str, path: tuple[str, ...]) -> int | None:
    """The line (from 1) of *path*, else of the nearest table that would hold it; None for an empty path."""
    known = key_lines(source)
    while path:
        if path in known:
            return known[path]
        path = path[:-1]
    return None


def key_lines(source: str) -> dict[tuple[str, ...], int]:
    """Every key, table and array item of *source* with its line; a key met twice keeps the first."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    depth = item = 0
    quote: str | None = None
    for number, line in enumerate(source.splitlines(), start=1):
        if quote is not None:
            quote = None if quote in line else quote
            continue
        if depth:
            if depth == 1 and line.strip().startswith(("{", '"', "'")):
                found.setdefault((*key, str(item)), number)
                item += 1
        elif header := HEADER.match(line):
            table = _parts(header["path"])
            for length in range(1, len(table) + 1):
                found.setdefault(table[:length], number)
            continue
        elif match := KEY.match(line):
            key, item = (*table, *_parts(match["path"])), 0
            for length in range(len(table) + 1, len(key) + 1):
                found.setdefault(key[:length], number)
        quote = _opens_long_text(line)
        bare = TEXT.sub("", line)
        depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in PART.findall(dotted))


def _opens_long_text(line: str) -> str | None:
    for quote in ('"""', "'''"):
        if line.count(quote) == 1:
            return quote
    return None
