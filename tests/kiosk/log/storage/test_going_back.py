"""After going back to an older program the log goes on, and nothing that the newer one wrote is lost."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from support.chains import first_break
from support.events import MACHINE, keep, running, visit, visits
from support.fake_clock import FakeClock
from support.killing import killed_at_every_step

from kiosk.log.sessions.chain import EventRow, hash_after, line
from kiosk.log.sessions.tally import WalkCell
from kiosk.log.storage.file_check import check_alone
from kiosk.log.storage.going_back import NEWER, read_back
from kiosk.log.storage.migrate import SCRIPTS, bring_up_to_date
from kiosk.log.storage.reading import LogReader
from kiosk.log.storage.salvage import salvage_all
from kiosk.log.storage.tables import REVISION

KIOSK, CELL = "may-1", WalkCell("2026-11", "elderly", "vneid", "completed")
NEXT = f"""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0004", {REVISION!r}

def upgrade():
    op.add_column("epoch", sa.Column("note", sa.String(8)))
    op.create_table("of_tomorrow", sa.Column("no", sa.Integer, primary_key=True))
    {{more}}
"""
RENAMES = 'op.execute("ALTER TABLE opening RENAME COLUMN token TO word")'
ROW = (
    "SELECT id, seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash "
    "FROM event JOIN epoch ON no = epoch_no ORDER BY epoch_no DESC, seq DESC LIMIT 1"
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "visits.sqlite"
    with running(path) as store:
        keep(store, visits(5), {CELL: 3})
    return path


def newer(database: Path, kinds: Sequence[str] = (), more: str = "") -> int:
    """A program to come has brought it up to date and written events of these *kinds*, and one figure more.

    How many events there are then.
    """
    scripts = database.parent / "migrations"
    shutil.copytree(SCRIPTS, scripts)
    (scripts / "versions" / "0004_next.py").write_text(NEXT.format(more=more))
    bring_up_to_date(database, scripts=scripts, revision="0004")
    with closing(sqlite3.connect(database)) as connection, connection:
        for kind in kinds:
            epoch, seq, _, _, at_ms, wall_s, clock_ok, boot, _, before = connection.execute(ROW).fetchone()
            row = EventRow(seq + 1, kind, None, at_ms, wall_s, bool(clock_ok), boot, _fields(kind), b"")
            hashed = hash_after(before, line(KIOSK, epoch, row))
            connection.execute(
                "INSERT INTO event SELECT no, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM epoch WHERE id = ?",
                (*row[:-1], hashed, epoch),
            )
        if not more:
            connection.execute("UPDATE tally SET walks = walks + 1")
        return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def _fields(kind: str) -> str:
    return '{"how":"taken","pack":4}' if kind == "content.changed" else '{"of":"tomorrow"}'


def back(database: Path) -> bool:
    return read_back(database, KIOSK, FakeClock())


def test_a_log_of_our_own_is_left_as_it_is(database: Path) -> None:
    before = database.read_bytes()
    assert not back(database) and database.read_bytes() == before


def test_what_the_newer_program_wrote_is_there_and_the_same_epoch_goes_on(database: Path) -> None:
    count = newer(database, ["content.changed"] * 3)
    assert check_alone(database).state == "newer"
    assert back(database) and check_alone(database).state == "sound" and not back(database)
    with running(database, machine=MACHINE) as store:
        keep(store, visit(99))
    events = LogReader(database).events()
    assert len({one.epoch for one in events}) == 1 and first_break(events) is None
    assert len(events) == count + len(visit(99)) and [one.seq for one in events] == [
        *range(1, len(events) + 1)
    ]
    assert [one.number for one in LogReader(database).tally()] == [4], "figures of the trial count too"
    assert len(list(database.parent.glob(f"*{NEWER}*"))) == 1, "what only the newer one knows is kept"


@pytest.mark.parametrize("migrated", [True, False])
def test_kinds_of_events_that_are_not_known_stay_aside_and_a_new_epoch_begins(
    database: Path, migrated: bool
) -> None:
    count = newer(database, ["content.changed", "of.tomorrow", "content.changed"])
    if not migrated:
        with closing(sqlite3.connect(database)) as connection, connection:
            connection.executescript(
                f"DROP TABLE of_tomorrow; ALTER TABLE epoch DROP COLUMN note; "
                f"UPDATE alembic_version SET version_num = {REVISION!r}"
            )
        assert check_alone(database).state == "damaged"  # as it would be set aside without this
    assert back(database) and check_alone(database).state == "sound"
    with running(database, machine=MACHINE) as store:
        keep(store, visit(99))
    events = LogReader(database).events()
    first, second = dict.fromkeys(one.epoch for one in events)
    assert sum(one.epoch == first for one in events) == count - 1
    assert next(one.event.what.kind for one in events if one.epoch == second) == "epoch.begun"
    aside = next(database.parent.glob(f"*{NEWER}*"))
    with closing(sqlite3.connect(aside)) as connection:
        assert connection.execute("SELECT count(*) FROM event WHERE kind = 'of.tomorrow'").fetchone() == (1,)


def test_where_it_cannot_be_read_row_by_row_the_copy_of_before_comes_back_and_the_rest_is_salvaged(
    database: Path,
) -> None:
    count = newer(database, ["content.changed"] * 2, more=RENAMES)
    assert back(database)
    with running(database, machine=MACHINE) as store:
        keep(store, visit(99))
    assert salvage_all(database)
    seen = {(one.epoch, one.seq) for one in LogReader(database).events()}
    first = LogReader(database).events()[0].epoch
    assert {(first, seq) for seq in range(1, count + 1)} <= seen, "those since are salvaged"


def test_a_log_that_somebody_holds_just_now_is_tried_again_later(database: Path) -> None:
    newer(database)
    with closing(sqlite3.connect(database)) as other:
        other.execute("BEGIN").execute("SELECT * FROM event").fetchone()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            back(database)
    assert check_alone(database).state == "newer" and back(database)


def test_the_power_cut_before_every_step_loses_nothing(database: Path) -> None:
    count, cuts = newer(database, ["content.changed"] * 2), 0
    for _ in killed_at_every_step(lambda: back(database)):
        cuts += 1
        assert check_alone(database).state in ("newer", "sound")
    assert cuts >= 3 and len(LogReader(database).events()) == count
