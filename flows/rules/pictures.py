"""A picture shows where to touch, and only there; never where not to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.flow import Flow
from flows.problems import Finding, Place
from flows.steps import Do, ElementRole, Practise, Show

MOST_ELEMENTS = 7
WAYS_OUT: tuple[ElementRole, ...] = ("hang-up", "close")
_HOLDS_BACK = re.compile(r"\bđừng (?:chạm|bấm|nhập|gõ|quét|cài|mở|xóa)\b", re.IGNORECASE)


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


def nothing_points_where_not_to_touch(flow: Flow) -> Iterator[Finding]:
    """Who only sees the picture would do what the sentence warns of: it may point at a way out alone."""
    for step in flow.steps.values():
        pointed = [] if step.picture is None else [one for one in step.picture.elements if one.highlight]
        if all(one.role in WAYS_OUT for one in pointed):
            continue
        if match := _HOLDS_BACK.search(step.say.vi):
            place = Place("vi.toml", ("step", step.id, "say"))
            yield Finding("points-at-danger", place, {"step": step.id, "part": match[0]})
