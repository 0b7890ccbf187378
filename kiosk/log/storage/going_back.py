"""A log that a newer program has written, read by the one that is gone back to: nothing since is lost.

The newer file is read row by row into a new one as this program writes it: epochs, numbers and hashes stay,
so the same epoch goes on. What this program does not know (a kind of event, a figure, a table) stays in the
newer file, which is kept beside it; the numbers after such a gap are those of a new epoch.
"""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import uuid
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.base.files.durable import sync_folder
from kiosk.base.hours.clock import Clock
from kiosk.log.storage.damaged import COLUMNS, FIGURES, figures_of, opened_to_read
from kiosk.log.storage.engines import writer_engine
from kiosk.log.storage.file_check import check_alone
from kiosk.log.storage.migrate import bring_up_to_date
from kiosk.log.storage.open_log import OpenLog
from kiosk.log.storage.opening import epoch_begun
from kiosk.log.storage.quarantine import set_aside
from kiosk.log.storage.rows import ADD, INSERT, NOT_OURS, as_stored
from kiosk.log.storage.tables import REVISION

log = logging.getLogger(__name__)
PART, NEWER, BEFORE = ".back.part", ".newer-", ".before-"


class _NotReadBack(Exception):
    """Row by row it does not become a log of ours."""


def read_back(database: Path, kiosk: str, clock: Clock) -> bool:
    """Make the log this program's own again, at the start after going back; whether anything was to be done.

    Where that cannot be, the newer file is set aside whole, as a damaged one is: what fits is salvaged from
    it. In its place comes the copy that was made before the newer program changed it. Raises `OSError`,
    `sqlite3.Error`; then all is as it was, and tried again at the next start.
    """
    if check_alone(database).state in ("sound", "older", "empty"):
        return False
    draft = database.with_name(database.name + PART)
    _remove(draft)
    _settle(database)  # whoever holds it just now: that passes, and is no reason to take another
    try:
        left = _copied(database, draft, kiosk, clock)
        if check_alone(draft).state != "sound":
            raise _NotReadBack("what was read of it is no sound log")
    except (_NotReadBack, sqlite3.DatabaseError, DBAPIError, *NOT_OURS) as failure:
        log.exception("the newer log cannot be read row by row", exc_info=failure)
        _remove(draft)
        _put_back_copy(database)
        return True
    _keep_beside(database)
    draft.replace(database)
    sync_folder(database.parent)
    log.warning("the log of a newer program is read back; %d rows of it stay aside", left)
    return True


def _settle(database: Path) -> None:
    """All of it in one file, so that another can take its name."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


def _copied(database: Path, draft: Path, kiosk: str, clock: Clock) -> int:
    """How many rows this program does not know."""
    bring_up_to_date(draft)
    with closing(opened_to_read(database)) as newer, closing(sqlite3.connect(draft)) as ours:
        epochs = newer.execute("SELECT no, id, kiosk FROM epoch ORDER BY no").fetchall()
        ours.executemany("INSERT INTO epoch (no, id, kiosk) VALUES (?, ?, ?)", epochs)
        left = {no: _copied_events(newer, ours, no, epoch, of) for no, epoch, of in epochs}
        for no, _, _ in epochs:
            for kind in FIGURES:
                figures = figures_of(newer, no, no, kind)
                ours.executemany(ADD[kind], figures)
        gap = bool(epochs) and left[epochs[-1][0]] > 0
        if not gap:  # the marker beside it agrees with this token: the epoch goes on
            tokens = newer.execute("SELECT no, token FROM opening").fetchall()
            ours.executemany("INSERT INTO opening (no, token) VALUES (?, ?)", tokens)
        ours.commit()
    if gap:
        _begin_epoch(draft, kiosk, epochs[-1][1], clock)
    with closing(sqlite3.connect(draft, isolation_level=None)) as settled:
        settled.execute("PRAGMA synchronous = FULL")
        settled.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        settled.execute("PRAGMA journal_mode = DELETE")
    return sum(left.values())


def _copied_events(
    newer: sqlite3.Connection, ours: sqlite3.Connection, no: int, epoch: str, kiosk: str
) -> int:
    """How many of that epoch are of no kind that this program knows."""
    left = 0
    for row in newer.execute(f"SELECT {COLUMNS} FROM event WHERE epoch_no = ? ORDER BY seq", (no,)):
        try:
            as_stored((kiosk, epoch, *row))
        except NOT_OURS:
            left += 1
        else:
            ours.execute(INSERT, (no, *row))
    return left


def _begin_epoch(draft: Path, kiosk: str, before: str, clock: Clock) -> None:
    engine = writer_engine(draft)
    opened = OpenLog(draft, engine, engine.connect(), kiosk)
    try:
        opened.begin_epoch(uuid.uuid4().hex, epoch_begun("marker", before, clock))
    finally:
        opened.close()


def _keep_beside(database: Path) -> None:
    """The newer file under another name too, for the program that can read all of it."""
    beside = database.with_name(f"{database.name}{NEWER}{uuid.uuid4().hex[:8]}")
    try:
        os.link(database, beside)
    except OSError:
        shutil.copyfile(database, beside)
    sync_folder(database.parent)


def _put_back_copy(database: Path) -> None:
    """Set the newer file aside; in its place what it was before the newer program's migration, if any was."""
    copies = [
        file for file in database.parent.glob(f"{database.name}{BEFORE}*") if file.suffix[8:] > REVISION
    ]
    set_aside(database)
    if copies:
        draft = database.with_name(database.name + PART)
        shutil.copyfile(min(copies), draft)
        draft.replace(database)
        sync_folder(database.parent)


def _remove(draft: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            draft.with_name(draft.name + suffix).unlink()
