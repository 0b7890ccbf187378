"""Between rows of the table and events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, assert_never

from sqlalchemy import Select, Table, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from kiosk.base.events import event_of, fields_of
from kiosk.log.sessions.events import Event, Stored, canonical
from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.log.storage.tables import epoch, event, tally, visit_tally

INSERT = str(event.insert().compile(dialect=sqlite.dialect()))
"""The statement as text: compiled once, since one is executed for every touch."""

NOT_OURS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised when an event or a figure is made of a row that a flipped bit has changed."""


def _adds_to(table: Table, number: str) -> str:
    """SQL that adds to a figure of a month."""
    more = insert(table).values(dict.fromkeys(table.c.keys()))
    key, added = table.primary_key.columns.keys(), {number: table.c[number] + more.excluded[number]}
    return str(more.on_conflict_do_update(index_elements=key, set_=added).compile(dialect=sqlite.dialect()))


ADD: dict[type[Cell], str] = {
    WalkCell: _adds_to(tally, "walks"), VisitCell: _adds_to(visit_tally, "visits"),
}  # fmt: skip
"""By the kind of figure, each with a table of its own."""


def as_row(epoch_no: int, stored: Stored) -> tuple[object, ...]:
    """Values in the order of the table's columns."""
    logged = stored.event
    return (
        epoch_no, stored.seq, logged.what.kind, logged.session, logged.at_ms, logged.wall_s,
        int(logged.clock_ok), logged.boot, canonical(fields_of(logged.what)), stored.hash,
    )  # fmt: skip


def as_added(epoch_no: int, cell: Cell, number: int) -> tuple[int | str, ...]:
    """Values in the order of the columns of `tally`, or of `visit_tally`."""
    match cell:
        case WalkCell(month, group, topic, outcome):
            return (epoch_no, month, group, topic, outcome, number)
        case VisitCell(month, aspect, word):
            return (epoch_no, month, aspect, word, number)
        case never:
            assert_never(never)


def stored_events() -> Select[Any]:
    """All events with the names of their epoch, to be narrowed and read with `as_stored`."""
    return select(
        epoch.c.kiosk, epoch.c.id, *[column for column in event.c if column.name != "epoch_no"]
    ).join(epoch, epoch.c.no == event.c.epoch_no)


def as_stored(row: Sequence[Any]) -> Stored:
    """Raises `EventRefused` or `ValueError` when the row is not one that we wrote."""
    kiosk, epoch_id, seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash_ = row
    what = event_of(kind, json.loads(fields))
    return Stored(kiosk, epoch_id, seq, hash_, Event(what, session, at_ms, wall_s, bool(clock_ok), boot))
