"""What has changed has a source, and shown by two pictures that differ."""

from __future__ import annotations

from collections.abc import Iterator

from flows.checking.pictures import MOST_ELEMENTS
from flows.guide.flow import Change, Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Picture


def changes_have_sources(flow: Flow) -> Iterator[Finding]:
    """Who learnt it the other way reads that they were overtaken: nothing is guessed there."""
    for change in flow.changes:
        if not change.sources or change.confidence == "U":
            yield Finding("changed-unsourced", _place(change), {"change": change.id})


def two_pictures_show_what_moved(flow: Flow) -> Iterator[Finding]:
    """On each exactly one place, as many elements as can be made out, and not twice the same."""
    for change in flow.changes:
        step = flow.steps.get(change.step_id)
        if step is None or change.before is None:
            continue
        if isinstance(change.before, Picture):
            marked = sum(element.highlight for element in change.before.elements)
            fits = marked == 1 and len(change.before.elements) <= MOST_ELEMENTS
            same = change.before == step.picture
        else:
            fits, same = True, change.before == step.drawing
        if not fits or same or not (step.picture or step.drawing):
            yield Finding("changed-pictures", _place(change, "before"), {"change": change.id})


def _place(change: Change, *below: str) -> Place:
    return Place("flow.toml", ("changed", change.id, *below))
