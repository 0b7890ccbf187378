"""The log is deleted, replaced or cut off under the running program: noticed in seconds, nothing is lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.chains import first_break
from support.conditions import until
from support.events import WAIT_S, Ear, keep, running, visits

from kiosk.base.events import EpochBegun, StorageTroubled
from kiosk.log.storage.quarantine import files_aside, salvaged_beside
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.salvage import salvage_all


def delete(database: Path) -> None:
    database.unlink()


def delete_with_its_wal(database: Path) -> None:
    for suffix in ("-wal", "-shm", ""):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def put_an_older_copy_over_it(database: Path) -> None:
    copy = database.with_name("older")
    shutil.copyfile(database.with_name("kept-before"), copy)
    copy.replace(database)


def put_something_else_over_it(database: Path) -> None:
    other = database.with_name("other")
    other.write_bytes(os.urandom(40_000))
    other.replace(database)


def cut_it_off(database: Path) -> None:
    os.truncate(database, 0)


WAYS = (delete, delete_with_its_wal, put_an_older_copy_over_it, put_something_else_over_it, cut_it_off)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")
@pytest.mark.parametrize("harm", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("idle", [True, False], ids=["nothing happens", "a resident goes on"])
def test_what_was_acknowledged_before_and_what_comes_after_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None], idle: bool
) -> None:
    monkeypatch.setattr("kiosk.log.storage.event_store.PAUSE_S", 0.05)
    monkeypatch.setattr("kiosk.log.storage.event_store.IDLE_S", 0.05 if idle else 60.0)
    database, ear, events = tmp_path / "sessions.db", Ear(), visits(6)
    with running(database, ear) as store:
        keep(store, events[:4])
    shutil.copyfile(database, database.with_name("kept-before"))
    with running(database, ear) as store:
        keep(store, events[4:12])
        harm(database)
        if idle:
            until(lambda: "cannot-open" in ear.causes, 10)
        after = [store.append(event) for event in events[12:]]
        assert [one.result(WAIT_S).event for one in after] == events[12:]
        until(lambda: ear.causes[-1:] == [None], 10)
        assert "cannot-open" in ear.causes, "staff were told, and then that it is over"
        stored = open_for_reading(database).events()
        assert first_break(stored) is None
        kept_now = [one.event for one in stored if one.event.session]
        assert [event for event in kept_now if event in events[12:]] == events[12:], "where the log is read"
    assert any(isinstance(one.event.what, StorageTroubled) for one in stored)
    begun = [one.event.what for one in stored if isinstance(one.event.what, EpochBegun)]
    assert begun and begun[-1].cause in ("marker", "corrupt"), "a new epoch says why"
    assert files_aside(database), "what could be read lies aside, and staff are shown that it does"
    assert salvage_all(database)
    saved = [one for file in salvaged_beside(database) for one in open_for_reading(file).events()]
    found = {one.event for one in (*saved, *open_for_reading(database).events())}
    assert set(events) <= found, "every acknowledged event is in one of the files"
    named = [(one.epoch, one.seq) for one in (*saved, *stored)]
    assert len(named) == len(set(named))
    twice = [one.event for one in (*saved, *stored) if one.event.session]
    assert len(twice) == len(set(twice)), "and in one of them alone"
