"""Each breakdown as rows, under its key in the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from kiosk.base import events as v
from kiosk.base.hours.opening import HANOI
from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import BETWEEN, CellKey, Cells, of_key
from kiosk.log.figures.counts import LEFT, Own, Visits, is_unresolved, of_kind, raised, walks_of
from kiosk.log.sessions.doors import doors_of
from kiosk.log.sessions.duty import duty_of

LONGEST_MIN = 60
"""A walk of an hour or more is one of 60 minutes."""
WAITS_MIN: Mapping[str, int] = {"under-1": 1, "1-3": 3, "3-5": 5, "5-10": 10}
"""Up to how many minutes, not included; beyond the last one "10-up"."""


class BucketRow(NamedTuple):
    """`bucket`: a word of the catalogue's closed list, the id of a guide or topic, or an hour "08".

    Where a breakdown goes by two things it is both: ``vneid-cai-dat/completed``.
    """

    bucket: str
    number: int


def rows_of(key: str, cells: Cells) -> tuple[BucketRow, ...]:
    """The rows of that breakdown. Raises `KeyError` for one nobody has defined.

    Buckets of a closed list come in its order, also those with 0; hours from the first to the last that has
    one; guides and topics by how many, then by their id. What adds up to nothing has no rows.
    """
    breakdown = catalogue().breakdown(key)
    counted = of_key(cells, key)
    if not counted:
        return ()
    if breakdown.buckets:
        return tuple(BucketRow(bucket, counted.get(bucket, 0)) for bucket in breakdown.buckets)
    if key == "hour":
        hours = range(int(min(counted)), int(max(counted)) + 1)
        return tuple(BucketRow(f"{hour:02}", counted.get(f"{hour:02}", 0)) for hour in hours)
    return tuple(BucketRow(*pair) for pair in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def hour_of(wall_s: int) -> str:
    """The hour in Hà Nội, "00" … "23"."""
    return f"{datetime.fromtimestamp(wall_s, UTC).astimezone(HANOI):%H}"


def bucketed(visits: Visits, own: Own = ()) -> Iterator[tuple[CellKey, int]]:
    """Every row of every breakdown that is not 0, and of what is counted beneath the figures."""
    for key, of_visits in BUCKETS.items():
        yield from ((CellKey(key, bucket), many) for bucket, many in Counter(of_visits(visits)).items())
    for key, of_own in OWN_BUCKETS.items():
        yield from ((CellKey(key, bucket), many) for bucket, many in Counter(of_own(own)).items())


def _steps(visits: Visits) -> Iterator[str]:
    for walk in walks_of(visits):
        yield from (step.by for step in walk.steps if step.by is not None)


def _minutes(ms: int) -> str:
    return f"{min((ms + 30_000) // 60_000, LONGEST_MIN):02}"


def _waits(visits: Visits) -> Iterator[str]:
    for visit in visits:
        for call in visit.help_calls:
            if call.until_ms is None:
                yield "waiting"
                continue
            minutes = (call.until_ms - call.from_ms) / 60_000
            yield next((bucket for bucket, most in WAITS_MIN.items() if minutes < most), "10-up")


BUCKETS: Mapping[str, Callable[[Visits], Iterator[str]]] = {
    "place": lambda visits: (visit.place or "unknown" for visit in visits),
    "hour": lambda visits: (hour_of(visit.wall_s) for visit in visits),
    "mode": lambda visits: (visit.mode or "unknown" for visit in visits),
    "outcome": lambda visits: (visit.outcome or "open" for visit in visits),
    "language": lambda visits: (visit.language or "unknown" for visit in visits),
    "face": lambda visits: (visit.face or "none" for visit in visits),
    "result": lambda visits: (visit.result or "none" for visit in visits if visit.mode == "assisted"),
    "obstacle": lambda visits: (visit.obstacle or "none" for visit in visits if is_unresolved(visit)),
    "flow": lambda visits: (walk.flow for walk in walks_of(visits)),
    "flow-topic": lambda visits: (f"{walk.flow}{BETWEEN}{walk.topic}" for walk in walks_of(visits)),
    "topic": lambda visits: (walk.topic for walk in walks_of(visits)),
    "walk-outcome": lambda visits: (walk.outcome or "open" for walk in walks_of(visits)),
    "topic-outcome": lambda visits: (
        f"{walk.topic}{BETWEEN}{walk.outcome or 'open'}" for walk in walks_of(visits)
    ),
    "flow-outcome": lambda visits: (
        f"{walk.flow}{BETWEEN}{walk.outcome or 'open'}" for walk in walks_of(visits)
    ),
    "flow-left": lambda visits: (
        f"{walk.flow}{BETWEEN}{walk.steps[-1].step if walk.steps else 'unknown'}"
        for walk in walks_of(visits, *LEFT)
    ),
    "flow-minutes": lambda visits: (
        f"{walk.flow}{BETWEEN}{_minutes((walk.until_ms or walk.from_ms) - walk.from_ms)}"
        for walk in walks_of(visits, "completed")
    ),
    "actor": _steps,
    "explained": lambda visits: (
        how for walk in walks_of(visits) for step in walk.steps for how in step.explained
    ),
    "practice-rung": lambda visits: (one.rung for visit in visits for one in visit.practised),
    "practice-actor": lambda visits: (one.by for visit in visits for one in visit.practised),
    "flow-practised": lambda visits: (one.flow for visit in visits for one in visit.practised),
    "exercise-help": lambda visits: (one for visit in visits for one in visit.exercised),
    "wait": _waits,
}

OWN_BUCKETS: Mapping[str, Callable[[Own], Iterator[str]]] = {
    "staff": lambda own: (shift.staff for shift in duty_of(own).shifts),
    "ticket-problem": lambda own: (what.problem for what in raised(own)),
    "door-outcome": lambda own: (
        outcome for (_, outcome), doors in doors_of(own).items() for _ in range(doors)
    ),
    "door-area": lambda own: (str(area) for (area, _), doors in doors_of(own).items() for _ in range(doors)),
    "training-role": lambda own: (what.role for what in of_kind(own, v.TrainingFinished)),
    "training-flow": lambda own: (what.flow for what in of_kind(own, v.TrainingFinished)),
}
