"""`kiosk sessions --sent` says of each visit of a day how far it has come, and why no further."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from support.events import visit, visits
from support.exporting import ExportingKiosk
from support.ward import Ward
from typer.testing import CliRunner

from kiosk.desk.command_line import app
from kiosk.papers.export.ledger import ExportLedger

DAY = "2025-11-24"  # of `visit`, in Hà Nội
ACKED_S = 1_764_100_000


@pytest.fixture
def kiosk(tmp_path: Path) -> ExportingKiosk:
    return ExportingKiosk(Ward(tmp_path))


def states(kiosk: ExportingKiosk) -> list[list[tuple[int, int, str, str]]]:
    """Of each visit: first, last, state, bundle."""
    done = CliRunner().invoke(app, words(kiosk, "--json"), catch_exceptions=False)
    assert done.exit_code == 0
    return [
        [(part["first"], part["last"], part["state"], part["bundle"]) for part in one["parts"]]
        for one in json.loads(done.stdout)
    ]


def printed(kiosk: ExportingKiosk) -> str:
    return CliRunner().invoke(app, words(kiosk), catch_exceptions=False).stdout


def words(kiosk: ExportingKiosk, *more: str) -> list[str]:
    return ["sessions", "--day", DAY, "--sent", "--data", str(kiosk.data), *more]


def acknowledge(kiosk: ExportingKiosk, ledger: ExportLedger) -> ExportLedger:
    entries = tuple(replace(one, acked_s=ACKED_S) for one in ledger.entries)
    acknowledged = replace(ledger, entries=entries)
    kiosk.outbox.write(acknowledged)
    return acknowledged


def test_before_the_night_a_visit_waits_and_one_that_is_open_waits_for_its_end(kiosk: ExportingKiosk) -> None:
    kiosk.live([*visits(1), *visit(7)[:-1]])
    assert states(kiosk) == [[(2, 9, "not-packed", "")], [(10, 16, "open", "")]]
    assert "export --now" in printed(kiosk) and "Lượt chưa kết thúc" in printed(kiosk)


def test_packed_refused_acknowledged_and_deleted_here(kiosk: ExportingKiosk) -> None:
    kiosk.live([*visits(1), *visit(7)[:-1]])
    ledger = kiosk.pack()
    (entry,) = ledger.entries
    still_open = [(10, 16, "open", "")]
    assert states(kiosk) == [[(2, 9, "waiting", entry.name)], still_open]
    assert str(kiosk.outbox.path(entry.name)) in printed(kiosk)
    kiosk.outbox.write(ledger.with_entry(replace(entry, refused="damaged")))
    assert states(kiosk) == [[(2, 9, "refused", entry.name)], still_open]
    assert "Phường không nhận" in printed(kiosk)
    acknowledged = acknowledge(kiosk, ledger)
    assert states(kiosk) == [[(2, 9, "acknowledged", entry.name)], still_open]
    assert "Phường đã nhận ngày 26/11/2025" in printed(kiosk)
    kiosk.outbox.write(acknowledged.dropped(acknowledged.entries[0]))
    assert states(kiosk) == [[(2, 9, "acknowledged", "")], still_open]


def test_a_damaged_row_is_named_before_the_night_and_after_it(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(2))
    with closing(sqlite3.connect(kiosk.database)) as connection, connection:
        connection.execute("UPDATE event SET at_ms = at_ms + 1 WHERE seq = 12")
    assert states(kiosk)[1] == [
        (10, 11, "not-packed", ""), (12, 12, "damaged", ""), (13, 17, "not-packed", ""),
    ]  # fmt: skip
    kiosk.pack()
    assert [(*part[:2], part[2]) for part in states(kiosk)[1]] == [
        (10, 11, "waiting"), (12, 12, "damaged"), (13, 17, "waiting"),
    ]  # fmt: skip
    assert "Dòng hỏng" in printed(kiosk)


def test_a_visit_over_two_bundles_has_a_part_in_each(kiosk: ExportingKiosk) -> None:
    kiosk.live(visits(1))
    ledger = kiosk.pack(most_events=5)
    _, second, third = (one.name for one in ledger.entries)
    assert states(kiosk) == [[(2, 6, "waiting", second), (7, 9, "waiting", third)]]


def test_where_there_is_no_log_it_says_so(kiosk: ExportingKiosk) -> None:
    done = CliRunner().invoke(app, words(kiosk))
    assert done.exit_code == 1 and "Chưa có nhật ký" in done.output
