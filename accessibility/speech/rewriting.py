"""Rewriting text for the ear while remembering which written letters each spoken letter came from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``[start, end)`` of the text as it is written."""

    start: int
    end: int


class Guess(str):
    """What a rule says without being sure, such as letters one by one of a word that stands in no list."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said. ``spans[i]`` is where the spoken code point ``text[i]`` is written.

    `guesses` is where something is written of which the reading is a `Guess`.
    """

    text: str
    spans: tuple[Span, ...]
    guesses: tuple[Span, ...] = ()

    def written(self, start: int, end: int) -> Span:
        """The written letters behind the spoken ``text[start:end]``; *start* must be inside the text."""
        covered = self.spans[start : max(end, start + 1)]
        return Span(min(span.start for span in covered), max(span.end for span in covered))


@dataclass(frozen=True, slots=True)
class Rule:
    """Says ``match.group(group)`` as *say*, or ``say(match)``; None leaves it to the next rules."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], str | None] | str
    group: int | str = 0


class _Claim(NamedTuple):
    start: int
    end: int
    spoken: str


def composed(text: str) -> Spoken:
    """*text* in NFC, with spans into *text*. espeak reads decomposed Vietnamese as garbage.

    A hyphen that no line may end at is a hyphen to the ear.
    """
    letters: list[str] = []
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in unicodedata.normalize("NFC", text[start:end]).replace("\u2011", "-"):
            letters.append(letter)
            spans.append(Span(start, end))
        start = end
    return Spoken("".join(letters), tuple(spans))


def rewrite(text: str, rules: Sequence[Rule], symbols: Mapping[str, str]) -> Spoken:
    """Apply *rules*, the first to claim a letter winning; other signs are read as *symbols* says."""
    source = composed(text)
    claims = sorted(_claims(source.text, rules))
    letters: list[str] = []
    spans: list[Span] = []

    def put(spoken: str, span: Span) -> None:
        if spoken and letters and letters[-1].isalnum() and spoken[0].isalnum():
            spoken = " " + spoken
        letters.extend(spoken)
        spans.extend([span] * len(spoken))

    place = 0
    for claim in claims:
        _copy(source, place, claim.start, symbols, letters, spans)
        put(claim.spoken, source.written(claim.start, claim.end))
        if claim.spoken and claim.end < len(source.text) and source.text[claim.end].isalnum():
            put(" ", source.written(claim.start, claim.end))
        place = claim.end
    _copy(source, place, len(source.text), symbols, letters, spans)
    guesses = [source.written(claim.start, claim.end) for claim in claims if isinstance(claim.spoken, Guess)]
    return _tidied(letters, spans, tuple(guesses))


def _claims(text: str, rules: Iterable[Rule]) -> list[_Claim]:
    taken = bytearray(len(text))
    claims: list[_Claim] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            start, end = match.span(rule.group)
            if start < end and not any(taken[start:end]):
                spoken = rule.say if isinstance(rule.say, str) else rule.say(match)
                if spoken is not None:
                    taken[start:end] = b"\1" * (end - start)
                    claims.append(_Claim(start, end, spoken))
    return claims


def _copy(
    source: Spoken, start: int, end: int, symbols: Mapping[str, str], letters: list[str], spans: list[Span]
) -> None:
    for place in range(start, end):
        letter = source.text[place]
        spoken = symbols.get(letter, letter if letter.isalnum() or letter.isspace() else " ")
        letters.extend(spoken)
        spans.extend([source.spans[place]] * len(spoken))


def _tidied(letters: list[str], spans: list[Span], guesses: tuple[Span, ...]) -> Spoken:
    """One blank between words, none before a pause, no pause at the beginning, no pause twice."""
    text: list[str] = []
    kept: list[Span] = []
    for letter, span in zip(letters, spans, strict=True):
        blank = letter.isspace()
        pause = letter in _PAUSES
        if (blank or pause) and not text:
            continue
        if blank and text[-1] == " ":
            continue
        if pause:
            while text and text[-1] == " ":
                text.pop()
                kept.pop()
            if text and text[-1] in _PAUSES:
                text[-1] = max(text[-1], letter, key=_PAUSES.index)
                continue
        elif not blank and text and text[-1] in _PAUSES:
            text.append(" ")
            kept.append(span)
        text.append(" " if blank else letter)
        kept.append(span)
    while text and text[-1] == " ":
        text.pop()
        kept.pop()
    return Spoken("".join(text), tuple(kept), guesses)


_PAUSES = ",;:.!?"  # the later one is the longer pause and wins
