"""How the database file is opened: one writer, short-lived readers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool

Connect: TypeAlias = Callable[..., sqlite3.Connection]
"""`sqlite3.connect`, or what a test puts in its place."""

BUSY_TIMEOUT_S = 5.0
WRITER_PRAGMAS = (
    # WAL with synchronous=NORMAL lost acknowledged events in 22 of 30 power cuts, FULL in none of 330.
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("secure_delete", 1),  # a figure of a month leaves no older value of itself in its page
)


class PragmaRefused(sqlite3.OperationalError):
    """The file system does not give what durable writing needs (a network folder, for instance)."""


def readable(raw: bytes) -> str:
    """Text of a database, whatever has happened to it."""
    return raw.decode("utf-8", "replace")


def writer_engine(path: Path, connect: Connect = sqlite3.connect) -> Engine:
    """The writer's: every transaction is BEGIN IMMEDIATE, every commit durable. Creates the file."""

    def prepare(connection: sqlite3.Connection) -> None:
        for name, wanted in WRITER_PRAGMAS:
            connection.execute(f"PRAGMA {name} = {wanted}")
            (given,) = connection.execute(f"PRAGMA {name}").fetchone()
            if given != wanted:
                raise PragmaRefused(f"PRAGMA {name} is {given!r} instead of {wanted!r}")

    return _engine(path, "rwc", prepare, "BEGIN IMMEDIATE", connect)


def migration_engine(path: Path, connect: Connect = sqlite3.connect) -> Engine:
    """Foreign keys off: with them on, Alembic's table copies silently deleted every child row."""

    def prepare(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = OFF")

    return _engine(path, "rwc", prepare, "BEGIN EXCLUSIVE", connect)


def reader_engine(path: Path) -> Engine:
    """Cannot write. Connections must be short: one left open stops the checkpoints."""

    def prepare(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only = ON")

    return _engine(path, "rw", prepare, "BEGIN", sqlite3.connect)


def _engine(
    path: Path, mode: str, prepare: Callable[[sqlite3.Connection], None], begin: str, connect: Connect
) -> Engine:
    def creator() -> sqlite3.Connection:
        # isolation_level=None: sqlite3 must not begin transactions of its own (it never begins for DDL).
        connection = connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_S
        )
        # A flipped bit may leave text that is no UTF-8: then the vocabulary refuses it, not the driver.
        connection.text_factory = readable
        try:
            prepare(connection)
        except Exception:  # also Python's, where SQLite's message holds what a flipped bit has made of a name
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=creator, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
