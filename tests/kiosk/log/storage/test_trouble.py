"""Storage trouble: whatever the disk does, events wait in memory in order and are stored once."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.broken_disk import Disk
from support.chains import first_break
from support.conditions import until
from support.events import SMALL, WAIT_S, Ear, keep, running, visit, visits

from kiosk.base.events import StorageTroubled
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.sink import NotStored
from kiosk.log.storage.ballast import ballast_path
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.trouble import SENTENCES, Trouble


def kept_once(database: Path, events: list[Event]) -> None:
    """The file holds exactly *events*, each once, in order, beside the kiosk's own."""
    stored = open_for_reading(database).events()
    assert [one.event for one in stored if one.event.session] == events
    assert first_break(stored) is None


@pytest.mark.parametrize("landed", [False, True])
def test_a_failing_sync_loses_nothing_and_doubles_nothing(tmp_path: Path, landed: bool) -> None:
    """A commit may report failure although its frames did land: then it must not be written again."""
    database, disk, ear = tmp_path / "sessions.db", Disk(), Ear()
    events = visits(6)
    with running(database, ear, connect=disk.connect) as store:
        keep(store, events[:8])
        disk.fails_before_commit, disk.fails_after_commit = not landed, landed
        futures = [store.append(event) for event in events[8:]]
        until(lambda: store.trouble is not None)
        disk.fails_before_commit = disk.fails_after_commit = False
        assert [future.result(WAIT_S).event for future in futures] == events[8:]
        until(lambda: store.trouble is None)
    assert ear.causes == ["io-error", None]
    kept_once(database, events)


def test_a_full_disk_holds_events_warns_the_staff_and_recovers(tmp_path: Path) -> None:
    database, disk, ear = tmp_path / "sessions.db", Disk(), Ear()
    with running(database, ear, connect=disk.connect) as store:
        keep(store, visit(0))
    disk.max_pages = 12
    events = visits(60)[len(visit(0)) :]
    with running(database, ear, connect=disk.connect) as store:
        futures = [store.append(event) for event in events]
        until(lambda: store.trouble is not None and store.trouble.held > 0)
        held = [event.session for event, future in zip(events, futures, strict=True) if not future.done()]
        assert held
        assert store.memory_only >= {held[-1]}
        disk.max_pages = None
        for future in futures:
            future.result(WAIT_S)
        until(lambda: store.trouble is None)
        assert store.memory_only == frozenset()
    assert ear.causes == ["disk-full", None]
    kept_once(database, visits(60))
    told = [one.event.what for one in open_for_reading(database).events()]
    assert [what.cause for what in told if isinstance(what, StorageTroubled)] == ["disk-full"]


def test_a_folder_that_cannot_be_is_trouble_until_it_can(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", "utf-8")
    database, ear = tmp_path / "log" / "sessions.db", Ear()
    with running(database, ear) as store:
        futures = [store.append(event) for event in visit(0)]
        until(lambda: store.trouble is not None)
        (tmp_path / "log").unlink()
        for future in futures:
            future.result(WAIT_S)
        until(lambda: store.trouble is None)
    kept_once(database, visit(0))


def test_a_folder_taken_away_under_the_log_is_noticed_and_the_log_begins_again(tmp_path: Path) -> None:
    database, ear = tmp_path / "log" / "sessions.db", Ear()
    with running(database, ear) as store:
        keep(store, visit(0))
        shutil.rmtree(database.parent)
        until(lambda: ear.causes[-1:] == [None])
        keep(store, visit(1))
    assert ear.causes == ["cannot-open", None]
    kept_once(database, visit(1))


def test_closing_in_trouble_says_what_was_not_stored(tmp_path: Path) -> None:
    disk = Disk()
    with running(tmp_path / "sessions.db", connect=disk.connect) as store:
        keep(store, visit(0))
        disk.fails_before_commit = True
        futures = [store.append(event) for event in visit(1)]
        until(lambda: store.trouble is not None)
        assert not store.close()
    assert all(isinstance(future.exception(0), NotStored) for future in futures)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "io-error"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "disk-full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read-only"),
        (sqlite3.SQLITE_BUSY, "busy"),
        (sqlite3.SQLITE_CANTOPEN, "cannot-open"),
    ],
)
def test_each_failure_of_sqlite_is_one_kind_of_trouble(tmp_path: Path, code: int, cause: str) -> None:
    disk, ear = Disk(), Ear()
    with running(tmp_path / "sessions.db", ear, connect=disk.connect) as store:
        keep(store, visit(0))
        disk.says, disk.fails_before_commit = code, True
        future = store.append(visit(1)[0])
        until(lambda: ear.heard)
        disk.fails_before_commit = False
        future.result(WAIT_S)
        until(lambda: store.trouble is None)
    assert ear.causes == [cause, None]


def test_every_trouble_has_a_sentence_in_two_languages() -> None:
    for cause in SENTENCES:
        vi, en = Trouble(cause, 3).sentence().split(" / ")
        assert "Máy vẫn hướng dẫn" in vi
        assert "held in memory" in en


def test_a_mistake_of_ours_in_the_listener_or_at_opening_stops_nothing(tmp_path: Path) -> None:
    disk = Disk()

    def deaf(_: object) -> None:
        raise KeyError("deaf")

    def wrong(_: object) -> list[Event]:
        raise KeyError("wrong")

    database = tmp_path / "sessions.db"
    with running(database, deaf, connect=disk.connect, at_open=wrong) as store:  # type: ignore[arg-type]
        keep(store, visit(0))
        disk.fails_before_commit = True
        future = store.append(visit(1)[0])
        until(lambda: store.trouble is not None)
        disk.fails_before_commit = False
        future.result(WAIT_S)
    kept_once(database, [*visit(0), visit(1)[0]])


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 8 MB that can be filled and made read-only; needs root on Linux."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no right to mount; the same is tested with a page limit above")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_really_full_disk_gives_its_ballast_and_the_log_goes_on(small_disk: Path) -> None:
    database, ear = small_disk / "sessions.db", Ear()
    with running(database, ear) as store:
        keep(store, visit(0))
        ballast_path(database).write_bytes(b"x" * 1_000_000)
        _fill(small_disk)
        keep(store, visits(40)[len(visit(0)) :])  # works because the ballast made room
        # Given back; perhaps a small one has been laid in again already, of the size this store was told.
        assert not ballast_path(database).exists() or ballast_path(database).stat().st_size <= SMALL
        _fill(small_disk)
        (small_disk / "fill-0").unlink()
    kept_once(database, visits(40))


def test_ballast_that_was_given_is_laid_in_again_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only at the next start: a kiosk runs for months, and its disk may fill up twice."""
    database, disk, usage, room = tmp_path / "sessions.db", Disk(), shutil.disk_usage(tmp_path), [True]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=usage.free if room[0] else 0))
    ear = Ear()
    with running(database, ear, connect=disk.connect) as store:
        keep(store, visit(0))
        until(ballast_path(database).exists)
        room[0], disk.says, disk.fails_before_commit = False, sqlite3.SQLITE_FULL, True
        future = store.append(visit(1)[0])
        until(lambda: store.trouble is not None)
        disk.fails_before_commit = False
        future.result(WAIT_S)
        until(lambda: ear.causes == ["disk-full", None])
        assert not ballast_path(database).exists()
        room[0] = True
        keep(store, visit(2))
        until(ballast_path(database).exists)


def test_a_really_full_disk_without_ballast_holds_everything_until_there_is_room(small_disk: Path) -> None:
    database, ear = small_disk / "sessions.db", Ear()
    with running(database, ear) as store:
        keep(store, visit(0))
        _fill(small_disk)
        futures = [store.append(event) for event in visits(400)[len(visit(0)) :]]
        until(lambda: store.trouble is not None)
        for number in range(3):  # how much is written depends on how many events come at once
            (small_disk / f"fill-{number}").unlink()
        for future in futures:
            future.result(WAIT_S)
        until(lambda: store.trouble is None)
    assert ear.causes == ["disk-full", None]
    kept_once(database, visits(400))


def test_a_read_only_disk_is_trouble_until_it_can_be_written(small_disk: Path) -> None:
    database, ear = small_disk / "sessions.db", Ear()
    with running(database, ear) as store:
        keep(store, visit(0))
    _remount(small_disk, "ro")
    with running(database, ear) as store:
        until(lambda: store.trouble is not None)
        futures = [store.append(event) for event in visit(1)]
        _remount(small_disk, "rw")
        for future in futures:
            future.result(WAIT_S)
        until(lambda: store.trouble is None)
    assert ear.causes[-1] is None
    assert ear.causes[0] in ("read-only", "cannot-open")
    kept_once(database, [*visit(0), *visit(1)])


def _fill(folder: Path) -> None:
    for number in range(100):
        try:
            with (folder / f"fill-{number}").open("wb") as out:
                out.write(b"x" * 1_000_000)
        except OSError:
            break
    with (folder / "fill-last").open("wb", buffering=0) as out:
        try:
            while True:
                out.write(b"x" * 4096)
        except OSError:
            return


def _remount(folder: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(folder)], check=True)
