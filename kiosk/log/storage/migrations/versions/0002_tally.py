"""What is counted of residents' groups, by the month."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "tally",
        sa.Column("epoch_no", sa.Integer, sa.ForeignKey("epoch.no"), primary_key=True),
        sa.Column("month", sa.String(7), primary_key=True),
        sa.Column("said", sa.String(8), primary_key=True),
        sa.Column("topic", sa.String(64), primary_key=True),
        sa.Column("outcome", sa.String(16), primary_key=True),
        sa.Column("walks", sa.Integer, nullable=False),
        sa.CheckConstraint("walks > 0", name="somebody_was_counted"),
        sqlite_with_rowid=False,
    )
