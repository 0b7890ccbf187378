"""The files beside the log: a damaged one is salvaged until it is done, and every night a copy is made."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from support.events import WAIT_S, keep, running, visit, visits
from support.fake_clock import FakeClock
from support.killing import killed_at_every_step

from kiosk.base.hours.opening import HANOI
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.care import PATIENCE_S, POLLS_EVERY_S, LogCare
from kiosk.log.storage.nightly_copy import copied_s, copy_of, make_copy
from kiosk.log.storage.quarantine import files_aside, salvaged_of, set_aside
from kiosk.log.storage.reading import LogReader, open_for_reading
from kiosk.log.storage.salvage import salvage_all

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no bound on the size of a file there")
HOUR = 19


class Kept:
    """A log that is looked after."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "visits.sqlite"
        with running(self.database) as store:
            keep(store, visits(30))
        self.clock = FakeClock()
        self.clock.wall_s = datetime(2026, 11, 25, 19, 5, tzinfo=HANOI).timestamp()
        self.care = LogCare(self.database, HOUR, self.clock)

    def poll(self, *, nobody_is_here: bool = True, after_s: float = POLLS_EVERY_S) -> None:
        self.clock.pass_s(after_s)
        self.care.poll(nobody_is_here=nobody_is_here)
        self.care.wait(WAIT_S)

    def events(self) -> list[Stored]:
        return open_for_reading(self.database).events()

    def lose(self) -> Path:
        """No page of the log is left, and it goes on with a new one."""
        self.database.write_bytes(random.Random(6).randbytes(self.database.stat().st_size))
        with running(self.database) as store:
            keep(store, visit(90))
        return files_aside(self.database)[-1]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@contextmanager
def hardly_any_room(least: int) -> Iterator[None]:
    """No file grows beyond *least* bytes: to SQLite, a disk that no longer takes anything."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (least, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_log_is_copied_once_a_night_when_nobody_is_there(kept: Kept) -> None:
    kept.poll(nobody_is_here=False)
    assert copied_s(kept.database) is None
    kept.poll()
    first = copied_s(kept.database)
    assert first == kept.clock.now().wall_s
    kept.poll()
    assert copied_s(kept.database) == first
    kept.poll(after_s=86_400)
    assert copied_s(kept.database) == kept.clock.now().wall_s


def test_a_night_without_room_for_the_copy_keeps_the_last_one(kept: Kept) -> None:
    make_copy(kept.database, 0.0)
    before = copy_of(kept.database).read_bytes()
    with hardly_any_room(8192):
        kept.poll()
    assert copy_of(kept.database).read_bytes() == before
    assert list(kept.database.parent.glob("*.part")) == []


def test_what_a_full_disk_did_not_let_be_salvaged_is_tried_again_until_it_is(kept: Kept) -> None:
    """Meanwhile the nightly copy, which alone still has it, is not replaced."""
    whole = kept.events()
    make_copy(kept.database, 0.0)
    aside = kept.lose()
    for room in (
        8192,
        60_000,
    ):  # for hardly anything; then for all the tables, but not for all that is in them
        with hardly_any_room(room):
            kept.poll(after_s=PATIENCE_S)
        assert kept.care.was_damaged and not salvaged_of(aside).exists()
    assert copied_s(kept.database) == 0.0
    kept.poll(nobody_is_here=False, after_s=PATIENCE_S)
    assert not salvaged_of(aside).exists()
    kept.poll(after_s=PATIENCE_S)
    assert [one for one in kept.events() if one.epoch == whole[0].epoch] == whole
    assert copied_s(kept.database) == kept.clock.now().wall_s


def test_figures_of_a_month_are_counted_once_however_often_it_was_tried(kept: Kept) -> None:
    aside = set_aside(kept.database)
    with closing(sqlite3.connect(aside)) as damaged, damaged:
        damaged.execute("INSERT INTO tally VALUES (1, '2026-11', 'elderly', 'vneid', 'completed', 3)")
    with running(kept.database) as store:
        keep(store, visit(90))
    for room in (60_000, 8192):
        with hardly_any_room(room):
            kept.poll(after_s=PATIENCE_S)
    for _ in range(3):
        kept.poll(after_s=PATIENCE_S)
    assert [one.number for one in LogReader(kept.database).tally()] == [3]
    assert len(list(kept.database.parent.glob("*.salvaged"))) == 1


def test_killed_at_every_step_it_salvages_each_event_and_each_figure_once(kept: Kept) -> None:
    whole = kept.events()
    make_copy(kept.database, 0.0)
    aside = set_aside(kept.database)
    with closing(sqlite3.connect(aside)) as damaged, damaged:
        damaged.execute("INSERT INTO tally VALUES (1, '2026-11', 'elderly', 'vneid', 'completed', 3)")
        damaged.execute("DELETE FROM event WHERE seq > 20")
    with running(kept.database) as store:
        keep(store, visit(90))
    kills = 0
    for _ in killed_at_every_step(lambda: salvage_all(kept.database)):
        kills += 1
        assert salvage_all(kept.database)
        assert [one for one in kept.events() if one.epoch == whole[0].epoch] == whole
        assert [one.number for one in LogReader(kept.database).tally()] == [3]
        salvaged_of(aside).unlink()
    assert kills >= 5


def test_two_damages_before_the_next_copy_give_each_event_once(kept: Kept) -> None:
    whole = kept.events()
    make_copy(kept.database, kept.clock.now().wall_s)
    kept.lose()
    kept.poll()
    kept.lose()
    kept.poll()
    assert len(files_aside(kept.database)) == 2
    assert [one for one in kept.events() if one.epoch == whole[0].epoch] == whole


def test_staff_hear_of_a_damaged_log_until_its_files_are_moved_away(kept: Kept) -> None:
    kept.poll()
    assert not kept.care.was_damaged
    aside = kept.lose()
    kept.poll()
    assert kept.care.was_damaged
    for path in (aside, salvaged_of(aside)):
        path.rename(path.parent.parent / path.name)
    kept.poll(nobody_is_here=False)
    assert not kept.care.was_damaged
