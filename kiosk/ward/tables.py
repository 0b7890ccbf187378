"""The tables of the ward's ledger. They change only together with a script in `migrations/versions`."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
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
    UniqueConstraint,
)

from kiosk.log.storage.tables import visits_of_a_month, walks_of_a_month

REVISION = "0007"
"""The newest migration: where the ledger is at it already, Alembic need not be loaded."""

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("kiosk", String(64), nullable=False),
    Column("epoch", String(32), nullable=False),
    UniqueConstraint("kiosk", "epoch", name="one_source"),
)

bundle = Table(
    "bundle",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("source_no", Integer, ForeignKey("source.no"), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("content", String(64), nullable=False),
    Column("key", String(16), nullable=False),
    Column("before", String(64), nullable=False),
    Column("last_hash", String(64), nullable=False),
    Column("received_s", BigInteger, nullable=False),
    Column("added", Integer, nullable=False),  # events or cells nobody had sent before
    Column("until_s", BigInteger),  # the latest time in it that could be believed
    Column("place", String(64)),  # the last place it names
    UniqueConstraint("source_no", "kind", "first", "last", "content", name="one_bundle"),
)

event = Table(
    "event",
    metadata,
    Column("source_no", Integer, ForeignKey("source.no"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("session", String(32)),
    Column("at_ms", BigInteger, nullable=False),
    Column("wall_s", BigInteger, nullable=False),
    Column("clock_ok", Boolean, nullable=False),
    Column("boot", String(32), nullable=False),
    Column("fields", Text, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("bundle_no", Integer, ForeignKey("bundle.no"), nullable=False),
    CheckConstraint("wall_s % 900 = 0", name="wall_is_floored"),
    Index("event_of_day", "source_no", "wall_s"),
)

tally, visit_tally = (
    Table(
        name,
        metadata,
        Column("source_no", Integer, ForeignKey("source.no"), primary_key=True),
        *cell,
        Column("bundle_no", Integer, ForeignKey("bundle.no"), nullable=False),
    )
    for name, cell in (("tally", walks_of_a_month()), ("visit_tally", visits_of_a_month()))
)

# Where a kiosk stood, from event number `seq` of its epoch on: its own events do not say it themselves.
stood = Table(
    "stood",
    metadata,
    Column("source_no", Integer, ForeignKey("source.no"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("place", String(64), nullable=False),
)

# What has come since the roll-up was brought up to date: a day ``2026-11-25``, or ``2026-11`` for a tally;
# without a kiosk: a month of which the kiosks are not yet added up.
stale = Table(
    "stale",
    metadata,
    Column("kiosk", String(64), primary_key=True),
    Column("span", String(10), primary_key=True),
)

# The figures added up: of a day and of a whole month. All of one span and one figure lie together, so that
# adding them up needs no sorting. See docs/decisions/report-cells.md.
rollup = Table(
    "rollup",
    metadata,
    Column("span", String(10), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("bucket", String(130), primary_key=True),
    Column("place", String(64), primary_key=True),
    Column("kiosk", String(64), primary_key=True),
    Column("number", BigInteger, nullable=False),
    Index("rollup_of_kiosk", "kiosk", "span"),
    sqlite_with_rowid=False,
)

# The months of `rollup` once more, all kiosks together: a year is as quickly read of a city as of a ward.
month = Table(
    "month",
    metadata,
    Column("span", String(10), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("bucket", String(130), primary_key=True),
    Column("number", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# What an officer must look at. `kept` is the file in the folder `aside`; the same file again adds nothing.
alarm = Table(
    "alarm",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("what", String(24), nullable=False),
    Column("kiosk", String(64), nullable=False),
    Column("epoch", String(32), nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("kept", String(64), nullable=False),
    Column("raised_s", BigInteger, nullable=False),
    Column("settled_s", BigInteger),
    UniqueConstraint("what", "kiosk", "epoch", "first", "kept", name="one_alarm"),
)

# What will never come, as an officer has said: events of an epoch; without an epoch the figures of a month,
# under its number 202611.
lost = Table(
    "lost",
    metadata,
    Column("kiosk", String(64), primary_key=True),
    Column("epoch", String(32), primary_key=True),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    Column("said_s", BigInteger, nullable=False),
)

# The reports that were issued, in each language; rows are only added. `figures`: every number of it and which
# are hidden, so that later reports can be hidden against it; `page`: the report as its JSON says it.
issued = Table(
    "issued",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("first", String(10), nullable=False),
    Column("last", String(10), nullable=False),
    Column("language", String(2), nullable=False),
    Column("issued_s", BigInteger, nullable=False),
    Column("figures", Text, nullable=False),
    Column("page", Text, nullable=False),
    UniqueConstraint("first", "last", "language", name="one_issue"),
)
