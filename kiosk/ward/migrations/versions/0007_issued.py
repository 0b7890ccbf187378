"""The reports that were issued, as they went out."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "issued",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("first", sa.String(10), nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("issued_s", sa.BigInteger, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.Column("page", sa.Text, nullable=False),
        sa.UniqueConstraint("first", "last", "language", name="one_issue"),
    )
