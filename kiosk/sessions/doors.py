"""What a team met at the doors of its route, folded from the kiosk's own events. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from kiosk.sessions import vocabulary as v
from kiosk.sessions.events import Event

AREA_PREFIX = "tdp-"
Doors: TypeAlias = Mapping[tuple[int, v.DoorOutcome], int]
"""(residential group, what came of it) → doors; 0 where the config names no route."""


def area_id(area: int) -> str | None:
    """The residential group as the log names it: ``tdp-5``; None for 0."""
    return f"{AREA_PREFIX}{area}" if area else None


def area_number(area: str | None) -> int:
    """The same back; 0 for None and for what is no area of ours."""
    digits = (area or "").removeprefix(AREA_PREFIX)
    return int(digits) if digits.isdecimal() else 0


def doors_of(events: Iterable[Event]) -> Doors:
    """Every door that was marked and not taken back."""
    counted: Counter[tuple[int, v.DoorOutcome]] = Counter()
    for event in events:
        match event.what:
            case v.DoorVisited(outcome, area):
                counted[area_number(area), outcome] += 1
            case v.DoorUndone(outcome, area):
                counted[area_number(area), outcome] -= 1
            case _:
                pass
    return {key: count for key, count in counted.items() if count > 0}
