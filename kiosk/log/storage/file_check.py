"""What a file is to this program, before anything in it is touched: its log, or damaged, or not its own.

The kiosk opens or sets aside by this judgement, and `doctor` and `sessions` go by the same one.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from sqlalchemy import create_engine
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from kiosk.log.sessions.chain import follows, genesis
from kiosk.log.sessions.events import Stored
from kiosk.log.storage.damaged import COLUMNS, FIGURES
from kiosk.log.storage.engines import Connect, readable
from kiosk.log.storage.migrate import SCRIPTS, copy_before, upgrade
from kiosk.log.storage.open_log import TAIL_ROWS
from kiosk.log.storage.rows import NOT_OURS, as_stored
from kiosk.log.storage.tables import REVISION, metadata
from kiosk.log.storage.trouble import LogFromTheFuture

Schema: TypeAlias = frozenset[tuple[str, str, str, str]]
State: TypeAlias = Literal["empty", "sound", "older", "newer", "damaged"]

# SQLite's primary codes for what a sound log never says to somebody who only reads: ERROR (no such table),
# CORRUPT, TOOBIG, MISMATCH, FORMAT, NOTADB. A full, locked or broken disk has others.
_DAMAGE = frozenset({1, 11, 18, 20, 24, 26})
_READ_BY_ALL = 2  # the highest number of a file's version that SQLite knows; above it, it only reads
_ORPHANS = (
    "SELECT EXISTS (SELECT 1 FROM (SELECT epoch_no FROM event UNION SELECT epoch_no FROM tally "
    "UNION SELECT epoch_no FROM visit_tally) WHERE epoch_no NOT IN (SELECT no FROM epoch))"
)
_TAIL = (
    f"SELECT kiosk, id, {COLUMNS} FROM event JOIN epoch ON no = epoch_no "
    "ORDER BY epoch_no DESC, seq DESC LIMIT ?"
)


class FileCheck(NamedTuple):
    """`why`: what is wrong with a damaged file, for a technician.

    `empty`: nothing was written yet; `older`: sound, once a migration has been made.
    """

    state: State
    why: str = ""


class _Damaged(Exception):
    """It can be read, but is not what we wrote."""


def check_file(database: Path, connect: Connect = sqlite3.connect) -> FileCheck:
    """Raises `sqlite3.Error` for what is not damage: busy, no right to read, an error of the disk.

    Read-only, since closing a writing connection would throw away a damaged file's -wal.
    """
    try:
        with closing(connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.text_factory = readable
            return FileCheck(_state(connection, database))
    except sqlite3.Error as failure:
        if not _is_damage(failure):
            raise
        return _damaged(failure)
    except (_Damaged, *NOT_OURS) as failure:  # SQLite's own message may hold a damaged name: no UTF-8
        return _damaged(failure)


def is_damaged(database: Path) -> bool:
    """Whether the kiosk would set the file aside at its next start, as far as anybody can say just now."""
    try:
        return check_alone(database).state == "damaged"
    except sqlite3.Error:
        return False


def refuses_writing(database: Path) -> bool:
    """Whether the file itself forbids it by its header, whoever may write it: a flipped bit, never ours.

    Not while another thread may be at the file: closing it takes away the locks that SQLite has on it.
    """
    try:
        with database.open("rb") as file:
            header = file.read(20)
    except OSError:
        return False
    return len(header) == 20 and header[18] > _READ_BY_ALL


def check_alone(database: Path) -> FileCheck:
    """As `check_file`, with all for which the kiosk would set the file aside, and without a file `empty`.

    For a program that does not write the log itself. Raises `sqlite3.Error`.
    """
    if not database.exists():
        return FileCheck("empty")
    standing = check_file(database)
    if standing.state != "damaged" and refuses_writing(database):
        return FileCheck("damaged", "its header forbids writing")
    return standing


def _damaged(why: Exception) -> FileCheck:
    return FileCheck("damaged", str(why) or type(why).__name__)


def _is_damage(failure: sqlite3.Error) -> bool:
    code = getattr(failure, "sqlite_errorcode", None)
    return isinstance(failure, sqlite3.OperationalError) if code is None else code & 0xFF in _DAMAGE


def _state(connection: sqlite3.Connection, database: Path) -> State:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _Damaged(verdict)
    schema = _schema_of(connection)
    if not schema:
        return "empty"
    revision = _revision_of(connection)
    if _is_newer(revision, schema, database):
        return "newer"
    if revision != REVISION:
        _want(_can_be_brought_up_to_date(connection, revision), f"not the tables of revision {revision}")
        return "older"
    _want(schema >= _our_schema(), "not the tables of a log")
    _want(not connection.execute(_ORPHANS).fetchone()[0], "rows of an epoch that is not there")
    tail = [as_stored(row) for row in connection.execute(_TAIL, (TAIL_ROWS,))]
    _want(_fits(tail[::-1]), "the events do not follow from one another")
    for kind, columns in FIGURES.items():
        for *cell, number in connection.execute(f"SELECT {columns}"):
            kind(*cell)
            _want(int(number) > 0, "a figure of nobody")
    return "sound"


def _want(right: bool, otherwise: str) -> None:
    if not right:
        raise _Damaged(otherwise)


def _schema_of(connection: sqlite3.Connection) -> Schema:
    """Word by word: a flipped bit in a constraint would refuse every event."""
    query = (
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%'"
    )
    return frozenset(
        (kind, name, of, " ".join(sql.split())) for kind, name, of, sql in connection.execute(query)
    )


@cache
def _our_schema() -> Schema:
    """What the migrations make; a test holds them to the tables of the code."""
    made: list[ExecutableDDLElement] = [
        *(CreateTable(table) for table in metadata.sorted_tables),
        *(CreateIndex(index) for table in metadata.sorted_tables for index in table.indexes),
    ]
    with closing(sqlite3.connect(":memory:")) as connection:
        for one in made:
            connection.execute(str(one.compile(dialect=sqlite.dialect())))
        return _schema_of(connection)


def _revision_of(connection: sqlite3.Connection) -> str:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    _want(len(rows) == 1 and isinstance(rows[0][0], str), "of no revision")
    return str(rows[0][0])


def _is_newer(revision: str, schema: Schema, database: Path) -> bool:
    """Whether a newer program wrote the file, rather than that a bit of our number flipped.

    A newer revision with exactly our tables, one bit away from our number, is its work only if it left the
    copy beside the log that every migration makes.
    """
    if re.fullmatch(r"[0-9]{4}", revision) is None or revision <= REVISION:
        return False
    apart = int.from_bytes(revision.encode()) ^ int.from_bytes(REVISION.encode())
    flipped = apart.bit_count() == 1 and schema >= _our_schema()
    return not flipped or copy_before(database, revision).exists()


def _can_be_brought_up_to_date(connection: sqlite3.Connection, revision: str) -> bool:
    """Tried on its tables without their rows, in memory."""
    query = "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    with closing(sqlite3.connect(":memory:")) as trial:
        for (sql,) in connection.execute(query):
            trial.execute(sql)
        trial.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
        trial.commit()
        try:
            upgrade(
                create_engine("sqlite://", creator=lambda: trial, poolclass=StaticPool), SCRIPTS, revision
            )
        except (DBAPIError, LogFromTheFuture):
            return False
        return _schema_of(trial) >= _our_schema()


def _fits(tail: Sequence[Stored]) -> bool:
    """Whether each event follows from the one before it. A purge leaves gaps, but none in the last epoch."""
    previous: Stored | None = None
    for stored in tail:
        goes_on = previous is not None and previous.epoch == stored.epoch
        before = genesis(stored.kiosk, stored.epoch) if stored.seq == 1 else None
        if previous is not None and goes_on and previous.seq + 1 == stored.seq:
            before = previous.hash
        elif goes_on and stored.epoch == tail[-1].epoch:
            return False
        if before is not None and not follows(before, stored):
            return False
        previous = stored
    return all(isinstance(stored.hash, bytes) for stored in tail)
