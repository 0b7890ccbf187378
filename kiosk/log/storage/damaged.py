"""What a damaged file still gives: the events that fit the hash chain, and the month's figures.

Without its first page SQLite takes a file for none of its own: a new one is put in front of a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kiosk.log.sessions.chain import follows, genesis
from kiosk.log.sessions.events import Stored
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.log.storage.engines import readable
from kiosk.log.storage.rows import NOT_OURS, as_added, as_stored

GIVE_UP_AFTER = 200  # unreadable places in one file
LAST_NUMBER = 2**63 - 1  # that SQLite can be asked for
FIGURES: dict[type[Cell], str] = {
    WalkCell: "month, said, topic, outcome, walks FROM tally",
    VisitCell: "month, aspect, word, visits FROM visit_tally",
}
COLUMNS = "seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash"


class UnreadableLog(Exception):
    """SQLite can make nothing of a file: trying again would not help."""


def opened_to_read(database: Path) -> sqlite3.Connection:
    """For reading: closing a writing connection might take the -wal away."""
    connection = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
    connection.text_factory = readable
    return connection


def will_pass(failure: sqlite3.Error) -> bool:
    """Whether it is the disk that has no room, or does not let itself be used now, rather than the file."""
    code = getattr(failure, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    primary = code & 0xFF
    gone = primary in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return not gone and code not in (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)


def epochs_in(damaged: sqlite3.Connection) -> list[tuple[int, str, str]]:
    try:
        rows = damaged.execute("SELECT no, id, kiosk FROM epoch ORDER BY no").fetchall()
    except sqlite3.Error as failure:
        if will_pass(failure):
            raise
        raise UnreadableLog(failure) from failure
    except ValueError as failure:  # SQLite's message holds a damaged name
        raise UnreadableLog(failure) from failure
    return [
        (no, epoch, kiosk) for no, epoch, kiosk in rows if isinstance(epoch, str) and isinstance(kiosk, str)
    ]


def fitting_events(damaged: sqlite3.Connection, no: int, epoch: str, kiosk: str) -> Iterator[Stored]:
    """The events that still follow from the one before them."""
    before: tuple[int, bytes] | None = (0, genesis(kiosk, epoch))
    for row in _readable(damaged, no):
        try:
            stored = as_stored((kiosk, epoch, *row))
        except NOT_OURS:
            continue
        if not isinstance(stored.hash, bytes):  # a damaged page may give a text for it
            continue
        if before is not None and before[0] == stored.seq - 1 and follows(before[1], stored):
            yield stored
        before = (stored.seq, stored.hash)


def figures_of(
    damaged: sqlite3.Connection, damaged_no: int, no: int, kind: type[Cell]
) -> list[tuple[int | str, ...]]:
    """The month's figures as far as they can be read and can be; an older log has none."""
    rows = []
    with suppress(sqlite3.DatabaseError, ValueError):
        for *cell, number in damaged.execute(f"SELECT {FIGURES[kind]} WHERE epoch_no = ?", (damaged_no,)):
            with suppress(*NOT_OURS):
                if int(number) > 0:
                    rows.append(as_added(no, kind(*cell), int(number)))
    return rows


def _readable(damaged: sqlite3.Connection, no: int) -> Iterator[tuple[object, ...]]:
    """Rows in order; over an unreadable place it steps with ever larger strides."""
    seq, stride = 0, 1
    query = f"SELECT {COLUMNS} FROM event WHERE epoch_no = ? AND seq > ? ORDER BY seq"
    for _ in range(GIVE_UP_AFTER):
        try:
            for row in damaged.execute(query, (no, seq)):
                yield row
                seq, stride = row[0], 1
        except ValueError as failure:  # SQLite's message holds a damaged name
            raise UnreadableLog(failure) from failure
        except sqlite3.DatabaseError as failure:
            if getattr(failure, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:  # no such table, or column
                raise UnreadableLog(failure) from failure
            seq, stride = seq + stride, stride * 2
            if seq > LAST_NUMBER:
                return
        else:
            return


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
