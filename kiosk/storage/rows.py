"""Between rows of the table and events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert

from kiosk.sessions.events import Event, Stored, canonical, fields_of, happening
from kiosk.sessions.tally import Cell
from kiosk.storage.tables import epoch, event, tally

INSERT = str(event.insert().compile(dialect=sqlite.dialect()))
"""The statement as text: compiled once, since one is executed for every touch."""

_MORE = insert(tally).values(dict.fromkeys(tally.c.keys()))
_KEY = tally.primary_key.columns.keys()
_SUM = {"walks": tally.c.walks + _MORE.excluded.walks}
ADD = str(_MORE.on_conflict_do_update(index_elements=_KEY, set_=_SUM).compile(dialect=sqlite.dialect()))
"""So many more in one figure of a month."""


def as_row(epoch_no: int, stored: Stored) -> tuple[object, ...]:
    """Values in the order of the table's columns."""
    one = stored.event
    return (
        epoch_no, stored.seq, str(one.what.kind), one.session, one.at_ms, one.wall_s, int(one.clock_ok),
        one.boot, canonical(fields_of(one.what)), stored.hash,
    )  # fmt: skip


def as_added(epoch_no: int, cell: Cell, walks: int) -> tuple[int, str, str, str, str, int]:
    """Values in the order of the columns of `tally`."""
    return (epoch_no, cell.month, cell.group, cell.topic, cell.outcome, walks)


def stored_events() -> Select[Any]:
    """All events with the names of their epoch, to be narrowed and read with `as_stored`."""
    return select(
        epoch.c.kiosk, epoch.c.id, *[column for column in event.c if column.name != "epoch_no"]
    ).join(epoch, epoch.c.no == event.c.epoch_no)


def as_stored(row: Sequence[Any]) -> Stored:
    """Raises `EventRefused` or `ValueError` when the row is not one that we wrote."""
    kiosk, epoch_id, seq, kind, session, at_ms, wall_s, clock_ok, boot, fields, hash_ = row
    what = happening(kind, json.loads(fields))
    return Stored(kiosk, epoch_id, seq, hash_, Event(what, session, at_ms, wall_s, bool(clock_ok), boot))
