"""Word classes of danger: *bố, mẹ, cháu* are family, *ngực, tay* the body, *vừa, lỡ, trót* what has happened.

What was learnt of a class holds for each of its words, also for one a ward adds to `cues.toml`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from flows.search.terms import Word, words_of

Cues: TypeAlias = Mapping[str, tuple[tuple[str, tuple[Word, ...]], ...]]
"""By the first word without marks: the name of a class, and a line of it."""
NEAR = 5
"""Words between two classes that still say something together."""
BESIDE = 3
"""How far from a class a word says something of it."""
FAR = 4
"""How far apart two words are that are held as a pair."""


class ClassSpan(NamedTuple):
    """The words from `start` on, before `end`, belong to the class `name`."""

    start: int
    end: int
    name: str


def cues_of(lines: Mapping[str, Iterable[str]]) -> Cues:
    """*lines*: the words of each class, as in the file."""
    cues: dict[str, list[tuple[str, tuple[Word, ...]]]] = defaultdict(list)
    for name, its in lines.items():
        for line in its:
            words = words_of(line)
            cues[words[0].plain].append((name, words))
    return {first: tuple(its) for first, its in cues.items()}


def features_of(words: Sequence[Word], cues: Cues) -> set[str]:
    """What of a question is weighed: its words, pairs of them, and the classes they belong to."""
    bare = not any(word.marked for word in words)
    plain = ["^", *(word.plain for word in words), "$"]
    spans = [*_classes_in(words, cues, bare)]
    features = {*_pairs(plain, ""), *_of_classes(spans, plain)}
    if not bare:
        features.update(_pairs(["^", *(word.marked or word.plain for word in words), "$"], "="))
    return features


def _pairs(words: Sequence[str], kind: str) -> Iterator[str]:
    yield from (kind + word for word in words)
    yield from (f"{kind}{first} {second}" for first, second in pairwise(words))
    for far in range(2, FAR + 1):
        yield from (f"{kind}{first}_{second}" for first, second in zip(words, words[far:], strict=False))


def _classes_in(words: Sequence[Word], cues: Cues, bare: bool) -> Iterator[ClassSpan]:
    """Each class once at each place. In a question with marks, a word without them has none."""
    for start, word in enumerate(words):
        ends: dict[str, int] = {}
        for name, line in cues.get(word.plain, ()):
            its = words[start : start + len(line)]
            if len(its) == len(line) and all(map(_is_bare if bare else _is, its, line)):
                ends[name] = max(ends.get(name, 0), start + len(line))
        yield from (ClassSpan(start, end, name) for name, end in ends.items())


def _is(word: Word, meant: Word) -> bool:
    return (word.marked or word.plain) == (meant.marked or meant.plain)


def _is_bare(word: Word, meant: Word) -> bool:
    return word.plain == meant.plain


def _of_classes(spans: Sequence[ClassSpan], plain: Sequence[str]) -> Iterator[str]:
    for span in spans:
        yield "#" + span.name
        for other in spans:
            if span.end <= other.start <= span.end + NEAR:
                yield f"#{span.name}>{other.name}"
                if other.start <= span.end + 1:
                    yield f"#{span.name}>>{other.name}"
        before = plain[max(1, span.start + 1 - BESIDE) : span.start + 1]
        after = plain[span.end + 1 : span.end + 1 + BESIDE]
        yield from (f"#{word}>{span.name}" for word in before)
        yield from (f"#{span.name}>{word}" for word in after)
