"""A week's plan in plain lines, for the command line and for reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kiosk.papers.roster.plan import LEAST_PEOPLE, PlacePlan, WeekPlan, alone, left_out, teams_in, too_few

DAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day_vi(day: date) -> str:
    """``thứ Hai 23/11``."""
    return f"{DAYS_VI[day.weekday()]} {day.day}/{day.month}"


def place_name_vi(place: PlacePlan) -> str:
    """``Điểm số 1``, ``Tổ số 28``."""
    return f"{'Tổ' if place.kind == 'team' else 'Điểm'} số {place.number}"


def place_lines(place: PlacePlan) -> Iterator[str]:
    """Where it stands, and its shifts with who is on them."""
    yield " · ".join(part for part in (place_name_vi(place), place.name, place.address) if part)
    for shift in place.shifts:
        yield f"  {day_vi(shift.day):18} {shift.hours}  {', '.join(shift.staff) or '–'}"


def people_line(plan: WeekPlan, places: Iterable[str] = (), teams: int = 0) -> Iterator[str]:
    """Whether every place has at least two people, as a report says it: a line in Vietnamese, one in English;
    then who is on a shift alone.

    *places*: the ids of the places there are (`kiosk.papers.roster.expected`); those the plan leaves out are
    named.
    *teams*: how many there are; 0: not known. Nobody knows their numbers: only how many are named is said.
    """
    few = too_few(plan)
    of = len(plan.places)
    if not few:
        vi = f"Mọi nơi trong bảng trực đều có ít nhất {LEAST_PEOPLE} người ({of} nơi)."
        en = f"Every place in the roster has at least {LEAST_PEOPLE} people (places: {of})."
    else:
        names = ", ".join(f"{place_name_vi(one)} ({len(one.staff)} người)" for one in few)
        vi = f"{of - len(few)} trong {of} nơi có ít nhất {LEAST_PEOPLE} người; còn thiếu: {names}."
        listed = ", ".join(one.id for one in few)
        en = f"{of - len(few)} of {of} places have at least {LEAST_PEOPLE} people; too few at: {listed}."
    if out := left_out(plan, places):
        vi += f" Bảng trực chưa có: {', '.join(map(place_name_vi, out))}."
        en += f" Not in the roster: {', '.join(one.id for one in out)}."
    if (named := teams_in(plan)) < teams:
        vi += f" Bảng trực có {named} trong {teams} tổ của phường."
        en += f" It names {named} of the ward's {teams} teams."
    yield from (vi, en)
    for place in plan.places:
        for shift in alone(place):
            when, count = f"{day_vi(shift.day)} {shift.hours}", len(shift.staff)
            yield f"{place_name_vi(place)}, {when}: chỉ có {count} người trực. Only {count} on duty."
