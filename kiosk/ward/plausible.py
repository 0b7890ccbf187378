"""Whether the figures of a month can be: there are not more walks or visits in them than the log tells of.

What a kiosk counts of a month comes without the visits it was counted in. So it is held against the log of
the same kiosk: every walk and every visit of such figures is in that log too. What of the log has not come is
allowed for, and some more, which a damaged disk may have lost. See docs/decisions/what-the-ward-takes-in.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, select, update

from kiosk.export.cells import month_number
from kiosk.export.envelope import Header
from kiosk.export.ledger import merged, missing
from kiosk.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.ward import tables as t
from kiosk.ward.alarms import raise_alarm

DOUBTED = "month-doubted"
"""The cell that says of a kiosk and a month: its own figures cannot be, and are not counted."""
MARGIN, MARGIN_SHARE = 50, 10  # a log whose disk died may lack some visits that its figures still hold


def can_be(
    connection: Connection, kiosk: str, sources: Sequence[int], month: str, cells: Mapping[Cell, int]
) -> bool:
    """Of that kiosk's month, whose days must have been counted before."""
    walks = sum(number for cell, number in cells.items() if isinstance(cell, WalkCell))
    visits = max((number for cell, number in cells.items() if isinstance(cell, VisitCell)), default=0)
    there, away = _lived(connection, kiosk, month), _missing(connection, sources)
    return all(
        counted <= lived + away + max(MARGIN, lived // MARGIN_SHARE)
        for counted, lived in ((walks, there.get("walks", 0)), (visits, there.get("sessions", 0)))
    )


def tell_doubt(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
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


def _missing(connection: Connection, sources: Sequence[int]) -> int:
    """How many events are missing in between: each could be a walk."""
    one, there = t.bundle.c, dict[int, list[tuple[int, int]]]()
    query = select(one.source_no, one.first, one.last)
    for source, first, last in connection.execute(
        query.where(one.source_no.in_(sources), one.kind == "events")
    ):
        there.setdefault(source, []).append((first, last))
    return sum(
        last - first + 1
        for ranges in there.values()
        for first, last in missing((1, merged(ranges)[-1][1]), ranges)
    )


def _came(connection: Connection, sources: Sequence[int], number: int) -> int:
    one = t.bundle.c
    query = select(func.max(one.received_s)).where(one.source_no.in_(sources), one.kind == "tally")
    return int(connection.execute(query.where(one.first == number)).scalar() or 0)
