"""The search as it was until November 2026, to hold the new one against: see `bench_search`."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from flows.guide.flow import Audience, Flow
from flows.guide.fold import folded, plain_words, spoken_forms, words_of
from flows.shelf.library import Library

TELEX_PAIRS = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("w", ""))
TELEX_TONE = re.compile(r"[sfrxj]$")
ENOUGH = 0.45  # share of the question's weight that a guide must explain to count as an answer
OTHER_MARKS = 0.5  # worth of “gia” found for “giá”: the marks that were typed speak against it
PAIR_BONUS = 1.5  # two words side by side are one Vietnamese word more often than not
HEAD_FIELDS = ("asked", "title", "summary")
WEIGHTS = {"asked": 4.0, "title": 4.0, "summary": 2.0, "needs": 0.6, "steps": 1.0}


@dataclass(frozen=True, slots=True)
class Hit:
    """A guide that may answer; `score` compares hits of one question, best first."""

    flow: Flow
    score: float


@dataclass(frozen=True, slots=True)
class Index:
    """The words of all guides of one audience.

    `weights`: term → guide id → weight. `heads`: in how many guides a term stands in the title, the summary
    or what residents ask: “VNeID” is said in nearly every guide, but not every guide is about it.
    """

    flows: Mapping[str, Flow]
    weights: Mapping[str, Mapping[str, float]]
    heads: Mapping[str, int]


def search(library: Library, text: str, audience: Audience = "resident") -> tuple[Hit, ...]:
    """The guides that answer *text*, best first; none where no guide is about it."""
    return look_up(build_index(library, audience), text)


def build_index(library: Library, audience: Audience = "resident") -> Index:
    """Read the Vietnamese words of every guide once; keep the result where many questions are asked."""
    flows = {flow.id: flow for flow in library.flows.values() if flow.audience == audience}
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    heads: Counter[str] = Counter()
    for flow in flows.values():
        about: set[str] = set()
        for field, texts in _fields(flow).items():
            counts = Counter(term for text in texts for term in _terms(words_of(text)))
            for term, count in counts.items():
                gained = WEIGHTS[field] * (1 + math.log(count))
                weights[term][flow.id] = weights[term].get(flow.id, 0.0) + gained
            about |= counts.keys() if field in HEAD_FIELDS else set()
        heads.update(about)
    return Index(flows, dict(weights), heads)


def look_up(index: Index, text: str) -> tuple[Hit, ...]:
    """As `search`, in an index that was built before."""
    words = [_nearest_word(index, word) for word in _words(text)]
    asked = list(dict.fromkeys(word for word in words if not is_stop_word(word)))
    if not asked:
        return ()
    scores: dict[str, float] = defaultdict(float)
    explained: dict[str, float] = defaultdict(float)
    for word in asked:
        for flow_id, (score, share) in _matches(index, word).items():
            scores[flow_id] += score
            explained[flow_id] += share * _rarity(index, folded(word))
    for first, second in pairwise(words):
        pair = f"{folded(first)} {folded(second)}"
        for flow_id, weight in index.weights.get(pair, {}).items():
            scores[flow_id] += PAIR_BONUS * _rarity(index, pair) * _saturated(weight)
    total = sum(_rarity(index, folded(word)) for word in asked)
    hits = [
        Hit(index.flows[flow_id], score)
        for flow_id, score in scores.items()
        if explained[flow_id] >= ENOUGH * total
    ]
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.flow.id)))


def _fields(flow: Flow) -> Mapping[str, list[str]]:
    steps = [step.say.vi for step in flow.steps.values()]
    steps += [step.simpler.vi for step in flow.steps.values() if step.simpler]
    steps += [edge.label.vi for step in flow.steps.values() for edge in step.edges if edge.label]
    return {
        "asked": [as_written(phrase) for phrase in flow.asked_as],
        "title": [flow.title.vi],
        "summary": [flow.summary.vi],
        "needs": [need.text.vi for need in flow.needs],
        "steps": steps,
    }


def _words(text: str) -> tuple[str, ...]:
    return words_of(as_written(text))


def _terms(words: tuple[str, ...]) -> Iterator[str]:
    """Each word folded and as written (marked with “=”), and each folded pair."""
    for word in words:
        yield folded(word)
        yield f"={word}"
    for first, second in pairwise(words):
        yield f"{folded(first)} {folded(second)}"


def _nearest_word(index: Index, word: str) -> str:
    """*word*, or what its Telex keys were meant to give, where only that is a word of ours."""
    if folded(word) not in index.weights:
        meant = without_telex(folded(word))
        if meant in index.weights:
            return meant
    return word


def _matches(index: Index, word: str) -> Mapping[str, tuple[float, float]]:
    """Guide id → (score, share of the word that is explained)."""
    marked = folded(word) != word
    scores = {}
    for flow_id, weight in index.weights.get(folded(word), {}).items():
        exact = flow_id in index.weights.get(f"={word}", {})
        share = 1.0 if exact or not marked else OTHER_MARKS
        scores[flow_id] = (share * _rarity(index, folded(word)) * _saturated(weight), share)
    return scores


def _rarity(index: Index, term: str) -> float:
    """A word in few guides says more (inverse document frequency); an unknown one says most."""
    count = index.heads.get(term) or len(index.weights.get(term, {}))
    return math.log(1 + (len(index.flows) - count + 0.5) / (count + 0.5))


def _saturated(weight: float) -> float:
    """Saying a word twice as often makes a guide little more about it (as in BM25)."""
    return weight / (weight + 3.0)


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


def is_stop_word(word: str) -> bool:
    """Whether *word* carries no subject, as particles and pronouns do: “cái” is one, “cài” is not."""
    words = plain_words()
    return folded(word) in words["stop_words"] and word not in words["subjects"]


@cache
def synonyms() -> tuple[tuple[str, str], ...]:
    """The longest spoken form first, so that a long name wins over its parts."""
    pairs = [(folded(spoken), written) for spoken, written in spoken_forms()]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
