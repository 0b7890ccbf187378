"""Which numbers can be a day."""

from __future__ import annotations

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_day(day: int, month: int) -> bool:
    """Whether some year has this day; *month* counts from 1."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
