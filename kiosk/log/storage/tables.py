"""The tables of the log. They change only together with a script in `migrations/versions`."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

REVISION = "0003"
"""The newest migration: where the file is at it already, Alembic need not be loaded."""

metadata = MetaData()

epoch = Table(
    "epoch",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("kiosk", String(64), nullable=False),
)

# One tree: the key is the order of the log. No index on the session, whose random ids would touch a page
# of their own at every write; all events of a session carry the same `wall_s`.
event = Table(
    "event",
    metadata,
    Column("epoch_no", Integer, ForeignKey("epoch.no"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("session", String(32)),
    Column("at_ms", Integer, nullable=False),
    Column("wall_s", Integer, nullable=False),
    Column("clock_ok", Boolean, nullable=False),
    Column("boot", String(32), nullable=False),
    Column("fields", Text, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    CheckConstraint("wall_s % 900 = 0", name="wall_is_floored"),
    Index("event_wall_s", "wall_s"),
    sqlite_with_rowid=False,
)

# What the marker file beside the database must know: an older copy of the database knows another token.
opening = Table(
    "opening",
    metadata,
    Column("no", Integer, CheckConstraint("no = 1"), primary_key=True),
    Column("token", String(32), nullable=False),
)


def walks_of_a_month() -> tuple[SchemaItem, ...]:
    """What residents say of their groups, by the month: a cell and its number, here and at the ward."""
    return (
        Column("month", String(7), primary_key=True),
        Column("said", String(8), primary_key=True),
        Column("topic", String(64), primary_key=True),
        Column("outcome", String(16), primary_key=True),
        Column("walks", Integer, nullable=False),
        CheckConstraint("walks > 0", name="somebody_was_counted"),
    )


def visits_of_a_month() -> tuple[SchemaItem, ...]:
    """How visits were made, by the month, in the same way."""
    return (
        Column("month", String(7), primary_key=True),
        Column("aspect", String(8), primary_key=True),
        Column("word", String(16), primary_key=True),
        Column("visits", Integer, nullable=False),
        CheckConstraint("visits > 0", name="a_visit_was_counted"),
    )


# Kept in the order of its key: no row reveals when it came.
tally, visit_tally = (
    Table(
        name,
        metadata,
        Column("epoch_no", Integer, ForeignKey("epoch.no"), primary_key=True),
        *cell,
        sqlite_with_rowid=False,
    )
    for name, cell in (("tally", walks_of_a_month()), ("visit_tally", visits_of_a_month()))
)
