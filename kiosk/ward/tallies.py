"""The figures of months, as kiosks have sent them: walks by residents' groups, and how visits were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple

from sqlalchemy import Connection, Table, delete, insert, select

from kiosk.log.sessions.tally import Cell, VisitCell, WalkCell
from kiosk.ward import tables as t

_TABLES: Mapping[type[Cell], tuple[Table, str]] = {
    WalkCell: (t.tally, "walks"), VisitCell: (t.visit_tally, "visits"),
}  # fmt: skip
"""Each kind of cell has a table, whose key is the source and then the cell's fields in their order."""


def tallied(connection: Connection, source: int, month: str) -> dict[Cell, int]:
    """What has come of that month."""
    cells: dict[Cell, int] = {}
    for kind, (table, number) in _TABLES.items():
        fields = [column for column in table.primary_key.columns if column.name != "source_no"]
        query = select(*fields, table.c[number])
        rows = connection.execute(query.where(table.c.source_no == source, table.c.month == month))
        cells |= {kind(*row[:-1]): int(row[-1]) for row in rows}
    return cells


def put(connection: Connection, source: int, bundle: int, cells: Mapping[Cell, int]) -> None:
    """These cells hold so much from now on, whatever they held."""
    for cell, counted in cells.items():
        table, number = _TABLES[type(cell)]
        names = table.primary_key.columns.keys()
        key = dict(zip(names, (source, *astuple(cell)), strict=True))
        connection.execute(delete(table).where(*(table.c[name] == value for name, value in key.items())))
        connection.execute(insert(table).values({**key, number: counted, "bundle_no": bundle}))
