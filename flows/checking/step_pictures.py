"""Each step shows something: a drawn screen, or a picture of ours that its guide names."""

from __future__ import annotations

from collections.abc import Iterator

from flows.checking.answer_pictures import wrong_with
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Check, Choose
from resources import path


def steps_name_their_picture(flow: Flow) -> Iterator[Finding]:
    """Else the picture of the whole guide stands there, which says nothing of the step."""
    for step in flow.steps.values():
        if step.picture is None and not step.drawing and not isinstance(step, Choose | Check):
            yield Finding("step-picture-missing", Place("flow.toml", ("step", step.id)), {"step": step.id})
    if flow.must_have and not flow.have_ready_picture:
        yield Finding("ready-picture-missing", Place("flow.toml", ("must_have",)))


def step_pictures_can_be_drawn(flow: Flow) -> Iterator[Finding]:
    """Somebody may have damaged a file of the kiosk: then the words stand alone."""
    named: dict[str, tuple[str, ...]] = {
        step.drawing: ("step", step.id, "picture") for step in flow.steps.values() if step.drawing
    }
    if flow.have_ready_picture:
        named[flow.have_ready_picture] = ("must_have_picture",)
    for name, place in named.items():
        if reason := wrong_with(path("pictures", "steps", f"{name}.svg")):
            yield Finding("step-picture-broken", Place("flow.toml", place), {"name": name, "reason": reason})
