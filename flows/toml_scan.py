"""A look over a TOML file before it is parsed: what would be too deep or too long for the parser.

In time proportional to the file. It is no parser: it only knows where texts and comments end.
"""

from __future__ import annotations

import re

from flows.limits import MOST_DIGITS, MOST_IN_A_NAME, MOST_NESTING
from flows.problems import Finding, Place

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
