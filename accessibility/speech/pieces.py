"""A text cut into what one voice says in one breath: sentences, and words of another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.speech.utterance import SpokenLanguage
from accessibility.speech.vietnamese_letters import is_syllable

# Long texts are rendered piece by piece, so that the first sound never waits for the last sentence.
_LONGEST = 400
_SENTENCE_END = re.compile(r"[.!?…]+[”»\"')]*\s+|\n+")
_SOFT_END = re.compile(r"[,;:]\s+|\s+")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»")
_OWN_NAMES: dict[str, SpokenLanguage] = {"English": "en", "Français": "fr"}  # Vietnamese is told by its marks
_OWN_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(_OWN_NAMES)})(?!\w)")
_FRENCH_MARKS = frozenset("àâçéèêëîïôùûüÿœæ")


@dataclass(frozen=True, slots=True)
class Piece:
    """``text`` begins at code point ``start`` of the whole text."""

    text: str
    start: int
    language: SpokenLanguage


def pieces(text: str, language: SpokenLanguage) -> Iterator[Piece]:
    """Every letter of *text* exactly once, in order; pieces without any letter or digit are left out."""
    for sentence in _sentences(Piece(text, 0, language)):
        for part in _by_own_name(sentence):
            runs = [part] if part.language == "vi" else _by_language(part)
            yield from (run for run in runs if any(letter.isalnum() for letter in run.text))


def _sentences(whole: Piece) -> Iterator[Piece]:
    start = 0
    while len(whole.text) - start > _LONGEST:
        window = whole.text[start : start + _LONGEST]
        ends = list(_SENTENCE_END.finditer(window)) or list(_SOFT_END.finditer(window))
        end = start + (ends[-1].end() if ends else _LONGEST)
        yield Piece(whole.text[start:end], whole.start + start, whole.language)
        start = end
    yield Piece(whole.text[start:], whole.start + start, whole.language)


def _by_own_name(sentence: Piece) -> Iterator[Piece]:
    """A language's name for itself is said by its own voice: whoever looks for it must know it by ear."""
    place = 0
    for match in _OWN_NAME.finditer(sentence.text):
        yield Piece(sentence.text[place : match.start()], sentence.start + place, sentence.language)
        yield Piece(match[0], sentence.start + match.start(), _OWN_NAMES[match[0]])
        place = match.end()
    yield Piece(sentence.text[place:], sentence.start + place, sentence.language)


def _by_language(sentence: Piece) -> Iterator[Piece]:
    place = 0
    for start, end in _vietnamese_runs(sentence):
        if place < start:
            yield Piece(sentence.text[place:start], sentence.start + place, sentence.language)
        yield Piece(sentence.text[start:end], sentence.start + start, "vi")
        place = end
    if place < len(sentence.text):
        yield Piece(sentence.text[place:], sentence.start + place, sentence.language)


def _vietnamese_runs(sentence: Piece) -> list[tuple[int, int]]:
    """Quoted labels that hold a Vietnamese letter, and names such as Hoàn Kiếm, Hà Nội."""
    runs = [match.span() for match in _QUOTED.finditer(sentence.text) if _is_vietnamese(match[0], sentence)]
    inside = [False] * (len(sentence.text) + 1)
    for start, end in runs:
        inside[start:end] = [True] * (end - start)
    names: list[tuple[int, int]] = []
    before: re.Match[str] | None = None
    for word in _WORD.finditer(sentence.text):
        start, end = word.span()
        if inside[start]:
            continue
        follows = bool(names) and not sentence.text[names[-1][1] : start].strip()
        if _is_vietnamese(word[0], sentence) and is_syllable(unicodedata.normalize("NFC", word[0])):
            if not follows and before is not None and _belongs(before, sentence.text[before.end() : start]):
                start = before.start()  # Hà is also a French spelling; Nội after it tells
            names.append((names.pop()[0] if follows else start, end))
        elif follows and word[0][0].isupper() and is_syllable(word[0]):
            names.append((names.pop()[0], end))
        before = word
    return sorted(runs + names)


def _belongs(before: re.Match[str], between: str) -> bool:
    word = before[0]
    return between.isspace() and word[0].isupper() and not word.isascii() and is_syllable(word)


def _is_vietnamese(text: str, sentence: Piece) -> bool:
    own = _FRENCH_MARKS if sentence.language == "fr" else frozenset("éï")
    letters = unicodedata.normalize("NFC", text.lower())
    return any(letter.isalpha() and not letter.isascii() and letter not in own for letter in letters)
