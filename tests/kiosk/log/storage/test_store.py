"""The store: everything acknowledged is in the file, in order, chained; the screen never waits."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from support.broken_disk import Disk
from support.chains import first_break
from support.events import WAIT_S, keep, running, visit, visits
from support.fake_clock import START_S, FakeClock

from kiosk.base import events as v
from kiosk.base.hours.clock import Clock, SystemClock, quarter
from kiosk.log.sessions.events import Event
from kiosk.log.sessions.sink import EventSink, LogEntry
from kiosk.log.storage.believed import latest_believed
from kiosk.log.storage.event_store import EventStore
from kiosk.log.storage.reading import NoLog, open_for_reading


def test_acknowledged_events_are_in_the_file_in_their_order_and_chained(tmp_path: Path) -> None:
    database = tmp_path / "log" / "sessions.db"
    events = visits(40)
    with running(database) as store:
        stored = keep(store, events)
        beside = open_for_reading(database).events()  # while the writer is running
    assert [one.event for one in stored] == events
    assert beside[1:] == stored
    assert [one.seq for one in beside] == list(range(1, len(events) + 2))
    assert first_break(beside) is None


def test_the_chain_goes_on_over_restarts(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    for number in range(3):
        with running(database) as store:
            keep(store, visit(number))
    stored = open_for_reading(database).events()
    assert len({one.epoch for one in stored}) == 1
    assert first_break(stored) is None


def test_a_changed_a_missing_and_a_swapped_event_break_the_chain(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    with running(database) as store:
        keep(store, visits(2))
    whole = open_for_reading(database).events()
    other = [one for one in whole if one.event.at_ms == 1000]
    changed = [
        *whole[:4],
        type(whole[4])(whole[4].kiosk, whole[4].epoch, whole[4].seq, whole[4].hash, other[0].event),
        *whole[5:],
    ]
    assert first_break(changed) == changed[4]
    assert first_break([*whole[:4], *whole[5:]]) == whole[5]
    assert first_break([*whole[:4], whole[5], whole[4], *whole[6:]]) is not None


def test_events_gather_before_the_storage_is_open_and_what_a_crash_left_goes_first(tmp_path: Path) -> None:
    database = tmp_path / "sessions.db"
    with running(database) as store:
        keep(store, visit(1)[:-1])
    seen: list[Event] = []

    def at_open(tail: object) -> list[LogEntry]:
        seen.extend(tail)  # type: ignore[arg-type]
        return [LogEntry(visit(1)[-1])]

    store = EventStore(database, "may-1", FakeClock(), machine="a" * 32)
    futures = [store.append(event) for event in visit(2)]
    assert not any(future.done() for future in futures)
    store.start(at_open)
    for future in futures:
        future.result(WAIT_S)
    assert store.close()
    assert seen == visit(1)[:-1]
    assert [one.event for one in open_for_reading(database).events()][1:] == [*visit(1), *visit(2)]


def test_a_burst_shares_its_commits(tmp_path: Path) -> None:
    disk = Disk()
    with running(tmp_path / "sessions.db", connect=disk.connect) as store:
        keep(store, visit(0))
        before = disk.commits
        events = visits(100)
        keep(store, events)
    assert disk.commits - before < len(events) / 4


def test_appending_returns_while_the_disk_hangs(tmp_path: Path) -> None:
    hangs, entered = threading.Event(), threading.Event()

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        entered.set()
        hangs.wait(WAIT_S)
        connection: sqlite3.Connection = sqlite3.connect(*args, **options)
        return connection

    with running(tmp_path / "sessions.db", connect=connect) as store:
        entered.wait(WAIT_S)
        futures = [store.append(event) for event in visits(50)]
        assert not any(future.done() for future in futures)
        hangs.set()
        assert futures[-1].result(WAIT_S).event == visits(50)[-1]


def test_the_writer_has_set_what_durability_needs(tmp_path: Path) -> None:
    from kiosk.log.storage.engines import PragmaRefused, writer_engine

    engine = writer_engine(tmp_path / "sessions.db")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()

    class NoWal(sqlite3.Connection):
        def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
            return super().execute(sql.replace("= wal", "= delete"), *rest)  # type: ignore[arg-type]

    refused = writer_engine(
        tmp_path / "other.db", lambda *args, **kw: sqlite3.connect(*args, **kw, factory=NoWal)
    )
    with pytest.raises(Exception, match="journal_mode") as caught:
        refused.connect()
    assert isinstance(getattr(caught.value, "orig", caught.value), PragmaRefused)


def test_readers_cannot_write_and_a_missing_log_is_named(tmp_path: Path) -> None:
    from kiosk.log.storage.engines import reader_engine

    with pytest.raises(NoLog, match="Chưa có nhật ký"):
        open_for_reading(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "rubbish.db").write_bytes(b"no database at all, only some text" * 100)
    with pytest.raises(NoLog, match="script/run doctor"):
        open_for_reading(tmp_path / "rubbish.db")
    with running(tmp_path / "sessions.db") as store:
        keep(store, visit(0))
    engine = reader_engine(tmp_path / "sessions.db")
    with engine.connect() as connection, pytest.raises(Exception, match="readonly"):
        connection.exec_driver_sql("DELETE FROM event")
    engine.dispose()


def test_closing_leaves_a_tidy_folder_and_no_thread(tmp_path: Path) -> None:
    with running(tmp_path / "sessions.db") as store:
        keep(store, visit(0))
    assert {path.name for path in tmp_path.iterdir()} == {
        "sessions.db", "sessions.marker.json", "sessions.ballast",
    }  # fmt: skip
    assert not [thread for thread in threading.enumerate() if thread.name == "event-store"]


def test_the_recorder_and_the_store_load_without_sqlalchemy() -> None:
    code = (
        "import sys, kiosk.log.sessions.recorder, kiosk.log.storage.event_store; "
        "sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[4]).returncode == 0


@pytest.mark.parametrize("clock", [SystemClock(), FakeClock()])
def test_the_real_and_the_fake_clock_are_clocks(clock: Clock) -> None:
    first, second = clock.now(), clock.now()
    assert second.up_s >= first.up_s
    assert len(first.boot) == 32
    assert first.boot == second.boot
    assert quarter(first.wall_s) <= first.wall_s < quarter(first.wall_s) + 900


def test_a_clock_from_before_the_release_or_set_back_behind_the_log_is_not_believed() -> None:
    clock = SystemClock()
    now = clock.now()
    assert now.clock_ok, "this machine's own clock is wrong"
    clock.remember(now.wall_s - 60)
    assert clock.now().clock_ok
    clock.remember(now.wall_s + 86_400)
    assert not clock.now().clock_ok
    clock.confirm()
    assert clock.now().clock_ok, "somebody has looked at it and said that it is right"


def test_a_calendar_that_was_ahead_is_left_behind_where_the_network_keeps_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kiosk.base.hours.clock.is_synchronised", lambda: True)
    clock = SystemClock()
    clock.remember(clock.now().wall_s + 300 * 86_400)
    assert clock.now().clock_ok


def test_what_was_believed_before_somebody_called_the_clock_right_counts_no_more() -> None:
    ahead, right = START_S + 300 * 86_400, START_S
    before = [_own(v.ShiftStarted("tnv-01"), ahead), _own(v.ShiftEnded("tnv-01"), right, ok=False)]
    checked = v.PointChecked("tnv-01", "open", *CHECKED["right"])
    doubted = v.PointChecked("tnv-01", "open", *CHECKED["wrong"])
    assert latest_believed([]) is None
    assert latest_believed([*before, _own(doubted, right, ok=False)]) == quarter(ahead)
    assert latest_believed([*before, _own(checked, right), _own(v.PointClosed("tnv-01"), right + 900)]) == (
        quarter(right) + 900
    )


WORKS: tuple[v.CheckAnswer, ...] = ("works",) * 6
CHECKED: dict[str, tuple[v.CheckAnswer, ...]] = {
    "right": (*WORKS, "works", "works", "works", "works"),
    "wrong": (*WORKS, "fails", "works", "works", "works"),
}
"""What the opening check found: the clock is the seventh part."""


def _own(what: v.AnyEvent, wall_s: float, *, ok: bool = True) -> Event:
    return Event(what, None, 0, quarter(wall_s), ok, "0" * 32)


def test_the_store_is_an_event_sink(tmp_path: Path) -> None:
    sink: EventSink = EventStore(tmp_path / "sessions.db", "may-1", FakeClock())
    assert callable(sink.append)
