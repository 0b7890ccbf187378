"""The weeks that were imported, in one small file of the data folder. The command line may change it while
the kiosk runs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from kiosk.base.files.durable import private_folder, publish
from kiosk.base.files.paths import roster_file
from kiosk.base.hours.opening import OpenRange
from kiosk.base.messages.system_errors import Unusable
from kiosk.papers.roster.plan import PlacePlan, PlannedShift, WeekPlan, week_of

FORM = 1


class RosterUnusable(Unusable):
    """What was imported cannot be read."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """What was imported, the earliest week first."""

    plans: tuple[WeekPlan, ...] = ()

    def of(self, day: date) -> WeekPlan | None:
        """The plan of the week of *day*; an old one never stands in for it."""
        return next((plan for plan in self.plans if plan.monday == week_of(day)), None)

    def taken_in(self, plan: WeekPlan, today: date) -> Weeks:
        """With *plan* in place of what was there of its week; weeks that are over are left out."""
        kept = [one for one in self.plans if one.monday != plan.monday and one.monday >= week_of(today)]
        return Weeks(tuple(sorted((*kept, plan), key=lambda one: one.monday)))


def read_weeks(data_folder: Path) -> Weeks:
    """What was imported; nothing where nothing was. Raises `RosterUnusable`."""
    file = roster_file(data_folder)
    try:
        written = json.loads(file.read_bytes())
        if written["form"] != FORM:
            raise RosterUnusable.of_another_version(file, written["form"])
        return Weeks(tuple(_plan(one) for one in written["weeks"]))
    except FileNotFoundError:
        return Weeks()
    except OSError as failure:
        raise RosterUnusable.to_read(file, failure) from failure
    except (ValueError, TypeError, KeyError, RecursionError) as failure:
        raise RosterUnusable.damaged(file) from failure


def write_weeks(data_folder: Path, weeks: Weeks) -> None:
    """Replace what was imported, durably. Raises `OSError`."""
    written = {"form": FORM, "weeks": [_as_json(plan) for plan in weeks.plans]}
    file = roster_file(data_folder)
    private_folder(file.parent)
    publish(file, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode())


def _as_json(plan: WeekPlan) -> dict[str, object]:
    return {"monday": plan.monday.isoformat(), "places": [_place_as_json(place) for place in plan.places]}


def _place_as_json(place: PlacePlan) -> dict[str, object]:
    shifts = [
        {"day": shift.day.isoformat(), "staff": shift.staff,
         "opens": f"{shift.hours.opens:%H:%M}", "closes": f"{shift.hours.closes:%H:%M}"}
        for shift in place.shifts
    ]  # fmt: skip
    own = {"id": place.id, "name": place.name, "address": place.address, "staff": place.staff}
    return {**own, "shifts": shifts}


def _plan(written: Mapping[str, list[Mapping[str, object]]]) -> WeekPlan:
    monday = date.fromisoformat(str(written["monday"]))
    return WeekPlan(monday, tuple(_place(one) for one in written["places"]))


def _place(written: Mapping[str, object]) -> PlacePlan:
    id_, name, address = (str(written[key]) for key in ("id", "name", "address"))
    shifts = tuple(_shift(one) for one in _list(written["shifts"]))
    return PlacePlan(id_, name, address, _ids(written), shifts)


def _shift(written: Mapping[str, object]) -> PlannedShift:
    opens, closes = (time.fromisoformat(str(written[key])) for key in ("opens", "closes"))
    return PlannedShift(date.fromisoformat(str(written["day"])), OpenRange(opens, closes), _ids(written))


def _ids(written: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(one) for one in _list(written["staff"]))


def _list(value: object) -> list[Mapping[str, object]]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
