"""What there is of the log, epoch by epoch, as plain rows: for the export, which needs no objects of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select

from kiosk.log.sessions.chain import EventRow
from kiosk.log.storage import tables as t
from kiosk.log.storage.quarantine import salvaged_beside
from kiosk.log.storage.reading import NoLog, connected

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LogRange:
    """Events `first` to `last` of one epoch without a gap. `grows`: the log still writes on at its end."""

    kiosk: str
    epoch: str
    first: int
    last: int
    database: Path
    grows: bool


def ranges(database: Path) -> list[LogRange]:
    """All of them in the order of the log, what was salvaged of damaged files first. Raises `NoLog`."""
    of_salvaged: list[LogRange] = []
    for salvaged in salvaged_beside(database):
        try:
            of_salvaged += ranges_in(salvaged)
        except NoLog:  # what was saved of an old damage must not hide what is sound
            log.warning("%s cannot be read and is left out", salvaged.name)
    return [*of_salvaged, *_of(database, grows=True)]


def ranges_in(salvaged: Path) -> list[LogRange]:
    """Those of what was salvaged of one damaged file. Raises `NoLog`."""
    return _of(salvaged, grows=False)


def rows_of(within: LogRange, first: int, most: int) -> list[EventRow]:
    """At most *most* events from number *first* on, in order. Raises `NoLog`."""
    columns = [column for column in t.event.c if column.name != "epoch_no"]
    query = (
        select(*columns)
        .join(t.epoch, t.epoch.c.no == t.event.c.epoch_no)
        .where(t.epoch.c.id == within.epoch, t.event.c.seq >= first, t.event.c.seq <= within.last)
        .order_by(t.event.c.seq)
        .limit(most)
    )
    with connected(within.database) as connection:
        return [EventRow(*row) for row in connection.execute(query)]


def hash_at(within: LogRange, seq: int) -> bytes | None:
    """The hash of that event, None when it is not in the file. Raises `NoLog`."""
    query = (
        select(t.event.c.hash)
        .join(t.epoch, t.epoch.c.no == t.event.c.epoch_no)
        .where(t.epoch.c.id == within.epoch, t.event.c.seq == seq)
    )
    with connected(within.database) as connection:
        stored_hash = connection.execute(query).scalar()
    return bytes(stored_hash) if stored_hash is not None else None


def _of(database: Path, *, grows: bool) -> list[LogRange]:
    with connected(database) as connection:
        epochs = connection.execute(
            select(t.epoch.c.no, t.epoch.c.kiosk, t.epoch.c.id).order_by(t.epoch.c.no)
        )
        of_epochs = [(int(no), str(kiosk), str(epoch)) for no, kiosk, epoch in epochs]
        return [
            LogRange(kiosk, epoch, first, last, database, grows and no == of_epochs[-1][0])
            for no, kiosk, epoch in of_epochs
            for first, last in connection.execute(_islands(no)).all()
        ]


def _islands(no: int) -> Select[Any]:
    """First and last number of each run: within one, number minus position stays the same."""
    position = func.row_number().over(order_by=t.event.c.seq)
    run = (t.event.c.seq - position).label("run")
    numbered = select(t.event.c.seq, run).where(t.event.c.epoch_no == no).subquery()
    first, last = func.min(numbered.c.seq), func.max(numbered.c.seq)
    return select(first, last).group_by(numbered.c.run).order_by(first)
