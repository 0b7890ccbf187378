"""Sentences that a ward lays over the program's own: which of them stand, and which are passed over.

They are read by a program that may be newer or older than the one they were written for. A key that it does
not know is passed over, and so is a sentence with other {values} than its own: nobody would fill them in.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from flows.guide.unparted import unparted
from resources.toml import toml_of


class LaidOver(NamedTuple):
    """What one file says: sentences by dotted key; by the keys that hold none why, ``""`` the whole file."""

    sentences: Mapping[str, str]
    unread: Mapping[str, str] = {}


def read_laid_over(file: Path) -> LaidOver:
    """What can be used of *file*, which need not exist. Never raises for what a person wrote."""
    try:
        tables = toml_of(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return LaidOver({})
    except (OSError, ValueError, RecursionError) as failure:  # also what is no TOML, and no UTF-8
        return LaidOver({}, {"": str(failure)})
    sentences: dict[str, str] = {}
    unread: dict[str, str] = {}
    for table, entries in tables.items():
        for key, text in entries.items() if isinstance(entries, dict) else [("", None)]:
            name = f"{table}.{key}" if key else table
            if isinstance(text, str):
                sentences[name] = unparted(text)
            else:
                unread[name] = "no text"
    return LaidOver(sentences, unread)


def fits(text: str, own: str) -> bool:
    """Whether *text* can stand in place of *own*: it is filled with the same values, and all its {} are."""
    values = values_in(text)
    return values is not None and values == values_in(own)


def values_in(text: str) -> frozenset[tuple[str, str, str]] | None:
    """Name, form and conversion of each {value}; None where the braces cannot be read."""
    try:
        return frozenset(
            (name, form or "", conversion or "")
            for _, name, form, conversion in Formatter().parse(text)
            if name is not None
        )
    except ValueError:
        return None
