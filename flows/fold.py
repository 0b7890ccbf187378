"""Vietnamese without its tone marks; and how the names of things are said and typed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

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
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)["spoken"]
    return tuple((spoken, written) for written, forms in table.items() for spoken in forms)


@cache
def plain_words() -> Mapping[str, frozenset[str]]:
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        read = tomllib.load(file)
    return {name: frozenset(read[name]) for name in ("stop_words", "subjects")}
