"""Whatever happened to the file, the log opens or is set aside and begun anew, and doctor says which."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.broken_disk import Disk
from support.conditions import until
from support.events import MACHINE, Ear, keep, running, visit, visits
from support.fake_clock import FakeClock
from typer.testing import CliRunner

from kiosk.base.files.paths import database_file
from kiosk.desk.command_line import app
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.engines import Connect
from kiosk.log.storage.file_check import check_file
from kiosk.log.storage.marker import marker_path
from kiosk.log.storage.migrate import bring_up_to_date, copy_before
from kiosk.log.storage.opening import Identity, Opened, open_log
from kiosk.log.storage.quarantine import files_aside
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.salvage import salvage_all
from kiosk.log.storage.tables import REVISION
from kiosk.point.health.finding import Finding
from kiosk.point.health.machine import check_database
from kiosk.point.health.probes import see_clock, see_database

WHO = Identity("may-1", MACHINE)
SEEDS, FLIPS = 3, 30
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with two visits and figures of a month, closed."""
    database = database_file(tmp_path_factory.mktemp("whole"))
    with running(database) as store:
        keep(store, visits(2))
    changed(
        database,
        "INSERT INTO tally VALUES (1, '2026-11', 'elderly', 'vneid', 'completed', 3)",
        "INSERT INTO visit_tally VALUES (1, '2026-11', 'setting', 'large-text', 3)",
    )
    return database


@pytest.fixture
def database(whole: Path, tmp_path: Path) -> Path:
    return copied(whole, tmp_path)


@pytest.fixture
def begins_quickly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new log is a copy of an empty one: Alembic takes longer than all the rest."""
    blank = tmp_path / "blank.sqlite"
    bring_up_to_date(blank)

    def quickly(database: Path, connect: Connect) -> None:
        if not database.exists():
            shutil.copy(blank, database)
        bring_up_to_date(database, connect)

    monkeypatch.setattr("kiosk.log.storage.opening.bring_up_to_date", quickly)


def copied(database: Path, folder: Path) -> Path:
    """Alone in *folder*, with its marker."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in (database, marker_path(database)):
        shutil.copy(file, folder)
    return folder / database.name


def changed(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def flipped(database: Path, byte: int, bit: int) -> None:
    with database.open("r+b") as file:
        file.seek(byte)
        (old,) = file.read(1)
        file.seek(byte)
        file.write(bytes([old ^ 1 << bit]))


def opened(database: Path, **options: Any) -> Opened:
    found = open_log(database, WHO, FakeClock(), **options)
    found.log.close()
    return found


def told(database: Path) -> Finding:
    see_clock(database)  # looks into the log too
    return check_database(see_database(database))


def comes_true(database: Path, before: list[Stored]) -> bool:
    """Whether the log was set aside, having seen that doctor said so before, and that it is sound after."""
    raw = database.read_bytes()
    finding = told(database)
    assert database.read_bytes() == raw
    aside = opened(database).aside
    assert (finding.state != "ok") == (aside is not None), finding
    if aside is not None:
        assert "tự cất tệp hỏng" in finding.do_vi
        assert files_aside(database) == (aside,)
        assert aside.read_bytes() == raw
    after = open_for_reading(database)
    events = after.events()
    after.tally()
    assert aside is not None or events[: len(before)] == before
    assert see_database(database).failure == ""
    return aside is not None


def worth_flipping(raw: bytes) -> list[tuple[int, int]]:
    """The header, and whatever is not empty."""
    return [(byte, bit) for byte, value in enumerate(raw) if value or byte < 100 for bit in range(8)]


@pytest.mark.usefixtures("begins_quickly")
@pytest.mark.parametrize("seed", range(SEEDS))
def test_after_any_flipped_bit_the_log_opens_or_begins_anew_and_doctor_says_which(
    whole: Path, tmp_path: Path, seed: int
) -> None:
    raw, before = whole.read_bytes(), open_for_reading(whole).events()
    choice = random.Random(seed)
    events = raw.find(b"session.ended") // PAGE * PAGE
    where = worth_flipping(raw)
    some = [
        *choice.sample([one for one in where if one[0] < 100], FLIPS // 3),
        *choice.sample([one for one in where if events <= one[0] < events + PAGE], FLIPS // 3),
        *choice.sample(where, FLIPS // 3),
    ]
    outcomes = set()
    for byte, bit in some:
        database = copied(whole, tmp_path / "flipped")
        flipped(database, byte, bit)
        outcomes.add(comes_true(database, before))
    assert outcomes == {True, False}


@pytest.mark.parametrize("bit", range(2, 8))
def test_a_header_that_lets_nobody_write_is_no_read_only_folder(database: Path, bit: int) -> None:
    before = open_for_reading(database).events()
    flipped(database, 18, bit)
    assert comes_true(database, before)
    assert salvage_all(database)
    assert open_for_reading(database).events()[: len(before)] == before


NO_LOG_OF_OURS = {
    "a lost table": ["DROP TABLE event"],
    "a lost table of figures": ["DROP TABLE visit_tally"],
    "a lost column": ["ALTER TABLE event DROP COLUMN clock_ok"],
    "another name of a column": ["ALTER TABLE event RENAME COLUMN kind TO kinf"],
    "a lost index": ["DROP INDEX event_wall_s"],
    "a revision of no number": ["DELETE FROM alembic_version"],
    "an older revision than its tables": ["UPDATE alembic_version SET version_num = '0001'"],
    "a revision that never was": ["UPDATE alembic_version SET version_num = '000s'"],
    "a newer revision by one bit": ["UPDATE alembic_version SET version_num = '0013'"],
    "two revisions": ["INSERT INTO alembic_version VALUES ('0002')"],
    "a lost epoch": ["DELETE FROM epoch"],
    "a field of no text": ["UPDATE event SET fields = x'ff' WHERE seq = 4"],
    "a field of a number": ["UPDATE event SET fields = '7' WHERE seq = 4"],
    "a time of no number": ["UPDATE event SET at_ms = 'soon' WHERE seq = 4"],
    "a letter that is none": ["UPDATE event SET kind = CAST(x'f6ff' AS TEXT) WHERE seq = 4"],
    "a lost event": ["DELETE FROM event WHERE seq = 4"],
    "a figure of no month": ["UPDATE tally SET month = 'soon'"],
}


@pytest.mark.parametrize("what", NO_LOG_OF_OURS)
def test_what_is_no_log_of_ours_is_set_aside_and_the_next_visit_kept(database: Path, what: str) -> None:
    changed(database, *NO_LOG_OF_OURS[what])
    copy = copied(database, database.parent / "doctor")
    assert comes_true(copy, [])
    ear = Ear()
    with running(database, ear) as store:
        keep(store, visit(9))
    assert ear.causes == []
    assert len(files_aside(database)) == 1
    assert [one.event for one in open_for_reading(database).events() if one.event.session] == visit(9)


@pytest.mark.parametrize(
    ("name", "instead"), [(b"clock_ok BOOLEAN", b"clock_oj BOOLEAN"), (b"fields TEXT", b"fi\xe5lds TEXT")]
)
def test_a_flipped_bit_in_the_name_of_a_column_costs_no_event(
    database: Path, name: bytes, instead: bytes
) -> None:
    before, raw = open_for_reading(database).events(), database.read_bytes()
    assert raw.count(name) == 1
    database.write_bytes(raw.replace(name, instead))
    assert comes_true(database, before)
    assert salvage_all(database)
    assert open_for_reading(database).events()[: len(before)] == before


def test_figures_and_earlier_epochs_are_looked_at_too(database: Path) -> None:
    open_log(database, Identity("may-1", "f" * 32), FakeClock()).log.close()
    changed(database, "UPDATE event SET at_ms = at_ms + 1 WHERE epoch_no = 1 AND seq = 3")
    assert check_file(database).state == "damaged"


def test_an_older_log_is_brought_up_to_date_and_not_set_aside(database: Path) -> None:
    before = open_for_reading(database).events()
    changed(database, "DROP TABLE visit_tally", "UPDATE alembic_version SET version_num = '0002'")
    assert check_file(database).state == "older"
    assert told(database).state == "ok"
    found = opened(database)
    assert (found.aside, found.new_epoch) == (None, None)
    assert copy_before(database, REVISION).exists()
    assert open_for_reading(database).events() == before


def test_a_log_of_before_a_purge_is_sound(database: Path) -> None:
    open_log(database, Identity("may-1", "f" * 32), FakeClock()).log.close()
    changed(database, "DELETE FROM event WHERE epoch_no = 1 AND seq IN (1, 2, 5, 6)")
    assert check_file(database).state == "sound"


@pytest.mark.parametrize("traces", ["tables", "copy", "number"])
def test_the_log_of_a_newer_program_is_never_set_aside(database: Path, traces: str) -> None:
    newer = "9999" if traces == "number" else "0013"
    changed(database, f"UPDATE alembic_version SET version_num = '{newer}'")
    if traces == "tables":
        changed(database, "DROP INDEX event_wall_s", "CREATE TABLE more (no INTEGER)")
    if traces == "copy":
        shutil.copy(database, copy_before(database, newer))
    ear = Ear()
    with running(database, ear) as store:
        until(lambda: store.trouble is not None)
    assert ear.causes == ["cannot-open"]
    assert files_aside(database) == ()
    finding = told(database)
    assert finding.state == "mend" and "newer program" in finding.en and "cất" not in finding.do_vi


def _locked(database: Path) -> Iterator[Any]:
    def hasty(*args: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(*args, **{**options, "timeout": 0})
        return connection

    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield hasty


def _shut(database: Path) -> Iterator[Any]:
    disk = Disk()
    disk.says, disk.fails_before_commit = sqlite3.SQLITE_READONLY, True
    yield disk.connect


def _failing(database: Path) -> Iterator[Any]:
    disk = Disk()
    disk.fails_before_commit = True
    yield disk.connect


@pytest.mark.parametrize("how", [_locked, _shut, _failing])
def test_a_disk_or_a_program_that_lets_nobody_write_sets_nothing_aside(database: Path, how: Any) -> None:
    for connect in how(database):
        with pytest.raises(Exception) as failure:
            opened(database, connect=connect)
        assert "sqlite" in repr(failure.value) or isinstance(failure.value, sqlite3.Error)
    assert files_aside(database) == ()
    assert opened(database).aside is None


def test_sessions_sends_to_doctor_as_soon_as_the_kiosk_would_set_the_log_aside(database: Path) -> None:
    asked = ["sessions", "--day", "2025-11-24", "--data", str(database.parent)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    changed(database, "UPDATE event SET at_ms = at_ms + 1 WHERE seq = 3")
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 1 and "doctor" in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    opened(database)
    assert CliRunner().invoke(app, asked).exit_code == 0
