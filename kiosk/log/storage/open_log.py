"""The opened log: one connection, where the chain stands, and how the next events are written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select, update

from kiosk.log.sessions.chain import genesis, link
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.sink import Tallied
from kiosk.log.storage import tables as t
from kiosk.log.storage.marker import Marker, write_marker
from kiosk.log.storage.migrate import bring_up_to_date
from kiosk.log.storage.rows import ADD, INSERT, as_added, as_row, as_stored, stored_events

TAIL_ROWS = 2000


class OpenLog:
    """Belongs to the writer's thread. Every method may raise SQLAlchemy's errors or `OSError`."""

    def __init__(self, database: Path, engine: Engine, connection: Connection, kiosk: str) -> None:
        self.database, self._engine, self._connection, self._kiosk = database, engine, connection, kiosk
        self._epoch_no, self.epoch, self.epoch_kiosk = self._last_epoch()
        self.seq, self._hash = self._last_link()
        self._file, self._size = _identity(database)
        self._traced = True  # perhaps: the last program may have ended before `blur`
        self.token = connection.execute(select(t.opening.c.token)).scalar()
        connection.commit()

    def begin_epoch(self, epoch: str, first: Event) -> None:
        """Start numbering anew, *first* being number 1: all of it or nothing."""
        no = self._epoch_no + 1
        stored = Stored(
            self._kiosk, epoch, 1, link(genesis(self._kiosk, epoch), self._kiosk, epoch, 1, first), first
        )
        with self._connection.begin():
            self._connection.execute(insert(t.epoch).values(no=no, id=epoch, kiosk=self._kiosk))
            self._connection.exec_driver_sql(INSERT, [as_row(no, stored)])
        self._epoch_no, self.epoch, self.epoch_kiosk = no, epoch, self._kiosk
        self.seq, self._hash = 1, stored.hash

    def chained(self, events: Sequence[Event]) -> list[Stored]:
        """The events in their places after the last one; nothing is written yet."""
        chained, before = [], self._hash
        for seq, event in enumerate(events, self.seq + 1):
            before = link(before, self._kiosk, self.epoch, seq, event)
            chained.append(Stored(self._kiosk, self.epoch, seq, before, event))
        return chained

    def write(self, chained: Sequence[Stored], tallied: Sequence[Tallied] = ()) -> None:
        """One durable transaction for what `chained` gave and what it adds to the month's figures."""
        added = [one for each in tallied for one in each.items()]
        with self._connection.begin():
            self._connection.exec_driver_sql(INSERT, [as_row(self._epoch_no, stored) for stored in chained])
            for kind, adds in ADD.items():
                of_kind = [as_added(self._epoch_no, *one) for one in added if isinstance(one[0], kind)]
                if of_kind:
                    self._connection.exec_driver_sql(adds, of_kind)
        self.seq, self._hash = chained[-1].seq, chained[-1].hash
        self._traced = self._traced or bool(added)

    def blur(self) -> None:
        """Empty the -wal where it shows which visit a figure of the month came with."""
        if self._traced:
            self._traced = not self.checkpoint()

    def holds(self, stored: Stored) -> bool:
        """Whether *stored* did reach the file although its commit failed; if so, it is made durable."""
        query = select(t.event.c.hash).where(t.event.c.seq == stored.seq).join(t.epoch)
        stored_hash = self._connection.execute(query.where(t.epoch.c.id == stored.epoch)).scalar()
        self._connection.commit()
        if stored_hash != stored.hash:
            return False
        self.checkpoint()
        return True

    def tail(self) -> list[Stored]:
        """The last events of the current epoch, in order."""
        query = stored_events().where(t.event.c.epoch_no == self._epoch_no)
        rows = self._connection.execute(query.order_by(t.event.c.seq.desc()).limit(TAIL_ROWS)).all()
        self._connection.commit()
        return [as_stored(tuple(row)) for row in reversed(rows)]

    def change_token(self, token: str) -> None:
        with self._connection.begin():
            if self.token is None:
                self._connection.execute(insert(t.opening).values(no=1, token=token))
            else:
                self._connection.execute(update(t.opening).values(token=token))
        self.token = token

    def still_has_its_name(self) -> bool:
        """Whether what is written reaches the file of that name: it was not taken away, replaced or cut off.

        SQLite would write on, as if nothing were, into a file without a name.
        """
        now, size = _identity(self.database)
        if now != self._file or size < self._size:
            return False
        self._size = size
        return True

    def rescue(self, to: Path) -> None:
        """Everything that the connection can still read, into a new file: also of one that has no name."""
        raw = self._connection.connection.driver_connection
        assert raw is not None
        raw.execute("VACUUM INTO ?", (str(to),))  # outside of a transaction, as `checkpoint`

    def rescue_from_memory(self, to: Path, latest: Sequence[Stored]) -> None:
        """The *latest* events alone, as they were acknowledged, into a new file: that one is cut off."""
        bring_up_to_date(to)
        with closing(sqlite3.connect(to)) as target, target:
            epochs = {stored.epoch: stored.kiosk for stored in latest}
            for no, (epoch, kiosk) in enumerate(epochs.items(), 1):
                rows = [as_row(no, one) for one in latest if one.epoch == epoch]
                target.execute("INSERT INTO epoch (no, id, kiosk) VALUES (?, ?, ?)", (no, epoch, kiosk))
                target.executemany(INSERT, rows)

    def mark(self, machine: str, tokens: tuple[str, ...]) -> None:
        """Publish the marker beside the database."""
        write_marker(self.database, Marker(machine, self.epoch, self.seq, tokens))

    def checkpoint(self) -> bool:
        """Bring everything from the -wal into the database, synced, and empty the -wal.

        False while somebody reads: then it has to be done again.
        """
        raw = self._connection.connection.driver_connection
        assert raw is not None
        # Not inside a transaction, so not through SQLAlchemy.
        (busy, *_) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()

    def _last_epoch(self) -> tuple[int, str, str]:
        query = select(t.epoch.c.no, t.epoch.c.id, t.epoch.c.kiosk).order_by(t.epoch.c.no.desc()).limit(1)
        row = self._connection.execute(query).first()
        return (int(row[0]), str(row[1]), str(row[2])) if row else (0, "", "")

    def _last_link(self) -> tuple[int, bytes]:
        query = select(t.event.c.seq, t.event.c.hash).where(t.event.c.epoch_no == self._epoch_no)
        row = self._connection.execute(query.order_by(t.event.c.seq.desc()).limit(1)).first()
        return (int(row[0]), bytes(row[1])) if row else (0, genesis(self._kiosk, self.epoch))


def _identity(database: Path) -> tuple[tuple[int, int], int]:
    """Which file has that name, and its size; none where there is no such name. The log never shrinks."""
    try:
        status = database.stat()
    except FileNotFoundError:
        return (0, 0), 0
    return (status.st_dev, status.st_ino), status.st_size
