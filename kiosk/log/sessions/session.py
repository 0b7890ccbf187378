"""What a visit was, as derived from its events. All times are milliseconds since the visit began."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from kiosk.base import events as v

WalkEnd: TypeAlias = Literal["completed", "stopped", "referred", "handed-over", "cut-off"]
"""`cut-off`: the visit ended (crash, idle, next person) while the walk was open and nobody had said how."""


@dataclass(frozen=True, slots=True)
class StepVisit:
    """One step as it was shown once.

    `by` and `edge` are None where it was left by Back or not at all, and where Back has led to it again: what
    is done anew counts, by whoever does it then. `edge` alone is None where the log may not name it: then
    the step stands for all that was done until the walk was seen again, by who helped most.
    """

    step: str
    from_ms: int
    until_ms: int | None = None
    edge: str | None = None
    by: v.Actor | None = None
    explained: tuple[v.Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkSummary:
    """`edges` are those in force, Back having removed one each time; None for one the log may not name."""

    flow: str
    flow_hash: str
    topic: str
    from_ms: int
    until_ms: int | None
    outcome: WalkEnd | None  # None while it is open
    steps: tuple[StepVisit, ...]
    edges: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class HelpCall:
    """`step` is where the resident called, None outside a walk. The time between is how long they waited.

    `taken`: somebody came, `by` (None: they typed no PIN); otherwise the resident waited no longer.
    `escalated_ms`: when another number was shown because nobody had come.
    """

    from_ms: int
    until_ms: int | None
    step: str | None
    taken: bool = False
    by: str | None = None
    escalated_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Assist:
    """A member of staff assisted this visit, while they had the controls."""

    staff: str
    from_ms: int
    until_ms: int | None


@dataclass(frozen=True, slots=True)
class Practised:
    """One pass over a guide on the drawn phone, to its end."""

    flow: str
    rung: v.Rung
    clean: bool
    by: v.Actor


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """`wall_s`: the quarter of an hour of its beginning. `outcome` is None while it is open.

    `mode` is assisted as soon as a member of staff has assisted once. What they say of it at the end is
    `result`, `obstacle` and `filed`; None where they did not say.

    `place`, `mode` and `language` are None where the visit's first event was lost with a corrupt file.
    """

    id: str
    wall_s: int
    clock_ok: bool
    place: str | None
    mode: v.Mode | None
    language: v.Language | None
    duration_ms: int
    outcome: v.SessionOutcome | None
    walks: tuple[WalkSummary, ...] = ()
    help_calls: tuple[HelpCall, ...] = ()
    face: v.Face | None = None
    resumed: int = 0
    idle_notices: int = 0
    asked_in_vain: int = 0
    numbers_shown: int = 0
    assists: tuple[Assist, ...] = ()
    result: v.Result | None = None
    obstacle: v.Obstacle | None = None
    filed: v.Answer | None = None
    practised: tuple[Practised, ...] = ()
    rehearsed: int = 0  # scams; nothing of how it went
    exercised: tuple[v.ExerciseHelp, ...] = ()  # each exercise in typing that was done, by what helped
