"""All days are rolled up anew: of each month is counted which visits add to its own figures."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.get_bind().execute(
        sa.text(
            "INSERT INTO stale (kiosk, span) SELECT DISTINCT r.kiosk, r.span FROM rollup r "
            "WHERE length(r.span) > 7 "
            "AND NOT EXISTS (SELECT 1 FROM stale s WHERE s.kiosk = r.kiosk AND s.span = r.span)"
        )
    )
