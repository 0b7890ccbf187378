"""Part II: the headings under which wards report what was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from kiosk.figures.cells import BETWEEN, CellKey, of_key, split
from kiosk.figures.rows import rows_of
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Block, Row, Table
from kiosk.ward.report.published import STEP_COLUMNS, WAYS, by_way, in_step
from kiosk.ward.report.skills import by_skill
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import span_name


def results(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    yield composer.text("visits_not_people")
    yield composer.lines("results")
    yield _over_time(composer)
    yield _by_way(composer, "topic")
    yield by_skill(composer)
    yield from _groups(composer, sources)
    yield from composer.breakdowns("results")


def _over_time(composer: Composer) -> Table | None:
    if not composer.totals.all:
        return None
    rows = tuple(
        Row(span, span_name(span), tuple(composer.shown.number(in_step(key, span)) for key in STEP_COLUMNS))
        for span in sorted(composer.totals.steps)
    )
    heads = (composer.say("column.span"), *(composer.figure_name(key) for key in STEP_COLUMNS))
    notes = composer.notes_of("", *STEP_COLUMNS)
    return composer.table("over_time", heads, rows, notes, "columns", len(STEP_COLUMNS))


def _by_way(composer: Composer, key: Literal["topic", "group"]) -> Table | None:
    """Topics or groups, with how their walks ended."""
    rows = tuple(
        composer.row(
            key,
            row.bucket,
            composer.shown.number(CellKey(key, row.bucket)),
            *(composer.shown.number(by_way(key, row.bucket, way)) for way in WAYS),
        )
        for row in rows_of(key, composer.totals.all)
    )
    if not rows:
        return None
    heads = tuple(composer.say(f"column.{column}") for column in (key, "opened", *WAYS))
    ends = composer.notes_of("", key, "walks-completed", "walks-left", "walks-handed-over")
    notes = (*ends, composer.note(composer.say("told.other_ends")))
    return composer.table(f"{key}s", heads, rows, notes, "bars")


def _groups(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    months = composer.totals.period.months()
    if not months:
        yield composer.text("no_whole_month")
    elif not composer.totals.all.get(CellKey("grouped")):
        yield composer.text("groups_missing")
    else:
        yield composer.text("groups_of", months=", ".join(map(span_name, sources.tallied or months)))
        waited = [(status.kiosk, sources.untallied_of(status)) for status in sources.kiosks]
        kiosks = "; ".join(f"{kiosk}: {', '.join(map(span_name, of))}" for kiosk, of in waited if of)
        if kiosks:
            yield composer.text("untallied", kiosks=kiosks)
        yield composer.lines_of(("grouped",))
        yield _by_way(composer, "group")
        yield _group_topics(composer)


def _group_topics(composer: Composer) -> Table | None:
    """Topics as rows: the names of all topics side by side lie over each other on a sheet of paper."""
    topics = sorted({split(bucket)[1] for bucket in of_key(composer.totals.all, "group-topic")})
    groups = tuple(row.bucket for row in rows_of("group", composer.totals.all))
    rows = tuple(
        composer.row(
            "topic",
            topic,
            *(composer.shown.number(CellKey("group-topic", f"{group}{BETWEEN}{topic}")) for group in groups),
        )
        for topic in topics
    )
    heads = (composer.say("column.topic"), *(composer.row("group", group).label for group in groups))
    return composer.table("group_topics", heads, rows, (), notes=composer.notes_of("group-topic"))
