"""Every text of a guide that a resident may see or hear, with the path at which its files hold it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from flows.flow import Flow
from flows.steps import Step
from flows.words import Words

Path: TypeAlias = tuple[str, ...]


def resident_texts(flow: Flow) -> Iterator[tuple[Path, Words]]:
    """Titles, needs, cautions, QR labels and steps, in that order; not the note for staff."""
    yield ("title",), flow.title
    yield ("summary",), flow.summary
    for need in flow.needs:
        yield ("need", need.id), need.text
    for caution in flow.warnings:
        yield ("warning", caution.id), caution.text
    for target in flow.qr:
        yield ("qr", target.id), target.label
    for step in flow.steps.values():
        yield from step_texts(step)


def step_texts(step: Step) -> Iterator[tuple[Path, Words]]:
    """What is said at a step and what stands on its buttons."""
    home = ("step", step.id)
    yield (*home, "say"), step.say
    if step.simpler:
        yield (*home, "simpler"), step.simpler
    if step.example:
        yield (*home, "example"), step.example
    for edge in step.edges:
        stuck = edge.id.startswith("stuck.")
        if edge.label:
            yield (*home, *edge.id.split(".", 1), *(("if",) if stuck else ())), edge.label
        if edge.advice:
            yield (*home, *edge.id.split(".", 1), "say"), edge.advice
