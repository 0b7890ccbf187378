"""Many events into the ledger at once, by what the database is quickest with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert
from sqlalchemy.dialects import sqlite

from kiosk.log.sessions.chain import EventRow
from kiosk.ward import tables as t

_INSERT = str(insert(t.event).compile(dialect=sqlite.dialect()))
_COPY = f"COPY event ({', '.join(column.name for column in t.event.c)}) FROM STDIN"
_PIECE = 4096  # rows


def add_events(connection: Connection, source: int, bundle: int, rows: Sequence[EventRow]) -> None:
    """Within the transaction of *connection*; none of the rows may be there already."""
    if connection.dialect.name == "postgresql":
        _copy(connection, source, bundle, rows)
    else:
        connection.exec_driver_sql(_INSERT, [(source, *row, bundle) for row in rows])


def _copy(connection: Connection, source: int, bundle: int, rows: Sequence[EventRow]) -> None:
    raw = connection.connection.driver_connection
    assert raw is not None
    with raw.cursor() as cursor, cursor.copy(_COPY) as copy:
        for start in range(0, len(rows), _PIECE):
            copy.write(_as_text(source, bundle, rows[start : start + _PIECE]))


def _as_text(source: int, bundle: int, rows: Iterable[EventRow]) -> str:
    """COPY's own text format. No value holds a tab, a newline or a backslash: `kiosk.papers.export.lines`."""
    return "".join(
        f"{source}\t{seq}\t{kind}\t{session or chr(92) + 'N'}\t{at_ms}\t{wall_s}\t{'t' if clock_ok else 'f'}"
        f"\t{boot}\t{fields}\t\\\\x{hash_.hex()}\t{bundle}\n"
        for seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash_ in rows
    )
