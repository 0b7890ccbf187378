"""A migration happens whole or not at all, loses no row, and keeps a copy first."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from support.conditions import until
from support.events import Ear, keep, running, visits

from kiosk.log.storage.migrate import SCRIPTS, RowsLost, bring_up_to_date
from kiosk.log.storage.reading import open_for_reading
from kiosk.log.storage.tables import REVISION, metadata

ROOT = Path(__file__).parents[4]
WIDENS = f"""
NEWEST = {REVISION!r}
import sqlalchemy as sa
from alembic import op
revision, down_revision = "9998", NEWEST

def upgrade():
    with op.batch_alter_table("epoch") as batch:  # copies the table that events refer to
        batch.add_column(sa.Column("note", sa.String(8)))
    op.create_table("half", sa.Column("no", sa.Integer, primary_key=True))
    {{then}}
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "sessions.db"
    with running(path) as store:
        keep(store, visits(30))
    return path


@pytest.fixture
def scripts(tmp_path: Path) -> Path:
    """The shipped scripts, to which a test adds a made-up newer one."""
    shutil.copytree(SCRIPTS, tmp_path / "migrations")
    return tmp_path / "migrations"


def schema(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            row[0]
            for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
        ]


def test_the_migrations_make_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    bring_up_to_date(tmp_path / "migrated.db")
    engine = create_engine(f"sqlite:///{tmp_path / 'made.db'}")
    metadata.create_all(engine)
    engine.dispose()
    migrated = [" ".join(sql.split()) for sql in schema(tmp_path / "migrated.db") if "alembic" not in sql]
    assert migrated == [" ".join(sql.split()) for sql in schema(tmp_path / "made.db")]


def test_the_code_names_the_newest_migration() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_a_migration_keeps_every_row_and_a_copy_of_the_file_before_it(database: Path, scripts: Path) -> None:
    before = open_for_reading(database).events()
    (scripts / "versions" / "9998.py").write_text(WIDENS.format(then="pass"), "utf-8")
    bring_up_to_date(database, scripts=scripts, revision="9998")
    assert any("note" in sql for sql in schema(database))
    assert open_for_reading(database).events() == before
    copy = database.with_name("sessions.db.before-9998")
    assert open_for_reading(copy).events() == before
    assert not any("note" in sql for sql in schema(copy))


def test_a_migration_that_would_lose_rows_is_rolled_back(database: Path, scripts: Path) -> None:
    before, shape = open_for_reading(database).events(), schema(database)
    loses = WIDENS.format(then='op.execute("DELETE FROM event WHERE seq = 5")')
    (scripts / "versions" / "9998.py").write_text(loses, "utf-8")
    with pytest.raises(RowsLost):
        bring_up_to_date(database, scripts=scripts, revision="9998")
    assert (open_for_reading(database).events(), schema(database)) == (before, shape)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_in_the_middle_the_file_is_as_before(database: Path, scripts: Path, tmp_path: Path) -> None:
    before, shape = open_for_reading(database).events(), schema(database)
    reached = tmp_path / "reached"
    waits = f"import pathlib, time; pathlib.Path({str(reached)!r}).touch(); time.sleep(60)"
    (scripts / "versions" / "9998.py").write_text(WIDENS.format(then=waits), "utf-8")
    code = (
        "from pathlib import Path; from kiosk.log.storage.migrate import bring_up_to_date as b; "
        f"b(Path({str(database)!r}), scripts=Path({str(scripts)!r}), revision='9998')"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    until(reached.exists)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert (open_for_reading(database).events(), schema(database)) == (before, shape)
    (scripts / "versions" / "9998.py").write_text(WIDENS.format(then="pass"), "utf-8")
    bring_up_to_date(database, scripts=scripts, revision="9998")
    assert open_for_reading(database).events() == before


def test_the_log_of_a_newer_program_is_left_alone(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    ear, shape = Ear(), schema(database)
    with running(database, ear) as store:
        until(lambda: store.trouble is not None)
    assert ear.causes == ["cannot-open"]
    assert schema(database) == shape
    assert not list(database.parent.glob("*.corrupt-*"))
