"""Passwords, codes and money carry the safety line; nothing personal is ever asked for at the kiosk."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.rules.mentions import MENTIONS, plain
from flows.steps import SafetyMark, Step
from flows.texts import step_texts
from flows.words import Language

GIVES_TO_KIOSK = re.compile(
    r"(?<!không )(?<!đừng )\b(?:gõ|nhập|điền|ghi|viết|đọc)\b[^.;?!]*?"
    r"\b(?:vào|trên|lên|cho|với)\s+(?:màn hình\s+)?(?:ki-ốt|kiosk|màn hình này)",
    re.IGNORECASE,
)


def dangers_carry_the_safety_line(flow: Flow) -> Iterator[Finding]:
    """A step is marked so wherever a password, a code, money or a paper's number is mentioned: in its own
    words, on an answer, in what may have gone wrong. Its line stands beneath its advice too.
    """
    for step in flow.steps.values():
        yield from _mentions(step, "vi", _wanted(step, "vi"), "safety-line-missing")


def translations_bring_no_danger_of_their_own(flow: Flow) -> Iterator[Finding]:
    """Asked only at the check: the Vietnamese is the truth, and decides whether a guide is offered."""
    for step in flow.steps.values():
        asked = _wanted(step, "vi")
        for language in flow.languages:
            yield from _mentions(step, language, _wanted(step, language) - asked, "safety-line-missing-there")


def _wanted(step: Step, language: Language) -> frozenset[SafetyMark]:
    """The marks that *step* lacks. Searched as one text: every start of the kiosk waits for it."""
    whole = plain("\n".join(words.in_(language) for _, words in step_texts(step)))
    marks = [
        mark
        for mark, pattern in MENTIONS[language].items()
        if mark not in step.safety and pattern.search(whole)
    ]
    if "link" in marks and not any(_mentions(step, language, frozenset[SafetyMark](["link"]), "")):
        marks.remove("link")
    return frozenset(marks)


def _mentions(step: Step, language: Language, marks: Collection[SafetyMark], code: str) -> Iterator[Finding]:
    for path, words in step_texts(step) if marks else ():
        text = words.in_(language)
        for mark in sorted(marks):
            if mark == "link" and (path[-1] == "if" or path[2] == "choice"):
                continue  # that somebody has touched one, or got one, is told; nobody is led to it
            if match := MENTIONS[language][mark].search(plain(text)):
                fields = {"part": text[match.start() : match.end()], "mark": mark, "step": step.id}
                yield Finding(code, Place(f"{language}.toml", path), fields)


def nothing_personal_is_typed_here(flow: Flow) -> Iterator[Finding]:
    """No step has a place to type in, and no sentence asks to type or read something out to the kiosk."""
    for step in flow.steps.values():
        for path, words in step_texts(step):
            if match := GIVES_TO_KIOSK.search(words.vi):
                yield Finding("asks-personal-data", Place("vi.toml", path), {"part": match[0]})
