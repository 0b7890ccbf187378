"""All the guides of a folder: those offered, and what was refused and why.

(The guides themselves stand beside this module, in the folder `library/`.)
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from flows.checking.dated import of_what_follows
from flows.checking.sets import at_loading, of_its_content
from flows.guide.flow import Flow
from flows.guide.problems import Finding, Place, Problem, own_fault, severity
from flows.guide.steps import Edge, Step, ToFlow, ToPerson
from flows.guide.ward import SHIPPED_WARD
from flows.reading.content import SHIPPED
from flows.reading.dated import on_day
from flows.reading.pack import Pack, read_pack

RESIDENT_GUIDES = SHIPPED.guides
"""The guides for residents that come with the kiosk."""
TRAINING_GUIDES = SHIPPED.training
"""The guides for volunteers that come with the kiosk. A folder of their own: a resident is never offered one,
and the kiosk reads them when it has shown its topics."""


@dataclass(frozen=True, slots=True)
class Library:
    """`flows` holds the guides on offer by id, in alphabetical order; every target of theirs is offered.

    They say what holds on the day they were read for; `written` are the same as they stand in the files.
    """

    folder: Path
    flows: Mapping[str, Flow]
    problems: tuple[Problem, ...]
    written: Mapping[str, Flow] = field(default_factory=dict)


def load_library(
    folder: Path, today: date, beside: Mapping[str, Flow] | None = None, ward: str = SHIPPED_WARD
) -> Library:
    """Read every guide below *folder*, as it speaks of *ward*. A broken one is refused and named; the others
    are offered.

    Ways to the guides *beside* it are good too; those are not in the library. Never raises for what stands
    in the guides; an absent folder gives an empty library. Raises `OSError` only when the folder itself
    cannot be listed.
    """
    packs = read_packs(folder, ward)
    problems: list[Problem] = []
    offered: dict[str, Flow] = {}
    for pack in packs:
        findings = _at_loading(pack, today)
        problems += pack.problems((*pack.findings, *findings))
        if pack.flow and not any(severity(finding) == "error" for finding in findings):
            offered[pack.flow_id] = pack.flow
    targets = {**(beside or {}), **offered}
    for pack in packs:
        if pack.flow_id in offered:
            problems += pack.problems(loose_targets(offered[pack.flow_id], targets))
    written = {flow_id: _without_loose_targets(flow, targets) for flow_id, flow in offered.items()}
    return Library(folder, on_day(written, today), tuple(problems), written)


def _at_loading(pack: Pack, today: date) -> tuple[Finding, ...]:
    try:
        if pack.flow is None:
            return ()
        now = tuple(at_loading(pack.flow, today))
        return (*now, *of_what_follows(pack.flow, now, lambda later: of_its_content(later, today)))
    except Exception:  # noqa: BLE001 – a bug of ours, as in `read_pack`
        return (own_fault(pack.flow_id),)


def read_packs(folder: Path, ward: str = "") -> tuple[Pack, ...]:
    """Every folder below *folder*, read as a guide (`read_pack`), in the order of their names."""
    if not folder.is_dir():
        return ()
    names = sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )
    return tuple(read_pack(path, ward) for path in names)


def loose_targets(flow: Flow, offered: Collection[str]) -> tuple[Finding, ...]:
    """A finding for each edge, and each name in `learn_next`, that leads to a guide which is not on offer."""
    unknown = tuple(
        Finding("learn-next-nowhere", Place("flow.toml", ("learn_next",)), {"target": flow_id})
        for flow_id in flow.learn_next
        if flow_id not in offered or flow_id == flow.id
    )
    return unknown + tuple(
        Finding("flow-nowhere", Place("flow.toml", ("step", step.id, *edge.id.split(".", 1))),
                {"target": edge.target.flow_id})
        for step in flow.steps.values()
        for edge in step.edges
        if isinstance(edge.target, ToFlow) and edge.target.flow_id not in offered
    )  # fmt: skip


def _without_loose_targets(flow: Flow, offered: Mapping[str, Flow]) -> Flow:
    """The guide with a person in place of each guide not on offer; its hash stays that of the files."""
    if not loose_targets(flow, offered):
        return flow
    return replace(flow, steps={step.id: _mended(step, offered) for step in flow.steps.values()})


def _mended(step: Step, offered: Mapping[str, Flow]) -> Step:
    edges: list[Edge] = []
    for edge in step.edges:
        gone = isinstance(edge.target, ToFlow) and edge.target.flow_id not in offered
        edges.append(replace(edge, target=ToPerson()) if gone else edge)
    return replace(step, edges=tuple(edges))
