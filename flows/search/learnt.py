"""How likely a question speaks of danger: weights learnt from phrases by `script/train-danger`.

A softmax over the features of a question. The file is a line of JSON and, behind it, one byte for each bucket
and kind of danger, packed; what is not danger weighs nothing, so that only the others are kept.
"""

from __future__ import annotations

import json
import math
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STEPS = 127
"""A weight is so many steps of its scale at most."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """`weights`: for each of `labels` one a bucket, in steps of `scale`. `words`: those of the phrases,
    without marks. `of`: a hash of what taught it.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    weights: tuple[Sequence[int], ...]
    words: frozenset[str] = frozenset()
    of: str = ""

    def shares(self, features: Iterable[str]) -> dict[str, float]:
        """How likely each kind of danger is; with what is none they are 1 together."""
        size = len(self.weights[0])
        buckets = {bucket_of(feature, size) for feature in features}
        weighing = [bucket for bucket in buckets if any(its[bucket] for its in self.weights)]
        unit = self.scale / math.sqrt(len(weighing) or 1)
        raised = [
            math.exp(bias + unit * sum(its[bucket] for bucket in weighing))
            for bias, its in zip(self.bias, self.weights, strict=True)
        ]
        return {label: odds / (1 + sum(raised)) for label, odds in zip(self.labels, raised, strict=True)}


def bucket_of(feature: str, size: int) -> int:
    return zlib.crc32(feature.encode()) % size


def written(learnt: Learnt) -> bytes:
    head = {"labels": learnt.labels, "bias": learnt.bias, "scale": learnt.scale, "of": learnt.of}
    head["words"] = " ".join(sorted(learnt.words))
    packed = zlib.compress(b"".join(array("b", its).tobytes() for its in learnt.weights), 9)
    return json.dumps(head).encode() + b"\n" + packed


def read_learnt(file: Path) -> Learnt:
    """Raises ValueError for what is no such file, OSError where it cannot be read."""
    first_line, _, packed = file.read_bytes().partition(b"\n")
    try:
        head: Mapping[str, object] = json.loads(first_line)
        labels, bias, scale = head["labels"], head["bias"], head["scale"]
        bytes_ = array("b", zlib.decompress(packed))
    except (KeyError, TypeError, UnicodeDecodeError, zlib.error) as fault:
        raise ValueError(str(fault)) from fault
    if not isinstance(labels, list) or not isinstance(bias, list) or not isinstance(scale, float):
        raise ValueError("its head is not whole")
    size, rest = divmod(len(bytes_), len(labels) or 1)
    if rest or not size or len(bias) != len(labels):
        raise ValueError("its weights are not whole")
    weights = tuple(bytes_[size * at : size * (at + 1)] for at in range(len(labels)))
    words = frozenset(str(head.get("words", "")).split())
    return Learnt(tuple(labels), tuple(bias), scale, weights, words, str(head.get("of", "")))
