"""What a ward's ledger says: by the shipped figures and, apart from them, by plain SQL over its events."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import func, select, text
from support.exporting import opened
from support.fleet.seen import Cell, Sheet
from support.receiving import Receiver

from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey, Cells
from kiosk.log.figures.counts import figure
from kiosk.log.figures.rows import rows_of
from kiosk.papers.export.envelope import BundleDamaged, parse_envelope
from kiosk.papers.keys.sealing import CannotOpen
from kiosk.ward import tables as t
from kiosk.ward.authority import open_authority
from kiosk.ward.days import Period
from kiosk.ward.quarantine import Quarantined, quarantined
from kiosk.ward.report.sources import Sources, read_sources
from kiosk.ward.totals import totals

OWN_FIGURES = (
    "grouped", "group", "group-topic", "group-outcome", "uses", "compared", "way", "setting", "alone",
)  # fmt: skip


def sheets(receiver: Receiver) -> dict[tuple[str, str], Sheet]:
    """By kiosk and day, from the roll-up."""
    one = t.rollup.c
    query = select(one.kiosk, one.span, one.key, one.bucket, one.number).where(func.length(one.span) > 7)
    found: dict[tuple[str, str], Counter[CellKey]] = defaultdict(Counter)
    with receiver.ledger.read() as connection:
        for kiosk, day, key, bucket, number in connection.execute(query):
            found[kiosk, day][CellKey(key, bucket)] += number
    return {day: _sheet(counted) for day, counted in found.items()}


def sheet_of_month(receiver: Receiver, month: str) -> Sheet:
    """Of the whole ward, as its report tells it."""
    with receiver.ledger.read() as connection:
        return _sheet(totals(connection, _month(month)).all)


def own_figures(receiver: Receiver, month: str) -> Counter[CellKey]:
    """Those that travel by the month, of the whole ward, as its report tells them."""
    with receiver.ledger.read() as connection:
        counted = totals(connection, _month(month)).all
    return Counter({cell: number for cell, number in counted.items() if cell.key in OWN_FIGURES})


def _month(month: str) -> Period:
    first = date.fromisoformat(f"{month}-01")
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _sheet(counted: Cells) -> Sheet:
    made: Sheet = {key: figure(key, counted) for key in catalogue().figures}
    for key in catalogue().breakdowns:
        made[key] = Counter({one.bucket: one.number for one in rows_of(key, counted) if one.number})
    return made


def sources(receiver: Receiver) -> Sources:
    """What a report of these months says of where its figures come from."""
    period = Period(date(2026, 11, 1), date(2026, 12, 31))
    with receiver.ledger.read() as connection:
        return read_sources(connection, open_authority(receiver.folder), period, receiver.now_s)


def counted_plainly(receiver: Receiver) -> Counter[tuple[str, str, str]]:
    """Kiosk, kind and a word of it → events, visits each once."""
    query = text(
        "SELECT s.kiosk, e.kind, e.fields, count(*) FROM event e JOIN source s ON s.no = e.source_no "
        "WHERE e.kind IN ('session.started', 'walk.started', 'satisfaction.given', 'ticket.raised') "
        "GROUP BY s.kiosk, e.kind, e.fields"
    )
    word = {"session.started": "place", "walk.started": "topic", "satisfaction.given": "face"}
    found: Counter[tuple[str, str, str]] = Counter()
    with receiver.ledger.read() as connection:
        for kiosk, kind, fields, count in connection.execute(query):
            found[kiosk, kind, json.loads(fields)[word.get(kind, "problem")]] += count
    return found


def groups(receiver: Receiver) -> dict[tuple[str, str], Counter[str]]:
    """Residents' groups by kiosk and month, from the roll-up."""
    one = t.rollup.c
    query = select(one.kiosk, one.span, one.bucket, one.number).where(one.key == "group")
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with receiver.ledger.read() as connection:
        for kiosk, month, group, number in connection.execute(query):
            found[kiosk, month][group] += number
    return found


def uses(receiver: Receiver) -> dict[tuple[str, str], Counter[str]]:
    """How visits were made, by kiosk and month, from the roll-up."""
    one = t.rollup.c
    told = ("uses", "compared", "way", "setting", "alone")
    query = select(one.kiosk, one.span, one.key, one.bucket, one.number).where(one.key.in_(told))
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with receiver.ledger.read() as connection:
        for kiosk, month, key, bucket, number in connection.execute(query):
            found[kiosk, month][f"{key} {bucket}"] += number
    return found


def cells(receiver: Receiver) -> dict[str, Counter[Cell]]:
    """The figures of months by kiosk."""
    groups, use = t.tally.c, t.visit_tally.c
    queries = (
        select(t.source.c.kiosk, groups.month, groups.said, groups.topic, groups.outcome, groups.walks),
        select(t.source.c.kiosk, use.month, use.aspect, use.word, use.visits),
    )
    found: dict[str, Counter[Cell]] = defaultdict(Counter)
    with receiver.ledger.read() as connection:
        for query in queries:
            for kiosk, *cell, number in connection.execute(query.join(t.source)):
                found[kiosk][tuple(cell)] += number
    return found


def hashes(receiver: Receiver, kiosk: str) -> set[bytes]:
    query = select(t.event.c.hash).join(t.source).where(t.source.c.kiosk == kiosk)
    with receiver.ledger.read() as connection:
        return {bytes(one) for (one,) in connection.execute(query)}


def in_quarantine(receiver: Receiver) -> tuple[Quarantined, ...]:
    with receiver.ledger.read() as connection:
        return quarantined(connection, receiver.folder, receiver.ring())


def lines_aside(receiver: Receiver, kiosk: str) -> set[str]:
    """Events that lie aside and are not in the ledger, read without the ward's own way of receiving."""
    found: set[str] = set()
    for file in receiver.aside():
        try:
            envelope = parse_envelope(file.read_bytes())
            if (envelope.header.kiosk, envelope.header.kind) == (kiosk, "events"):
                found |= set(opened(receiver.ward, envelope).decode().splitlines())
        except (BundleDamaged, CannotOpen):
            continue
    return found - set(receiver.lines())


def lowest_numbers(database: Path) -> list[int]:
    """Of each epoch in a kiosk's log."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT min(seq) FROM event GROUP BY epoch_no")
        return [int(seq) for (seq,) in rows]
