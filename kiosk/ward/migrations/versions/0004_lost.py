"""What an officer has said will never come."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "lost",
        sa.Column("kiosk", sa.String(64), primary_key=True),
        sa.Column("epoch", sa.String(32), primary_key=True),
        sa.Column("first", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("said_s", sa.BigInteger, nullable=False),
    )
