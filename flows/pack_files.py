"""The files of one pack as TOML, with every way in which a file can be unreadable named.

What would be too deep or too long for the parser is found before it, in time proportional to the file: that
look is no parser, and only knows where texts and comments end.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from pathlib import Path

from flows.limits import MOST_BYTES, MOST_DIGITS, MOST_IN_A_NAME, MOST_NESTING
from flows.measure import beyond_limits
from flows.problems import Finding, Place

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
    if beyond := too_much(source, place):
        notes.append(beyond)
        return None
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as reason:
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


_TEXT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z)'
    r"|'''(?:[^']|'(?!''))*+(?:'''|\Z)"
    r'|"(?:[^"\\\n]|\\[^\n])*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+",
    re.DOTALL,
)
"""Texts and comments. None of these can fail once begun: the search never goes over a place twice."""

_LONG = re.compile(rf"[0-9A-Za-z_+-]{{{MOST_DIGITS + 1},}}+")
_NUMBER = re.compile(r"[+-]?(?:0[xob])?[0-9_]+|0x[0-9A-Fa-f_]+")
_SIGN = re.compile(r"[\[\]{}.=,\n]")


def too_much(source: str, place: Place) -> Finding | None:
    """The first thing in *source* that is nested too deeply or written too long, None where nothing is."""
    finding = _first(_TEXT.sub('"', source), place)
    if finding is None:
        return None
    return _first(_TEXT.sub(lambda text: '"' + "\n" * text[0].count("\n"), source), place)  # with its line


def _first(bare: str, place: Place) -> Finding | None:
    for word in _LONG.finditer(bare):
        code = "number-too-long" if _NUMBER.fullmatch(word[0]) else "name-too-long"
        if code == "number-too-long" or len(word[0]) > MOST_IN_A_NAME:
            limit = MOST_DIGITS if code == "number-too-long" else MOST_IN_A_NAME
            fields = {"part": word[0][:20], "length": len(word[0]), "limit": limit}
            return Finding(code, place, fields, _line(bare, word.start()))
    depth = dots = 0
    for sign in _SIGN.finditer(bare):
        match sign[0]:
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= depth > 0
            case ".":
                dots += 1
            case _:
                dots = 0
        if depth + dots > MOST_NESTING:
            return Finding("toml-too-deep", place, {"limit": MOST_NESTING}, _line(bare, sign.start()))
    return None


def _line(source: str, position: int) -> int:
    return source.count("\n", 0, position) + 1
