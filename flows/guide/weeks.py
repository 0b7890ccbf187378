"""Weeks of the calendar: what is due and what came after is counted in them, for no card holds a day."""

from __future__ import annotations

from datetime import date

FIRST_MONDAY = date(1970, 1, 5)


def week_number(day: date) -> int:
    """Which week *day* is in, counted since a Monday in 1970."""
    return (day - FIRST_MONDAY).days // 7
