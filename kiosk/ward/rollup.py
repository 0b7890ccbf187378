"""Brings the roll-up up to date: every figure of every kiosk, by day and by month.

What has come marks its days as stale, in the transaction that takes it in. Here a stale day is counted anew
from all its events, with the functions that count the kiosk's own today, and its month is added up again. So
it does not matter in which order bundles come, how often, or where this was cut off.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, assert_never

from sqlalchemy import Connection, delete, func, insert, literal, select

from kiosk.base.events import AnyEvent, event_of
from kiosk.log.figures.cells import BETWEEN, CellKey, Cells
from kiosk.log.figures.counting import cells_of
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.session import SessionSummary
from kiosk.log.sessions.summary import summarise
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.ward import tables as t
from kiosk.ward.days import bounds_of, month_of
from kiosk.ward.ledger import Ledger
from kiosk.ward.plausible import DOUBTED, is_plausible, raise_doubt, take_back_doubt
from kiosk.ward.stale import ALL, mark
from kiosk.ward.tallies import tallied
from kiosk.ward.totals import combined

NOWHERE = "unknown"
"""The place of a visit or of a kiosk's own events where nothing says it."""
ROLLUP = "rollup"
"""What whoever brings it up to date holds: one at a time."""
_DAY_LENGTH = len("2026-11-25")
_PIECE = 2000  # rows in one statement


def catch_up(ledger: Ledger, on_kiosk: Callable[[int, int], None] = lambda *_: None) -> int:
    """How many days and months were counted anew; *on_kiosk* is called for each kiosk.

    One transaction a kiosk, and one that adds the kiosks up. Raises `LedgerTrouble`: what was done until then
    is done.
    """
    with ledger.read() as connection:
        query = select(t.stale.c.kiosk).where(t.stale.c.kiosk != ALL).distinct().order_by(t.stale.c.kiosk)
        kiosks = connection.execute(query).scalars().all()
    done = 0
    for number, kiosk in enumerate(kiosks, 1):
        with ledger.change(kiosk, ROLLUP) as connection:
            done += _catch_up(connection, kiosk)
        on_kiosk(number, len(kiosks))
    with ledger.change(ROLLUP) as connection:
        _add_kiosks_up(connection)
    return done


# --- one kiosk --------------------------------------------------------------------------------------------


def _catch_up(connection: Connection, kiosk: str) -> int:
    stale = select(t.stale.c.span).where(t.stale.c.kiosk == kiosk).order_by(t.stale.c.span)
    spans = [str(span) for span in connection.execute(stale).scalars()]
    days = [span for span in spans if len(span) == _DAY_LENGTH]
    sources = list(connection.execute(select(t.source.c.no).where(t.source.c.kiosk == kiosk)).scalars())
    stood = {source: _stood(connection, source) for source in sources}
    for day in days:
        _replace(connection, kiosk, day, _cells_of_day(connection, sources, stood, day))
    months = {month_of(span) for span in spans}
    for month in sorted(months):
        _add_up(connection, kiosk, sources, month)
    mark(connection, ALL, months)
    connection.execute(delete(t.stale).where(t.stale.c.kiosk == kiosk))
    return len(spans)


def _add_kiosks_up(connection: Connection) -> None:
    """The months of all kiosks together."""
    rollup = t.rollup.c
    stale = select(t.stale.c.span).where(t.stale.c.kiosk == ALL).order_by(t.stale.c.span)
    for month in connection.execute(stale).scalars().all():
        whole = (
            select(rollup.span, rollup.key, rollup.bucket, combined(rollup.key, rollup.number))
            .where(rollup.span == month)
            .group_by(rollup.span, rollup.key, rollup.bucket)
        )
        connection.execute(delete(t.month).where(t.month.c.span == month))
        connection.execute(insert(t.month).from_select(t.month.c.keys(), whole))
    connection.execute(delete(t.stale).where(t.stale.c.kiosk == ALL))


def _stood(connection: Connection, source: int) -> list[tuple[int, str]]:
    query = (
        select(t.stood.c.seq, t.stood.c.place).where(t.stood.c.source_no == source).order_by(t.stood.c.seq)
    )
    return [(int(seq), str(place)) for seq, place in connection.execute(query)]


def _cells_of_day(
    connection: Connection, sources: Sequence[int], stood: dict[int, list[tuple[int, str]]], day: str
) -> Iterator[tuple[str, Cells]]:
    """(place, its cells). A kiosk with several epochs on one day goes through them as they came.

    A visit without an end is over: it is from a log that was replaced in the middle of it.
    """
    from_s, until_s = bounds_of(day)
    event = t.event.c
    query = (
        select(
            event.source_no, event.seq, event.kind, event.session, event.at_ms, event.wall_s, event.clock_ok,
            event.boot, event.fields,
        )
        .where(event.source_no.in_(sources), event.wall_s >= from_s, event.wall_s < until_s)
        .order_by(event.source_no, event.seq)
    )  # fmt: skip
    epochs = [
        (source, list(rows)) for source, rows in groupby(connection.execute(query), key=lambda row: row[0])
    ]
    epochs.sort(key=lambda one: (min(row.wall_s for row in one[1]), one[0]))
    by_place, own = defaultdict[str, list[SessionSummary]](list), defaultdict[str, list[Event]](list)
    for source, rows in epochs:
        for row in rows:
            if row.session is None:
                own[_place_at(stood[source], row.seq)].append(_event(row))
        for visit in summarise((_event(row) for row in rows if row.session is not None), over=True):
            by_place[visit.place or NOWHERE].append(visit)
    for place in sorted({*by_place, *own}):
        yield place, cells_of(by_place[place], own[place])


def _place_at(stood: list[tuple[int, str]], seq: int) -> str:
    at = bisect_right(stood, seq, key=lambda one: one[0])
    return stood[at - 1][1] if at else NOWHERE


def _event(row: Any) -> Event:
    what = _event_of(row.kind, row.fields)
    return Event(what, row.session, row.at_ms, row.wall_s, bool(row.clock_ok), row.boot)


@lru_cache(maxsize=65_536)
def _event_of(kind: str, fields: str) -> AnyEvent:
    return event_of(kind, json.loads(fields))


def _replace(connection: Connection, kiosk: str, span: str, cells_at: Iterable[tuple[str, Cells]]) -> None:
    connection.execute(delete(t.rollup).where(t.rollup.c.kiosk == kiosk, t.rollup.c.span == span))
    values = [
        _value(span, cell, place, kiosk, number)
        for place, cells in cells_at
        for cell, number in cells.items()
    ]
    for start in range(0, len(values), _PIECE):
        connection.execute(insert(t.rollup), values[start : start + _PIECE])


def _value(span: str, cell: CellKey, place: str, kiosk: str, number: int) -> dict[str, object]:
    where = {"span": span, "place": place, "kiosk": kiosk}
    return {**where, "key": cell.key, "bucket": cell.bucket, "number": number}


def _add_up(connection: Connection, kiosk: str, sources: Sequence[int], month: str) -> None:
    """The days of a month, and what was counted of the month alone."""
    rollup = t.rollup.c
    by_source = [(source, tallied(connection, source, month)) for source in sources]
    of_month = [(_most_visited(connection, kiosk, month), _of_month(connection, kiosk, month, by_source))]
    _replace(connection, kiosk, month, of_month)
    days = (
        select(
            literal(month),
            rollup.key,
            rollup.bucket,
            rollup.place,
            rollup.kiosk,
            combined(rollup.key, rollup.number),
        )
        .where(rollup.kiosk == kiosk, rollup.span > month, rollup.span <= f"{month}-99")
        .group_by(rollup.key, rollup.bucket, rollup.place, rollup.kiosk)
    )
    connection.execute(insert(t.rollup).from_select(t.rollup.c.keys(), days))


def _most_visited(connection: Connection, kiosk: str, month: str) -> str:
    """Where the kiosk had most of that month's visits: a tally does not say where it was counted."""
    rollup = t.rollup.c
    query = (
        select(rollup.place)
        .where(
            rollup.kiosk == kiosk, rollup.span > month, rollup.span <= f"{month}-99", rollup.key == "sessions"
        )
        .group_by(rollup.place)
        .order_by(func.sum(rollup.number).desc(), rollup.place)
    )
    place = connection.execute(query).scalars().first()
    return str(place) if place else NOWHERE


def _of_month(
    connection: Connection, kiosk: str, month: str, by_source: Sequence[tuple[int, Mapping[Cell, int]]]
) -> Cells:
    """*by_source*: the month's own figures, by source. Those that are not plausible are not counted."""
    sources = [source for source, _ in by_source]
    cells: Counter[Cell] = Counter()
    for _, of_source in by_source:
        cells.update(of_source)
    if not is_plausible(connection, kiosk, sources, month, cells):
        raise_doubt(connection, kiosk, sources, month)
        return {CellKey(DOUBTED): 1}
    take_back_doubt(connection, kiosk, sources, month)
    counted: Counter[CellKey] = Counter()
    for cell, number in cells.items():
        for key in _keys_of(cell):
            counted[key] += number
    return counted


def _keys_of(cell: Cell) -> Sequence[CellKey]:
    """The figures that a month's cell adds to."""
    match cell:
        case WalkCell(_, group, topic, outcome):
            return (
                CellKey("grouped"),
                CellKey("group", group),
                CellKey("group-topic", f"{group}{BETWEEN}{topic}"),
                CellKey("group-outcome", f"{group}{BETWEEN}{outcome}"),
            )
        case VisitCell(_, "visit", _):
            return (CellKey("uses"),)
        case VisitCell(_, "alone", word):
            return (CellKey("compared"), CellKey("alone", word))
        case VisitCell(_, aspect, word):
            return (CellKey(aspect, word),)
        case never:
            assert_never(never)
