"""How visits were made, by the month."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "visit_tally",
        sa.Column("epoch_no", sa.Integer, sa.ForeignKey("epoch.no"), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("aspect", sa.String(8), primary_key=True),
        sa.Column("word", sa.String(16), primary_key=True),
        sa.Column("visits", sa.Integer, nullable=False),
        sa.CheckConstraint("visits > 0", name="a_visit_was_counted"),
        sqlite_with_rowid=False,
    )
