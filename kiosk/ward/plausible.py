"""Whether a month's figures are plausible: no more walks or visits than the kiosk's own log has.

A month's figures come without the visits they were counted in. So they are compared with the log of the same
kiosk, which has every one of these walks and visits. Whoever has the kiosk's key can sign any number. Events
that have not come yet are allowed for, but only as many as this kiosk usually logs in such a time; and a few
more, which a damaged disk may have lost. See docs/decisions/ward-ingest.md.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, distinct, func, select, update

from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.papers.export.cells import month_number
from kiosk.papers.export.envelope import Header
from kiosk.papers.export.ledger import merged
from kiosk.ward import tables as t
from kiosk.ward.alarms import raise_alarm
from kiosk.ward.days import day_of
from kiosk.ward.gaps import Gap, gaps_of

DOUBTED = "month-doubted"
"""The cell that says of a kiosk and a month: its own figures are not plausible, and are not counted."""
MARGIN, MARGIN_SHARE = 50, 10  # a log whose disk died may lack some visits that its figures still hold
BUSIER = 2  # than on its other days a kiosk may have been while what is missing was logged
LEAST_EVENTS = 2  # a walk's or a visit's: it begins and it ends

MOST_A_DAY = 5000  # events: a busy point logs some 3,000
UNKNOWN_DAYS = 31  # where nothing has come before, and nobody knows since when the kiosk logs


def jumps(newest: int, until_s: int, first: int, now_s: int) -> bool:
    """Whether more is missing between *newest*, of *until_s*, and *first* than any kiosk can have logged."""
    days = max(now_s - until_s, 0) / 86_400 if until_s else UNKNOWN_DAYS
    return first - newest - 1 > MOST_A_DAY * (days + 1)


def is_plausible(
    connection: Connection, kiosk: str, sources: Sequence[int], month: str, cells: Mapping[Cell, int]
) -> bool:
    """Whether that month's figures of that kiosk are. Its days must have been counted before."""
    walks = sum(number for cell, number in cells.items() if isinstance(cell, WalkCell))
    visits = max((number for cell, number in cells.items() if isinstance(cell, VisitCell)), default=0)
    logged = _logged(connection, kiosk, month)
    pairs = ((walks, logged.get("walks", 0)), (visits, logged.get("sessions", 0)))
    if all(counted <= in_log + margin(in_log) for counted, in_log in pairs):
        return True
    missing = _missing_events(connection, kiosk, sources, month) // LEAST_EVENTS
    return all(counted <= in_log + margin(in_log) + missing for counted, in_log in pairs)


def margin(logged: int) -> int:
    """How many visits more than *logged* are allowed: up to 50, but no more than were logged."""
    return max(min(MARGIN, logged), logged // MARGIN_SHARE)


def raise_doubt(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
    """An alarm for the officer."""
    number = month_number(month)
    about = Header("tally", kiosk, "", number, number, "", "", "")
    raise_alarm(connection, "implausible", about, "", _received_at(connection, sources, number))


def take_back_doubt(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
    """Settle the alarm: what was missing has come."""
    number, alarm = month_number(month), t.alarm.c
    these = (
        alarm.what == "implausible",
        alarm.kiosk == kiosk,
        alarm.first == number,
        alarm.settled_s.is_(None),
    )
    connection.execute(
        update(t.alarm).where(*these).values(settled_s=_received_at(connection, sources, number))
    )


def _logged(connection: Connection, kiosk: str, month: str) -> dict[str, int]:
    rollup = t.rollup.c
    query = (
        select(rollup.key, func.sum(rollup.number))
        .where(rollup.kiosk == kiosk, rollup.span > month, rollup.span <= f"{month}-99")
        .where(rollup.key.in_(("walks", "sessions")))
        .group_by(rollup.key)
    )
    return {str(key): int(number) for key, number in connection.execute(query)}


def _missing_events(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> int:
    """How many of the events that have not come can be of that month."""
    bundle, ranges_of = t.bundle.c, dict[int, list[tuple[int, int]]]()
    query = select(bundle.source_no, bundle.first, bundle.last, bundle.added)
    events = 0
    for source, first, last, added in connection.execute(
        query.where(bundle.source_no.in_(sources), bundle.kind == "events")
    ):
        ranges_of.setdefault(source, []).append((first, last))
        events += added
    a_day = BUSIER * events / max(_days_there(connection, kiosk), 1)
    return sum(
        min(gap.events, math.ceil(a_day * _days_in(month, gap)))
        for source, ranges in ranges_of.items()
        for gap in gaps_of(connection, source, "", merged(ranges), ())
    )


def _days_there(connection: Connection, kiosk: str) -> int:
    """On how many days that kiosk has logged anything, as the roll-up knows it."""
    rollup = t.rollup.c
    query = select(func.count(distinct(rollup.span))).where(rollup.kiosk == kiosk)
    return int(connection.execute(query.where(func.length(rollup.span) == len("2026-11-25"))).scalar() or 0)


def _days_in(month: str, gap: Gap) -> int:
    """On how many days of *month* what is missing can have been logged."""
    first, last = f"{month}-01", f"{month}-{monthrange(*map(int, month.split('-')))[1]}"
    begun = first if gap.after_s is None else max(first, day_of(gap.after_s))
    ended = last if gap.before_s is None else min(last, day_of(gap.before_s))
    if begun > ended:
        return 0
    return (date.fromisoformat(ended) - date.fromisoformat(begun)).days + 1


def _received_at(connection: Connection, sources: Sequence[int], number: int) -> int:
    bundle = t.bundle.c
    query = select(func.max(bundle.received_s)).where(bundle.source_no.in_(sources), bundle.kind == "tally")
    return int(connection.execute(query.where(bundle.first == number)).scalar() or 0)
