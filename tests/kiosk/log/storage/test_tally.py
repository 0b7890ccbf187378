"""The month's figures: stored with the end of a visit or not at all, and no file tells which visit it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from support.broken_disk import Disk
from support.conditions import until
from support.events import WAIT_S, Ear, keep, running, visit, visits

from kiosk.log.sessions.sink import LogEntry
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.salvage import salvage_all

ELDERLY = WalkCell("2026-11", "elderly", "vneid", "completed")
POOR = WalkCell("2026-11", "poor", "an-sinh", "stopped")
ENDED, BY_KEYS = VisitCell("2026-11", "visit", "ended"), VisitCell("2026-11", "way", "keys")


def end(store: EventStore, number: int, *cells: Cell) -> None:
    """One visit, whose last event adds to *cells*."""
    *before, last = visit(number)
    keep(store, before)
    store.append(last, dict.fromkeys(cells, 1)).result(WAIT_S)


def figures(database: Path) -> dict[Cell, int]:
    return {one.cell: one.number for one in open_for_reading(database).tally()}


def test_figures_grow_and_know_their_kiosk_and_epoch(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    with running(database) as store:
        for number in range(3):
            end(store, number, ELDERLY)
        end(store, 3, POOR, ELDERLY, ENDED)
        end(store, 4, BY_KEYS, ENDED)
    assert figures(database) == {ELDERLY: 4, POOR: 1, ENDED: 2, BY_KEYS: 1}
    ((kiosk, epoch, _),) = open_for_reading(database).epochs()
    assert {(one.kiosk, one.epoch) for one in open_for_reading(database).tally()} == {(kiosk, epoch)}


def test_a_crash_closes_the_visit_and_counts_it_in_one_go(tmp_path: Path) -> None:
    database, left = tmp_path / "sessions.db", visit(1)
    with running(database) as store:
        keep(store, left[:-1])
    with running(database, at_open=lambda _: [LogEntry(left[-1], {ELDERLY: 1})]) as store:
        keep(store, visits(1))
    assert figures(database) == {ELDERLY: 1}


@pytest.mark.parametrize("landed", [False, True])
def test_however_the_disk_fails_a_walk_is_counted_once(tmp_path: Path, landed: bool) -> None:
    """Also when the commit that reported a failure had reached the file."""
    disk, database, ear = Disk(), tmp_path / "sessions.db", Ear()
    with running(database, ear, connect=disk.connect) as store:
        end(store, 0, ELDERLY)
        disk.fails_before_commit, disk.fails_after_commit = not landed, landed
        *before, last = visit(1)
        futures = [*(store.append(event) for event in before), store.append(last, {ELDERLY: 1, POOR: 1})]
        until(lambda: store.trouble is not None)
        disk.fails_before_commit = disk.fails_after_commit = False
        for future in futures:
            future.result(WAIT_S)
    assert ear.causes == ["io-error", None]
    assert figures(database) == {ELDERLY: 2, POOR: 1}


def test_what_a_damaged_file_counted_is_still_read(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    with running(database) as store:
        end(store, 0, ELDERLY, POOR, ENDED)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE event SET kind = 'nonsense' WHERE seq = 4")
        connection.commit()
    with running(database) as store:
        end(store, 1, ELDERLY)
    assert salvage_all(database)
    assert [(one.cell, one.number) for one in open_for_reading(database).tally()] == [
        (ELDERLY, 1), (POOR, 1), (ELDERLY, 1), (ENDED, 1),
    ]  # fmt: skip


def words_in(file: Path) -> set[bytes]:
    """What was counted, as far as the file holds it."""
    raw = file.read_bytes()
    return {word for word in (b"elderly", b"keys") if word in raw}


def test_no_file_gives_away_with_which_visit_a_figure_came(tmp_path: Path) -> None:
    """The -wal of a transaction holds the pages before and after it, the end of a visit among them."""
    database = tmp_path / "sessions.db"
    with running(database) as store:
        keep(store, visits(2))
        end(store, 7, ELDERLY, BY_KEYS)
        wal = database.with_name(database.name + "-wal")
        until(lambda: not wal.exists() or not words_in(wal))
        assert words_in(database) == {b"elderly", b"keys"}
        keep(store, visit(9))
        assert not words_in(wal)
        assert b"session.ended" in wal.read_bytes()


def test_while_somebody_reads_the_trace_stays_and_goes_with_the_next_visit(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    wal = database.with_name(database.name + "-wal")
    with running(database) as store:
        keep(store, visits(1))
        with closing(sqlite3.connect(database, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM event").fetchone()
            end(store, 7, ELDERLY)
            assert b"elderly" in wal.read_bytes()
        keep(store, visit(8))
        until(lambda: b"elderly" not in wal.read_bytes())
    assert figures(database) == {ELDERLY: 1}


@pytest.mark.parametrize(
    ("revision", "there"), [("0001", ()), ("0002", ("tally",))], ids=["before any", "before those of visits"]
)
def test_a_log_from_before_there_were_figures_goes_on(
    tmp_path: Path, revision: str, there: tuple[str, ...]
) -> None:
    database = tmp_path / "sessions.db"
    with running(database) as store:
        before = keep(store, visits(2))
        end(store, 8, *([POOR] if there else []))
    with closing(sqlite3.connect(database)) as connection:  # as an earlier release left it
        for table in {"tally", "visit_tally"} - {*there}:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    # Whoever only reads it, such as the export's timer, may come before the kiosk has brought it up to date.
    assert figures(database) == ({POOR: 1} if there else {})
    with running(database) as store:
        end(store, 9, ELDERLY, ENDED)
    assert open_for_reading(database).events()[1:][: len(before)] == before
    assert len(open_for_reading(database).epochs()) == 1
    assert figures(database) == dict.fromkeys([ELDERLY, ENDED, *([POOR] if there else [])], 1)
