"""The pictures beside answers, and what may go wrong, can be drawn and tell them apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place
from flows.guide.steps import Edge, Step
from resources import path

_SVG = "{http://www.w3.org/2000/svg}svg"


def answer_pictures_can_be_drawn(flow: Flow) -> Iterator[Finding]:
    """Somebody may have damaged a file of the kiosk: then the words stand alone."""
    for step, edge in _pictured(flow):
        reason = wrong_with(path("pictures", "answers", f"{edge.picture}.svg"))
        if reason:
            yield Finding(
                "answer-picture-broken", _place(step, edge), {"name": edge.picture, "reason": reason}
            )


def answer_pictures_differ(flow: Flow) -> Iterator[Finding]:
    """Who cannot read would take two answers with one picture for the same."""
    seen: dict[tuple[str, str, str], str] = {}
    for step, edge in _pictured(flow):
        kind, answer = edge.id.split(".", 1)
        other = seen.setdefault((step.id, kind, edge.picture), answer)
        if other != answer:
            fields = {"step": step.id, "one": other, "two": answer, "name": edge.picture}
            yield Finding("answer-pictures-same", _place(step, edge), fields)


def wrong_with(file: Path) -> str:
    """Why *file* is no drawing; empty where it is one."""
    try:
        drawing = ElementTree.parse(file).getroot()
    except OSError as reason:
        return reason.strerror or str(reason)
    except ElementTree.ParseError as reason:
        return str(reason)
    if drawing.tag != _SVG or "viewBox" not in drawing.attrib or not len(drawing):
        return "no <svg> with a viewBox and something drawn"
    return ""


def _pictured(flow: Flow) -> Iterator[tuple[Step, Edge]]:
    for step in flow.steps.values():
        for edge in step.edges:
            if edge.picture:
                yield step, edge


def _place(step: Step, edge: Edge) -> Place:
    kind, answer = edge.id.split(".", 1)
    return Place("flow.toml", ("step", step.id, f"{kind}_picture", answer))
