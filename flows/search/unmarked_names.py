"""Words that without their marks may be names of people, and things where they stand side by side.

“chu to” is *chữ to* more often than *chú tớ*: the guides say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from flows.search.danger import NAMES_OF_PEOPLE, only_names
from flows.search.phrases import Phrase
from flows.search.terms import Word

Pairs: TypeAlias = frozenset[tuple[str, str]]
"""Two words without marks that stand for a thing."""
_PLAIN = {name.plain for name in NAMES_OF_PEOPLE}
_WRITTEN = {name.marked or name.plain for name in NAMES_OF_PEOPLE}


def things_of(phrases: Iterable[Phrase]) -> Pairs:
    """What looks like two names, and of which more often neither is one than either, in what is asked."""
    things = Counter[tuple[str, str]]()
    for phrase in phrases:
        asked_with_marks = not phrase.body and any(word.marked for word in phrase.words)
        for one, other in pairwise(phrase.words if asked_with_marks else ()):
            if one.plain in _PLAIN and other.plain in _PLAIN:
                named = {one.marked or one.plain, other.marked or other.plain} & _WRITTEN
                things[one.plain, other.plain] += -1 if named else 1
    return frozenset(pair for pair, more in things.items() if more > 0)


def says_only_who(words: Sequence[Word], things: Pairs) -> bool:
    """Whether the few words that are typed name people and nothing else."""
    if not only_names(words):
        return False
    bare = not any(word.marked for word in words)
    return not (bare and any((one.plain, other.plain) in things for one, other in pairwise(words)))
