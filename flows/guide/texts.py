"""Every text of a guide that a resident may see or hear, with the path at which its files hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from flows.guide.flow import Flow
from flows.guide.problems import Place
from flows.guide.steps import Picture, Step
from flows.guide.words import Words

Path: TypeAlias = tuple[str, ...]


def resident_texts(flow: Flow) -> Iterator[tuple[Path, Words]]:
    """Titles, needs, cautions, QR labels and steps, in that order; not the note for staff."""
    yield ("title",), flow.title
    yield ("summary",), flow.summary
    for need in flow.needs:
        yield ("need", need.id), need.text
    if flow.have_ready:
        yield ("must_have",), flow.have_ready
    for caution in flow.warnings:
        yield ("warning", caution.id), caution.text
    for target in flow.qr:
        yield ("qr", target.id), target.label
    for change in flow.changes:
        yield ("changed", change.id, "say"), change.say
    for step in flow.steps.values():
        yield from step_texts(step)


def all_in_one(flow: Flow) -> str:
    """The texts of `every_text` one below the other, quickly: what is not in it stands nowhere."""
    words = [words for _, words in resident_texts(flow)] + ([flow.staff_note] if flow.staff_note else [])
    said = [text for one in words for text in (one.vi, one.en, one.fr) if text]
    asked = (*flow.asked_as, *(line for step in flow.steps.values() for line in step.signs))
    return "\n".join((*said, *asked, *(label for _, label in labels(flow))))


def every_text(flow: Flow) -> Iterator[tuple[Place, str, bool]]:
    """Every text of every file in which it stands, and whether a resident may see or hear it."""
    staff = [(("staff_note",), flow.staff_note)] if flow.staff_note else []
    for path, words in (*resident_texts(flow), *staff):
        for language in flow.languages:
            if words.has(language):
                yield Place(f"{language}.toml", path), words.in_(language), path != ("staff_note",)
    yield Place("vi.toml", ("asked_as",)), " · ".join(flow.asked_as), False
    for step in flow.steps.values():
        if step.signs:
            yield Place("vi.toml", ("step", step.id, "signs")), " · ".join(step.signs), False
    for path, label in labels(flow):
        yield Place("flow.toml", path), label, path[0] in ("step", "changed")


def labels(flow: Flow) -> Iterator[tuple[Path, str]]:
    """What stands in `flow.toml` of a code and on the pictures."""
    for target in flow.qr:
        yield ("qr", target.id, "why"), target.why
    for change in flow.changes:
        if isinstance(change.before, Picture):
            yield from _on_it(change.before, ("changed", change.id, "before"))
    for step in flow.steps.values():
        if step.picture:
            yield from _on_it(step.picture, ("step", step.id, "picture"))


def _on_it(picture: Picture, home: Path) -> Iterator[tuple[Path, str]]:
    yield (*home, "title"), picture.title or ""
    for place, element in enumerate(picture.elements):
        if element.label:
            yield (*home, "elements", str(place)), element.label


def step_texts(step: Step) -> Iterator[tuple[Path, Words]]:
    """What is said at a step and what stands on its buttons."""
    home = ("step", step.id)
    yield (*home, "say"), step.say
    if step.title:
        yield (*home, "title"), step.title
    if step.simpler:
        yield (*home, "simpler"), step.simpler
    if step.example:
        yield (*home, "example"), step.example
    if step.calling:
        yield (*home, "calling"), step.calling
    for edge in step.edges:
        stuck = edge.id.startswith("stuck.")
        if edge.label:
            yield (*home, *edge.id.split(".", 1), *(("if",) if stuck else ())), edge.label
        if edge.advice:
            yield (*home, *edge.id.split(".", 1), "say"), edge.advice
