"""Fit the weights: a softmax over hashed features, by gradient, always in the same order."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from support.typed import with_slips, without_marks
from train_danger.taught import DANGERS, Taught

from flows.search.cues import Cues, features_of
from flows.search.learnt import STEPS, Forms, Learnt, bucket_of, forms_of
from flows.search.terms import words_of

BUCKETS = 1 << 16
ROUNDS = 60
RATE, SHRINK = 0.3, 1e-6
SEEN = 2
"""Copies a feature must stand in."""
WEIGHT: Mapping[str, float] = {"danger": 1.0, "near": 1.5, "ordinary": 0.7}
OF_PATTERNS = 0.25
WAYS: Sequence[tuple[Callable[[str], str], float]] = (
    (str, 1.0),
    (without_marks, 1.0),
    (lambda phrase: with_slips(phrase, 7), 0.3),
    (lambda phrase: with_slips(without_marks(phrase), 8), 0.3),
)
"""How each phrase is typed, and what that copy weighs; keys of Telex and VNI give the same words as marks."""


class Copies(NamedTuple):
    """Rows of bucket numbers one behind the other: where each begins, its label, and what it weighs."""

    buckets: np.ndarray
    begins: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def fit(phrases: Sequence[Taught], cues: Cues, of: str = "", buckets: int = BUCKETS) -> Learnt:
    copies = _copies(phrases, cues, buckets)
    lengths = np.diff(copies.begins, append=len(copies.buckets))
    rows = np.repeat(np.arange(len(lengths)), lengths)
    values = (1 / np.sqrt(lengths)).astype(np.float32)[rows]
    wanted = np.eye(len(DANGERS) + 1)[copies.labels]
    shares = (copies.weights / copies.weights.sum())[:, None]
    slope = Slope(buckets, len(DANGERS) + 1)
    for _ in range(ROUNDS):
        scores = np.add.reduceat(slope.at[copies.buckets] * values[:, None], copies.begins, axis=0)
        raised = np.exp(scores + slope.bias - (scores + slope.bias).max(axis=1, keepdims=True))
        missed = (raised / raised.sum(axis=1, keepdims=True) - wanted) * shares
        down = np.stack(
            [np.bincount(copies.buckets, weights=one[rows] * values, minlength=buckets) for one in missed.T],
            1,
        )
        slope.step(down + SHRINK * slope.at, missed.sum(axis=0))
    return _packed(slope, _words(phrases), of)


def _words(phrases: Sequence[Taught]) -> Forms:
    """What need not be taken for a slip."""
    often = Counter(word.marked or word.plain for phrase in phrases for word in words_of(phrase.phrase))
    return forms_of(
        word for word, many in sorted(often.items(), key=lambda one: (-one[1], one[0])) if many >= SEEN
    )


class Slope:
    """Weights on their way down (Adam)."""

    def __init__(self, buckets: int, labels: int) -> None:
        self.at, self.bias = np.zeros((buckets, labels), np.float32), np.zeros(labels)
        self._kept = [np.zeros_like(one) for one in (self.at, self.at, self.bias, self.bias)]
        self._steps = 0

    def step(self, down: np.ndarray, bias_down: np.ndarray) -> None:
        self._steps += 1
        for place, (what, by) in enumerate(((self.at, down), (self.bias, bias_down))):
            mean, square = self._kept[2 * place : 2 * place + 2]
            mean += 0.1 * (by - mean)
            square += 0.01 * (by**2 - square)
            fair = np.sqrt(square / (1 - 0.99**self._steps)) + 1e-8
            what -= RATE * mean / (1 - 0.9**self._steps) / fair


def _copies(phrases: Sequence[Taught], cues: Cues, buckets: int) -> Copies:
    rows: list[list[int]] = []
    labels, weights = [], []
    for one in phrases:
        pattern = one.writer == "patterns"
        for typed, share in WAYS[:2] if pattern else WAYS:
            features = features_of(words_of(typed(one.phrase)), cues)
            rows.append(sorted({bucket_of(feature, buckets) for feature in features}))
            labels.append(1 + DANGERS.index(one.label) if one.label else 0)
            weights.append(share * WEIGHT[one.kind] * (OF_PATTERNS if pattern else 1.0))
    seen = np.bincount(np.fromiter((one for row in rows for one in row), int), minlength=buckets)
    kept = [[one for one in row if seen[one] >= SEEN] or row[:1] for row in rows]
    begins = np.cumsum([0, *map(len, kept)])[:-1]
    return Copies(np.concatenate(kept), begins, np.array(labels), np.array(weights))


def _packed(slope: Slope, words: frozenset[str], of: str) -> Learnt:
    """What is no danger weighs nothing: softmax knows differences only."""
    weights = slope.at[:, 1:] - slope.at[:, :1]
    bias = slope.bias[1:] - slope.bias[0]
    scale = float(np.abs(weights).max()) / STEPS
    steps = np.round(weights / scale).astype(int)
    return Learnt(
        DANGERS,
        tuple(round(float(value), 4) for value in bias),
        scale,
        tuple(array("b", its.tolist()) for its in steps.T),
        words,
        of,
    )
