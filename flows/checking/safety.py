"""Passwords, codes and money carry the safety line; nothing personal is ever asked for at the kiosk."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from flows.checking.mentions import MENTIONS, bids, plain, warns_itself
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Check, Choose, SafetyMark, Say, Step, ToFlow, ToStep
from flows.guide.texts import Path, step_texts
from flows.guide.words import Language, Words

GIVES_TO_KIOSK = re.compile(
    r"(?<!không )(?<!đừng )\b(?:gõ|nhập|điền|ghi|viết|đọc)\b[^.;?!]*?"
    r"\b(?:vào|trên|lên|cho|với)\s+(?:màn hình\s+)?(?:ki-ốt|kiosk|màn hình này)",
    re.IGNORECASE,
)
STEPS_TO_A_LINE = 8
"""A safety line on more than one step in so many is no longer read."""


def dangers_carry_the_safety_line(flow: Flow) -> Iterator[Finding]:
    """Where somebody is to do something with a password, a code, money or a paper's number, its safety line
    stands there, or was met before on every way that leads there.
    """
    ahead: dict[SafetyMark, frozenset[str]] = {}
    for step in flow.steps.values():
        for mark in sorted(_mentioned(step, "vi") - step.safety):
            if step.id in ahead.setdefault(mark, _before_the_line(flow, mark)):
                yield from _named(step, "vi", [mark], "safety-line-missing")


def translations_bring_no_danger_of_their_own(flow: Flow) -> Iterator[Finding]:
    """Asked only at the check: the Vietnamese is the truth, and decides whether a guide is offered."""
    for step in flow.steps.values():
        vietnamese = _in_any_text(step, "vi")
        for language in flow.languages:
            own = _mentioned(step, language) - vietnamese - step.safety
            marks = [mark for mark in own if step.id in _before_the_line(flow, mark)]
            yield from _named(step, language, marks, "safety-line-missing-there")


def safety_lines_are_few(flow: Flow) -> Iterator[Finding]:
    """On one step in eight, to the nearest whole number; one is always allowed."""
    lines = [step.id for step in flow.steps.values() if step.safety]
    most = most_lines(len(flow.steps))
    if len(lines) > most:
        fields = {"count": len(lines), "steps": len(flow.steps), "most": most}
        yield Finding("safety-lines-many", Place("flow.toml", ("step", lines[most], "safety")), fields)


def most_lines(steps: int) -> int:
    """How many steps of a guide that has *steps* may carry a safety line."""
    return max(1, (steps + STEPS_TO_A_LINE // 2) // STEPS_TO_A_LINE)


def _before_the_line(flow: Flow, mark: SafetyMark) -> frozenset[str]:
    """The steps that can be reached without having met the line of *mark*, conditions left aside."""
    met, queue = set[str](), [flow.start]
    while queue:
        step = flow.steps.get(queue.pop())
        if step is None or step.id in met or mark in step.safety:
            continue
        met.add(step.id)
        queue += (edge.target.step_id for edge in step.edges if isinstance(edge.target, ToStep))
    return frozenset(met)


def _at_hand(step: Step, language: Language) -> Iterator[tuple[Path, Words]]:
    """What bids somebody to act: the sentence and the simpler one, unless they only ask or inform, or warn
    themselves; and the advice, unless another guide goes on from there. Not an answer or an example, nor what
    may have gone wrong.
    """
    own_words = not isinstance(step, Choose | Check) and not warns_itself(step.say.vi)
    leave = {edge.id.split(".", 1)[-1] for edge in step.edges if isinstance(edge.target, ToFlow)}
    for path, words in step_texts(step):
        informs = isinstance(step, Say) and language == "vi" and not bids(words.vi)
        own = path[2] in ("say", "simpler") and own_words and not informs
        if own or (path[2] == "stuck" and path[-1] == "say" and path[3] not in leave):
            yield path, words


def _mentioned(step: Step, language: Language) -> frozenset[SafetyMark]:
    """Searched as one text first: every start of the kiosk waits for it."""
    whole = plain("\n".join(words.in_(language) for _, words in _at_hand(step, language)))
    marks = [mark for mark, pattern in MENTIONS[language].items() if pattern.search(whole)]
    return frozenset(mark for mark in marks if any(_named(step, language, [mark], "")))


def _in_any_text(step: Step, language: Language) -> frozenset[SafetyMark]:
    whole = plain("\n".join(words.in_(language) for _, words in step_texts(step)))
    return frozenset(mark for mark, pattern in MENTIONS[language].items() if pattern.search(whole))


def _named(step: Step, language: Language, marks: Collection[SafetyMark], code: str) -> Iterator[Finding]:
    for path, words in _at_hand(step, language) if marks else ():
        text = words.in_(language)
        for mark in sorted(marks):
            match = MENTIONS[language][mark].search(plain(text))
            if match and not warns_itself(words.vi):
                fields = {"part": text[match.start() : match.end()], "mark": mark, "step": step.id}
                yield Finding(code, Place(f"{language}.toml", path), fields)


def nothing_personal_is_typed_here(flow: Flow) -> Iterator[Finding]:
    """No step has a place to type in, and no sentence asks to type or read something out to the kiosk."""
    for step in flow.steps.values():
        for path, words in step_texts(step):
            if match := GIVES_TO_KIOSK.search(words.vi):
                yield Finding("asks-personal-data", Place("vi.toml", path), {"part": match[0]})
