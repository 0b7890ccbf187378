"""A city's report from its wards' archives, in seconds of one run.

`python tests/benchmarks/bench_city.py [WARDS]`. Goals: the queries of a city's year take at most 2 s on the
embedded engine, and time grows no faster than the number of wards (1, 10, 100; then 126, the whole city).

The archive is made directly: each ward has a file for each of twelve months with the cells of `bench_report`
(36 guides, 7 topics), every day of it too, and 30 people on duty. Only numbers differ, from ward to ward and
from month to month.
"""
# ruff: noqa: E402

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

import numpy as np
import pyarrow as pa
from bench_report import YEAR, _cells
from support.postgres import postgres
from support.reports import MADE, NAMES

from kiosk.log.figures.counts import figure
from kiosk.ward.archive import (
    FIGURES,
    FIGURES_SCHEMA,
    KIOSKS,
    KIOSKS_SCHEMA,
    PER_DAY,
    PER_MONTH,
    PLACED,
    _parquet,
)
from kiosk.ward.city.engines import open_archive
from kiosk.ward.city.load import load
from kiosk.ward.city.report import city_report
from kiosk.ward.city.totals import CityTotals, city_totals
from kiosk.ward.report.composer import ReportRequest

SIZES, CITY, IN_POSTGRESQL, KIOSKS_EACH, ROUNDS = (1, 10, 100), 126, 3, 6, 5
NOW_S = 1_800_000_000.0


def _rows(ward: int) -> list[tuple[str, str, str, int]]:
    """(key, bucket, place, number) of a ward's month: places where they are kept, people by their hash."""
    found = []
    for key, bucket, number in _cells():
        places = [f"point-{one}" for one in range(KIOSKS_EACH)] if key in PLACED else [""]
        if key == "staff":
            continue
        found += [(key, bucket, place, number * KIOSKS_EACH // len(places)) for place in places]
    found += [("staff", f"tnv-{ward:08x}{one:08x}", "", 12) for one in range(30)]
    return sorted(found)


def _fill(folder: Path, wards: int) -> int:
    """How many rows."""
    rng, made = np.random.default_rng(1), 0
    for ward in range(wards):
        part, rows = f"ward=phuong-{ward:03}", _rows(ward)
        keys, buckets, places, numbers = (pa.array(column) for column in zip(*rows, strict=True))
        for month in YEAR.months():
            days = [f"{month}-{day:02}" for day in range(1, 29)]
            for per, spans, part_of in ((PER_MONTH, [month], 1), (PER_DAY, days, 28)):
                times, length = len(spans), len(rows)
                number = np.tile(numbers.to_numpy() // part_of, times) + rng.integers(0, 7, times * length)
                span = pa.concat_arrays([pa.repeat(one, length) for one in spans])
                columns = [pa.concat_arrays([one] * times) for one in (keys, buckets, places)]
                made += times * length
                file = folder / FIGURES / part / f"month={month}" / f"per={per}" / "figures.parquet"
                _put(file, pa.table([span, *columns, number], FIGURES_SCHEMA))
        kiosks = [
            {"name": f"Phường {ward:03}", "kiosk": f"kiosk-{ward:06}{one:06}", "place": f"point-{one}",
             "until_s": int(NOW_S), "received_s": int(NOW_S), "begun_s": None, "gaps": "[]",
             "tallied": "", "untallied": "", "lost_months": "", "withdrawn": False,
             "refused_bundles": 0, "refused_events": 0}
            for one in range(KIOSKS_EACH)
        ]  # fmt: skip
        _put(folder / KIOSKS / part / "kiosks.parquet", pa.Table.from_pylist(kiosks, KIOSKS_SCHEMA))
    return made


def _first(folder: Path, wards: int) -> Path:
    """An archive of so many of its wards."""
    some = folder.with_name(f"{wards}")
    for table in (FIGURES, KIOSKS):
        (some / table).mkdir(parents=True)
        for ward in sorted((folder / table).iterdir())[:wards]:
            (some / table / ward.name).symlink_to(ward)
    return some


def _put(file: Path, rows: pa.Table) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(_parquet(rows))


def _asked(where: str) -> tuple[float, float, CityTotals]:
    """The median of some rounds, by the clock and of the processor, the engine started already."""
    took, worked = [], []
    with open_archive(where) as archive:
        for _ in range(ROUNDS):
            begins, began = time.perf_counter(), time.process_time()
            found = city_totals(archive, YEAR, NOW_S)
            took.append(time.perf_counter() - begins)
            worked.append(time.process_time() - began)
    return statistics.median(took), statistics.median(worked), found


def _timed(act: Callable[[], object]) -> float:
    begins = time.perf_counter()
    act()
    return time.perf_counter() - begins


def main() -> int:
    city = int(sys.argv[1]) if len(sys.argv) > 1 else CITY
    worked: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "city"
        print(f"{_fill(where, city):,} rows")
        for wards in (*(one for one in SIZES if one < city), city):
            year_s, worked[wards], found = _asked(str(_first(where, wards)))
            visits = figure("sessions", found.all.all)
            print(f"{wards} wards, {visits:,} visits: a year {year_s:.2f} s, {worked[wards]:.2f} s of work")
        report_s = _timed(lambda: city_report(ReportRequest("Thành phố Hà Nội", "vi", MADE), found, NAMES))
        print(f"  what must be hidden, and the report itself: {report_s:.2f} s")
        with postgres() as url:
            load_s = _timed(lambda: list(load(_first(where, IN_POSTGRESQL), url)))
            print(f"  {IN_POSTGRESQL} wards in PostgreSQL: loaded in {load_s:.0f} s, {_asked(url)[0]:.2f} s")
    grown = [(worked[b] / worked[a]) / (b / a) for a, b in pairwise(sorted(worked))]
    print(f"city, year: {year_s:.2f} s (goal ≤ 2)")
    print(f"growth: {', '.join(f'{one:.2f}' for one in grown)} × linear (goal ≤ 1.2)")
    return 0 if year_s <= 2 and max(grown, default=0) <= 1.2 else 1


if __name__ == "__main__":
    raise SystemExit(main())
