"""Phrases that are compared with a question: each its own document, weighed by how rare its words are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from flows.search.slips import Readings
from flows.search.terms import Word, is_stop, pieces, terms_of, terms_of_word

SHORT = 3.0  # added to the length of a phrase: one of a single word must not win by that word alone
SAID_OFTEN = 1.0  # rarity of a term that stands nearly everywhere and says nothing
PIECES_OF_UNKNOWN = 0.35
STOP = 0.25
BESIDE = 0.7
SUPPORT = (1.0, 0.7, 0.5, 0.3, 0.2)
"""What the best five phrases of one answer add to it: many that are somewhat like it say more than one."""
WHOLE_GUIDE = 0.2
"""Worth of the words a guide holds anywhere, beside its likest phrases."""
OFTEN_ENOUGH = 3.0  # a term said twice as often makes a guide little more about it (as in BM25)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What somebody may ask, and the label of what answers it. `body`: said inside a guide, not asked."""

    answers: str
    words: Sequence[Word]
    body: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a question is to what one label answers: `best` its likest phrase (0 to about 1), `whole` with
    the support of others and of all its words."""

    best: float
    whole: float


@dataclass(frozen=True, slots=True)
class Phrases:
    """An inverted index: term → (phrase, how much it says there); and label → how often a label says it."""

    labels: tuple[str, ...]
    postings: Mapping[str, tuple[tuple[int, float], ...]]
    said: Mapping[str, Mapping[str, float]]
    rarity: Mapping[str, float]
    unknown: float

    def likenesses(self, asked: Mapping[str, float]) -> dict[str, Likeness]:
        """Every label that shares a telling word with what is asked."""
        rare = {term: self.rarity.get(term, self.unknown if is_word(term) else 0.0) for term in asked}
        length = math.sqrt(sum((share * rare[term]) ** 2 for term, share in asked.items())) or 1.0
        scores: dict[int, float] = defaultdict(float)
        wholes: dict[str, float] = defaultdict(float)
        for term, share in asked.items():
            if rare[term] < SAID_OFTEN:
                continue
            for phrase, weight in self.postings.get(term, ()):
                scores[phrase] += share * weight
            for label, weight in self.said.get(term, {}).items():
                wholes[label] += share * weight
        best: dict[str, list[float]] = defaultdict(list)
        for phrase, score in scores.items():
            best[self.labels[phrase]].append(score / length)
        likenesses = {}
        for label in best.keys() | wholes.keys():
            top = sorted(best.get(label, ()), reverse=True)[: len(SUPPORT)]
            whole = sum(share * one for share, one in zip(SUPPORT, top, strict=False))
            whole += WHOLE_GUIDE * wholes.get(label, 0.0) / length
            likenesses[label] = Likeness(max(top, default=0.0), whole)
        return likenesses


def is_word(term: str) -> bool:
    """Not a piece, a word with its marks, or two words side by side."""
    return term[0] not in "~=" and " " not in term


def phrases_of(phrases: Sequence[Phrase]) -> Phrases:
    said_by = cache(terms_of_word)  # a few thousand words make ten thousand phrases
    terms = [terms_of(phrase.words, said_by) for phrase in phrases]
    often: dict[str, Counter[str]] = defaultdict(Counter)
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    for phrase, its in zip(phrases, terms, strict=True):
        for term in its:
            (inside if phrase.body else often)[term][phrase.answers] += 1
    many = len({phrase.answers for phrase in phrases})
    rarity = {
        term: math.log(1 + many / (len(often.get(term, ())) + 0.3 * len(inside.get(term, ()))))
        for term in often.keys() | inside.keys()
    }
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, (phrase, its) in enumerate(zip(phrases, terms, strict=True)):
        if phrase.body:
            continue
        length = math.sqrt(SHORT + sum((weight * rarity[term]) ** 2 for term, weight in its.items()))
        for term, weight in its.items():
            postings[term].append((place, weight * rarity[term] ** 2 / length))
    nowhere: Counter[str] = Counter()
    said = {
        term: _said(often.get(term, nowhere), inside.get(term, nowhere), rarity[term])
        for term in rarity
        if term[0] != "~"
    }
    kept = {term: tuple(its) for term, its in postings.items()}
    return Phrases(tuple(phrase.answers for phrase in phrases), kept, said, rarity, math.log(1 + many))


def _said(often: Counter[str], inside: Counter[str], rarity: float) -> dict[str, float]:
    weights = {label: 4.0 * often[label] + 0.9 * inside[label] for label in often.keys() | inside.keys()}
    return {label: rarity**2 * one / (one + OFTEN_ENOUGH) for label, one in sorted(weights.items())}


def terms_asked(
    words: Sequence[Word], readings: Sequence[Readings], in_guides: Iterable[str]
) -> dict[str, float]:
    """The terms of a question with their weight, over all its readings; pieces of words not *in_guides*."""
    asked: dict[str, float] = defaultdict(float)

    def hold(term: str, weight: float) -> None:
        asked[term] = max(asked[term], weight)

    for word, reading in zip(words, readings, strict=True):
        weight = STOP if is_stop(word) else 1.0
        for plain, share in reading:
            as_typed = plain == word.plain
            hold(plain, share * (weight if as_typed else 1.0))
            if as_typed and word.marked:
                hold("=" + word.marked, 0.6 * share * weight)
        if word.plain not in in_guides:
            for piece in pieces(word.plain):
                hold(piece, PIECES_OF_UNKNOWN * weight)
    for firsts, seconds in pairwise(readings):
        for first, share in firsts:
            for second, other in seconds:
                hold(f"{first} {second}", BESIDE * share * other)
    return asked
