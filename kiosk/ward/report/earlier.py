"""What earlier reports told, beside this one. Pure.

Only reports that were issued are compared with: whoever has them knows these numbers already, so that none is
told here for the first time. What adds up over the year is added up of what they show.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.ward.days import Period
from kiosk.ward.report.issued import Issued
from kiosk.ward.report.model import Number
from kiosk.ward.report.published import Published, shown_as

Told = Callable[[Published], Number]
"""One number of a report as it is shown."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """`before`: the period just before, `year_ago`: the same days of last year; None where no report of them
    was issued. `this_year`: those from January until this period begins; None where one is missing.
    """

    before: Published | None = None
    year_ago: Published | None = None
    this_year: tuple[Published, ...] | None = None

    def since_january(self, told: Told, now: Published) -> Number:
        """Of what adds up. Unknown where a report is missing, hidden where one hides it."""
        if self.this_year is None:
            return Number(None)
        return added([told(one) for one in (*self.this_year, now)])


def added(numbers: Collection[Number]) -> Number:
    """Hidden with any of them."""
    values = [one.value for one in numbers if one.value is not None]
    if len(values) < len(numbers):
        return Number(None, hidden=any(one.hidden for one in numbers))
    return Number(sum(values), about=any(one.about for one in numbers))


def earlier(period: Period, issued: Collection[Issued], is_empty: Callable[[Period], bool]) -> Earlier:
    """*is_empty*: whether nothing at all is known of some days, as before the ward had a kiosk."""
    reports = {one.period: shown_as(one.totals, one.hide, one.about) for one in issued}
    return Earlier(
        reports.get(before(period)),
        reports.get(year_ago(period)),
        _until(period.first, reports, is_empty),
    )


def before(period: Period) -> Period:
    """As many months, or as many days, just before it."""
    last = period.first - timedelta(days=1)
    if period.days():
        return Period(period.first - timedelta(days=period.length), last)
    first = period.first
    for _ in period.months():
        first = (first - timedelta(days=1)).replace(day=1)
    return Period(first, last)


def year_ago(period: Period) -> Period:
    """The last day of a month stays the last."""
    whole_to_the_end = (period.last + timedelta(days=1)).day == 1
    last = _year_before(period.last + timedelta(days=1)) - timedelta(days=1)
    return Period(_year_before(period.first), last if whole_to_the_end else _year_before(period.last))


def _year_before(day: date) -> date:
    """29 February becomes the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _until(
    first: date, reports: Mapping[Period, Published], is_empty: Callable[[Period], bool]
) -> tuple[Published, ...] | None:
    """One after the other from January on; days of which nothing is known need none."""
    at, found = date(first.year, 1, 1), list[Published]()
    while at < first:
        ends = sorted(period.last for period in reports if period.first == at and period.last < first)
        if ends:
            found.append(reports[Period(at, ends[-1])])
            at = ends[-1] + timedelta(days=1)
            continue
        until = min(_month_end(at), first - timedelta(days=1))
        if not is_empty(Period(at, until)):
            return None
        at = until + timedelta(days=1)
    return tuple(found)


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def days_with_visits(shown: Published) -> Number:
    """Of so many days: which they are is seen in the table over time, where a hidden number is no zero."""
    steps = shown.totals.steps
    if any(len(step) < len("2026-11-25") for step in steps):
        return Number(None)
    return Number(sum(any(cells.values()) for cells in steps.values()))
