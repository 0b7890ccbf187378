"""When the place is open. Pure: the day and the hour are handed in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from typing import NamedTuple, TypeAlias

WEEKDAYS: tuple[str, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Việt Nam has had UTC+7 without summer time since 1975. A bare Debian and Windows carry no tzdata.
HANOI = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
MOST_RANGES = 3
"""A day: so many the attract screen holds."""
_RANGE = r"^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$"


class OpenRange(NamedTuple):
    """Open from `opens` up to, and not including, `closes`, on one day."""

    opens: time
    closes: time

    def __str__(self) -> str:
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"


@dataclass(frozen=True, slots=True)
class HoursUnknown:
    """The ward has not written the hours yet. Nothing is invented."""


@dataclass(frozen=True, slots=True)
class ClosedToday:
    """The hours are known and today has none."""


class OpenToday(NamedTuple):
    """Today's hours, in order."""

    ranges: tuple[OpenRange, ...]


Opening: TypeAlias = HoursUnknown | ClosedToday | OpenToday


def read_range(text: str) -> OpenRange:
    """``"08:00-11:30"`` as a range. Raises ValueError for anything else, also for an end before the start."""
    match = re.match(_RANGE, text)
    if match is None:
        raise ValueError(text)
    hours = [int(part) for part in match.groups()]
    opened = OpenRange(time(hours[0], hours[1]), time(hours[2], hours[3]))
    if opened.opens >= opened.closes:
        raise ValueError(text)
    return opened


def opening_today(hours: Mapping[str, tuple[OpenRange, ...]], now: datetime) -> Opening:
    """The hours of such a place on the day of *now* (aware, any zone; read as Hà Nội time).

    *hours* are keyed by `WEEKDAYS`; a day that is missing has none.
    """
    if not any(hours.values()):
        return HoursUnknown()
    weekday = WEEKDAYS[now.astimezone(HANOI).weekday()]
    ranges = tuple(sorted(hours.get(weekday, ()), key=lambda range_: range_.opens))
    if not ranges:
        return ClosedToday()
    return OpenToday(ranges)


def days_alike(
    hours: Mapping[str, tuple[OpenRange, ...]],
) -> tuple[tuple[tuple[OpenRange, ...], tuple[int, ...]], ...]:
    """The days with the same hours drawn together (0: Monday), by the first of them."""
    days: dict[tuple[OpenRange, ...], list[int]] = {}
    for day, name in enumerate(WEEKDAYS):
        if ranges := tuple(sorted(hours.get(name, ()))):
            days.setdefault(ranges, []).append(day)
    return tuple((ranges, tuple(of_these)) for ranges, of_these in days.items())
