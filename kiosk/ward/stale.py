"""Marks days and months whose figures no longer hold, within the transaction that takes something in.

They are counted anew by `kiosk.ward.rollup`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from kiosk.base.events import KioskStarted
from kiosk.log.sessions.chain import EventRow
from kiosk.ward import tables as t
from kiosk.ward.days import day_of

ALL = ""
"""In place of a kiosk, where all are meant."""


def note_rows(connection: Connection, kiosk: str, source: int, rows: Sequence[EventRow]) -> None:
    """These events are new: their days are stale, and some of them say where the kiosk stood."""
    days = {day_of(wall_s) for wall_s in {row.wall_s for row in rows}}
    started = [row for row in rows if row.kind == KioskStarted.kind]
    if started:
        values = [
            {"source_no": source, "seq": row.seq, "place": json.loads(row.fields)["place"]} for row in started
        ]
        connection.execute(insert(t.stood), values)
        days |= _days_after(connection, source, started[-1].seq, rows[-1].seq)
    mark(connection, kiosk, days)


def note_tally(connection: Connection, kiosk: str, month: str) -> None:
    """The figures of that month alone have come or have grown."""
    mark(connection, kiosk, {month})


def judge_again(connection: Connection, kiosk: str) -> None:
    """Whatever months that kiosk has sent figures of: whether they can be is looked at once more."""
    query = select(t.bundle.c.first).join(t.source).where(t.source.c.kiosk == kiosk)
    numbers = connection.execute(query.where(t.bundle.c.kind == "tally").distinct()).scalars()
    mark(connection, kiosk, {f"{number // 100:04}-{number % 100:02}" for number in numbers})


def _days_after(connection: Connection, source: int, seq: int, last: int) -> set[str]:
    """The days of events that came earlier, although they were written later, up to the next start."""
    further = select(func.min(t.stood.c.seq)).where(t.stood.c.source_no == source, t.stood.c.seq > seq)
    until = connection.execute(further).scalar()
    query = select(t.event.c.wall_s).distinct().where(t.event.c.source_no == source, t.event.c.seq > last)
    if until is not None:
        query = query.where(t.event.c.seq < until)
    return {day_of(wall_s) for (wall_s,) in connection.execute(query)}


def mark(connection: Connection, kiosk: str, spans: set[str]) -> None:
    """Those days and months of that kiosk are counted anew."""
    there = select(t.stale.c.span).where(t.stale.c.kiosk == kiosk)
    new = spans - {str(span) for (span,) in connection.execute(there)}
    if new:
        connection.execute(insert(t.stale), [{"kiosk": kiosk, "span": span} for span in sorted(new)])
