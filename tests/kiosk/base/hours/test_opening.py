"""Opening hours, at the edges of the day and of the zone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.base.hours.opening import HANOI, ClosedToday, HoursUnknown, OpenToday, opening_today, read_range

MORNING, AFTERNOON = read_range("08:00-11:30"), read_range("13:30 – 17:00")


def at(hour: int, minute: int, *, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)  # 23 November 2026 is a Monday


def test_hours_nobody_wrote_are_unknown_not_closed() -> None:
    assert opening_today({}, at(9, 0)) == HoursUnknown()
    assert opening_today({"mon": ()}, at(9, 0)) == HoursUnknown()


def test_a_day_without_hours_is_closed() -> None:
    assert opening_today({"mon": (MORNING,)}, at(9, 0, day=24)) == ClosedToday()


@pytest.mark.parametrize("hour", [0, 9, 12, 23])
def test_all_hours_of_the_day_are_given_in_order_at_any_time_of_it(hour: int) -> None:
    hours = {"mon": (AFTERNOON, MORNING)}
    assert opening_today(hours, at(hour, 0)) == OpenToday((MORNING, AFTERNOON))


def test_the_day_is_hanois_day_whatever_the_zone_of_the_clock() -> None:
    hours = {"tue": (read_range("00:00-23:59"),)}
    assert isinstance(opening_today(hours, datetime(2026, 11, 23, 17, 30, tzinfo=UTC)), OpenToday)
    assert opening_today(hours, datetime(2026, 11, 23, 16, 30, tzinfo=UTC)) == ClosedToday()


@pytest.mark.parametrize(
    "text", ["", "8", "08:00", "11:30-08:00", "08:00-08:00", "24:00-25:00", "08:60-09:00"]
)
def test_what_is_not_a_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_range(text)
