"""A ward's month and a city's year from the roll-up of 27 million visits, in seconds of one run.

`python tests/benchmarks/bench_report.py [WARDS]`. Goals: the queries of a ward's monthly report take at most
100 ms, those of the city's year at most 2 s. By default 126 wards of 6 kiosks, a hundred visits a kiosk and
day: 27.6 million visits of 756 kiosks. A tenth of the wards shows how time grows.

A ward's month is asked of the ward's own ledger, with the visits of its year: no ledger of a ward holds those
of others, and a city adds up archives. What the month takes where all 27.6 million lie in one ledger, of that
ward's places alone and of all, is measured and printed beside it, without a goal.

The rows are made directly, the same cells for each month of each kiosk: 36 guides with 5 ways to end, 7 steps
to stop at and 12 different minutes each, 7 topics with 5 ways, 120 rows of other breakdowns and 26 plain
figures; only their numbers differ. Every kiosk stands at a place of its own. Of days there is one month of
one ward: a report of days reads no others.
"""
# ruff: noqa: E402

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from sqlalchemy import Connection, text
from support.postgres import postgres
from support.receiving import Receiver
from support.ward import Ward

from kiosk.log.figures.counts import figure
from kiosk.ward import tables as t
from kiosk.ward.days import Period
from kiosk.ward.report.published import published
from kiosk.ward.rollup import _add_kiosks_up
from kiosk.ward.totals import Totals, totals

WARDS, KIOSKS, VISITS_A_DAY, ROUNDS = 126, 6, 100, 3
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
FLOWS = [f"bai-{number:02}" for number in range(36)]
WAYS = ("completed", "stopped", "referred", "handed-over", "cut-off")
PLAIN = (
    "sessions", "sessions-finished", "sessions-assisted", "sessions-filed", "session-ms", "walks",
    "walks-completed", "walks-left", "walks-handed-over", "steps", "explanations", "help-calls", "help-taken",
    "help-waits", "help-wait-ms", "help-wait-longest", "clock-unsure", "openings", "shifts", "shift-time",
    "tickets", "tickets-told", "doors", "trainings", "grouped", "place-rows",
)  # fmt: skip
Row = tuple[str, str, str, str, str, int]


def _cells() -> list[tuple[str, str, int]]:
    """(key, bucket, number) of one kiosk's month, in the order of the table."""
    visits = VISITS_A_DAY * 30
    found = [(key, "", visits) for key in PLAIN]
    for at, flow in enumerate(FLOWS):
        of_flow = visits // 36
        found += [("flow", flow, of_flow), ("flow-topic", f"{flow}/chu-de-{at % 7}", of_flow)]
        found += [("flow-outcome", f"{flow}/{way}", of_flow // 5) for way in WAYS]
        found += [("flow-left", f"{flow}/buoc-{step}", of_flow // 20) for step in range(7)]
        found += [("flow-minutes", f"{flow}/{minute:02}", of_flow // 12) for minute in range(2, 14)]
    for topic in range(7):
        found.append(("topic", f"chu-de-{topic}", visits // 7))
        found += [("topic-outcome", f"chu-de-{topic}/{way}", visits // 35) for way in WAYS]
    for key in (
        "hour",
        "mode",
        "outcome",
        "language",
        "face",
        "actor",
        "wait",
        "staff",
        "door-area",
        "group",
    ):
        found += [(key, f"{row:02}", visits // 12) for row in range(12)]
    return sorted(found)


def _rows(wards: int) -> Iterator[Row]:
    """A year of months of every kiosk, and the days of one month of the first ward."""
    kiosks = [(f"kiosk-{one:012x}", f"point-{one + 1}") for one in range(wards * KIOSKS)]
    days = [(MONTH.first + timedelta(days=one)).isoformat() for one in range(30)]
    spans = [(month, kiosks) for month in YEAR.months()] + [(day, kiosks[:KIOSKS]) for day in days]
    for span, of_span in sorted(spans):
        for key, bucket, number in _cells():
            for at, (kiosk, place) in enumerate(of_span):
                yield span, key, bucket, place, kiosk, number + at % 7


def _fill(connection: Connection, wards: int) -> int:
    connection.execute(text("DROP INDEX rollup_of_kiosk"))  # made again when everything is in
    if connection.dialect.name == "postgresql":
        raw = connection.connection.driver_connection
        assert raw is not None
        with raw.cursor() as cursor, cursor.copy("COPY rollup FROM STDIN") as copy:
            for row in _rows(wards):
                copy.write_row(row)
    else:
        connection.connection.executemany("INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?)", _rows(wards))
    connection.execute(text("CREATE INDEX rollup_of_kiosk ON rollup (kiosk, span)"))
    for month in YEAR.months():
        connection.execute(t.stale.insert(), {"kiosk": "", "span": month})
    begins = time.perf_counter()
    _add_kiosks_up(connection)
    added_s = (time.perf_counter() - begins) / len(YEAR.months())
    print(f"  adding up the kiosks of a month: {added_s:.2f} s")
    return int(connection.execute(text("SELECT count(*) FROM rollup")).scalar_one())


def _asked(receiver: Receiver, period: Period, *places: str) -> tuple[float, Totals]:
    """The median of some rounds, in seconds."""
    took = []
    for _ in range(ROUNDS):
        with receiver.ledger.read() as connection:
            begins = time.perf_counter()
            found = totals(connection, period, places)
            took.append(time.perf_counter() - begins)
    return statistics.median(took), found


def _measured(folder: Path, url: str, wards: int) -> tuple[float, float]:
    """(a ward's month in its own ledger, all wards' year) in seconds."""
    receiver = Receiver(Ward(folder), url)
    try:
        with receiver.ledger.change("") as connection:
            made = _fill(connection, wards)
        if url:
            with receiver.ledger.change("") as connection:
                connection.execute(text("ANALYZE rollup"))
        year_s, year = _asked(receiver, YEAR)
        visits = figure("sessions", year.all) or 0
        points = [f"point-{one + 1}" for one in range(KIOSKS)]
        among_s, among = _asked(receiver, MONTH, *points)
        all_s, of_all = _asked(receiver, MONTH)
        one = Receiver(Ward(folder / "one"), "") if not url else None
        month_s, month = _of_one_ward(one or receiver, bool(url))
        print(f"{'PostgreSQL' if url else 'SQLite'}, {wards} wards: {made:,} rows of {visits:,} visits")
        print(
            f"  ward, month of {figure('sessions', month.all):,} visits: {1000 * month_s:.0f} ms (goal ≤ 100)"
        )
        print(
            f"  the same ward's month among all {visits:,} visits, by its {KIOSKS} places: "
            f"{1000 * among_s:.0f} ms, {figure('sessions', among.all) or 0:,} visits (no goal)"
        )
        print(f"  the month of all, {figure('sessions', of_all.all) or 0:,} visits: {1000 * all_s:.0f} ms")
        print(f"  city, year: {year_s:.2f} s (goal ≤ 2), {year_s / month_s:.0f} × the month of a ward")
        begins = time.perf_counter()
        published(year)
        print(f"  what must be hidden in the city's year: {time.perf_counter() - begins:.2f} s")
        if one is not None:
            one.ledger.close()
        return month_s, year_s
    finally:
        receiver.ledger.close()


def _of_one_ward(receiver: Receiver, emptied: bool) -> tuple[float, Totals]:
    """A ward has a ledger of its own, and no other's visits: days and months of a whole year are in it."""
    with receiver.ledger.change("") as connection:
        if emptied:
            connection.execute(text("TRUNCATE rollup, month"))
        _fill(connection, 1)
    return _asked(receiver, MONTH)


def main() -> int:
    wards = int(sys.argv[1]) if len(sys.argv) > 1 else WARDS
    well = True
    with tempfile.TemporaryDirectory() as folder, postgres() as server:
        for name, url in (("sqlite", ""), ("postgresql", server)):
            tenth = _measured(Path(folder) / f"{name}-tenth", url, max(1, wards // 10))
            whole = _measured(Path(folder) / name, url, wards)
            print(f"  ten times the wards: {whole[1] / tenth[1]:.1f} × the time")
            well = well and whole[0] <= 0.1 and whole[1] <= 2
    return 0 if well else 1


if __name__ == "__main__":
    raise SystemExit(main())
