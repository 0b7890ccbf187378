"""What a team met at the doors of its route, folded from the kiosk's own events. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from kiosk.base import events as v
from kiosk.log.sessions.events import Event

Doors: TypeAlias = Mapping[tuple[int, v.DoorOutcome], int]
"""(residential group, what came of it) → doors; 0 where the config names no route."""


def doors_of(events: Iterable[Event]) -> Doors:
    """Every door that was marked and not taken back."""
    counted: Counter[tuple[int, v.DoorOutcome]] = Counter()
    for event in events:
        if isinstance(event.what, v.DoorEvent):
            counted[v.area_number(event.what.area), event.what.outcome] += v.doors_more(event.what)
    return {key: count for key, count in counted.items() if count > 0}
