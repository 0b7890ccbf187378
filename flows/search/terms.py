"""What is compared of a phrase: words, neighbours, and pieces of words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from unicodedata import category, normalize

from flows.guide.fold import folded_once, plain_words, spoken_forms
from flows.guide.telex import TONES, canonical, undone

MOST_LETTERS = 400
"""Of a question: who asks says it in thirty words; what follows is not read."""
MOST_WORDS = 60
LONGEST_WORD = 24
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared: `plain` without marks; `marked` as `canonical`, "" where none were typed."""

    plain: str
    marked: str
    typed: str


def words_of(text: str, read: Callable[[str], Word] | None = None) -> tuple[Word, ...]:
    """The words of *text*, with spoken names and slips of Telex as the guides write them.

    *read*: `word` with a memory, for many texts of our own; of what somebody asks nothing is remembered.
    """
    read = read or word
    seen = "".join(
        letter for letter in text[:MOST_LETTERS] if category(letter) != "Cf"
    )  # bidi marks, zero-width blanks
    typed = _WORD.findall(normalize("NFC", normalize("NFKC", seen).lower()))[:MOST_WORDS]
    return tuple(as_guides_write([read(piece[:LONGEST_WORD]) for piece in typed]))


def word(typed: str) -> Word:
    """One word, small letters, as it is compared."""
    meant = undone(typed)
    marked = meant or canonical(typed)
    plain = folded_once(meant.rstrip(TONES) if meant else typed)
    return Word(plain, marked if marked != plain else "", typed)


def as_guides_write(words: Sequence[Word]) -> Iterator[Word]:
    """Spoken names and dialect in the guides' spelling, the longest first: “vi nê ai đi” → “vneid”."""
    forms, longest = _spoken_forms()
    typed, place = [folded_once(other.typed) for other in words], 0
    while place < len(words):
        most = max(longest.get(typed[place], 0), longest.get(words[place].plain, 0))
        for length in range(min(most, len(words) - place), 0, -1):
            window = words[place : place + length]
            spellings = (" ".join(typed[place : place + length]), " ".join(other.plain for other in window))
            forms_here = (pair for spelling in spellings for pair in forms.get(spelling, ()))
            written = next((its for form, its in forms_here if _may_be(window, form)), None)
            if written:
                with_marks = any(other.marked for other in window)
                yield from (
                    other if with_marks else replace(other, marked="", typed=other.plain) for other in written
                )
                place += length
                break
        else:
            yield words[place]
            place += 1


def _may_be(typed: Sequence[Word], form: Sequence[Word]) -> bool:
    """Whether no mark that was typed is another than that of the form: “mất mã” is not “mật mã”.

    A form of one word must have its marks: without them “muon” is more often *muốn* than *mướn*.
    """
    if len(form) == 1:
        return typed[0].marked == form[0].marked
    return all(
        not one.marked or not other.marked or one.marked == other.marked
        for one, other in zip(typed, form, strict=True)
    )


@cache
def _spoken_forms() -> tuple[
    Mapping[str, Sequence[tuple[Sequence[Word], Sequence[Word]]]], Mapping[str, int]
]:
    """Spoken forms by how they look without marks; by a first word, the words of the longest."""
    forms: dict[str, list[tuple[Sequence[Word], Sequence[Word]]]] = defaultdict(list)
    longest: dict[str, int] = defaultdict(int)
    for spoken, written in spoken_forms():
        form = [word(part) for part in spoken.split()]
        unmarked = folded_once(spoken)
        forms[unmarked].append((form, [word(part) for part in written.split()]))
        first, many = unmarked.split(" ")[0], unmarked.count(" ") + 1
        longest[first] = max(longest[first], many)
    return forms, longest


def is_stop(word: Word) -> bool:
    """Whether *word* carries no subject: “cái” does not, “cài” does."""
    return word.plain in plain_words()["stop_words"] and word.marked not in _subjects()


@cache
def _subjects() -> frozenset[str]:
    return frozenset(canonical(word) for word in plain_words()["subjects"])


def pieces(plain: str) -> Iterator[str]:
    """Three letters at a time, with the ends of the word."""
    framed = f"<{plain}>"
    for place in range(len(framed) - 2):
        yield "~" + framed[place : place + 3]


def terms_of_word(word: Word) -> tuple[tuple[str, float], ...]:
    """What one word says wherever it stands: itself, its pieces, itself with its marks."""
    weight = 0.25 if is_stop(word) else 1.0
    said = [(word.plain, weight), *((piece, 0.35 * weight) for piece in pieces(word.plain))]
    if word.marked:
        said.append(("=" + word.marked, 0.6 * weight))
    return tuple(said)


def terms_of(
    words: Sequence[Word], said: Callable[[Word], Sequence[tuple[str, float]]] = terms_of_word
) -> dict[str, float]:
    """Every term of a phrase and how much it says there, without its rarity. *said*: with a memory."""
    terms: dict[str, float] = {}
    for word in words:
        for term, one in said(word):
            terms[term] = max(terms.get(term, 0.0), one)
    for first, second in pairwise(words):
        terms[f"{first.plain} {second.plain}"] = 1.0
    return terms
