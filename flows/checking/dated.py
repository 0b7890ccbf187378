"""What ends on a day: whether that day can be, and whether what follows keeps the rules too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.reading.dated import flow_on


def last_days_can_be(flow: Flow, today: date) -> Iterator[Finding]:
    """A last day lies not before the day somebody checked the fact; once over, the new wording is all."""
    for step in flow.steps.values():
        for until in sorted({part.until for part in step.dated}):
            place = Place("flow.toml", ("step", step.id, "until"))
            fields = {"step": step.id, "until": until, "checked_on": flow.checked_on}
            if until < flow.checked_on:
                yield Finding("until-before-checked", place, fields)
            elif until < today:
                yield Finding("until-over", place, fields)


def last_days_have_sources(flow: Flow) -> Iterator[Finding]:
    """Somebody read that day somewhere: `flows due` names where to look again."""
    for step in flow.steps.values():
        if step.dated and not step.sources:
            yield Finding(
                "until-source-none", Place("flow.toml", ("step", step.id, "until")), {"step": step.id}
            )


def of_what_follows(
    flow: Flow, now: Iterable[Finding], rules: Callable[[Flow], Iterable[Finding]]
) -> Iterator[Finding]:
    """What *rules* find, beside what they find *now*, when everything that ends has ended."""
    dated = {step.id for step in flow.steps.values() if step.dated}
    if not dated:
        return
    already = {(finding.code, finding.place) for finding in now}
    for finding in rules(flow_on(flow, date.max)):
        place = finding.place
        if (finding.code, place) in already or place.path[:1] != ("step",) or place.path[1] not in dated:
            continue
        yield replace(finding, place=replace(place, path=_as_written(place)))


def _as_written(place: Place) -> tuple[str, ...]:
    """Where the new wording stands in its file."""
    match place.path:
        case ("step", step, ("say" | "simpler" | "example") as text) if place.file != "flow.toml":
            return ("step", step, "after", text)
        case ("step", step, "stuck", trouble, "say") if place.file != "flow.toml":
            return ("step", step, "after", "stuck", trouble)
    return place.path
