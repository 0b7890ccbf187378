"""Reads what can still be read out of a damaged log, beside the running one.

What is found goes into a database of its own (`….salvaged`, the same tables), under its old names (kiosk,
epoch, seq, hash): the running log is never touched. Only events whose hash still fits are kept. What the
damaged file no longer gives comes from last night's copy: none is made while a damaged file waits for this.

Each attempt begins anew and is published whole, so it may be made until one succeeds. Nothing is taken that
stands in another file already: the copy may be older than an earlier damage.
"""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.base.files.durable import sync_folder
from kiosk.log.storage.damaged import (
    UnreadableLog,
    epochs_in,
    figures_of,
    fitting_events,
    opened_to_read,
    put_first_page,
    will_pass,
)
from kiosk.log.storage.migrate import bring_up_to_date
from kiosk.log.storage.nightly_copy import copy_of
from kiosk.log.storage.quarantine import PARTS, files_aside, salvaged_beside, salvaged_of
from kiosk.log.storage.rows import ADD, INSERT, NOT_OURS, as_row

log = logging.getLogger(__name__)


def salvage_all(database: Path) -> bool:
    """Whether nothing waits any longer to be salvaged beside *database*. Raises `OSError`.

    What fails for want of room, or because a disk cannot be written, is for another time.
    """
    waiting = [aside for aside in files_aside(database) if not salvaged_of(aside).exists()]
    return None not in [salvage(aside, database) for aside in waiting]


def salvage(aside: Path, database: Path) -> int | None:
    """How many events were saved from *aside*, and of those it lost from the nightly copy of *database*; None
    when it must be tried again. Never raises: all of them stay as they are.
    """
    part = aside.with_name(aside.name + PARTS[0])
    try:
        _remove(part)
        bring_up_to_date(part)
        saved = _from_all(aside, database, part)
        with closing(sqlite3.connect(part)) as target:
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for suffix in ("-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        part.replace(salvaged_of(aside))
        sync_folder(aside.parent)
    except (DBAPIError, sqlite3.Error, OSError, *NOT_OURS) as failure:
        log.warning("nothing could be salvaged yet from %s: %s", aside.name, failure)
        with suppress(OSError):  # half a copy helps nobody; on a broken disk it may have to stay
            _remove(part)
        return None
    log.warning("%d events salvaged from %s", saved, aside.name)
    return saved


def _from_all(aside: Path, database: Path, part: Path) -> int:
    elsewhere = [one for one in (*salvaged_beside(database), database) if one.exists()]
    saved = _from_damaged(aside, part, elsewhere)
    nightly = copy_of(database)
    return saved + _tried(nightly, part, elsewhere) if nightly.exists() else saved


def _from_damaged(aside: Path, part: Path, elsewhere: Sequence[Path]) -> int:
    with suppress(UnreadableLog):
        return _copied(aside, part, elsewhere)
    scratch = aside.with_name(aside.name + PARTS[1])
    try:
        put_first_page(aside, scratch, of=part)
        return _tried(scratch, part, elsewhere)
    except OSError as failure:
        if failure.errno != errno.EIO:
            raise
        log.warning("%s cannot be read: %s", aside.name, failure)
        return 0
    finally:
        with suppress(OSError):
            _remove(scratch)


def _tried(source: Path, part: Path, elsewhere: Sequence[Path]) -> int:
    """How many events *part* gained from *source*: none, and nothing else, if it cannot be read at all."""
    try:
        return _copied(source, part, elsewhere)
    except UnreadableLog as failure:
        log.warning("%s cannot be read: %s", source.name, failure)
        return 0


def _remove(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _copied(source: Path, part: Path, elsewhere: Sequence[Path]) -> int:
    """Raises `UnreadableLog`, and what the disk says of *part*; nothing is copied then."""
    saved = 0
    with closing(opened_to_read(source)) as damaged, closing(sqlite3.connect(part)) as target:
        for damaged_no, epoch, kiosk in epochs_in(damaged):
            no, held = _epoch_in(target, epoch, kiosk)
            for other in elsewhere:
                held |= _held_by(other, epoch)
            fitting = fitting_events(damaged, damaged_no, epoch, kiosk)
            rows = [as_row(no, event) for event in fitting if event.seq not in held]
            try:
                target.executemany(INSERT, rows)
            except sqlite3.IntegrityError as failure:
                raise UnreadableLog(failure) from failure
            saved += len(rows)
            if not held:
                for kind, adds in ADD.items():
                    target.executemany(adds, figures_of(damaged, damaged_no, no, kind))
        target.commit()
    return saved


def _epoch_in(target: sqlite3.Connection, epoch: str, kiosk: str) -> tuple[int, set[int]]:
    """Its number in *target*, and the numbers of its events that are there already."""
    row = target.execute("SELECT no FROM epoch WHERE id = ?", (epoch,)).fetchone()
    if row is None:
        (no,) = target.execute("SELECT coalesce(max(no), 0) + 1 FROM epoch").fetchone()
        target.execute("INSERT INTO epoch (no, id, kiosk) VALUES (?, ?, ?)", (no, epoch, kiosk))
        return int(no), set()
    held = target.execute("SELECT seq FROM event WHERE epoch_no = ?", row)
    return int(row[0]), {int(seq) for (seq,) in held}


def _held_by(other: Path, epoch: str) -> set[int]:
    """The numbers of that epoch's events in another file, if it can be read."""
    query = "SELECT seq FROM event JOIN epoch ON no = epoch_no WHERE id = ?"
    try:
        with closing(opened_to_read(other)) as connection:
            return {int(seq) for (seq,) in connection.execute(query, (epoch,))}
    except sqlite3.Error as failure:
        if will_pass(failure):
            raise
        return set()
    except ValueError:  # SQLite's message holds a damaged name
        return set()
