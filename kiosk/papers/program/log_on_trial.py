"""Whether a new program's migrations have brought the copy of the log through, with every row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from kiosk.base.files.paths import database_file


def rows_of(data: Path) -> Mapping[str, int]:
    """How many rows each table of the log holds."""
    file = database_file(data)
    if not file.exists():
        return {}
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        tables = [
            str(name)
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        ]
        return {
            table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
            for table in tables
        }


def log_came_through(data: Path, revision: str, before: Mapping[str, int]) -> Iterator[str]:
    """It is at the new revision, written on, and no table has lost a row."""
    try:
        after = rows_of(data)
        file = database_file(data)
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (at_revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            (sound,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except (sqlite3.Error, TypeError) as failure:
        yield f"the log cannot be read any more: {failure}"
        return
    if at_revision != revision or sound != "ok":
        yield f"the log is at {at_revision!r} and not at {revision!r}, {sound}"
    lost = [name for name, rows in before.items() if after.get(name, 0) < rows]
    if lost:
        yield f"the log has lost rows of {', '.join(sorted(lost))}"
    if after.get("event", 0) <= before.get("event", 0):
        yield "it does not write its log"
    if len(list(data.glob(f"{file.name}.corrupt-*"))):
        yield "it takes the log for damaged"
