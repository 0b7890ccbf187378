"""Signs: a few words that say by themselves what a question is about, wherever they stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from flows.search.slips import Readings
from flows.search.terms import Word, words_of

GAP = 3
"""The most words that a “…” in a sign stands for."""
LIKELY = 0.3
"""The share of a reading that counts for a sign."""

Slot: TypeAlias = tuple[Word, ...]
"""One place of a sign: “vừa/mới” is this word or that."""


@dataclass(frozen=True, slots=True)
class Sign:
    """`parts` in their order, with up to `GAP` words between two of them."""

    label: str
    parts: tuple[tuple[Slot, ...], ...]
    size: int
    whole: bool = False  # only where nothing else is typed
    alone: bool = False  # no other guide stands beside


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs by their first word without marks."""

    by_first: Mapping[str, tuple[Sign, ...]]

    def find(self, words: Sequence[Word], readings: Sequence[Readings], exact: bool = False) -> list[Sign]:
        """All signs in a question, in the order of its words. A mark that was typed must be the sign's.

        A word without marks may be meant with any; *exact*: only where the whole question has none.
        """
        exact = exact and any(word.marked for word in words)
        columns = [_column(word, reading, exact) for word, reading in zip(words, readings, strict=True)]
        return [
            sign
            for place, column in enumerate(columns)
            for plain in column
            for sign in self.by_first.get(plain, ())
            if not sign.whole or (place == 0 and sign.size == len(columns))
            if _stand(sign.parts, columns, place)
        ]


NO_SIGNS = Signs({})


def signs_of(texts: Mapping[str, Iterable[str]]) -> Signs:
    """*texts*: label → lines as in `resources/asking`, “…” for a few words, “vừa/mới” for either, a “!”
    behind what is a sign only by itself, a “.” behind what no other guide stands beside.
    """
    by_first: dict[str, list[Sign]] = defaultdict(list)
    for label, lines in texts.items():
        for line in lines:
            parts = tuple(slots for part in line.split("…") if (slots := _slots(part)))
            if parts:
                sign = Sign(label, parts, sum(map(len, parts)), line.endswith("!"), line.endswith("."))
                for plain in sorted({word.plain for word in parts[0][0]}):
                    by_first[plain].append(sign)
    return Signs({first: tuple(signs) for first, signs in by_first.items()})


def _slots(part: str) -> tuple[Slot, ...]:
    if "/" not in part:
        return tuple((word,) for word in words_of(part))
    slots: list[Slot] = []
    for choice in part.split():
        if "/" in choice:
            slots.append(tuple(words[-1] for one in choice.split("/") if (words := words_of(one))))
        else:
            slots += ((word,) for word in words_of(choice))
    return tuple(slot for slot in slots if slot)


def _column(word: Word, reading: Readings, exact: bool) -> dict[str, str]:
    """Plain words that may stand here → the marks that were typed with it, "" for any."""
    own = word.marked or (word.plain if exact else "")
    least = max(LIKELY, dict(reading).get(word.plain, 0.0))
    return {**{plain: "" for plain, share in reading if share >= least}, word.plain: own}


def _stand(parts: tuple[tuple[Slot, ...], ...], columns: Sequence[Mapping[str, str]], place: int) -> bool:
    """Whether all *parts* stand there, the first of them at *place*."""
    end = place + len(parts[0])
    if end > len(columns):
        return False
    if not all(any(_is(columns[place + at], word) for word in slot) for at, slot in enumerate(parts[0])):
        return False
    return len(parts) == 1 or any(_stand(parts[1:], columns, end + gap) for gap in range(GAP + 1))


def _is(column: Mapping[str, str], word: Word) -> bool:
    marks = column.get(word.plain)
    return marks is not None and (not marks or marks == (word.marked or word.plain))
