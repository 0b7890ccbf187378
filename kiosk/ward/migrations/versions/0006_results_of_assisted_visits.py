"""What staff say of a visit is counted of the visits they are asked about: every day is counted anew once."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
_DAY_LENGTH = len("2026-11-25")


def upgrade() -> None:
    op.execute(
        sa.text(
            "INSERT INTO stale (kiosk, span) SELECT DISTINCT r.kiosk, r.span FROM rollup r"
            " WHERE length(r.span) = :day AND NOT EXISTS"
            " (SELECT 1 FROM stale s WHERE s.kiosk = r.kiosk AND s.span = r.span)"
        ).bindparams(day=_DAY_LENGTH)
    )
