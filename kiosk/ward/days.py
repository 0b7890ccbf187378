"""Days and months of the roll-up, as text: ``2026-11-25``, ``2026-11``. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_DAY_S, _HANOI_S = 86_400, 7 * 3600  # UTC+7, without summer time
_EPOCH = date(1970, 1, 1).toordinal()
_NEVER_S = 10**15
MOST_DAYS = 62
"""A longer period is shown by month."""


def day_of(wall_s: int) -> str:
    """The day in Hà Nội; beyond what a calendar holds, its first or last day."""
    ordinal = _EPOCH + (wall_s + _HANOI_S) // _DAY_S
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def bounds_of(day: str) -> tuple[int, int]:
    """Which `wall_s` are of that day, as [from, until): the reverse of `day_of`."""
    ordinal = date.fromisoformat(day).toordinal()
    from_s = (ordinal - _EPOCH) * _DAY_S - _HANOI_S
    until_s = from_s + _DAY_S
    return (
        -_NEVER_S if ordinal == 1 else from_s,
        _NEVER_S if ordinal == date.max.toordinal() else until_s,
    )


def is_month(span: str) -> bool:
    return len(span) == len("2026-11")


def month_of(span: str) -> str:
    """Of a day or of a month."""
    return span[:7]


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another, both of it. Raises `ValueError` where it would end before it begins."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period that ends before it begins")

    def months(self) -> tuple[str, ...]:
        """Those that lie in it whole."""
        return tuple(f"{month:%Y-%m}" for month in self._whole())

    def days(self) -> tuple[str, ...]:
        """Those that are in no whole month of it."""
        whole = set(self.months())
        days = (self.first + timedelta(days=one) for one in range(self.length))
        return tuple(day.isoformat() for day in days if f"{day:%Y-%m}" not in whole)

    def spans(self) -> tuple[str, ...]:
        """What a report of it adds up: whole months, and the days at its ends."""
        return (*self.months(), *self.days())

    def steps(self) -> Mapping[str, tuple[str, ...]]:
        """Its steps over time, each with the spans it adds up: days, or months of a longer period."""
        days = tuple((self.first + timedelta(days=day)).isoformat() for day in range(self.length))
        if len(days) <= MOST_DAYS:
            return {day: (day,) for day in days}
        spans_of: dict[str, tuple[str, ...]] = {}
        for span in sorted(self.spans()):
            month = month_of(span)
            spans_of[month] = (*spans_of.get(month, ()), span)
        return spans_of

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    def _whole(self) -> Iterator[date]:
        month = self.first.replace(day=1)
        while month <= self.last:
            after = (month + timedelta(days=31)).replace(day=1)
            if self.first <= month and after - timedelta(days=1) <= self.last:
                yield month
            month = after
