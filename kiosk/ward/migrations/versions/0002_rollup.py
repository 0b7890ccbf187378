"""The roll-up, what it needs to be brought up to date, and events by kiosk and day."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "stood",
        sa.Column("source_no", sa.Integer, sa.ForeignKey("source.no"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", sa.String(64), nullable=False),
    )
    op.create_table(
        "stale",
        sa.Column("kiosk", sa.String(64), primary_key=True),
        sa.Column("span", sa.String(10), primary_key=True),
    )
    op.create_table(
        "rollup",
        sa.Column("span", sa.String(10), primary_key=True),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("bucket", sa.String(130), primary_key=True),
        sa.Column("place", sa.String(64), primary_key=True),
        sa.Column("kiosk", sa.String(64), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("rollup_of_kiosk", "rollup", ["kiosk", "span"])
    op.create_table(
        "month",
        sa.Column("span", sa.String(10), primary_key=True),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("bucket", sa.String(130), primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.drop_index("event_wall_s", "event")
    op.create_index("event_of_day", "event", ["source_no", "wall_s"])
    _look_at_what_is_there()


def _look_at_what_is_there() -> None:
    """Every day and month that has come is to be rolled up, and each start says where its kiosk stood."""
    from kiosk.ward.days import day_of

    connection = op.get_bind()
    started = connection.execute(
        sa.text("SELECT source_no, seq, fields FROM event WHERE kind = 'kiosk.started'")
    ).all()
    for source_no, seq, fields in started:
        connection.execute(
            sa.text("INSERT INTO stood (source_no, seq, place) VALUES (:source_no, :seq, :place)"),
            {"source_no": source_no, "seq": seq, "place": json.loads(fields)["place"]},
        )
    come = connection.execute(
        sa.text("SELECT DISTINCT s.kiosk, e.wall_s FROM event e JOIN source s ON s.no = e.source_no")
    ).all()
    months = connection.execute(
        sa.text("SELECT DISTINCT s.kiosk, t.month FROM tally t JOIN source s ON s.no = t.source_no")
    ).all()
    spans = {(kiosk, day_of(wall_s)) for kiosk, wall_s in come} | {(kiosk, month) for kiosk, month in months}
    for kiosk, span in sorted(spans):
        connection.execute(
            sa.text("INSERT INTO stale (kiosk, span) VALUES (:kiosk, :span)"), {"kiosk": kiosk, "span": span}
        )
