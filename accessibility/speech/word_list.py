"""The lists in ``words/*.toml``: how one language says what its spelling rules cannot read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from accessibility.speech.utterance import SpokenLanguage


@dataclass(frozen=True, slots=True)
class WordList:
    """Written form → spoken form. Keys in small letters match any case, others only as written."""

    words: Mapping[str, str]
    shortened: Mapping[str, str]
    units: Mapping[str, str]
    address: Mapping[str, str]

    def word(self, written: str) -> str | None:
        key = " ".join(written.split())
        return self.words.get(key) or self.words.get(key.lower())


@cache
def word_list(language: SpokenLanguage) -> WordList:
    """Read once per process. Raises `tomllib.TOMLDecodeError` when a ward's edit broke the file."""
    text = files("accessibility.speech").joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    return WordList(
        tables.get("words", {}),
        tables.get("shortened", {}),
        tables.get("units", {}),
        tables.get("address", {}),
    )


def any_of(keys: Mapping[str, str]) -> str:
    """An alternation of *keys*, the longest first; a blank matches any run of blanks."""
    ordered = sorted(keys, key=len, reverse=True)
    return "|".join(r"\s+".join(re.escape(part) for part in key.split(" ")) for key in ordered)
