"""Slips of the finger: a letter missing, doubled, swapped or the neighbour's, mended by the words around it.

Every word of the guides that is one edit away is a reading; how often it stands beside its neighbours in the
guides says how likely it is. No reading is chosen: each goes on with its share. A blank that is missing
between two words of the guides is put back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from flows.search.terms import Word
from flows.search.terms import word as word_of

Readings = Sequence[tuple[str, float]]
"""Plain words and the share of each; the shares are 1 together."""

MOST_READINGS = 10
SHORTEST, SHORTEST_STRANGE = 4, 3
"""Letters of a word that is looked for: shorter ones have too many neighbours; one less where no word of the
guides was typed."""
SHORTEST_PART, MORE_BESIDE = 2, 100
"""Letters of each of two words without a blank between, and what it is worth that they stand side by side."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, key in enumerate(row)
}
AS_TYPED = {"known": 1.0, "other marks": 0.3, "unknown": 0.02}
MENDED = {"known": 0.002, "other marks": 0.03, "unknown": 0.3}
BESIDE = 0.6  # of a word's likeliness that its neighbour decides


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of the guides: how often they stand there, and beside which."""

    counts: Mapping[str, int]
    pairs: Mapping[tuple[str, str], int]
    marked: frozenset[str]
    near: Mapping[str, tuple[str, ...]]
    total: int

    def readings(self, words: Sequence[Word]) -> list[Readings]:
        """For each of *words* what it may be meant to be, the likeliest first."""
        columns: list[Readings] = [self._candidates(word) for word in words]
        if all(len(column) == 1 for column in columns):
            return columns
        ahead = self._passed(columns)
        back = self._passed(columns[::-1], turned=True)[::-1]
        read: list[Readings] = []
        for column, before, after in zip(columns, ahead, back, strict=True):
            # Both passes hold the word's own likeliness, so that it is taken out once.
            shares = [
                b * a / own if own else 0.0 for (_, own), b, a in zip(column, before, after, strict=True)
            ]
            whole = sum(shares) or 1.0
            kept = [(word, share / whole) for (word, _), share in zip(column, shares, strict=True)]
            read.append(sorted((one for one in kept if one[1] > 0.04), key=lambda one: (-one[1], one[0])))
        return read

    def parted(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """*words*, and two for one that is no word and like none: “cấpcứu” is *cấp cứu*."""
        return tuple(part for one in words for part in self._parts(one))

    def _parts(self, one: Word) -> tuple[Word, ...]:
        if one.plain in self.counts or len(one.typed) < 2 * SHORTEST_PART or one.plain.isdigit():
            return (one,)
        often = 0
        best: tuple[Word, ...] = (one,)
        for at in range(SHORTEST_PART, len(one.typed) - SHORTEST_PART + 1):
            parts = word_of(one.typed[:at]), word_of(one.typed[at:])
            if all((part.marked or part.plain) in self.marked for part in parts):
                first, second = (part.plain for part in parts)
                beside = self.pairs.get((first, second), 0)
                share = min(self.counts[first], self.counts[second]) + MORE_BESIDE * beside
                if share > often and (beside or not self._near(one.plain, SHORTEST_STRANGE)):
                    best, often = parts, share
        return best

    def without_strange_marks(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """*words* without the marks that no word here has: they are slips, and say nothing."""
        return tuple(word if word.marked in self.marked else replace(word, marked="") for word in words)

    def _candidates(self, word: Word) -> list[tuple[str, float]]:
        if word.marked and word.marked not in self.marked:
            kind = "other marks" if word.plain in self.counts else "unknown"
        else:
            kind = "known" if word.plain in self.counts else "unknown"
        candidates = [(word.plain, AS_TYPED[kind])]
        shortest = SHORTEST if kind == "known" else SHORTEST_STRANGE
        if len(word.plain) >= shortest - 1 and not word.plain.isdigit():
            near = self._near(word.plain, shortest)
            likely = {other: MENDED[kind] * likeliness(word.plain, other) for other in near}
            best = sorted(near, key=lambda other: (-self.counts[other] * likely[other], other))
            candidates += [(other, likely[other]) for other in best[:MOST_READINGS]]
        return candidates

    def _near(self, plain: str, shortest: int) -> set[str]:
        beside = {other for key in _shortened(plain) for other in self.near.get(key, ())}
        return {other for other in beside - {plain} if len(other) >= shortest and is_one_slip(plain, other)}

    def _passed(self, columns: Sequence[Readings], turned: bool = False) -> list[list[float]]:
        """How likely each reading is after all before it; each column's shares are 1 together."""
        passed: list[list[float]] = []
        for place, column in enumerate(columns):
            likely = []
            for word, own in column:
                if not place:
                    come = self._often(word)
                else:
                    come = sum(
                        share * self._beside(*((word, other) if turned else (other, word)), turned)
                        for (other, _), share in zip(columns[place - 1], passed[-1], strict=True)
                    )
                likely.append(own * come)
            whole = sum(likely) or 1.0
            passed.append([one / whole for one in likely])
        return passed

    def _often(self, word: str) -> float:
        return (self.counts.get(word, 0) + 0.1) / self.total

    def _beside(self, first: str, second: str, turned: bool) -> float:
        given, asked = (second, first) if turned else (first, second)
        pair = self.pairs.get((first, second), 0)
        return BESIDE * (pair / self.counts[given] if pair else 0.0) + (1 - BESIDE) * self._often(asked)


def spelling_of(phrases: Iterable[Sequence[Word]]) -> Spelling:
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    marked: set[str] = set()
    for phrase in phrases:
        counts.update(word.plain for word in phrase)
        pairs.update((first.plain, second.plain) for first, second in pairwise(phrase))
        marked.update(word.marked or word.plain for word in phrase)
    near: dict[str, list[str]] = defaultdict(list)
    for word in counts:
        if len(word) >= SHORTEST_STRANGE:
            for key in _shortened(word):
                near[key].append(word)
    kept = {key: tuple(words) for key, words in near.items()}
    return Spelling(counts, pairs, frozenset(marked), kept, sum(counts.values()) or 1)


def _shortened(word: str) -> set[str]:
    """*word*, and *word* without one of its letters: whatever is one slip apart shares one of them."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def likeliness(typed: str, meant: str) -> float:
    """How likely this slip is: no Vietnamese word doubles a letter, and a far key is seldom hit."""
    place = next((at for at, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), -1)
    place = min(len(typed), len(meant)) if place < 0 else place
    if len(typed) > len(meant):
        return 4.0 if place and typed[place - 1] == typed[place] else 0.3
    if len(typed) < len(meant):
        return 1.0
    if typed[place:] != meant[place:] and typed[place + 1 :] != meant[place + 1 :]:
        return 2.0  # two letters swapped
    return 1.0 if meant[place] in _BESIDE.get(typed[place], "") else 0.3


def is_one_slip(first: str, second: str) -> bool:
    """Whether one letter more, less or other, or two swapped, makes one the other."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    one, two = first[start:], second[start:]
    return (
        one[1:] == two[1:]
        or one[1:] == two
        or one == two[1:]
        or (one[1::-1] + one[2:] == two and len(one) > 1)
    )
