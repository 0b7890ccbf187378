"""A picture shows where to touch, and only there; never where not to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from flows.guide.flow import Flow
from flows.guide.gestures import Swipe, speaks, swipe_of
from flows.guide.problems import Finding, Place
from flows.guide.steps import WAYS_OUT, DoStep, ElementRole, Practise, Show
from flows.practice.place import why_not

MOST_ELEMENTS = 7
LOOKED_AT: tuple[ElementRole, ...] = ("text", "photo", "digits")
_HOLDS_BACK = re.compile(r"\bđừng (?:chạm|bấm|nhập|gõ|quét|cài|mở|xóa)\b", re.IGNORECASE)


def one_place_to_touch(flow: Flow) -> Iterator[Finding]:
    """Exactly one highlight where the resident acts; elsewhere one at the most."""
    for step in flow.steps.values():
        if step.picture is None:
            continue
        count = sum(element.highlight for element in step.picture.elements)
        if count > 1 or (count == 0 and isinstance(step, DoStep | Show | Practise)):
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
        pointed = (
            []
            if step.picture is None
            else [element for element in step.picture.elements if element.highlight]
        )
        if all(element.role in WAYS_OUT for element in pointed):
            continue
        if match := _HOLDS_BACK.search(step.say.vi):
            place = Place("vi.toml", ("step", step.id, "say"))
            yield Finding("points-at-danger", place, {"step": step.id, "part": match[0]})


def swipes_show_an_arrow(flow: Flow) -> Iterator[Finding]:
    """On a drawn screen a swipe looks like a touch: whoever does not read would tap."""
    for step in flow.steps.values():
        swipe = swipe_of(step)
        if swipe and (step.picture is not None or not step.drawing.startswith(get_args(Swipe))):
            place = Place("flow.toml", ("step", step.id, "picture"))
            yield Finding("swipe-without-arrow", place, {"step": step.id, "name": swipe})


def slides_can_be_practised(flow: Flow) -> Iterator[Finding]:
    """What a finger slides is drawn for practice: the sentence's own way, and one slider or the screen."""
    for step in flow.steps.values():
        if swipe_of(step) is None:
            if step.slide is not None:
                yield Finding(
                    "slide-unsaid", Place("flow.toml", ("step", step.id, "slide")), {"step": step.id}
                )
        elif step.slide is None:
            yield Finding("slide-missing", Place("flow.toml", ("step", step.id)), {"step": step.id})
        elif (reason := why_not(step)) is not None:
            place = Place(
                "flow.toml", ("step", step.id, "slide", "way" if reason == "another-way" else "elements")
            )
            code = "slide-another-way" if reason == "another-way" else "slide-target-wrong"
            yield Finding(code, place, {"step": step.id})
        if step.slide is not None and len(step.slide.screen.elements) > MOST_ELEMENTS:
            place = Place("flow.toml", ("step", step.id, "slide", "elements"))
            yield Finding(
                "picture-crowded", place, {"step": step.id, "count": len(step.slide.screen.elements)}
            )


def nothing_is_pressed_while_speaking(flow: Flow) -> Iterator[Finding]:
    """A hand on a drawn key means: press here. During a call that hangs up, or dials on."""
    for step in flow.steps.values():
        if step.picture is None or step.picture.device == "none" or not speaks(step):
            continue
        if any(element.highlight and element.role not in LOOKED_AT for element in step.picture.elements):
            place = Place("flow.toml", ("step", step.id, "picture"))
            yield Finding("presses-while-speaking", place, {"step": step.id})
