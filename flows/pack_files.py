"""The files of one pack as TOML, with every way in which a file can be unreadable named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from flows.problems import Finding, Place

POSITION = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def read_toml(path: Path, notes: list[Finding]) -> dict[str, object] | None:
    """The tables of one file, or None with a note saying what stands in the way. Never raises."""
    place = Place(path.name)
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for
        notes.append(Finding("file-unreadable", place, {"reason": "not a regular file"}))
        return None
    try:
        source = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        notes.append(Finding("file-missing", place))
    except OSError as reason:
        notes.append(Finding("file-unreadable", place, {"reason": reason.strerror or reason}))
    except UnicodeDecodeError as reason:
        line = reason.object.count(b"\n", 0, reason.start) + 1
        notes.append(Finding("file-not-utf8", place, line=line))
    else:
        return _parsed(source.removeprefix("\ufeff"), place, notes)  # Notepad writes a byte-order mark
    return None


def _parsed(source: str, place: Place, notes: list[Finding]) -> dict[str, object] | None:
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as reason:
        position = POSITION.search(str(reason))
        at_line = position and position["line"]
        line = int(at_line) if at_line else len(source.splitlines())
        notes.append(Finding("toml-wrong", place, {"reason": POSITION.sub("", str(reason))}, line))
    except RecursionError:  # a file of thousands of brackets
        notes.append(Finding("toml-wrong", place, {"reason": "nested too deeply"}, 1))
    else:
        if tables:
            return tables
        notes.append(Finding("file-empty", place))
    return None
