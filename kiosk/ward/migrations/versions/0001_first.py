"""The ward's ledger as it began: sources, bundles, events, tallies, alarms."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("kiosk", sa.String(64), nullable=False),
        sa.Column("epoch", sa.String(32), nullable=False),
        sa.UniqueConstraint("kiosk", "epoch", name="one_source"),
    )
    op.create_table(
        "bundle",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("source_no", sa.Integer, sa.ForeignKey("source.no"), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("content", sa.String(64), nullable=False),
        sa.Column("key", sa.String(16), nullable=False),
        sa.Column("before", sa.String(64), nullable=False),
        sa.Column("last_hash", sa.String(64), nullable=False),
        sa.Column("received_s", sa.BigInteger, nullable=False),
        sa.Column("added", sa.Integer, nullable=False),
        sa.Column("until_s", sa.BigInteger),
        sa.Column("place", sa.String(64)),
        sa.UniqueConstraint("source_no", "kind", "first", "last", "content", name="one_bundle"),
    )
    op.create_table(
        "event",
        sa.Column("source_no", sa.Integer, sa.ForeignKey("source.no"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("session", sa.String(32)),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.Column("wall_s", sa.BigInteger, nullable=False),
        sa.Column("clock_ok", sa.Boolean, nullable=False),
        sa.Column("boot", sa.String(32), nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("bundle_no", sa.Integer, sa.ForeignKey("bundle.no"), nullable=False),
        sa.CheckConstraint("wall_s % 900 = 0", name="wall_is_floored"),
    )
    op.create_index("event_wall_s", "event", ["wall_s"])
    op.create_table(
        "tally",
        sa.Column("source_no", sa.Integer, sa.ForeignKey("source.no"), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("said", sa.String(8), primary_key=True),
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("outcome", sa.String(16), primary_key=True),
        sa.Column("walks", sa.Integer, nullable=False),
        sa.Column("bundle_no", sa.Integer, sa.ForeignKey("bundle.no"), nullable=False),
        sa.CheckConstraint("walks > 0", name="somebody_was_counted"),
    )
    op.create_table(
        "alarm",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("what", sa.String(24), nullable=False),
        sa.Column("kiosk", sa.String(64), nullable=False),
        sa.Column("epoch", sa.String(32), nullable=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("kept", sa.String(64), nullable=False),
        sa.Column("raised_s", sa.BigInteger, nullable=False),
        sa.Column("settled_s", sa.BigInteger),
        sa.UniqueConstraint("what", "kiosk", "epoch", "first", "kept", name="one_alarm"),
    )
