"""Reads what can still be read out of a damaged log, beside the running one.

What is found goes into a database of its own (`….salvaged`, the same tables), under its old names (kiosk,
epoch, seq, hash): the running log is never touched. Only events whose hash still fits are kept. Without its
first page SQLite takes a file for none of its own: a new one is put in front of a copy. What the damaged file
no longer gives comes from last night's copy.
"""

from __future__ import annotations

import logging
import shutil
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


def salvage(aside: Path, nightly: Path | None = None) -> int:
    """How many events were saved from *aside* and the *nightly* copy. Never raises: both stay as they are."""
    part = aside.with_name(aside.name + ".part")
    try:
        _remove(part)
        bring_up_to_date(part)
        saved = _from_damaged(aside, part)
        if nightly is not None and nightly.exists():
            copied = _tried(nightly, part)
            saved = copied if saved is None else saved + (copied or 0)
        if saved is None:
            raise sqlite3.DatabaseError("SQLite can make nothing of it")
        with closing(sqlite3.connect(part)) as target:
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for suffix in ("-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)
        part.replace(aside.with_name(aside.name + SALVAGED))
        sync_folder(aside.parent)
    except (DBAPIError, sqlite3.Error, OSError) as failure:
        log.warning("nothing could be salvaged from %s: %s", aside.name, failure)
        with suppress(OSError):  # half a copy helps nobody; on a broken disk it may have to stay
            _remove(part)
        return 0
    log.warning("%d events salvaged from %s", saved, aside.name)
    return saved


def _from_damaged(aside: Path, part: Path) -> int | None:
    saved = _tried(aside, part)
    if saved is not None:
        return saved
    scratch = aside.with_name(aside.name + ".part2")
    try:
        put_first_page(aside, scratch, of=part)
        return _tried(scratch, part)
    finally:
        with suppress(OSError):
            _remove(scratch)


def _tried(source: Path, part: Path) -> int | None:
    """How many events *part* gained from *source*; None, and nothing gained, if it cannot be read at all."""
    try:
        return _copy(source, part)
    except sqlite3.DatabaseError as failure:
        log.warning("%s cannot be read: %s", source.name, failure)
        return None


def put_first_page(damaged: Path, scratch: Path, *, of: Path) -> None:
    """Write *damaged* and its -wal to *scratch*, with the first page of the sound database *of*.

    It says where each table begins, which is the same in all files of one revision. Raises `OSError`.
    """
    with of.open("rb") as sound:
        header = sound.read(100)
        size = int.from_bytes(header[16:18], "big")
        size = 65536 if size == 1 else size
        sound.seek(0)
        page = bytearray(sound.read(size))
    pages = damaged.stat().st_size // size
    page[18:20] = b"\x02\x02"  # there may be a -wal
    page[28:32] = pages.to_bytes(4, "big")
    page[32:40] = bytes(8)  # which pages are free is not known, nor needed
    page[92:96] = page[24:28]  # or the number of pages would not be believed
    shutil.copyfile(damaged, scratch)
    with scratch.open("r+b") as file:
        file.write(page)
    wal = damaged.with_name(damaged.name + "-wal")
    if wal.exists():
        shutil.copyfile(wal, scratch.with_name(scratch.name + "-wal"))


def _remove(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> int:
    saved = 0
    uri = f"{source.absolute().as_uri()}?mode=ro"  # closing a writing connection might take the -wal away
    with closing(sqlite3.connect(uri, uri=True)) as damaged, closing(sqlite3.connect(part)) as target:
        damaged.text_factory = readable
        for found, epoch, kiosk in damaged.execute("SELECT no, id, kiosk FROM epoch ORDER BY no").fetchall():
            no, held = _epoch_in(target, epoch, kiosk)
            rows = [as_row(no, one) for one in _fitting(damaged, found, epoch, kiosk) if one.seq not in held]
            target.executemany(INSERT, rows)
            saved += len(rows)
            if not held:
                for kind, adds in ADD.items():
                    target.executemany(adds, _figures(damaged, found, no, kind))
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


def _figures(
    damaged: sqlite3.Connection, found_no: int, no: int, kind: type[Cell]
) -> list[tuple[int | str, ...]]:
    """The month's figures as far as they can be read and can be; an older log has none."""
    found = []
    with suppress(sqlite3.DatabaseError):
        for *cell, number in damaged.execute(f"SELECT {FIGURES[kind]} WHERE epoch_no = ?", (found_no,)):
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
