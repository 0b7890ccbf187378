"""(kiosk, epoch, seq) names one event for ever: clones, restored copies and damage begin a new epoch."""

from __future__ import annotations

import gc
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.broken_disk import Disk
from support.conditions import until
from support.events import WAIT_S, Ear, keep, running, visit, visits
from support.fake_clock import FakeClock

from kiosk.base.events import EpochBegun
from kiosk.base.files.durable import publish
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.marker import marker_path, read_marker
from kiosk.log.storage.marker import write_marker as publish_marker
from kiosk.log.storage.migrate import keep_copy
from kiosk.log.storage.nightly_copy import copied_s, copy_of, make_copy
from kiosk.log.storage.quarantine import files_aside, salvaged_of, set_aside
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.salvage import salvage, salvage_all


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A log with ten visits, closed."""
    path = tmp_path / "log" / "sessions.db"
    with running(path) as store:
        keep(store, visits(10))
    return path


def epochs(database: Path) -> list[str]:
    """The causes of the epochs, in order."""
    whats = [one.event.what for one in open_for_reading(database).events()]
    return [what.cause for what in whats if isinstance(what, EpochBegun)]


def no_name_is_used_twice(*logs: list[Stored]) -> None:
    """Whatever two histories hold under the same name is the same event."""
    seen: dict[tuple[str, str, int], bytes] = {}
    for stored in [one for log in logs for one in log]:
        name = (stored.kiosk, stored.epoch, stored.seq)
        assert seen.setdefault(name, stored.hash) == stored.hash, name


def test_an_ordinary_restart_and_a_kill_keep_the_epoch(database: Path) -> None:
    killed = database.parent.parent / "killed"
    with running(database) as store:
        keep(store, visits(20))
        shutil.copytree(database.parent, killed)  # the files as a kill would leave them, -wal included
    with running(killed / "sessions.db") as store:
        keep(store, visit(50))
    assert epochs(killed / "sessions.db") == ["created"]


class Cut(BaseException):
    """The power goes: nothing catches it."""


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("step", range(14))
def test_a_power_cut_at_any_step_of_opening_begins_no_second_epoch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool, step: int
) -> None:
    """Steps are the commits and the writings of the marker, counted over the opening."""
    from kiosk.log.storage import open_log as at
    from kiosk.log.storage.opening import Identity, open_log

    path, who, steps = tmp_path / "sessions.db", Identity("may-1", "a" * 32), iter(range(100))

    def step_or_cut() -> None:
        if next(steps) == step:
            raise Cut

    class Connection(sqlite3.Connection):
        def commit(self) -> None:
            if self.in_transaction:
                step_or_cut()
            super().commit()

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        return sqlite3.connect(*args, **options, factory=Connection)

    def write_marker(*args: Any) -> None:
        step_or_cut()
        publish_marker(*args)

    if again:
        open_log(path, who, FakeClock()).log.close()
    with monkeypatch.context() as cut:
        cut.setattr(at, "write_marker", write_marker)
        try:
            open_log(path, who, FakeClock(), connect).log.close()
        except Cut:
            gc.collect()  # the connections of the dead process are gone
    open_log(path, who, FakeClock()).log.close()
    assert epochs(path) == ["created"]


def test_a_clone_on_another_machine_begins_its_own_epoch(database: Path, tmp_path: Path) -> None:
    shutil.copytree(database.parent, tmp_path / "clone")
    clone = tmp_path / "clone" / "sessions.db"
    with running(database) as store:
        keep(store, visit(60))
    with running(clone, machine="f" * 32) as store:
        keep(store, visit(61))
    assert epochs(clone) == ["created", "marker"]
    no_name_is_used_twice(open_for_reading(database).events(), open_for_reading(clone).events())


def test_a_copy_put_back_begins_a_new_epoch_even_when_its_numbers_look_right(
    database: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    keep_copy(database, backup)
    with running(database) as store:
        keep(store, visit(70))
    lost = open_for_reading(database).events()
    marker = read_marker(database)
    assert marker is not None
    # The marker lags as far as it ever may: the numbers alone would not give the copy away.
    publish(marker_path(database), marker_path(database).read_bytes().replace(
        f'"seq": {marker.seq}'.encode(), b'"seq": 1'))  # fmt: skip
    shutil.copy(backup, database)
    with running(database) as store:
        keep(store, visit(71))
    assert epochs(database) == ["created", "marker"]
    no_name_is_used_twice(lost, open_for_reading(database).events())


def test_an_older_copy_of_the_same_run_is_known_by_its_numbers(database: Path, tmp_path: Path) -> None:
    with running(database) as store:
        keep(store, visit(70))
        keep_copy(database, tmp_path / "backup.db")
        keep(store, visit(71))
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    shutil.copy(tmp_path / "backup.db", database)
    with running(database) as store:
        keep(store, visit(72))
    assert epochs(database) == ["created", "marker"]


def test_a_lost_marker_a_lost_database_and_another_name_begin_new_epochs(database: Path) -> None:
    marker_path(database).unlink()
    with running(database) as store:
        keep(store, visit(80))
    with running(database, kiosk="may-2") as store:
        keep(store, visit(81))
    assert epochs(database) == ["created", "marker", "renamed"]
    assert [kiosk for kiosk, _, _ in open_for_reading(database).epochs()] == ["may-1", "may-1", "may-2"]
    database.unlink()
    with running(database, kiosk="may-2") as store:
        keep(store, visit(82))
    assert epochs(database) == ["marker"]


def _flip_bits(path: Path, rng: random.Random, count: int, *, start: int = 0) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(count):
        content[rng.randrange(start, len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


@pytest.mark.parametrize("seed", range(8))
def test_a_damaged_file_never_stops_the_log_and_no_name_is_used_twice(database: Path, seed: int) -> None:
    whole = open_for_reading(database).events()
    _flip_bits(database, random.Random(seed), 40)
    with running(database, Ear()) as store:
        keep(store, visit(90))
        keep(store, visit(91))
    salvage_all(database)
    after = open_for_reading(database).events()
    no_name_is_used_twice(whole, after)
    assert [one.event for one in after if one.event.session][-len(visit(90)) * 2 :] == [
        *visit(90),
        *visit(91),
    ]


def test_what_can_still_be_read_of_a_damaged_file_is_salvaged_under_its_old_names(database: Path) -> None:
    with running(database) as store:
        keep(store, visits(100))
    whole = open_for_reading(database).events()
    content = bytearray(database.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = random.Random(3).randbytes(4096)
    database.write_bytes(content)
    with running(database) as store:
        keep(store, visit(99))
    assert salvage_all(database)
    after = open_for_reading(database).events()
    saved = [one for one in after if one.epoch == whole[0].epoch]
    assert epochs(database) == ["created", "corrupt"]
    assert len(files_aside(database)) == 1
    assert len(whole) / 2 < len(saved) < len(whole)
    assert {one.seq: one for one in whole}.items() >= {one.seq: one for one in saved}.items()


def test_another_programs_database_under_the_logs_name_is_set_aside(database: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE event (when_it_was TEXT)")
    with running(database) as store:
        keep(store, visit(99))
    assert epochs(database) == ["corrupt"] and len(files_aside(database)) == 1
    assert salvage(files_aside(database)[0], database) == 0


@pytest.mark.parametrize("damaged", [200, 4096])
def test_a_log_whose_first_page_is_gone_gives_everything_back(database: Path, damaged: int) -> None:
    killed = database.parent.parent / "killed"
    with running(database) as store:
        keep(store, visits(30))
        with closing(sqlite3.connect(database)) as other:
            other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        keep(store, visit(50)[:2])  # so few that only the -wal has them, and not the first page
        whole = open_for_reading(database).events()
        shutil.copytree(database.parent, killed)  # as a kill leaves it
    log = killed / database.name
    assert log.with_name(log.name + "-wal").stat().st_size > 0
    with log.open("r+b") as file:
        file.write(random.Random(5).randbytes(damaged))
    with running(log) as store:
        keep(store, visit(99))
    assert salvage_all(log)
    after = open_for_reading(log).events()
    assert epochs(log) == ["created", "corrupt"]
    assert [one for one in after if one.epoch == whole[0].epoch] == whole
    assert not [path.name for path in killed.iterdir() if ".part" in path.name]


def test_figures_of_a_month_are_salvaged_once_also_where_no_event_can_be_read(database: Path) -> None:
    aside = set_aside(database)
    with closing(sqlite3.connect(aside)) as damaged, damaged:
        damaged.execute("INSERT INTO tally VALUES (1, '2026-11', 'elderly', 'vneid', 'completed', 3)")
        damaged.execute("DELETE FROM event")
    assert salvage(aside, database) == 0
    with closing(sqlite3.connect(salvaged_of(aside))) as saved:
        assert saved.execute("SELECT walks FROM tally").fetchall() == [(3,)]


def test_what_a_damaged_log_no_longer_holds_comes_from_last_nights_copy(database: Path) -> None:
    with running(database) as store:
        keep(store, visits(5))
    night = open_for_reading(database).events()
    make_copy(database, 1_795_000_000.0)
    assert copied_s(database) == 1_795_000_000.0
    with running(database) as store:
        keep(store, visits(3))
    database.write_bytes(random.Random(6).randbytes(database.stat().st_size))
    with running(database) as store:
        keep(store, visit(99))
    assert salvage_all(database)
    after = open_for_reading(database).events()
    assert [one for one in after if one.epoch == night[0].epoch] == night


def test_the_copy_gives_away_no_figure_of_the_month(database: Path) -> None:
    with closing(sqlite3.connect(database)) as log, log:
        log.execute("INSERT INTO tally VALUES (1, '2026-11', 'elderly', 'vneid', 'done', 3)")
        log.execute("INSERT INTO visit_tally VALUES (1, '2026-11', 'setting', 'large-text', 3)")
    make_copy(database, 0.0)
    with closing(sqlite3.connect(copy_of(database))) as copy:
        for table in ("tally", "visit_tally"):
            assert copy.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert copy.execute("SELECT count(*) FROM event").fetchone() > (0,)
    content = copy_of(database).read_bytes()
    assert b"elderly" not in content
    assert b"large-text" not in content


def test_a_hash_that_became_a_text_costs_what_follows_from_it_alone(database: Path) -> None:
    with running(database) as store:
        keep(store, visits(3))
    whole = len(open_for_reading(database).events())
    aside = set_aside(database)
    with closing(sqlite3.connect(aside)) as damaged, damaged:
        damaged.execute("UPDATE event SET hash = 'no bytes any more' WHERE seq = 5")
    assert salvage(aside, database) == whole - 2


def test_what_was_saved_of_an_old_damage_never_hides_the_log_itself(database: Path) -> None:
    database.write_bytes(b"this is no database" * 1000)
    with running(database) as store:
        keep(store, visit(0))
    (aside,) = files_aside(database)
    salvaged_of(aside).write_bytes(b"damaged again" * 1000)
    assert [one.event for one in open_for_reading(database).events() if one.event.session] == visit(0)


def test_a_file_of_rubbish_is_set_aside_whole_with_its_wal(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    database.write_bytes(b"this is no database" * 1000)
    database.with_name("sessions.db-wal").write_bytes(b"nor is this")
    with running(database) as store:
        keep(store, visit(0))
    assert salvage_all(database)  # nothing of it: tried once, and no more
    (aside,) = files_aside(database)
    assert aside.read_bytes().startswith(b"this is no database")
    assert aside.with_name(aside.name + "-wal").exists()
    assert epochs(database) == ["corrupt"]
    assert list(database.parent.glob("*.part*")) == []
    told = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert len(told) == 1 and aside.name in told[0] and "bị hỏng" in told[0] and "damaged" in told[0]


def test_an_event_changed_in_the_file_by_hand_is_noticed_at_the_next_start(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE event SET fields = replace(fields, 'good', 'poor'), at_ms = at_ms + 1 "
                           "WHERE seq = 30")  # fmt: skip
        connection.commit()
    with running(database) as store:
        keep(store, visit(0))
    assert epochs(database)[-1] == "corrupt"


def test_damage_found_while_writing_sets_the_file_aside_and_the_events_go_into_a_new_one(
    database: Path,
) -> None:
    disk, ear = Disk(), Ear()
    with running(database, ear, connect=disk.connect) as store:
        keep(store, visit(0))
        disk.says, disk.fails_before_commit = sqlite3.SQLITE_CORRUPT_INDEX, True
        future = store.append(visit(1)[0])
        until(lambda: files_aside(database))
        disk.fails_before_commit = False
        future.result(WAIT_S)
        until(lambda: store.trouble is None)
    assert ear.causes[0] == "corrupt"
    assert ear.causes[-1] is None
    assert [one.event for one in open_for_reading(database).events() if one.event.session][-1] == visit(1)[0]
