"""What the page's search recognises danger by: the kiosk's words and weights, for `files/danger.js`.

Two files: a JSON of words, and the weights as they lie in memory, a byte for each bucket and kind of danger.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from flows.guide.fold import spoken_forms
from flows.search import prepare, read_words
from flows.search.danger import CERTAIN, LEADS, MOST_NAMES, NAMES_OF_PEOPLE, PERHAPS
from flows.search.learnt import Learnt
from flows.search.preparing import opened_by
from flows.search.slips import Spelling
from flows.search.word_files import HARMLESS, AskingWords
from flows.shelf.library import Library


class DangerFiles(NamedTuple):
    words: bytes
    weights: bytes


def danger_files(library: Library, words: AskingWords | None = None) -> DangerFiles:
    """For the guides of *library*. *words*: those that ship.

    A ward's `phrases` of danger stand among its signs: here only what holds one whole is recognised by it.
    """
    words = words or read_words()
    learnt = words.learnt or Learnt((), (), 0.0, ())
    document = {
        "forms": spoken_forms(),
        "cues": words.cues,
        "signs": [
            (label, line)
            for lines in (words.danger_signs, words.danger_phrases)
            for label, its in lines.items()
            if label in library.flows
            for line in its
        ],
        "openings": {
            flow.id: [(step, line) for step, its in opened_by(flow).items() for line in its]
            for flow in library.flows.values()
            if opened_by(flow)
        },
        "harmless": [(HARMLESS, line) for line in words.danger_signs.get(HARMLESS, ())],
        "names": {"words": sorted((name.plain, name.marked) for name in NAMES_OF_PEOPLE), "most": MOST_NAMES},
        "spelling": _spelling(prepare(library, words=words).danger_spelling),
        "learnt": {
            "labels": learnt.labels,
            "bias": learnt.bias,
            "scale": learnt.scale,
            "words": " ".join(form for plain in sorted(learnt.words) for form in learnt.words[plain]),
            "leads": LEADS,
            "perhaps": PERHAPS,
            "certain": CERTAIN,
        },
    }
    weights = b"".join(bytes(weight & 0xFF for weight in its) for its in learnt.weights)
    return DangerFiles(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), weights)


def _spelling(spelling: Spelling) -> Mapping[str, Any]:
    """Words in order; beside each the places of those that follow it: ``3 17:2``, where it does so twice."""
    words = sorted(spelling.counts)
    places = {word: place for place, word in enumerate(words)}
    after: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (first, second), often in spelling.pairs.items():
        after[first].append((places[second], often))
    return {
        "words": " ".join(words),
        "counts": [spelling.counts[word] for word in words],
        "pairs": [" ".join(_follows(after[word])) for word in words],
        "marked": _joined(spelling.marked),
        "total": spelling.total,
    }


def _follows(after: Iterable[tuple[int, int]]) -> Iterator[str]:
    for place, often in sorted(after):
        yield f"{place}" if often == 1 else f"{place}:{often}"


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))
