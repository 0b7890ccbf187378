"""A week's roster of a point and a team."""

from __future__ import annotations

from datetime import date

from kiosk.base.hours.opening import read_range
from kiosk.papers.roster.plan import PlacePlan, PlannedShift, WeekPlan

MONDAY = date(2026, 11, 23)


def shift(day: int, hours: str, *staff: str) -> PlannedShift:
    return PlannedShift(date(2026, 11, day), read_range(hours), staff)


PLAN = WeekPlan(
    MONDAY,
    (
        PlacePlan(
            "point-1",
            "Nhà văn hóa",
            "",
            ("tnv-01", "tnv-02"),
            (shift(23, "08:00-11:30", "tnv-01", "tnv-02"), shift(23, "13:30-17:00", "tnv-01")),
        ),
        PlacePlan("team-12", "", "", ("tnv-03", "cb-01"), (shift(24, "08:00-10:00", "tnv-03"),)),
    ),
)
