"""The one door by which TOML comes in, whoever wrote it: what is too large, too deep or too long for the
parser is refused before the parser sees it, in time proportional to the text.

One key of 40,000 dots, 80 KB of text, takes `tomllib` six gigabytes.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Literal, NamedTuple, TypeAlias

MOST_BYTES = 256 * 1024
"""Of one file. The largest that ships has 49 KB."""

MOST_NESTING = 12
"""Tables within tables, lists and conditions within one another, counted along one line: five are used.
The readers call themselves once a level, and Python allows some thousand levels in all."""

MOST_IN_A_NAME = 64
"""Letters of one bare word (a key, a date): ids have 48 at most. Comparing names takes their product."""

MOST_DIGITS = 18
"""Of a number outside quotation marks: a version has one or two. Python refuses to write out 4,300."""

TomlWrong: TypeAlias = tomllib.TOMLDecodeError
"""It says ``(at line 3, column 1)`` where it can."""

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


class Beyond(NamedTuple):
    """What of a text goes beyond the bounds, on which line (from 1). `part` and `length`: of a word."""

    what: Literal["too-deep", "name-too-long", "number-too-long"]
    line: int
    limit: int
    part: str = ""
    length: int = 0


def toml_of(text: str) -> dict[str, Any]:
    """Its tables. Raises `TomlWrong`, and nothing else."""
    if len(text) > MOST_BYTES:
        raise TomlWrong(f"more than {MOST_BYTES // 1024} KB (at line 1, column 1)")
    if beyond := too_much(text):
        raise TomlWrong(f"{beyond.what}, more than {beyond.limit} (at line {beyond.line}, column 1)")
    try:
        return tomllib.loads(text)
    except TomlWrong:
        raise
    except (ValueError, RecursionError) as fault:  # of what stands in texts nobody has counted the signs
        raise TomlWrong(str(fault)) from fault


def too_much(text: str) -> Beyond | None:
    """The first thing in *text* that is nested too deeply or written too long, None where nothing is.

    This look is no parser, and only knows where texts and comments end.
    """
    if _first(_TEXT.sub('"', text)) is None:
        return None
    return _first(_TEXT.sub(lambda one: '"' + "\n" * one[0].count("\n"), text))  # with its line


def _first(bare: str) -> Beyond | None:
    for word in _LONG.finditer(bare):
        length, part, line = len(word[0]), word[0][:20], _line(bare, word.start())
        if _NUMBER.fullmatch(word[0]):
            return Beyond("number-too-long", line, MOST_DIGITS, part, length)
        if length > MOST_IN_A_NAME:
            return Beyond("name-too-long", line, MOST_IN_A_NAME, part, length)
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
            return Beyond("too-deep", _line(bare, sign.start()), MOST_NESTING)
    return None


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
