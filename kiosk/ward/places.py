"""Where the kiosks said that they stand, in what has come from them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kiosk.ward import tables as t


def places_of(connection: Connection) -> dict[str, str]:
    """By kiosk, for all that have said it in what has come."""
    query = (
        select(t.source.c.kiosk, t.bundle.c.place)
        .join(t.bundle)
        .where(t.bundle.c.kind == "events", t.bundle.c.place != "")
        .order_by(t.bundle.c.no)
    )
    return {row.kiosk: row.place for row in connection.execute(query)}
