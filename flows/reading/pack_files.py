"""The files of one pack as TOML, with every way in which a file can be unreadable named."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from flows.guide.measure import beyond_limits
from flows.guide.problems import Finding, Place
from resources.toml import MOST_BYTES, Beyond, TomlWrong, toml_of, too_much

POSITION = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)
"""A pipe is not waited for; a link is not followed, since it may lead to any file of this machine."""


class NotReadable(OSError):
    """The file is there, but not one that holds words: a link, a pipe, a device, a folder."""


def raw_bytes(path: Path) -> bytes:
    """What stands in a regular file, up to one byte more than a guide may have.

    Raises `NotReadable` for anything else than a regular file, `OSError` where it cannot be opened.
    """
    if path.is_symlink():  # said in our words, and also where the system has no O_NOFOLLOW
        raise NotReadable("a link to another file")
    if path.is_dir():  # Windows denies access to it
        raise NotReadable("a folder")
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise NotReadable("not a regular file")
        return file.read(MOST_BYTES + 1)


def as_it_stands(path: Path) -> str:
    """The text of a file whatever is wrong with it, to look lines up in; empty where none can be read."""
    try:
        return raw_bytes(path)[:MOST_BYTES].decode("utf-8", "replace")
    except (OSError, ValueError):  # that it cannot be read is itself one of the findings
        return ""


def read_toml(path: Path, notes: list[Finding]) -> dict[str, object] | None:
    """The tables of one file, or None with a note saying what stands in the way. Never raises."""
    place = Place(path.name)
    try:
        raw = raw_bytes(path)
        source = raw.decode("utf-8")
    except FileNotFoundError:
        notes.append(Finding("file-missing", place))
    except NotReadable as reason:
        notes.append(Finding("file-unreadable", place, {"reason": reason}))
    except OSError as reason:
        notes.append(Finding("file-unreadable", place, {"reason": reason.strerror or reason}))
    except UnicodeDecodeError as reason:
        if len(reason.object) > MOST_BYTES:
            notes.append(_too_big(place))
        else:
            line = reason.object.count(b"\n", 0, reason.start) + 1
            notes.append(Finding("file-not-utf8", place, line=line))
    else:
        if len(raw) > MOST_BYTES:
            notes.append(_too_big(place))
        else:
            return _parsed(source.removeprefix("\ufeff"), place, notes)  # Notepad writes a byte-order mark
    return None


def _too_big(place: Place) -> Finding:
    return Finding("file-too-big", place, {"limit": MOST_BYTES // 1024})


def _parsed(source: str, place: Place, notes: list[Finding]) -> dict[str, object] | None:
    if beyond := too_much(source):
        notes.append(_beyond(beyond, place))
        return None
    try:
        tables = toml_of(source)
    except TomlWrong as reason:
        position = POSITION.search(str(reason))
        at_line = position and position["line"]
        line = int(at_line) if at_line else len(source.splitlines())
        notes.append(Finding("toml-wrong", place, {"reason": POSITION.sub("", str(reason))}, line))
        return None
    if beyond_what := beyond_limits(tables, place):
        notes += beyond_what
        return None
    if tables:
        return tables
    notes.append(Finding("file-empty", place))
    return None


def _beyond(what: Beyond, place: Place) -> Finding:
    if what.what == "too-deep":
        return Finding("toml-too-deep", place, {"limit": what.limit}, what.line)
    fields = {"part": what.part, "length": what.length, "limit": what.limit}
    return Finding(what.what, place, fields, what.line)
