"""Vietnamese without its tone marks; and how the names of things are said and typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from resources.toml import toml_of

WORD = re.compile(r"\w+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of *text* in lower case, NFC, tone marks kept."""
    return tuple(WORD.findall(normalize("NFC", text).lower()))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """*word* without tone marks, đ as d."""
    return folded_once(word)


def folded_once(word: str) -> str:
    """The same of a word that somebody asks: it is not remembered."""
    bare = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D")


@cache
def spoken_forms() -> tuple[tuple[str, str], ...]:
    """How names are said and typed, and how the guides write them: “vi nê ai đi” → “vneid”."""
    table: dict[str, list[str]] = _synonyms()["spoken"]
    return tuple((spoken, written) for written, forms in table.items() for spoken in forms)


@cache
def plain_words() -> Mapping[str, frozenset[str]]:
    read = _synonyms()
    return {name: frozenset(read[name]) for name in ("stop_words", "subjects")}


def _synonyms() -> dict[str, Any]:
    return toml_of(Path(__file__).with_name("synonyms.toml").read_text("utf-8"))
