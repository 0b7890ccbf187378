"""Each breakdown as rows over visits, under its key in the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from kiosk.figures.catalogue import catalogue
from kiosk.figures.counts import Own, Visits
from kiosk.opening import HANOI
from kiosk.sessions import vocabulary as v
from kiosk.sessions.doors import doors_of


class Row(NamedTuple):
    """`bucket`: a word of the catalogue's closed list, the id of a guide or topic, or an hour "08"."""

    bucket: str
    number: int


def rows(key: str, visits: Visits, own: Own = ()) -> tuple[Row, ...]:
    """The rows of that breakdown. Raises `KeyError` for one nobody has defined.

    Buckets of a closed list come in its order, also those with 0; hours from the first to the last that has
    one; guides and topics by how many, then by their id. What adds up to nothing has no rows.
    """
    counted = Counter(OWN_BUCKETS[key](own) if key in OWN_BUCKETS else BUCKETS[key](visits))
    closed = catalogue().breakdowns[key].buckets
    if not counted:
        return ()
    if closed:
        return tuple(Row(bucket, counted[bucket]) for bucket in closed)
    if key == "hour":
        hours = range(int(min(counted)), int(max(counted)) + 1)
        return tuple(Row(f"{hour:02}", counted[f"{hour:02}"]) for hour in hours)
    return tuple(Row(*pair) for pair in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def hour_of(wall_s: int) -> str:
    """The hour in Hà Nội, "00" … "23"."""
    return f"{datetime.fromtimestamp(wall_s, UTC).astimezone(HANOI):%H}"


def _steps(visits: Visits) -> Iterator[str]:
    for visit in visits:
        for walk in visit.walks:
            yield from (step.by for step in walk.steps if step.by is not None)


BUCKETS: Mapping[str, Callable[[Visits], Iterator[str]]] = {
    "hour": lambda visits: (hour_of(visit.wall_s) for visit in visits),
    "mode": lambda visits: (visit.mode or "unknown" for visit in visits),
    "outcome": lambda visits: (visit.outcome or "open" for visit in visits),
    "language": lambda visits: (visit.language or "unknown" for visit in visits),
    "face": lambda visits: (visit.face or "none" for visit in visits),
    "result": lambda visits: (visit.result or "none" for visit in visits),
    "obstacle": lambda visits: (visit.obstacle or "none" for visit in visits),
    "flow": lambda visits: (walk.flow for visit in visits for walk in visit.walks),
    "topic": lambda visits: (walk.topic for visit in visits for walk in visit.walks),
    "walk-outcome": lambda visits: (walk.outcome or "open" for visit in visits for walk in visit.walks),
    "actor": _steps,
}

OWN_BUCKETS: Mapping[str, Callable[[Own], Iterator[str]]] = {
    "ticket-problem": lambda own: (
        event.what.problem for event in own if isinstance(event.what, v.TicketRaised)
    ),
    "door-outcome": lambda own: (
        outcome for (_, outcome), doors in doors_of(own).items() for _ in range(doors)
    ),
    "door-area": lambda own: (str(area) for (area, _), doors in doors_of(own).items() for _ in range(doors)),
    "training-role": lambda own: (
        event.what.role for event in own if isinstance(event.what, v.TrainingFinished)
    ),
}
