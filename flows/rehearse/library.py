"""All the rehearsals of a folder: those offered, and what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from flows.problems import Problem, severity
from flows.rehearse.pack import FILE, read_rehearsal
from flows.rehearse.rules import at_checking, at_loading
from flows.rehearse.script import Rehearsal
from flows.rules.wording import Speakable
from flows.single_file import folders_of

REHEARSALS = Path(__file__).parent.with_name("rehearsals")
"""Those that come with the kiosk."""


@dataclass(frozen=True, slots=True)
class Rehearsals:
    """`scripts` are on offer, in their order; `read` are the ids of all there are."""

    scripts: Mapping[str, Rehearsal] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    read: tuple[str, ...] = ()

    @property
    def refused(self) -> tuple[str, ...]:
        return tuple(one for one in self.read if one not in self.scripts)


def load_rehearsals(folder: Path, today: date, speakable: Speakable | None = None) -> Rehearsals:
    """Read each below *folder*, or the one it holds. A broken one is refused and named, the others are
    offered; with *speakable* the author is told more. An absent folder holds none.
    """
    packs = tuple(read_rehearsal(one) for one in folders_of(folder, FILE))
    offered: list[Rehearsal] = []
    problems: list[Problem] = []
    for pack in packs:
        findings = (*pack.findings, *at_loading(pack, today))
        if pack.draft is not None and not any(severity(one) == "error" for one in findings):
            offered.append(pack.draft)
            if speakable is not None:
                findings = (*findings, *at_checking(pack.draft, speakable))
        problems += pack.problems(findings)
    offered.sort(key=lambda one: (one.order, one.id))
    return Rehearsals({one.id: one for one in offered}, tuple(problems), tuple(pack.id for pack in packs))


@cache
def shipped_rehearsals() -> Mapping[str, Rehearsal]:
    """Those that come with the kiosk, whatever the day: to show and to try them out."""
    return load_rehearsals(REHEARSALS, date.min).scripts
