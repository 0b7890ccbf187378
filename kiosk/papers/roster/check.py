"""From what was written to a week's plan, or to everything that stands in its way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple
from unicodedata import normalize

from kiosk.base.events import STAFF_ID
from kiosk.base.hours.opening import MOST_RANGES, WEEKDAYS, OpenRange, read_range
from kiosk.base.personal import LONGEST_ADDRESS, is_address, is_place_name, leads_to_a_person
from kiosk.papers.roster import problems as p
from kiosk.papers.roster.expected import NOTHING_EXPECTED, Expected
from kiosk.papers.roster.plan import PLACE, PlacePlan, PlannedShift, WeekPlan, week_of

MOST_AT_ONCE = 3
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class Checked(NamedTuple):
    """`plan` is None where anything is wrong: half a plan would leave a point alone.

    `doubts` stand in nobody's way: the ward may know better than this machine.
    """

    plan: WeekPlan | None
    problems: tuple[p.RosterProblem, ...]
    doubts: tuple[p.RosterProblem, ...] = ()


def check(
    written: Written, staff: Mapping[str, bool] | None, own: str, expected: Expected = NOTHING_EXPECTED
) -> Checked:
    """*staff*: the ids of this kiosk's register, and whether each may help now; None: they are not compared.

    The roster is the whole ward's, the register that of one place, *own*: its people are looked for there,
    those of other places there too, and in the lists of who belongs to each, which the roster itself has;
    where nobody is registered, those of *own* in the lists alone.
    """
    problems: list[p.RosterProblem] = []
    monday = _monday(written, problems)
    _check_texts(written, problems)
    _check_places(written, problems)
    _check_people(written, staff, own, problems)
    shifts = [dated for dated in (_dated(shift, monday, problems) for shift in written.shifts) if dated]
    problems += _overlaps(shifts)
    problems += _opened_too_often(shifts)
    if not written.places and not problems:
        problems.append(p.empty())
    doubts = tuple(_doubts(written, monday, expected))
    if problems or monday is None:
        return Checked(None, tuple(problems), doubts)
    return Checked(WeekPlan(monday, _plans(written.places, shifts)), (), doubts)


class _Dated(NamedTuple):
    line: int
    place: str
    shift: PlannedShift


def _check_texts(written: Written, problems: list[p.RosterProblem]) -> None:
    for place in written.places:
        for entry, fits in ((place.name, is_place_name), (place.address, _fits_after(place.name.text))):
            if leads_to_a_person(entry.text):
                problems.append(p.personal(entry.line))
            elif entry.text and not fits(entry.text):
                problems.append(p.no_name(entry.line))


def _fits_after(name: str) -> Callable[[str], bool]:
    """An address that the first screen holds after the name; a faulty name is reported by itself."""
    before = f"{name}, " if is_place_name(name) else ""
    return lambda address: is_address(address) and len(normalize("NFC", before + address)) <= LONGEST_ADDRESS


def _monday(written: Written, problems: list[p.RosterProblem]) -> date | None:
    if not written.week:  # CSV: the first day that can be read says which week it is
        days = (_day(shift.day, None) for shift in written.shifts)
        first = next((day for day in days if day), None)
        if first is None and written.places:
            problems.append(p.week_missing(written.week_line))
        return week_of(first) if first else None
    day = _day(written.week, None)
    if day is None:
        problems.append(p.week_missing(written.week_line))
    elif day != week_of(day):
        problems.append(p.no_monday(written.week_line, week_of(day)))
    return day and week_of(day)


def _day(text: str, monday: date | None) -> date | None:
    """``mon`` … ``sun`` of the week that begins on *monday*, ``2026-11-23`` or ``23/11/2026``."""
    if text in WEEKDAYS:
        return monday and monday + timedelta(days=WEEKDAYS.index(text))
    try:
        if match := _DAY.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(text) if len(text) == len("2026-11-23") else None
    except ValueError:
        return None


def _check_places(written: Written, problems: list[p.RosterProblem]) -> None:
    problems += [p.no_place(place.line) for place in written.places if not PLACE.fullmatch(place.id)]


def _doubts(written: Written, monday: date | None, expected: Expected) -> Iterator[p.RosterProblem]:
    """What may be right and is more often a slip: ``point-11`` for ``point-1``, last week's file."""
    if monday and expected.today and monday < week_of(expected.today):
        yield p.week_over(written.week_line, monday)
    for place in written.places:
        if PLACE.fullmatch(place.id) and not expected.has(place.id):
            yield p.unheard_of(place.line, place.id)


def _check_people(
    written: Written, staff: Mapping[str, bool] | None, own: str, problems: list[p.RosterProblem]
) -> None:
    listed = [(name.line, place.id, name.text) for place in written.places for name in place.staff]
    somewhere = {*(staff or ()), *(member for _, _, member in listed)}
    on_shifts = ((shift.line, shift.place, member) for shift in written.shifts for member in shift.staff)
    for line, place, member in (*listed, *on_shifts):
        if not STAFF_ID.fullmatch(member):
            problems.append(p.no_id(line))
        elif staff is None or place != own:
            if member not in somewhere:
                problems.append(p.unlisted(line, member))
        elif member not in staff:
            problems.append(p.unknown(line, member))
        elif not staff[member]:
            problems.append(p.disabled(line, member))


def _dated(written: WrittenShift, monday: date | None, problems: list[p.RosterProblem]) -> _Dated | None:
    day = _day(written.day, monday)
    if day is None and (monday or written.day not in WEEKDAYS):  # that there is no week is said already
        problems.append(p.no_day(written.line))
    elif day and monday and week_of(day) != monday:
        problems.append(p.other_week(written.line, monday))
    try:
        hours = read_range(written.hours)
    except ValueError:
        problems.append(p.no_hours(written.line))
        return None
    return (
        _Dated(written.line, written.place, PlannedShift(day, hours, _once(written.staff))) if day else None
    )


def _overlaps(shifts: Iterable[_Dated]) -> Iterator[p.RosterProblem]:
    """Nobody is in two places, or on two shifts, at once. Of one person's many at once some are named."""
    met: list[tuple[int, int, str, OpenRange]] = []
    going: dict[tuple[date, str], list[_Dated]] = {}  # of those gone through, the ones that end last
    for dated in sorted(shifts, key=lambda one: (one.shift.hours.opens, one.line)):
        for member in dated.shift.staff:
            others = going.setdefault((dated.shift.day, member), [])
            for other in others:
                if dated.shift.hours.opens < other.shift.hours.closes:
                    first, second = sorted((other, dated), key=lambda one: one.line)
                    met.append((second.line, first.line, member, second.shift.hours))
            others.append(dated)
            if len(others) > MOST_AT_ONCE:
                others.remove(min(others, key=lambda one: (one.shift.hours.closes, -one.line)))
    for line, other_line, member, hours in sorted(met):
        yield p.overlap(line, member, hours, other_line)


def _opened_too_often(shifts: Iterable[_Dated]) -> Iterator[p.RosterProblem]:
    by_day: dict[tuple[str, date], list[_Dated]] = {}
    for dated in shifts:
        by_day.setdefault((dated.place, dated.shift.day), []).append(dated)
    for those in by_day.values():
        opened = PlacePlan("", shifts=tuple(one.shift for one in those)).hours()
        if any(len(ranges) > MOST_RANGES for ranges in opened.values()):
            yield p.too_many_hours(max(one.line for one in those))


def _plans(places: Iterable[WrittenPlace], shifts: list[_Dated]) -> tuple[PlacePlan, ...]:
    plans, of_place = [], dict[str, list[PlannedShift]]()
    for dated in shifts:
        of_place.setdefault(dated.place, []).append(dated.shift)
    for place in places:
        own = sorted(of_place.get(place.id, ()))
        listed = (one.text for one in place.staff)
        staff = _once((*listed, *(member for shift in own for member in shift.staff)))
        name, address = (" ".join(entry.text.split()) for entry in (place.name, place.address))
        plans.append(PlacePlan(place.id, name, address, staff, tuple(own)))
    return tuple(sorted(plans, key=lambda plan: (plan.kind, plan.number)))


def _once(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


class WrittenText(NamedTuple):
    """One text, and its own line: a place may be written over many."""

    line: int
    text: str = ""


class WrittenPlace(NamedTuple):
    """A point or team; `staff` are those who belong to it, also without a shift."""

    line: int
    id: str
    name: WrittenText
    address: WrittenText
    staff: tuple[WrittenText, ...] = ()


class WrittenShift(NamedTuple):
    """`day` is ``mon``, ``2026-11-23`` or ``23/11/2026``; `hours` is ``08:00-11:30``."""

    line: int
    place: str
    day: str
    hours: str
    staff: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """`week` is empty where the days themselves say which week it is (CSV)."""

    week: str = ""
    week_line: int = 0
    places: tuple[WrittenPlace, ...] = ()
    shifts: tuple[WrittenShift, ...] = ()
