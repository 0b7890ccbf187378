"""A picture shows where to touch, and only there."""

from __future__ import annotations

from collections.abc import Iterator

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.steps import Do, Practise, Show

MOST_ELEMENTS = 7


def one_place_to_touch(flow: Flow) -> Iterator[Finding]:
    """Exactly one highlight where the resident acts; elsewhere one at the most."""
    for step in flow.steps.values():
        if step.picture is None:
            continue
        count = sum(element.highlight for element in step.picture.elements)
        if count > 1 or (count == 0 and isinstance(step, Do | Show | Practise)):
            place = Place("flow.toml", ("step", step.id, "picture", "elements"))
            yield Finding("highlight-wrong", place, {"step": step.id, "count": count})


def pictures_stay_simple(flow: Flow) -> Iterator[Finding]:
    """Few enough elements to be recognised from a metre away."""
    for step in flow.steps.values():
        if step.picture is not None and len(step.picture.elements) > MOST_ELEMENTS:
            place = Place("flow.toml", ("step", step.id, "picture", "elements"))
            yield Finding("picture-crowded", place, {"step": step.id, "count": len(step.picture.elements)})
