"""The files of a log, as somebody copies them or puts them back."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from support.fleet.seen import Cell, VisitSeen


@dataclass(frozen=True)
class Backup:
    """What was on the disk when it was made: so many records, the last of them perhaps open.

    `disk`: a folder where it is an image of everything, a file where it is the log alone.
    """

    disk: Path
    records: int
    open: VisitSeen | None
    cells: dict[int, Counter[Cell]]


def frozen(database: Path) -> closing[sqlite3.Connection]:
    """A reader in whose presence the log's files may be copied one after the other."""
    reader = sqlite3.connect(database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM epoch").fetchone()
    return closing(reader)


def drop_log(database: Path) -> None:
    for part in ("", "-wal", "-shm"):
        database.with_name(database.name + part).unlink(missing_ok=True)
