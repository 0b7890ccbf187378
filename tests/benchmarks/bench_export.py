"""Packing a log against a raw dump of it, and taking it in against PostgreSQL's COPY, as ratios of one run.

`python tests/benchmarks/bench_export.py [VISITS] [KIOSKS]`. Goals: packing at most 2 × a raw sqlite3 dump to
gzip; taking in at least 40 % of the rows a second of a plain COPY of the same rows; a city's night delivered
once more adds nothing. By default a kiosk-year (36,500 visits, a hundred a day) and the night of 756 kiosks,
a bundle each of three visits. Smaller numbers show that it runs; what they measure is no kiosk-year.
"""
# ruff: noqa: E402

from __future__ import annotations

import gzip
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from sqlalchemy import Connection, text
from support.events import visit, visits
from support.exporting import ExportingKiosk
from support.postgres import postgres
from support.receiving import Receiver
from support.ward import Ward

from kiosk.base.files.paths import export_folder
from kiosk.log.sessions.chain import EventRow, link
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.ranges import ranges, rows_of
from kiosk.log.storage.rows import INSERT, as_row
from kiosk.papers.export.packing import MOST_EVENTS
from kiosk.ward import tables as t
from kiosk.ward.bulk import _COPY, _as_text

VISITS, KIOSKS, STEPS, ROUNDS = 36_500, 756, 15, 5
VISITS_A_NIGHT = 3


def _fill(kiosk: ExportingKiosk, visits: int) -> None:
    """So many visits behind the last event, chained as the log does it."""
    kiosk.live(visit(0))
    (logged,) = ranges(kiosk.database)
    before, seq = rows_of(logged, logged.last, 1)[0].hash, logged.last
    rows: list[tuple[object, ...]] = []
    for number in range(1, visits):
        for event in visit(number, STEPS):
            seq += 1
            before = link(before, kiosk.name, logged.epoch, seq, event)
            rows.append(as_row(1, Stored(kiosk.name, logged.epoch, seq, before, event)))
    with closing(sqlite3.connect(kiosk.database)) as connection, connection:
        connection.executemany(INSERT, rows)
    (kiosk.database.with_suffix(".marker.json")).unlink()


def _timed(act: Callable[[], object]) -> float:
    begins = time.perf_counter()
    act()
    return time.perf_counter() - begins


def _dump(database: Path, out: Path) -> None:
    """Every row as text into gzip at the level we use: no chain, no check, no seal."""
    with closing(sqlite3.connect(database)) as connection, gzip.open(out, "wt", 6) as stream:
        for row in connection.execute("SELECT * FROM event"):
            stream.write(f"{row}\n")


def _pack(kiosk: ExportingKiosk) -> None:
    for file in sorted(export_folder(kiosk.data).rglob("*"), reverse=True):
        if file.is_file():
            file.unlink()
    kiosk.pack()


def _copy(connection: Connection, rows: list[EventRow]) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    with raw.cursor() as cursor, cursor.copy(_COPY) as copy:
        for start in range(0, len(rows), MOST_EVENTS):
            copy.write(_as_text(1, 1, rows[start : start + MOST_EVENTS]))


def _plain_copy(receiver: Receiver, rows: list[EventRow]) -> float:
    receiver._empty()
    with receiver.ledger.change("") as connection:
        connection.execute(text("INSERT INTO source (no, kiosk, epoch) VALUES (1, 'k', 'e')"))
        connection.execute(
            text("INSERT INTO bundle VALUES (1, 1, 'events', 1, 1, '', '', '', '', 0, 0, NULL, NULL)")
        )
    begins = time.perf_counter()
    with receiver.ledger.change("") as connection:
        _copy(connection, rows)
    return time.perf_counter() - begins


def _take_all(receiver: Receiver, bundles: list[bytes]) -> float:
    receiver._empty()
    return _timed(lambda: [receiver.take(one) for one in bundles])


def _night(ward: Ward, url: str, kiosks: int) -> int:
    """How many rows a night of so many kiosks adds when every bundle of it is delivered a second time."""
    bundles = list[bytes]()
    for number in range(1, kiosks + 1):
        kiosk = ExportingKiosk(ward, number)
        kiosk.live(visits(VISITS_A_NIGHT))
        kiosk.pack()
        bundles += [one.read_bytes() for one in kiosk.bundles()]
    receiver = Receiver(ward, url)
    try:
        first_s = _timed(lambda: [receiver.take(one) for one in bundles])
        rows = receiver.count(t.event), receiver.count(t.bundle)
        again_s = _timed(lambda: [receiver.take(one) for one in bundles])
        added = receiver.count(t.event) - rows[0] + receiver.count(t.bundle) - rows[1]
    finally:
        receiver.ledger.close()
    print(f"a night of {kiosks} kiosks: {len(bundles)} bundles, {rows[0]} events in {first_s:.1f} s")
    print(f"  the whole night once more: {added} rows (goal 0) in {again_s:.1f} s")
    return added if rows[0] else -1


def main() -> int:
    visits_a_year = int(sys.argv[1]) if len(sys.argv) > 1 else VISITS
    kiosks = int(sys.argv[2]) if len(sys.argv) > 2 else KIOSKS
    with tempfile.TemporaryDirectory() as folder, postgres() as url:
        kiosk = ExportingKiosk(Ward(Path(folder)))
        _fill(kiosk, visits_a_year)
        packing, dumping, taking, copying = [], [], [], []
        for _ in range(ROUNDS):
            dumping.append(_timed(lambda: _dump(kiosk.database, Path(folder) / "dump.gz")))
            packing.append(_timed(lambda: _pack(kiosk)))
        (logged,) = ranges(kiosk.database)
        rows = rows_of(logged, 1, logged.last)
        bundles = [one.read_bytes() for one in kiosk.bundles()]
        receiver = Receiver(kiosk.ward, url)
        for _ in range(ROUNDS):
            copying.append(_plain_copy(receiver, rows))
            taking.append(_take_all(receiver, bundles))
        assert receiver.count(t.event) == len(rows)
        receiver.ledger.close()
        again = _night(Ward(Path(folder) / "city"), url, kiosks)
    pack, dump = statistics.median(packing), statistics.median(dumping)
    take, copy = statistics.median(taking), statistics.median(copying)
    size = sum(map(len, bundles)) / len(rows)
    print(f"{visits_a_year} visits, {len(rows)} events in {len(bundles)} bundles, {size:.1f} bytes an event")
    print(f"pack {pack:.2f} s, raw dump to gzip {dump:.2f} s: {pack / dump:.2f} × (goal ≤ 2)")
    rates = f"{len(rows) / take:,.0f} rows/s, COPY {len(rows) / copy:,.0f}"
    print(f"take in {rates}: {copy / take:.0%} (goal ≥ 40 %)")
    return 0 if pack <= 2 * dump and copy >= 0.4 * take and not again else 1


if __name__ == "__main__":
    raise SystemExit(main())
