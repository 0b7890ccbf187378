"""From words as the voice counted them to words as they are written on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accessibility.speech.espeak_library import SpokenWord
from accessibility.speech.rewriting import Spoken
from accessibility.speech.utterance import WordMark

_WORD = re.compile(r"\w+")


def written_marks(spoken: Spoken, words: Iterable[SpokenWord]) -> tuple[WordMark, ...]:
    """One mark for each written word: "VNeID" is said as five words and lights up once."""
    marks: list[WordMark] = []
    for word in words:
        if not 0 <= word.start < len(spoken.text):
            continue
        span = spoken.written(word.start, word.start + word.length)
        if not marks or (marks[-1].start, marks[-1].end) != span:
            marks.append(WordMark(span.start, span.end, word.at_s))
    return tuple(marks)


def evenly_spread(spoken: Spoken, seconds: float) -> tuple[WordMark, ...]:
    """Marks for a voice that reports none: each word takes time in proportion to its letters."""
    letters = max(1, len(spoken.text))
    words = (
        SpokenWord(word.start(), word.end() - word.start(), seconds * word.start() / letters)
        for word in _WORD.finditer(spoken.text)
    )
    return written_marks(spoken, words)
