"""Packing a log against a raw dump of it, and taking it in against PostgreSQL's COPY, as ratios of one run.

`python tests/benchmarks/bench_export.py`. Goals: packing at most 2 × a raw sqlite3 dump to gzip; taking in at
least 40 % of the rows a second of a plain COPY of the same rows. The rows are a tenth of a kiosk-year.
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
from support.events import visit
from support.exporting import ExportingKiosk
from support.postgres import postgres
from support.receiving import Receiver
from support.ward import Ward

from kiosk.export.packing import MOST_EVENTS
from kiosk.paths import export_folder
from kiosk.sessions.chain import EventRow, link
from kiosk.sessions.events import Stored
from kiosk.storage.rows import INSERT, as_row
from kiosk.storage.stretches import rows_of, stretches
from kiosk.ward import tables as t
from kiosk.ward.bulk import _COPY, _as_text

VISITS, STEPS, ROUNDS = 3650, 15, 5


def _fill(kiosk: ExportingKiosk) -> None:
    """So many visits behind the last event, chained as the log does it."""
    kiosk.live(visit(0))
    (stretch,) = stretches(kiosk.database)
    before, seq = rows_of(stretch, stretch.last, 1)[0].hash, stretch.last
    rows: list[tuple[object, ...]] = []
    for number in range(1, VISITS):
        for event in visit(number, STEPS):
            seq += 1
            before = link(before, kiosk.name, stretch.epoch, seq, event)
            rows.append(as_row(1, Stored(kiosk.name, stretch.epoch, seq, before, event)))
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


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, postgres() as url:
        kiosk = ExportingKiosk(Ward(Path(folder)))
        _fill(kiosk)
        packing, dumping, taking, copying = [], [], [], []
        for _ in range(ROUNDS):
            dumping.append(_timed(lambda: _dump(kiosk.database, Path(folder) / "dump.gz")))
            packing.append(_timed(lambda: _pack(kiosk)))
        (stretch,) = stretches(kiosk.database)
        rows = rows_of(stretch, 1, stretch.last)
        bundles = [one.read_bytes() for one in kiosk.bundles()]
        receiver = Receiver(kiosk.ward, url)
        for _ in range(ROUNDS):
            copying.append(_plain_copy(receiver, rows))
            taking.append(_take_all(receiver, bundles))
        assert receiver.count(t.event) == len(rows)
        again = sum(one.added is not None for one in map(receiver.take, bundles))  # type: ignore[union-attr]
        receiver.ledger.close()
    pack, dump = statistics.median(packing), statistics.median(dumping)
    take, copy = statistics.median(taking), statistics.median(copying)
    size = sum(map(len, bundles)) / len(rows)
    print(f"{len(rows)} events in {len(bundles)} bundles, {size:.1f} bytes an event")
    print(f"pack {pack:.2f} s, raw dump to gzip {dump:.2f} s: {pack / dump:.2f} × (goal ≤ 2)")
    rates = f"{len(rows) / take:,.0f} rows/s, COPY {len(rows) / copy:,.0f}"
    print(f"take in {rates}: {copy / take:.0%} (goal ≥ 40 %)")
    print(f"delivered once more: {again} bundles added anything (goal 0)")
    return 0 if pack <= 2 * dump and copy >= 0.4 * take and not again else 1


if __name__ == "__main__":
    raise SystemExit(main())
