"""Power cuts: our pragmas and our statements on a disk that loses what was not synced.

SQLAlchemy cannot run on APSW, so the statements it would send are taken from the same places.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from support.chains import first_break
from support.events import keep, running, visits
from support.powercut_vfs import PowerCutDisk

from kiosk.log.sessions.chain import link
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.storage.engines import WRITER_PRAGMAS
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.rows import INSERT, as_row

CUTS = 80
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the torn writes use pwrite")


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with its first visit, closed."""
    database = tmp_path_factory.mktemp("empty") / "sessions.db"
    with running(database) as store:
        keep(store, visits(1))
    return database


@pytest.fixture
def disk() -> Iterator[PowerCutDisk]:
    made = PowerCutDisk("powercut")
    yield made
    made.unregister()


def _write_until_the_cut(
    database: Path, disk: PowerCutDisk, rng: random.Random, pragmas: tuple[tuple[str, object], ...]
) -> list[Stored]:
    """The acknowledged events."""
    before = open_for_reading(database).events()[-1]
    acknowledged: list[Stored] = []
    waiting = visits(100)
    disk.operations, disk.cut_at = 0, rng.randrange(20, 400)
    connection = apsw.Connection(str(database), vfs="powercut")
    try:
        for name, value in (*pragmas, ("wal_autocheckpoint", 8)):
            list(connection.execute(f"PRAGMA {name} = {value}"))
        while True:
            group = [waiting.pop(0) for _ in range(rng.randrange(1, 6))]
            chained = _chained(before, group)
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(INSERT, [as_row(1, one) for one in chained])
            connection.execute("COMMIT")
            acknowledged += chained
            before = chained[-1]
    except (apsw.IOError, apsw.FullError):
        pass
    finally:
        with contextlib.suppress(apsw.IOError):
            connection.close()
    disk.cut_at = None
    disk.cut(rng)
    database.with_name(database.name + "-shm").unlink(missing_ok=True)
    return acknowledged


def _chained(before: Stored, events: list[Event]) -> list[Stored]:
    chained, hash_ = [], before.hash
    for seq, event in enumerate(events, before.seq + 1):
        hash_ = link(hash_, before.kiosk, before.epoch, seq, event)
        chained.append(Stored(before.kiosk, before.epoch, seq, hash_, event))
    return chained


def _cuts(
    empty: Path, tmp_path: Path, disk: PowerCutDisk, pragmas: tuple[tuple[str, object], ...]
) -> tuple[int, int]:
    """Acknowledged events, and those of them that were lost, over many cuts."""
    acknowledged, lost = 0, 0
    for seed in range(CUTS):
        database = tmp_path / f"{seed}" / "sessions.db"
        database.parent.mkdir()
        shutil.copy(empty, database)
        promised = _write_until_the_cut(database, disk, random.Random(seed), pragmas)
        left = open_for_reading(database).events()
        assert first_break(left) is None
        acknowledged += len(promised)
        lost += len({one.hash for one in promised} - {one.hash for one in left})
    return acknowledged, lost


def test_no_acknowledged_event_is_lost_in_a_power_cut(
    empty: Path, tmp_path: Path, disk: PowerCutDisk
) -> None:
    acknowledged, lost = _cuts(empty, tmp_path, disk, WRITER_PRAGMAS)
    assert acknowledged > 10 * CUTS
    assert lost == 0


def test_the_cut_is_real_since_a_weaker_setting_does_lose_events(
    empty: Path, tmp_path: Path, disk: PowerCutDisk
) -> None:
    weaker = tuple((name, 1 if name == "synchronous" else value) for name, value in WRITER_PRAGMAS)
    _, lost = _cuts(empty, tmp_path, disk, weaker)
    assert lost > 0


def test_after_a_power_cut_the_store_goes_on_in_the_same_epoch(
    empty: Path, tmp_path: Path, disk: PowerCutDisk
) -> None:
    for name in ("sessions.db", "sessions.marker.json"):
        shutil.copy(empty.with_name(name), tmp_path / name)
    database = tmp_path / "sessions.db"
    promised = _write_until_the_cut(database, disk, random.Random(7), WRITER_PRAGMAS)
    with running(database) as store:
        keep(store, visits(1))
    left = open_for_reading(database).events()
    assert len({one.epoch for one in left}) == 1
    assert first_break(left) is None
    assert {one.hash for one in promised} <= {one.hash for one in left}
