"""How likely a question speaks of danger: weights learnt from phrases by `script/train-danger`.

A softmax over the features of a question. The file is a line of JSON and, behind it, one byte for each bucket
and kind of danger, packed; what is not danger weighs nothing, so that only the others are kept.
"""

from __future__ import annotations

import json
import math
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from flows.guide.fold import folded_once
from flows.guide.telex import TONES

Forms: TypeAlias = Mapping[str, tuple[str, ...]]
"""Words by how they look without marks, as `canonical`."""

STEPS = 127
"""A weight is so many steps of its scale at most."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """`weights`: for each of `labels` one a bucket, in steps of `scale`. `words`: those of the phrases, by
    how they look without marks, what stands there oftenest first. `of`: a hash of what taught it.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    scale: float
    weights: tuple[Sequence[int], ...]
    words: Forms = field(default_factory=dict)
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


def forms_of(words: Iterable[str]) -> Forms:
    """*words*: as `canonical`, of those that look alike the likeliest first."""
    forms: dict[str, list[str]] = defaultdict(list)
    for word in words:
        toned = word[-1] in TONES and not word.isdigit()
        forms[folded_once(word[:-1] if toned else word)].append(word)
    return {plain: tuple(its) for plain, its in forms.items()}


def written(learnt: Learnt) -> bytes:
    head = {"labels": learnt.labels, "bias": learnt.bias, "scale": learnt.scale, "of": learnt.of}
    head["words"] = " ".join(form for plain in sorted(learnt.words) for form in learnt.words[plain])
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
    words = forms_of(str(head.get("words", "")).split())
    return Learnt(tuple(labels), tuple(bias), scale, weights, words, str(head.get("of", "")))
