"""Brings the database to the newest shape, or leaves it exactly as it was.

Alembic's defaults are not safe on SQLite: with foreign keys on, its table copies deleted every child row;
without transactional DDL a kill leaves half a schema. So: an engine of its own with foreign keys off, one
explicit transaction around everything, a copy first, and the rows counted before and after.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from kiosk.base.files.durable import sync_folder
from kiosk.log.storage.engines import Connect, migration_engine
from kiosk.log.storage.tables import REVISION
from kiosk.log.storage.trouble import LogFromTheFuture

SCRIPTS = Path(__file__).parent / "migrations"


class RowsLost(Exception):
    """A migration would have lost rows; it was rolled back. Our mistake."""


def bring_up_to_date(
    database: Path, connect: Connect = sqlite3.connect, *, scripts: Path = SCRIPTS, revision: str = REVISION
) -> None:
    """Raises `LogFromTheFuture`, `RowsLost`, SQLAlchemy's errors or `OSError`; the file is then unchanged."""
    engine = migration_engine(database, connect)
    try:
        with engine.connect() as connection:
            at_revision = revision_of(connection)
        if at_revision == revision:
            return
        if at_revision is not None:
            keep_copy(database, copy_before(database, revision))
        upgrade(engine, scripts, at_revision)
    finally:
        engine.dispose()


def copy_before(database: Path, revision: str) -> Path:
    """Where the copy lies that is made before a migration to *revision*."""
    return database.with_name(f"{database.name}.before-{revision}")


def keep_copy(database: Path, copy: Path, *, without: Sequence[str] = ()) -> None:
    """A consistent copy beside a running writer (VACUUM INTO), published whole; *without* what these hold.

    Raises `sqlite3.Error` or `OSError`; an older copy stays then, and nothing of this one.
    """
    part = copy.with_name(copy.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(database, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("VACUUM INTO ?", (str(part),))
        if without:
            _empty(part, without)
        part.replace(copy)
    except (sqlite3.Error, OSError):
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(copy.parent)


def _empty(database: Path, tables: Sequence[str]) -> None:
    """So that no page holds what stood in them."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        for table in tables:
            connection.execute(f'DELETE FROM "{table}"')
        connection.execute("VACUUM")


def revision_of(connection: Connection) -> str | None:
    """Which migration a database is at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(revision) if revision else None


def upgrade(engine: Engine, scripts: Path, at_revision: str | None) -> None:
    """Everything in one transaction of *engine*, which must be able to undo DDL; rows are counted."""
    from alembic import command  # 200 ms, needed once in a lifetime of a file
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    revisions = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if at_revision is not None and at_revision not in revisions:
        raise LogFromTheFuture(at_revision)
    with engine.connect() as connection, connection.begin():
        before = _counts(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        after = _counts(connection)
        if any(after.get(table, 0) < rows for table, rows in before.items()):
            raise RowsLost(f"{before} → {after}")


def _counts(connection: Connection) -> dict[str, int]:
    tables = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    return {name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in tables}
