"""The log as it began: epochs, events, and the token of the last opening."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "epoch",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("kiosk", sa.String(64), nullable=False),
    )
    op.create_table(
        "event",
        sa.Column("epoch_no", sa.Integer, sa.ForeignKey("epoch.no"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("session", sa.String(32)),
        sa.Column("at_ms", sa.Integer, nullable=False),
        sa.Column("wall_s", sa.Integer, nullable=False),
        sa.Column("clock_ok", sa.Boolean, nullable=False),
        sa.Column("boot", sa.String(32), nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.CheckConstraint("wall_s % 900 = 0", name="wall_is_floored"),
        sqlite_with_rowid=False,
    )
    op.create_index("event_wall_s", "event", ["wall_s"])
    op.create_table(
        "opening",
        sa.Column("no", sa.Integer, sa.CheckConstraint("no = 1"), primary_key=True),
        sa.Column("token", sa.String(32), nullable=False),
    )
