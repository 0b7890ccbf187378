"""All the exercises of a folder: those offered, and what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from flows.exercise.pack import FILE, read_exercise
from flows.exercise.rules import at_checking, at_loading
from flows.exercise.script import Exercise
from flows.problems import Problem, severity
from flows.rules.wording import Speakable
from flows.single_file import folders_of

EXERCISES = Path(__file__).parent.with_name("exercises")
"""Those that come with the kiosk; a ward may lay its own beside."""


@dataclass(frozen=True, slots=True)
class Exercises:
    """`offered` are in their order; `read` are the ids of all there are."""

    offered: Mapping[str, Exercise] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    read: tuple[str, ...] = ()

    @property
    def refused(self) -> tuple[str, ...]:
        return tuple(one for one in self.read if one not in self.offered)


def load_exercises(folder: Path, today: date, speakable: Speakable | None = None) -> Exercises:
    """Read each below *folder*, or the one it holds. A broken one is refused and named, the others are
    offered; with *speakable* the author is told more. An absent folder holds none.
    """
    packs = tuple(read_exercise(one) for one in folders_of(folder, FILE))
    offered: list[Exercise] = []
    problems: list[Problem] = []
    for pack in packs:
        findings = (*pack.findings, *at_loading(pack, today))
        if pack.draft is not None and not any(severity(one) == "error" for one in findings):
            offered.append(pack.draft)
            if speakable is not None:
                findings = (*findings, *at_checking(pack.draft, speakable))
        problems += pack.problems(findings)
    offered.sort(key=lambda one: (one.order, one.id))
    return Exercises({one.id: one for one in offered}, tuple(problems), tuple(pack.id for pack in packs))


@cache
def shipped_exercises() -> Mapping[str, Exercise]:
    """Those that come with the kiosk, whatever the day: to show and to try them out."""
    return load_exercises(EXERCISES, date.min).offered
