"""A week's plan as a value, and the questions asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from kiosk.base.hours.opening import WEEKDAYS, OpenRange

LEAST_PEOPLE = 2
"""Nobody stands alone at a point, and nobody goes from door to door alone."""
PLACE = re.compile(r"(?:point|team)-[1-9]\d?")


class PlannedShift(NamedTuple):
    """Who is on duty on one day of the week, and when; `staff` are ids such as ``tnv-01``."""

    day: date
    hours: OpenRange
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """`id` is that of the config's place: ``point-3``, ``team-28``. `staff`: everybody who belongs to it.

    `name` and `address` say where it stands this week; empty where the ward has not said.
    """

    id: str
    name: str = ""
    address: str = ""
    staff: tuple[str, ...] = ()
    shifts: tuple[PlannedShift, ...] = ()

    @property
    def kind(self) -> str:
        return self.id.partition("-")[0]

    @property
    def number(self) -> int:
        return int(self.id.partition("-")[2])

    def hours(self) -> Mapping[str, tuple[OpenRange, ...]]:
        """When it is open, keyed by `kiosk.base.hours.opening.WEEKDAYS`; shifts that touch or overlap are
        one.
        """
        days: dict[str, tuple[OpenRange, ...]] = {}
        for weekday, name in enumerate(WEEKDAYS):
            ranges = sorted(shift.hours for shift in self.shifts if shift.day.weekday() == weekday)
            if ranges:
                days[name] = _joined(ranges)
        return days


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """One week, from `monday` on; `places` are points before teams, by number."""

    monday: date
    places: tuple[PlacePlan, ...]

    def place(self, place_id: str) -> PlacePlan | None:
        return next((one for one in self.places if one.id == place_id), None)

    @property
    def points(self) -> tuple[PlacePlan, ...]:
        """The points that stand somewhere this week."""
        return tuple(place for place in self.places if place.kind == "point" and place.shifts)


def week_of(day: date) -> date:
    """The Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def too_few(plan: WeekPlan) -> tuple[PlacePlan, ...]:
    """The places with fewer than two people: the report names them."""
    return tuple(place for place in plan.places if len(place.staff) < LEAST_PEOPLE)


def left_out(plan: WeekPlan, places: Iterable[str]) -> tuple[PlacePlan, ...]:
    """The places of these ids that *plan* does not name, in its order; other words are passed over."""
    missing = (PlacePlan(one) for one in {*places} if PLACE.fullmatch(one) and plan.place(one) is None)
    return tuple(sorted(missing, key=lambda one: (one.kind, one.number)))


def teams_in(plan: WeekPlan) -> int:
    """How many teams *plan* names."""
    return sum(place.kind == "team" for place in plan.places)


def alone(place: PlacePlan) -> tuple[PlannedShift, ...]:
    """The shifts that fewer than two people are on."""
    return tuple(shift for shift in place.shifts if len(shift.staff) < LEAST_PEOPLE)


def _joined(ranges: list[OpenRange]) -> tuple[OpenRange, ...]:
    joined = [ranges[0]]
    for range_ in ranges[1:]:
        if range_.opens <= joined[-1].closes:
            joined[-1] = OpenRange(joined[-1].opens, max(joined[-1].closes, range_.closes))
        else:
            joined.append(range_)
    return tuple(joined)
