"""A warning that is only advice: “nên hạn chế đọc mã” leaves it to the reader, then to who calls next.

Only plain signs of it are looked for, where another language forbids it or the step carries a safety line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.rules.mentions import plain
from flows.rules.polarity import FORBIDS
from flows.texts import resident_texts
from flows.words import Language, Words

_SOFT: Mapping[Language, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:hạn chế|nên tránh|nên bớt|đừng nên|ít khi nên"
        r"|(?:cố gắng|tốt nhất|tốt hơn|có thể thì|nếu được)(?: (?:là|thì|bác|nên)){0,3} (?:đừng|không|tránh)"
        r"|(?:đừng|không|tránh) (?:[^,.]+ )?nếu (?:được|có thể))\b"
    ),
    "en": re.compile(
        r"\b(?:try (?:not to|to avoid)|better not|preferably(?: do)? not|limit\b|as little as possible"
        r"|avoid [^,.]*if (?:you can|possible)|(?:do not|don’t) [^,.]*if (?:you can|possible)"
        r"|should (?:rather|preferably) (?:not|avoid))"
    ),
    "fr": re.compile(
        r"\b(?:(?:essayez|tâchez) (?:de ne pas|d’éviter)|mieux vaut (?:ne pas|éviter)"
        r"|évitez autant que possible"
        r"|de préférence,? (?:ne|n’|pas)|limitez\b|(?:pas|évitez) [^,.]*si possible|le moins possible)"
    ),
}
_NAMES = ("title", "summary", "qr", "need")


def warnings_are_not_softened(flow: Flow) -> Iterator[Finding]:
    """In each language; labels of answers and names are left alone."""
    for path, words in resident_texts(flow):
        if path[0] in _NAMES or "choice" in path[2:3] or path[-1] == "if":
            continue
        marked = path[0] == "warning" or (path[0] == "step" and bool(flow.steps[path[1]].safety))
        for language in flow.languages:
            softening = _SOFT[language].search(plain(words.in_(language))) if words.has(language) else None
            if softening and (marked or _forbidden_elsewhere(words, flow, language)):
                yield Finding("warning-softened", Place(f"{language}.toml", path), {"part": softening[0]})


def _forbidden_elsewhere(words: Words, flow: Flow, language: Language) -> bool:
    others = (other for other in flow.languages if other != language and words.has(other))
    return any(FORBIDS[other].search(plain(words.in_(other))) for other in others)
