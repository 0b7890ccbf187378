"""What is typed when a guide is practised is the guide's own, and what files is not practised for real."""

from __future__ import annotations

from collections.abc import Iterator

from flows.checking.single_files import CODE
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Element, Step
from flows.practice.exercise.keyboard import untypable
from flows.practice.place import is_typed_into, why_not

MOST_LETTERS = 24
"""By one switch each letter takes its turn of rows and keys."""


def what_is_typed_is_the_guides_own(flow: Flow) -> Iterator[Finding]:
    """On the one marked field, by the drawn keys, and words the step itself says or shows."""
    for step in flow.steps.values():
        screens = (step.picture, step.slide.screen if step.slide else None)
        for element in (one for screen in screens if screen for one in screen.elements if one.typed):
            place = Place("flow.toml", ("step", step.id, "picture", "elements"))
            fields: dict[str, object] = {"step": step.id, "word": element.typed}
            if step.picture is None or not is_typed_into(element, step.picture) or why_not(step):
                yield Finding("typed-elsewhere", place, fields)
            elif len(element.typed) > MOST_LETTERS or untypable(element.typed):
                yield Finding("typed-wrong", place, {**fields, "most": MOST_LETTERS})
            elif not _is_its_own(element, step):
                yield Finding("typed-not-its-own", place, {**fields, "code": CODE})


def _is_its_own(element: Element, step: Step) -> bool:
    if element.typed == CODE:
        return True
    said = (step.say, step.simpler, step.example)
    texts = (element.label if element.sourced else None, *(words.vi for words in said if words))
    return any(text and element.typed.casefold() in text.casefold() for text in texts)


def what_files_is_not_practised_for_real(flow: Flow) -> Iterator[Finding]:
    """Who practises a guide that submits a file would submit it once more."""
    if flow.files and flow.own_phone:
        yield Finding("own-phone-files", Place("flow.toml", ("files",)))
