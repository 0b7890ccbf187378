"""Whether the figures of a month can be: there are not more walks or visits in them than the log tells of.

What a kiosk counts of a month comes without the visits it was counted in. So it is held against the log of
the same kiosk: every walk and every visit of such figures is in that log too. What of the log has not come is
allowed for, but no more of it than this kiosk usually logs in such a time: whoever has its key can sign any
number. So is some more, which a damaged disk may have lost. See docs/decisions/ward-ingest.md.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, distinct, func, select, update

from kiosk.export.cells import month_number
from kiosk.export.envelope import Header
from kiosk.export.ledger import merged
from kiosk.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.ward import tables as t
from kiosk.ward.alarms import raise_alarm
from kiosk.ward.days import day_of
from kiosk.ward.gaps import Gap, gaps_of

DOUBTED = "month-doubted"
"""The cell that says of a kiosk and a month: its own figures cannot be, and are not counted."""
MARGIN, MARGIN_SHARE = 50, 10  # a log whose disk died may lack some visits that its figures still hold
BUSIER = 2  # than on its other days a kiosk may have been while what is missing was logged
LEAST_EVENTS = 2  # a walk's or a visit's: it begins and it ends

MOST_A_DAY = 5000  # events: a busy point logs some 3,000
UNKNOWN_DAYS = 31  # where nothing has come before, and nobody knows since when the kiosk logs


def jumps(newest: int, until_s: int, first: int, now_s: int) -> bool:
    """Whether no kiosk can have logged what is missing between *newest*, of *until_s*, and *first*."""
    days = max(now_s - until_s, 0) / 86_400 if until_s else UNKNOWN_DAYS
    return first - newest - 1 > MOST_A_DAY * (days + 1)


def can_be(
    connection: Connection, kiosk: str, sources: Sequence[int], month: str, cells: Mapping[Cell, int]
) -> bool:
    """Of that kiosk's month, whose days must have been counted before."""
    walks = sum(number for cell, number in cells.items() if isinstance(cell, WalkCell))
    visits = max((number for cell, number in cells.items() if isinstance(cell, VisitCell)), default=0)
    there = _lived(connection, kiosk, month)
    pairs = ((walks, there.get("walks", 0)), (visits, there.get("sessions", 0)))
    if all(counted <= lived + margin(lived) for counted, lived in pairs):
        return True
    away = _away(connection, kiosk, sources, month) // LEAST_EVENTS
    return all(counted <= lived + margin(lived) + away for counted, lived in pairs)


def margin(lived: int) -> int:
    """Of a month in which nothing was lived nothing can be lost: no more than was lived, up to 50."""
    return max(min(MARGIN, lived), lived // MARGIN_SHARE)


def raise_doubt(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
    """An alarm for the officer."""
    number = month_number(month)
    about = Header("tally", kiosk, "", number, number, "", "", "")
    raise_alarm(connection, "implausible", about, "", _came(connection, sources, number))


def take_back_doubt(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
    """What was missing has come: nobody need look at it any more."""
    number, one = month_number(month), t.alarm.c
    open_ones = (one.what == "implausible", one.kiosk == kiosk, one.first == number, one.settled_s.is_(None))
    connection.execute(update(t.alarm).where(*open_ones).values(settled_s=_came(connection, sources, number)))


def _lived(connection: Connection, kiosk: str, month: str) -> dict[str, int]:
    one = t.rollup.c
    query = (
        select(one.key, func.sum(one.number))
        .where(one.kiosk == kiosk, one.span > month, one.span <= f"{month}-99")
        .where(one.key.in_(("walks", "sessions")))
        .group_by(one.key)
    )
    return {str(key): int(number) for key, number in connection.execute(query)}


def _away(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> int:
    """How many events that are missing in between can be of that month."""
    one, there = t.bundle.c, dict[int, list[tuple[int, int]]]()
    query = select(one.source_no, one.first, one.last, one.added)
    events = 0
    for source, first, last, added in connection.execute(
        query.where(one.source_no.in_(sources), one.kind == "events")
    ):
        there.setdefault(source, []).append((first, last))
        events += added
    a_day = BUSIER * events / max(_days_there(connection, kiosk), 1)
    return sum(
        min(gap.events, math.ceil(a_day * _days_in(month, gap)))
        for source, ranges in there.items()
        for gap in gaps_of(connection, source, "", merged(ranges), ())
    )


def _days_there(connection: Connection, kiosk: str) -> int:
    """On how many days that kiosk has logged anything, as the roll-up knows it."""
    one = t.rollup.c
    query = select(func.count(distinct(one.span))).where(one.kiosk == kiosk)
    return int(connection.execute(query.where(func.length(one.span) == len("2026-11-25"))).scalar() or 0)


def _days_in(month: str, gap: Gap) -> int:
    """On how many days of *month* what is missing can have been logged."""
    first, last = f"{month}-01", f"{month}-{monthrange(*map(int, month.split('-')))[1]}"
    begun = first if gap.after_s is None else max(first, day_of(gap.after_s))
    ended = last if gap.before_s is None else min(last, day_of(gap.before_s))
    if begun > ended:
        return 0
    return (date.fromisoformat(ended) - date.fromisoformat(begun)).days + 1


def _came(connection: Connection, sources: Sequence[int], number: int) -> int:
    one = t.bundle.c
    query = select(func.max(one.received_s)).where(one.source_no.in_(sources), one.kind == "tally")
    return int(connection.execute(query.where(one.first == number)).scalar() or 0)
