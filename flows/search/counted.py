"""How much likelier each word and each pair of words is in what one label is asked for than in all else.

Counts alone (naive Bayes): what a ward writes counts at once, and nothing need be learnt beforehand. Beside
the likest phrases it says what a guide is about as a whole, in words that never stood in one phrase.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.search.phrases import Phrase
from flows.search.slips import Readings
from flows.search.terms import Word

UNSEEN = 0.2
"""How often a term counts that a label was never asked with."""


@dataclass(frozen=True, slots=True)
class Counted:
    """`weights`: term → how much it speaks for each label that has it. `at_first`: the same of any term."""

    at_first: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[str, float], ...]]

    def scores(self, asked: Mapping[str, float]) -> dict[str, float]:
        """Every label, the likelier the higher; empty where no word of it was counted."""
        weighed = [(share, self.weights[term]) for term, share in asked.items() if term in self.weights]
        many = sum(share for share, _ in weighed)
        if not many:
            return {}
        scores = {label: many * one for label, one in self.at_first.items()}
        for share, by_label in weighed:
            for label, weight in by_label:
                scores[label] += share * weight
        return {label: one / math.sqrt(many) for label, one in scores.items()}


def counted_of(phrases: Iterable[Phrase]) -> Counted:
    """Of what is asked; not of what is only said inside a guide."""
    often: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase in phrases:
        if not phrase.body:
            for term in set(_terms(phrase.words)):
                often[term][phrase.answers] += 1
    of_label: Counter[str] = Counter()
    for its in often.values():
        of_label.update(its)
    whole, unseen = sum(of_label.values()), UNSEEN * len(often)
    at_first = {
        label: math.log((whole - many + unseen) / (many + unseen)) for label, many in of_label.items()
    }
    return Counted(at_first, {term: tuple(_weights(its)) for term, its in often.items()})


def _weights(its: Counter[str]) -> Iterator[tuple[str, float]]:
    every = sum(its.values()) + UNSEEN
    for label, many in sorted(its.items()):
        yield label, math.log((many + UNSEEN) / UNSEEN) + math.log(every / (every - many))


def _terms(words: Sequence[Word]) -> Iterator[str]:
    for word in words:
        yield word.plain
        if word.marked:
            yield "=" + word.marked
    for first, second in pairwise(words):
        yield f"{first.plain} {second.plain}"
        if first.marked and second.marked:
            yield f"={first.marked} {second.marked}"


def terms_counted(words: Sequence[Word], readings: Sequence[Readings]) -> dict[str, float]:
    """The terms of a question, each by the share of its readings."""
    asked = dict.fromkeys((term for term in _terms(words) if term[0] == "="), 1.0)
    for reading in readings:
        for plain, share in reading:
            asked[plain] = max(asked.get(plain, 0.0), share)
    for firsts, seconds in pairwise(readings):
        for first, share in firsts:
            for second, other in seconds:
                pair = f"{first} {second}"
                asked[pair] = max(asked.get(pair, 0.0), share * other)
    return asked
