"""The same figures hide the same numbers, whoever prints them; where a row stands says nothing of them."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.made_wards import BOTH, DECEMBER, GUIDES, VISITS, made_city, made_ward
from support.reports import MADE, blocks, sources, tables

from flows.guide.words import Words
from kiosk.desk.commands.report_options import Format
from kiosk.ward.city.report import city_report
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.issued import Issued
from kiosk.ward.report.model import Number, Table
from kiosk.ward.report.names import Names
from kiosk.ward.report.published import published

FORMATS: tuple[Format, ...] = ("json", "html", "xlsx", "pdf")
SEEDS = range(1, 21)
NAMED = Names({guide: Words(f"Bài tập {at * 7 % 54}") for at, guide in enumerate(GUIDES)})
PRINT = f"""
import hashlib, pickle, sys
from support.reports import MADE, NOVEMBER, sources
from kiosk.ward.city.report import city_report
from kiosk.desk.commands.report_options import written
from kiosk.ward.report.build import build
from kiosk.ward.report.composer import ReportRequest
from kiosk.ward.report.issued import beside
from kiosk.ward.report.names import Names

ward, city, issued, both = pickle.loads(open(sys.argv[1], "rb").read())
asked = ReportRequest("Phường Cửa Nam", "vi", MADE)
counted = dict((one.period, one.totals) for one in issued)
for told in (
    build(asked, ward, sources(), Names()),
    build(asked, both, sources(), Names(), shown=beside(both, issued, counted.get)),
    city_report(ReportRequest("Thành phố Hà Nội", "vi", MADE), city, Names()),
):
    print([hashlib.sha256(repr(told).encode()).hexdigest(),
           *(hashlib.sha256(written(told, kind)).hexdigest() for kind in {FORMATS!r})])
"""


def test_twenty_processes_print_the_same_files_in_every_format(tmp_path: Path) -> None:
    """Five forms (the values themselves and four formats) of a ward's report, of one beside those that were
    issued, and of its city's.
    """
    figures = tmp_path / "figures"
    name, ward = "Phường Cửa Nam", made_ward("Phường Cửa Nam")
    issued = [Issued(one, published(one).hide) for one in (ward, made_ward(name, DECEMBER))]
    figures.write_bytes(pickle.dumps((ward, made_city(), issued, made_ward(name, BOTH))))

    def printed(seed: int) -> str:
        surroundings = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", PRINT, str(figures)]
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(printed, SEEDS))) == 1


@pytest.mark.parametrize("name", [*VISITS, "Thành phố Hà Nội"])
def test_rows_whose_number_is_hidden_stand_last_by_name(name: str) -> None:
    if name in VISITS:
        told = build(ReportRequest(name, "vi", MADE), made_ward(name), sources(), NAMED)
    else:
        told = city_report(ReportRequest(name, "vi", MADE), made_city(), NAMED)
    tried = 0
    for table in (one for one in blocks(told) if isinstance(one, Table)):
        if table.key not in ("guides", "topics", "flow-practised", "door-area"):
            continue
        first = [row.cells[0] for row in table.rows]
        numbers = [cell.value for cell in first if isinstance(cell, Number)]
        shown = [number for number in numbers if number is not None]
        assert numbers[: len(shown)] == sorted(shown, reverse=True), table.key
        names = [row.label for row in table.rows[len(shown) :]]
        assert names == sorted(names), table.key
        tried += len(names) > 1
    assert tried


def test_no_table_calls_a_guide_by_its_id() -> None:
    told = tables(build(ReportRequest("Phường Lớn", "vi", MADE), made_ward("Phường Lớn"), sources(), NAMED))
    labels = [row.label for table in told.values() for row in table.rows]
    assert {row.label for row in told["flow-practised"].rows} <= {one.vi for one in NAMED.guides.values()}
    assert not {label for label in labels for guide in GUIDES if guide in label}
