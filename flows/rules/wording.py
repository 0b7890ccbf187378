"""Words that can be understood and spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.texts import resident_texts
from flows.words import Language

Speakable: TypeAlias = Callable[[str, Language], list[str]]
"""Says what the voice of a language would read wrong in a text; an empty list where nothing."""

MOST_SYLLABLES = 20  # of one Vietnamese sentence (content rule: ONE action, at most 20)
SENTENCE_END = re.compile(r"[.!?…;:]+[”\"]?(?:\s+|$)")
SYLLABLE = re.compile(r"\w")


def every_sentence_can_be_spoken(flow: Flow, speakable: Speakable) -> Iterator[Finding]:
    """In every language the guide declares."""
    for path, words in resident_texts(flow):
        for language in flow.languages:
            for part in speakable(words.in_(language), language):
                yield Finding("not-speakable", Place(f"{language}.toml", path), {"part": part})


def sentences_are_short(flow: Flow) -> Iterator[Finding]:
    """What a step says counts as a whole, everything else sentence by sentence."""
    for path, words in resident_texts(flow):
        whole = path[0] == "step" and path[2:] == ("say",)
        for sentence in [words.vi] if whole else SENTENCE_END.split(words.vi):
            if (count := syllables(sentence)) > MOST_SYLLABLES:
                fields = {"syllables": count, "limit": MOST_SYLLABLES}
                yield Finding("sentence-long", Place("vi.toml", path), fields)


def steps_without_simpler_words(flow: Flow) -> Iterator[Finding]:
    """A note: “Tôi chưa hiểu” has nothing simpler to say there."""
    for step in flow.steps.values():
        if step.simpler is None:
            yield Finding("simpler-missing", Place("vi.toml", ("step", step.id)), {"step": step.id})


def syllables(sentence: str) -> int:
    """Vietnamese writes each syllable apart; a number or a foreign word counts as one."""
    return sum(1 for word in sentence.split() if SYLLABLE.search(word))
