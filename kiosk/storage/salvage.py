"""Reads what can still be read out of a damaged log, beside the running one.

What is found goes into a database of its own (`….salvaged`, the same tables), under its old names (kiosk,
epoch, seq, hash): the running log is never touched. Only events whose hash still fits are kept.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.sessions.chain import follows, genesis
from kiosk.sessions.events import EventRefused, Stored
from kiosk.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.storage.engines import readable
from kiosk.storage.files import sync_folder
from kiosk.storage.migrate import bring_up_to_date
from kiosk.storage.rows import ADD, INSERT, as_added, as_row, as_stored

log = logging.getLogger(__name__)
SALVAGED = ".salvaged"
GIVE_UP_AFTER = 200  # unreadable places in one file
FIGURES: dict[type[Cell], str] = {
    WalkCell: "month, said, topic, outcome, walks FROM tally",
    VisitCell: "month, aspect, word, visits FROM visit_tally",
}
COLUMNS = "seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash"


def salvage(aside: Path) -> int:
    """How many events were saved from *aside*. Never raises: the damaged file stays as it is."""
    part = aside.with_name(aside.name + ".part")
    try:
        part.unlink(missing_ok=True)
        bring_up_to_date(part)
        saved = _copy(aside, part)
        for suffix in ("-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        part.replace(aside.with_name(aside.name + SALVAGED))
        sync_folder(aside.parent)
    except (DBAPIError, sqlite3.Error, OSError) as failure:
        log.warning("nothing could be salvaged from %s: %s", aside.name, failure)
        with suppress(OSError):  # half a copy helps nobody; on a broken disk it may have to stay
            for suffix in ("", "-wal", "-shm"):
                part.with_name(part.name + suffix).unlink(missing_ok=True)
        return 0
    log.warning("%d events salvaged from %s", saved, aside.name)
    return saved


def _copy(aside: Path, part: Path) -> int:
    saved = 0
    uri = f"{aside.absolute().as_uri()}?mode=ro"  # closing a writing connection might take the -wal away
    with closing(sqlite3.connect(uri, uri=True)) as damaged, closing(sqlite3.connect(part)) as target:
        damaged.text_factory = readable
        for no, epoch, kiosk in damaged.execute("SELECT no, id, kiosk FROM epoch ORDER BY no").fetchall():
            target.execute("INSERT INTO epoch (no, id, kiosk) VALUES (?, ?, ?)", (no, epoch, kiosk))
            rows = [as_row(no, stored) for stored in _fitting(damaged, no, epoch, kiosk)]
            target.executemany(INSERT, rows)
            saved += len(rows)
            for kind, adds in ADD.items():
                target.executemany(adds, _figures(damaged, no, kind))
        target.commit()
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return saved


def _fitting(damaged: sqlite3.Connection, no: int, epoch: str, kiosk: str) -> Iterator[Stored]:
    """The events that still follow from the one before them."""
    before: tuple[int, bytes] | None = (0, genesis(kiosk, epoch))
    for row in _readable(damaged, no):
        try:
            stored = as_stored((kiosk, epoch, *row))
        except (EventRefused, ValueError, TypeError):
            continue
        if not isinstance(stored.hash, bytes):  # a damaged page may give a text for it
            continue
        if before is not None and before[0] == stored.seq - 1 and follows(before[1], stored):
            yield stored
        before = (stored.seq, stored.hash)


def _figures(damaged: sqlite3.Connection, no: int, kind: type[Cell]) -> list[tuple[int | str, ...]]:
    """The month's figures as far as they can be read and can be; an older log has none."""
    found = []
    with suppress(sqlite3.DatabaseError):
        for *cell, number in damaged.execute(f"SELECT {FIGURES[kind]} WHERE epoch_no = ?", (no,)):
            with suppress(EventRefused, ValueError, TypeError):
                if int(number) > 0:
                    found.append(as_added(no, kind(*cell), int(number)))
    return found


def _readable(damaged: sqlite3.Connection, no: int) -> Iterator[tuple[object, ...]]:
    """Rows in order; over an unreadable place it steps with ever larger strides."""
    seq, stride = 0, 1
    query = f"SELECT {COLUMNS} FROM event WHERE epoch_no = ? AND seq > ? ORDER BY seq"
    for _ in range(GIVE_UP_AFTER):
        try:
            for row in damaged.execute(query, (no, seq)):
                yield row
                seq, stride = row[0], 1
        except sqlite3.DatabaseError:
            seq, stride = seq + stride, stride * 2
        else:
            return
