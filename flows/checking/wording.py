"""Words that can be understood and spoken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Edge, ToStep, points_at
from flows.guide.texts import resident_texts
from flows.guide.walk import CHOICE_PREFIX
from flows.guide.words import Language

Speakable: TypeAlias = Callable[[str, Language], list[tuple[str, str]]]
"""Says, in Vietnamese and English, what the voice would read wrong; an empty list where nothing."""

MOST_SYLLABLES = 20  # of one Vietnamese sentence (content rule: ONE action, at most 20)
SENTENCE_END = re.compile(r"[.!?…;:]+[”\"]?(?:\s+|$)")
SYLLABLE = re.compile(r"\w")


UNSAYABLE = re.compile(r"(?:(?![\u0000-\u024f\u1e00-\u1eff])[^\W\d_])+")
"""Letters of other scripts than Latin: the voice passes them over in silence."""

SAYABLE = re.compile(r"[^\W_]")


def vietnamese_is_in_letters_of_ours(flow: Flow) -> Iterator[Finding]:
    """Who does not see would hear a gap, or nothing. Asks no voice: quick enough for every start."""
    for path, words in resident_texts(flow):
        if strange := UNSAYABLE.search(words.vi):
            yield Finding("letters-unsayable", Place("vi.toml", path), {"part": strange[0]})
        elif words.vi and not SAYABLE.search(words.vi):
            yield Finding("letters-unsayable", Place("vi.toml", path), {"part": words.vi})


def every_sentence_can_be_spoken(flow: Flow, speakable: Speakable) -> Iterator[Finding]:
    """In every language the guide declares."""
    for path, words in resident_texts(flow):
        for language in flow.languages:
            for vi, en in speakable(words.in_(language), language):
                yield Finding("not-speakable", Place(f"{language}.toml", path), {"vi": vi, "en": en})


def answers_differ(flow: Flow) -> Iterator[Finding]:
    """Two answers with the same words cannot be told apart. Those that are never open at once may agree."""
    for step in flow.steps.values():
        labels = [edge for edge in step.edges if edge.id.startswith(CHOICE_PREFIX) and edge.label]
        for language in flow.languages:
            first: dict[str, Edge] = {}
            for edge in labels:
                assert edge.label is not None
                same = first.setdefault(_letters(edge.label.in_(language)), edge)
                apart = same.id == edge.id or (same.guard is not None and edge.guard is not None)
                if not apart and edge.label.has(language):
                    place = Place(f"{language}.toml", ("step", step.id, *edge.id.split(".", 1)))
                    yield Finding(
                        "answers-alike", place, {"answer": edge.label.in_(language), "other": same.id}
                    )


_NO: Mapping[Language, str] = {
    "vi": r"(?:không|chưa|chẳng|sai)\b(?! (?:hết|quá|mất|sai))",
    "en": r"(?:no|not|never|wrong)\b(?! (?:yet )?(?:expired|lost|over))",
    "fr": r"(?:non|pas|jamais|faux)\b(?! (?:encore )?(?:périmée?|perdue?|échue?))",
}
_YES: Mapping[Language, str] = {
    "vi": r"(?:rồi|có|có rồi|đúng|đúng rồi|được|được rồi|xong rồi)$",
    "en": r"yes\b",
    "fr": r"oui\b",
}


def answers_are_not_swapped(flow: Flow) -> Iterator[Finding]:
    """`choice.yes` does not begin with “No”, nor is `choice.no` a plain “Yes”."""
    for step in flow.steps.values():
        for edge in step.edges:
            turned = {"choice.yes": _NO, "choice.no": _YES}.get(edge.id)
            for language in flow.languages if turned and edge.label else ():
                assert edge.label is not None and turned is not None
                if edge.label.has(language) and re.match(
                    turned[language], edge.label.in_(language).casefold()
                ):
                    place = Place(f"{language}.toml", ("step", step.id, *edge.id.split(".", 1)))
                    yield Finding(
                        "answer-swapped", place, {"answer": edge.label.in_(language), "id": edge.id}
                    )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def sentences_are_short(flow: Flow) -> Iterator[Finding]:
    """What a step says counts as a whole, everything else sentence by sentence."""
    for path, words in resident_texts(flow):
        whole = path[0] == "step" and path[2:] == ("say",)
        for sentence in [words.vi] if whole else SENTENCE_END.split(words.vi):
            if (count := syllables(sentence)) > MOST_SYLLABLES:
                fields = {"syllables": count, "limit": MOST_SYLLABLES}
                yield Finding("sentence-long", Place("vi.toml", path), fields)


_TITLES = re.compile(r"“[^”]*”")
_PASSCODE = re.compile(r"\bpasscode\b", re.IGNORECASE)
_EXPLAINED = re.compile(r"\b6\s+số bí mật(?:\s+\w+){0,4}\s+\(passcode\)", re.IGNORECASE)


def passcode_is_explained(flow: Flow) -> Iterator[Finding]:
    """Wherever a way first comes to the foreign word, residents are told which six digits are meant. Titles
    and what stands on a button are left as they are.
    """
    waiting = [flow.start] if flow.audience == "resident" else []
    seen = set(waiting)
    while waiting:
        step = flow.steps.get(waiting.pop())  # a way that leads nowhere is told by a rule of its own
        if step is None or _EXPLAINED.search(step.say.vi):
            continue  # it has been said, on all ways that go on from here
        told = [((), step.say), *(((edge.id,), edge.advice) for edge in step.edges if edge.advice)]
        for of, words in told:
            if _PASSCODE.search(_TITLES.sub("", words.vi)) and not _EXPLAINED.search(words.vi):
                yield Finding("passcode-unexplained", Place("vi.toml", ("step", step.id, *of, "say")), {})
        further = {edge.target.step_id for edge in step.edges if isinstance(edge.target, ToStep)} - seen
        seen |= further
        waiting += sorted(further)


def steps_without_simpler_words(flow: Flow) -> Iterator[Finding]:
    """A note: “Chưa hiểu” has nothing simpler to say there."""
    for step in flow.steps.values():
        if step.simpler is None:
            yield Finding("simpler-missing", Place("vi.toml", ("step", step.id)), {"step": step.id})


def steps_without_example(flow: Flow) -> Iterator[Finding]:
    """A note: asked again, “Chưa hiểu” has neither an example nor another picture to show there."""
    for step in flow.steps.values():
        if step.example is None and not points_at(step):
            yield Finding("example-missing", Place("vi.toml", ("step", step.id)), {"step": step.id})


def syllables(sentence: str) -> int:
    """Vietnamese writes each syllable apart; a number or a foreign word counts as one."""
    return sum(1 for word in sentence.split() if SYLLABLE.search(word))
