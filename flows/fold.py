"""Vietnamese as people type it: without tone marks, with Telex keys left over, as it sounds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import combining, normalize

WORD = re.compile(r"\w+")
TELEX_PAIRS = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("w", ""))
TELEX_TONE = re.compile(r"[sfrxj]$")


def words_of(text: str) -> tuple[str, ...]:
    """The words of *text* in lower case, NFC, tone marks kept."""
    return tuple(WORD.findall(normalize("NFC", text).lower()))


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """*word* without tone marks, đ as d."""
    bare = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    return bare.replace("đ", "d").replace("Đ", "D")


def without_telex(word: str) -> str:
    """A folded word as if its Telex keys had worked: ``ddinhj`` → ``dinh``, ``muwcs`` → ``muc``."""
    for keys, letter in TELEX_PAIRS:
        word = word.replace(keys, letter)
    return TELEX_TONE.sub("", word)


def as_written(text: str) -> str:
    """*text* with spoken names and common misspellings written as the guides write them.

    “vi nê ai đi” → “vneid”. The table is `synonyms.toml`, folded spelling → our spelling.
    """
    plain = " ".join(words_of(text))
    bare = folded(plain)
    for spoken, written in synonyms():
        # Folding keeps the length of every NFC letter, so that positions in both strings agree.
        for match in reversed(list(re.finditer(rf"\b{re.escape(spoken)}\b", bare))):
            plain = plain[: match.start()] + written + plain[match.end() :]
            bare = bare[: match.start()] + folded(written) + bare[match.end() :]
    return plain


@cache
def synonyms() -> tuple[tuple[str, str], ...]:
    """The longest spoken form first, so that a long name wins over its parts."""
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        table: dict[str, list[str]] = tomllib.load(file)["spoken"]
    pairs = [(folded(spoken), written) for written, forms in table.items() for spoken in forms]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def is_stop_word(word: str) -> bool:
    """Whether *word* carries no subject, as particles and pronouns do: “cái” is one, “cài” is not."""
    words = _plain_words()
    return folded(word) in words["stop_words"] and word not in words["subjects"]


@cache
def _plain_words() -> Mapping[str, frozenset[str]]:
    with Path(__file__).with_name("synonyms.toml").open("rb") as file:
        read = tomllib.load(file)
    return {name: frozenset(read[name]) for name in ("stop_words", "subjects")}
