"""The sheets' own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from flows.guide.unparted import unparted
from flows.guide.words import Language, Words
from resources.toml import toml_of

Say: TypeAlias = Callable[..., str]
"""``say("sheet.needs")``: a text in the sheet's language, its {braces} filled."""


def sayer(language: Language) -> Say:
    """Raises `KeyError` for a key that is not in words.toml."""
    texts = _texts()
    return lambda key, **values: unparted(texts[key].in_(language).format(**values))


@cache
def _texts() -> Mapping[str, Words]:
    raw = toml_of((files("kiosk.print.sheets") / "words.toml").read_text("utf-8"))
    return {
        f"{table}.{key}": Words(one["vi"], one["en"], one["fr"])
        for table, entries in raw.items()
        for key, one in entries.items()
    }
