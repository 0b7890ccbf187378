"""Part II: the headings under which wards report what was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kiosk.figures.cells import BETWEEN, CellKey, of_key, split
from kiosk.figures.rows import rows_of
from kiosk.ward.report.desk import Desk
from kiosk.ward.report.model import Block, Row, Table
from kiosk.ward.report.published import STEP_COLUMNS, WAYS, by_way, in_step
from kiosk.ward.report.skills import by_skill
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import span_name

FIGURES = (
    "sessions", "sessions-assisted", "sessions-finished", "sessions-filed", "sessions-unresolved", "walks",
    "walks-completed", "walks-left", "walks-handed-over", "asked-in-vain", "satisfied", "doors", "tickets",
    "tickets-told",
)  # fmt: skip


def results(desk: Desk, sources: Sources) -> Iterator[Block | None]:
    yield desk.text("visits_not_people")
    yield desk.lines(FIGURES)
    yield _over_time(desk)
    yield _by_way(desk, "topic")
    yield by_skill(desk)
    yield from _groups(desk, sources)
    yield desk.breakdown("walk-outcome", "bars")
    yield desk.breakdown("face", "bars")
    for key in ("door-outcome", "door-area", "mode", "language"):
        yield desk.breakdown(key)
    yield desk.breakdown("hour", "columns")
    yield desk.breakdown("outcome")


def _over_time(desk: Desk) -> Table | None:
    if not desk.found.all:
        return None
    rows = tuple(
        Row(span, span_name(span), tuple(desk.shown.number(in_step(key, span)) for key in STEP_COLUMNS))
        for span in sorted(desk.found.steps)
    )
    heads = (desk.say("column.span"), *(desk.figure_name(key) for key in STEP_COLUMNS))
    notes = desk.notes_of("", *STEP_COLUMNS)
    return desk.table("over_time", heads, rows, notes, "columns", len(STEP_COLUMNS))


def _by_way(desk: Desk, key: Literal["topic", "group"]) -> Table | None:
    """Topics or groups, with how their walks ended."""
    rows = tuple(
        desk.row(
            key,
            row.bucket,
            desk.shown.number(CellKey(key, row.bucket)),
            *(desk.shown.number(by_way(key, row.bucket, way)) for way in WAYS),
        )
        for row in rows_of(key, desk.found.all)
    )
    if not rows:
        return None
    heads = tuple(desk.say(f"column.{one}") for one in (key, "opened", *WAYS))
    ends = desk.notes_of("", key, "walks-completed", "walks-left", "walks-handed-over")
    notes = (*ends, desk.note(desk.say("told.other_ends")))
    return desk.table(f"{key}s", heads, rows, notes, "bars")


def _groups(desk: Desk, sources: Sources) -> Iterator[Block | None]:
    months = desk.found.period.months()
    if not months:
        yield desk.text("no_whole_month")
    elif not desk.found.all.get(CellKey("grouped")):
        yield desk.text("groups_missing")
    else:
        yield desk.text("groups_of", months=", ".join(map(span_name, sources.tallied or months)))
        waited = [(one.kiosk, sources.untallied_of(one)) for one in sources.kiosks]
        kiosks = "; ".join(f"{kiosk}: {', '.join(map(span_name, of))}" for kiosk, of in waited if of)
        if kiosks:
            yield desk.text("untallied", kiosks=kiosks)
        yield desk.lines(("grouped",))
        yield _by_way(desk, "group")
        yield _group_topics(desk)


def _group_topics(desk: Desk) -> Table | None:
    """Topics as rows: the names of all topics side by side lie over each other on a sheet of paper."""
    topics = sorted({split(bucket)[1] for bucket in of_key(desk.found.all, "group-topic")})
    groups = tuple(row.bucket for row in rows_of("group", desk.found.all))
    rows = tuple(
        desk.row(
            "topic",
            topic,
            *(desk.shown.number(CellKey("group-topic", f"{group}{BETWEEN}{topic}")) for group in groups),
        )
        for topic in topics
    )
    heads = (desk.say("column.topic"), *(desk.row("group", group).label for group in groups))
    return desk.table("group_topics", heads, rows, (), notes=desk.notes_of("group-topic"))
