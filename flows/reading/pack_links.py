"""What a pack names must exist in it: steps, sources, QR targets, questions asked by guards."""

from __future__ import annotations

import re
from typing import assert_never

from flows.guide.cited import cited
from flows.guide.flow import Flow
from flows.guide.guards import asked_of
from flows.guide.problems import Finding, Place
from flows.guide.steps import Check, Choose, DoStep, End, HandOver, Practise, Say, Show, Step, ToStep
from flows.guide.table import Table
from flows.guide.walk import CHOICE_PREFIX
from flows.reading.pack_steps import KINDS

_ADDRESS = re.compile(
    r"https://(?:[\w-]+\.)+[\w-]+(?::\d+)?(?:[/?#][^\s\x00-\x1f]*)?", re.ASCII | re.IGNORECASE
)
MOST_FIRST = 5
"""Steps on the first page of a sheet: more, and their pictures get too small."""
MOST_LETTERS = 300
"""Of an address in a code: more, and its squares get too small for a phone held in an unsteady hand."""


def _is_address(payload: str) -> bool:
    """A whole web address: a host with a dot, nobody's name or password before it, no blank."""
    return len(payload) <= MOST_LETTERS and _ADDRESS.fullmatch(payload) is not None


def note_loose_ends(flow: Flow, table: Table) -> None:
    """Note every name in *flow* that leads nowhere; *table* is its `flow.toml`."""
    if flow.start not in flow.steps:
        table.note("start-nowhere", "start", start=flow.start)
    _note_must_have(flow, table)
    for named in flow.first_page:
        if named not in flow.steps or len(flow.first_page) > MOST_FIRST:
            table.note("first-page-wrong", "first_page", step=named, most=MOST_FIRST)
    for caution in flow.warnings:
        _note_sources(flow, table, caution.sources, "warning", caution.id, "sources")
    for change in flow.changes:
        _note_sources(flow, table, change.sources, "changed", change.id, "sources")
        if change.step_id and change.step_id not in flow.steps:
            table.note("changed-nowhere", "changed", change.id, "step", step=change.step_id)
    for hotline in flow.hotlines:
        _note_sources(flow, table, hotline.sources, "hotline", hotline.id, "sources")
    for target in flow.qr:
        _note_sources(flow, table, target.sources, "qr", target.id, "sources")
        _note_cited(flow, table, target.why, Place("flow.toml", ("qr", target.id, "why")))
        if target.printable and not _is_address(target.payload):
            table.note("qr-not-https", "qr", target.id, "payload", qr=target.id)
    if flow.staff_note is not None:
        for language in flow.languages:
            if flow.staff_note.has(language):
                note = Place(f"{language}.toml", ("staff_note",))
                _note_cited(flow, table, flow.staff_note.in_(language), note)
    for source in flow.sources.values():
        for key in ("title", "url"):
            if not getattr(source, key).strip():
                table.note("source-empty", "source", source.key, key, source=source.key, key=key)
    for step in flow.steps.values():
        _note_sources(flow, table, step.sources, "step", step.id, "sources")
        for named in step.hotlines:
            if named not in {one.id for one in flow.hotlines}:
                table.note("hotline-nowhere", "step", step.id, "hotlines", hotline=named)
        _note_ways(step, table)
        _note_edges(flow, step, table)
        if isinstance(step, Show) and step.qr_id:
            shown = next((target for target in flow.qr if target.id == step.qr_id), None)
            if shown is None or not shown.printable:
                code = "qr-nowhere" if shown is None else "qr-unchecked"
                table.note(code, "step", step.id, "qr_id", qr=step.qr_id)


def _note_must_have(flow: Flow, table: Table) -> None:
    needs = [need.id for need in flow.needs]
    for named in flow.must_have:
        if named not in needs:
            table.note("must-have-nowhere", "must_have", need=named, needs=" · ".join(needs) or "–")
    if flow.have_ready is not None and not flow.must_have:
        table.note("key-missing", key="must_have", wanted_vi='["…"]', wanted_en='["…"]')


def _note_sources(flow: Flow, table: Table, keys: tuple[str, ...], *path: str) -> None:
    for key in keys:
        if key not in flow.sources:
            table.note("source-nowhere", *path, source=key)


def _note_cited(flow: Flow, table: Table, text: str, place: Place) -> None:
    for key in cited(text):
        if key not in flow.sources:
            table.notes.append(Finding("cited-nowhere", place, {"source": key}))


def _note_ways(step: Step, table: Table) -> None:
    has_next = any(edge.id == "next" for edge in step.edges)
    choices = {edge.id for edge in step.edges if edge.id.startswith(CHOICE_PREFIX)}
    match step:
        case Say() | DoStep() | Show() | Practise():
            fits = has_next and not choices
        case Choose():
            fits = not has_next and 2 <= len(choices) <= 4
        case Check():
            fits = not has_next and {"choice.yes", "choice.no"} <= choices and len(choices) <= 4
        case HandOver() | End():
            fits = not has_next and not choices
        case _:
            assert_never(step)
    kind = table.table("step").table(step.id).values.get("kind")
    if not fits and isinstance(kind, str) and kind in KINDS:  # an unknown kind has been noted already
        table.note("ways-wrong", "step", step.id, step=step.id, kind=kind)


def _note_edges(flow: Flow, step: Step, table: Table) -> None:
    for edge in step.edges:
        path = ("step", step.id, *edge.id.split(".", 1))
        if isinstance(edge.target, ToStep) and edge.target.step_id not in flow.steps:
            table.note("way-nowhere", *path, target=edge.target.step_id)
        for asked in asked_of(edge.guard):
            offered = flow.steps.get(asked.step_id)
            offered_ids = {one.id.removeprefix(CHOICE_PREFIX) for one in offered.edges} if offered else set()
            for choice in sorted(asked.choice_ids - offered_ids):
                table.note("guard-asks-nothing", *path, step=asked.step_id, choice=choice)
