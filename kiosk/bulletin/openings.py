"""What opens on a day: by the roster, else by the config of this point; else who to ask. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiosk.hours.opening import WEEKDAYS, OpenRange
from kiosk.roster.plan import PlacePlan, WeekPlan

CLOSED = "nghỉ"


@dataclass(frozen=True, slots=True)
class Opening:
    """One place and its hours on that day; none: it is closed."""

    place: str
    hours: tuple[OpenRange, ...]

    def line(self) -> str:
        return f"{self.place}: {', '.join(map(str, self.hours)) or CLOSED}"

    def spoken(self) -> str:
        hours = (f"{hour.opens:%H:%M} đến {hour.closes:%H:%M}" for hour in self.hours)
        return f"{self.place}: {', '.join(hours) or CLOSED}"


def openings_on(
    day: date, plan: WeekPlan | None, own_name: str, own_hours: Mapping[str, tuple[OpenRange, ...]]
) -> tuple[Opening, ...] | None:
    """The points that open; none open: empty. None where nobody has said."""
    weekday = WEEKDAYS[day.weekday()]
    if plan is not None:
        open_then = ((point, point.hours().get(weekday, ())) for point in plan.points)
        return tuple(Opening(name_of(one), hours) for one, hours in open_then if hours)
    if own_hours and own_name:  # of the other points nothing is known: nothing is said of them
        return (Opening(own_name, own_hours.get(weekday, ())),)
    return None


def name_of(place: PlacePlan) -> str:
    """In the ward's words, where it has written any."""
    where = ", ".join(filter(None, (place.name, place.address)))
    return where or f"Điểm số {place.number}"
