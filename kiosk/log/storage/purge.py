"""Deletes events that the ward has for good, a few at a time: the writer beside it never waits long."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.exc import DBAPIError

from kiosk.log.storage import tables as t
from kiosk.log.storage.engines import writer_engine
from kiosk.log.storage.open_log import TAIL_ROWS

AT_ONCE = 1000  # events in one transaction: some milliseconds


class NotPurged(OSError):
    """The log cannot be written just now; what is not deleted today is deleted another night."""


def purge_events(database: Path, epoch: str, first: int, last: int, *, tail: int = TAIL_ROWS) -> int:
    """Delete events *first* to *last* of that epoch; returns how many there were. Raises `NotPurged`.

    The last *tail* rows of the epoch that is written to stay whatever is asked: numbering and chain go on
    from them, and what a crash left open is found in them.
    """
    deleted = 0
    engine = writer_engine(database)
    try:
        with engine.connect() as connection:
            with connection.begin():
                no, last = _bounds(connection, epoch, last, tail)
            while True:
                with connection.begin():
                    gone = _delete_piece(connection, no, first, last)
                if not gone:
                    return deleted
                deleted += gone
    except DBAPIError as failure:
        raise NotPurged(str(failure.orig)) from failure
    finally:
        engine.dispose()


def _bounds(connection: Connection, epoch: str, last: int, tail: int) -> tuple[int, int]:
    """The number of the epoch (0: it is not in this file), and how far it may be deleted."""
    newest = connection.execute(select(func.max(t.epoch.c.no))).scalar() or 0
    no = connection.execute(select(t.epoch.c.no).where(t.epoch.c.id == epoch)).scalar() or 0
    if no != newest:
        return no, last
    top = connection.execute(select(func.max(t.event.c.seq)).where(t.event.c.epoch_no == no)).scalar() or 0
    return no, min(last, top - tail)


def _delete_piece(connection: Connection, no: int, first: int, last: int) -> int:
    these = (t.event.c.epoch_no == no, t.event.c.seq >= first, t.event.c.seq <= last)
    start = connection.execute(select(func.min(t.event.c.seq)).where(*these)).scalar()
    if start is None:
        return 0
    return connection.execute(delete(t.event).where(*these, t.event.c.seq < start + AT_ONCE)).rowcount
