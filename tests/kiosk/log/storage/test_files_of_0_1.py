"""What version 0.1 wrote is read, verified and added up as that version did."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from support.chains import first_break
from support.earlier_version import FILES, log_lines, log_visits, november
from support.receiving import Receiver
from support.ward import Ward

from kiosk.base.events import KINDS
from kiosk.base.files.paths import database_file
from kiosk.log.storage.reading import LogReader
from kiosk.papers.export.envelope import SUFFIX
from kiosk.ward.authority import open_authority
from kiosk.ward.ingest import TakenIn

FIGURES_SINCE = {"asked-in-vain", "numbers-shown", "practised", "practised-alone", "rehearsed", "exercised"}
ROWS_SINCE = {"practice-rung", "practice-actor", "flow-practised", "exercise-help"}
OF_A_VISIT_SINCE = {"asked_in_vain": 0, "numbers_shown": 0, "practised": [], "rehearsed": 0, "exercised": []}
"""What is counted only since then: nothing of it is in those files."""


def visits_then(text: str) -> object:
    """The visits without what was not told of any then."""
    visits = json.loads(text)
    for one in visits:
        assert {key: one.pop(key) for key in OF_A_VISIT_SINCE} == OF_A_VISIT_SINCE
    return visits


def report_then(text: str) -> object:
    """The report without the figures and tables of which it could tell nothing."""
    report = json.loads(text)
    assert {report["figures"].pop(key)["value"] for key in FIGURES_SINCE} == {0}
    for tables in report.values():
        assert not any(tables.pop(key, None) for key in ROWS_SINCE)
        for of_other_rows in ("skills", "headline"):  # made of numbers that stand there anyway
            tables.pop(of_other_rows, None)
    return report


def as_far_as_shown(now: object, then: object) -> object:
    """*now* without what *then* kept back: that version kept back more. Whatever it showed has to stand."""
    if isinstance(then, dict) and isinstance(now, dict):
        if then.get("hidden"):
            return then
        return {key: as_far_as_shown(one, then.get(key)) for key, one in now.items()}
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [as_far_as_shown(*pair) for pair in zip(now, then, strict=True)]
    return now


def written(name: str) -> object:
    return json.loads((FILES / name).read_text("utf-8"))


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    """Its data folder, a copy: reading SQLite writes beside the file."""
    return shutil.copytree(FILES / "kiosk", tmp_path / "kiosk")


def receiver(folder: Path, *, with_ledger: bool) -> Receiver:
    shutil.copytree(FILES / "ward", folder / "ward")
    if not with_ledger:
        (folder / "ward" / "ledger.sqlite").unlink()
    ward = object.__new__(Ward)
    ward.folder, ward.authority = folder, open_authority(folder / "ward")
    return Receiver(ward)


def lines() -> list[str]:
    return (FILES / "lines.jsonl").read_text("utf-8").splitlines()


def test_every_line_of_the_log_and_its_hash_are_the_same_bytes(kiosk: Path) -> None:
    assert log_lines(kiosk) == lines()


def test_the_log_of_0_1_holds_every_kind_of_event_and_its_chain_is_whole(kiosk: Path) -> None:
    events = LogReader(database_file(kiosk)).events()

    assert first_break(events) is None
    of_0_1 = {one.event.what.kind for one in events}
    assert len(of_0_1) == 35 and of_0_1 <= {*KINDS}


def test_the_visits_of_0_1_are_summed_up_as_they_were(kiosk: Path) -> None:
    assert visits_then(log_visits(kiosk)) == written("visits.json")


@pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")
def test_the_bundles_of_0_1_give_the_same_lines_and_the_same_report(kiosk: Path, tmp_path: Path) -> None:
    ward = receiver(tmp_path, with_ledger=False)
    taken = [ward.take(file) for file in sorted((kiosk / "export" / "outbox").glob(f"*{SUFFIX}"))]

    assert len(taken) == 3 and all(isinstance(one, TakenIn) and one.added for one in taken)
    assert ward.lines() == [
        one.partition("\t")[0] for one in (FILES / "lines.jsonl").read_text("utf-8").splitlines()
    ]
    then = written("report.json")
    assert as_far_as_shown(report_then(november(ward)), then) == then
    ward.ledger.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a ward's server is Linux")
def test_the_ledger_of_0_1_gives_the_same_report_and_knows_its_bundles(kiosk: Path, tmp_path: Path) -> None:
    ward = receiver(tmp_path, with_ledger=True)

    then = written("report.json")
    assert as_far_as_shown(report_then(november(ward)), then) == then
    again = [ward.take(file) for file in sorted((kiosk / "export" / "outbox").glob(f"*{SUFFIX}"))]
    assert all(isinstance(one, TakenIn) and one.added is None for one in again)
    ward.ledger.close()
