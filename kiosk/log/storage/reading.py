"""Reading the log beside its writer."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Select, Table, func, inspect, select
from sqlalchemy.exc import DBAPIError

from kiosk.base import events as v
from kiosk.log.sessions.events import Event, Stored
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.log.storage import tables as t
from kiosk.log.storage.engines import reader_engine
from kiosk.log.storage.open_log import TAIL_ROWS
from kiosk.log.storage.quarantine import salvaged_beside
from kiosk.log.storage.rows import NOT_OURS, as_stored, stored_events

log = logging.getLogger(__name__)
Made = TypeVar("Made")


class StoredCell(NamedTuple):
    """So many walks, or visits, in one cell of a month; (kiosk, epoch, cell) names it for ever."""

    kiosk: str
    epoch: str
    cell: Cell
    number: int


class NoLog(Exception):
    """There is no log here yet, or it cannot be read; nothing was changed."""

    def __init__(self, database: Path) -> None:
        super().__init__(
            f"Không đọc được nhật ký {database}: mời chạy ./script/run doctor. "
            f"/ The log {database} cannot be read: please run ./script/run doctor."
            if database.exists()
            else f"Chưa có nhật ký ở {database}: máy này chưa có lượt khách nào. "
            f"/ There is no log at {database}: no visit was made here yet."
        )


class LogReader:
    """Each call opens a connection that cannot write, and closes it: one left open stops the checkpoints.

    Reads the salvaged parts of damaged files first, then the log itself. Raises `NoLog`.
    """

    def __init__(self, database: Path) -> None:
        self._database = database

    def events(self) -> list[Stored]:
        """Everything, in the order of the log."""
        return self._read(stored_events())

    def session_events(self, from_s: int, until_s: int) -> list[Event]:
        """The events of the visits that began in [from_s, until_s), seconds since 1970, in order."""
        return [stored.event for stored in self.session_rows(from_s, until_s)]

    def session_rows(self, from_s: int, until_s: int) -> list[Stored]:
        """The same, each with its place in the log."""
        query = stored_events().where(
            t.event.c.wall_s >= from_s, t.event.c.wall_s < until_s, t.event.c.session.is_not(None)
        )
        return self._read(query)

    def own_events(self, from_s: int, until_s: int) -> list[Event]:
        """The kiosk's own events of [from_s, until_s), which belong to no visit, in order."""
        query = stored_events().where(
            t.event.c.wall_s >= from_s, t.event.c.wall_s < until_s, t.event.c.session.is_(None)
        )
        return [stored.event for stored in self._read(query)]

    def opened(self, from_s: int, until_s: int) -> list[str]:
        """The guide of every walk begun in [from_s, until_s)."""
        query = select(t.event.c.fields).where(
            t.event.c.wall_s >= from_s, t.event.c.wall_s < until_s, t.event.c.kind == v.WalkStarted.kind
        )
        return self._everywhere(query, lambda row: str(json.loads(row[0])["flow"]))

    def tickets(self) -> list[v.AnyEvent]:
        """Every ticket that was raised and every answer that was passed on, in order."""
        kinds = (v.TicketRaised.kind, v.AnswerPassedOn.kind)
        query = stored_events().where(t.event.c.kind.in_(kinds))
        return [stored.event.what for stored in self._read(query)]

    def tail(self) -> list[Stored]:
        """The last events of the log itself, in order: as many as its writer looks at when it opens."""
        last = stored_events().order_by(t.event.c.epoch_no.desc(), t.event.c.seq.desc()).limit(TAIL_ROWS)
        return _rows(self._database, last, as_stored)[::-1]

    def epochs(self) -> list[tuple[str, str, int]]:
        """(kiosk, epoch, highest seq) of each epoch of the log itself, in order."""
        query = (
            select(t.epoch.c.kiosk, t.epoch.c.id, func.max(t.event.c.seq))
            .join(t.event)
            .group_by(t.epoch.c.no)
            .order_by(t.epoch.c.no)
        )
        with connected(self._database) as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(query)]

    def tally(self) -> list[StoredCell]:
        """What is counted of residents' groups, then of how visits were made, each in the order of epoch and
        cell. A month that is not over still grows, and so for a day does the one before it: a visit counts
        where it began.
        """
        return [*self._cells(t.tally, WalkCell), *self._cells(t.visit_tally, VisitCell)]

    def _cells(self, table: Table, kind: Callable[..., Cell]) -> list[StoredCell]:
        columns = (t.epoch.c.kiosk, t.epoch.c.id, *(one for one in table.c if one.name != "epoch_no"))
        query = select(*columns).join(table).order_by(*table.primary_key.columns)
        return self._everywhere(
            query, lambda row: StoredCell(row[0], row[1], kind(*row[2:-1]), row[-1]), table
        )

    def _read(self, query: Select[Any]) -> list[Stored]:
        return self._everywhere(query.order_by(t.event.c.epoch_no, t.event.c.seq), as_stored)

    def _everywhere(
        self, query: Select[Any], made: Callable[[tuple[Any, ...]], Made], table: Table | None = None
    ) -> list[Made]:
        """From what was salvaged of damaged files, then from the log itself."""
        rows: list[Made] = []
        for path in salvaged_beside(self._database):
            try:
                rows += _rows(path, query, made, table)
            except NoLog:  # what was saved of an old damage must not hide what is sound
                log.warning("%s cannot be read and is left out", path.name)
        return rows + _rows(self._database, query, made, table)


def _rows(
    database: Path, query: Select[Any], made: Callable[[tuple[Any, ...]], Made], table: Table | None = None
) -> list[Made]:
    """Nothing from a log of before there was *table*."""
    with connected(database) as connection:
        if table is not None and not inspect(connection).has_table(table.name):
            return []
        return [made(tuple(row)) for row in connection.execute(query)]


def open_for_reading(database: Path) -> LogReader:
    """Raises `NoLog` when there is none."""
    reader = LogReader(database)
    reader.epochs()
    return reader


@contextmanager
def connected(database: Path) -> Iterator[Connection]:
    """A short connection that cannot write. Raises `NoLog` for whatever fails within."""
    engine = reader_engine(database)
    try:
        with engine.connect() as connection:
            yield connection
    except (DBAPIError, *NOT_OURS) as failure:
        raise NoLog(database) from failure
    finally:
        engine.dispose()
