"""Part II: the headings under which wards report what was done."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from flows.guide.skills import skill_of, skills
from kiosk.log.figures.cells import BETWEEN, CellKey, of_key, split
from kiosk.log.figures.rows import rows_of
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Block, Number, Row, Table
from kiosk.ward.report.published import STEP_COLUMNS, WAYS, by_way, in_step
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
    rows = composer.in_order(
        key,
        (
            composer.row(
                key,
                row.bucket,
                composer.shown.number(CellKey(key, row.bucket)),
                *(composer.shown.number(by_way(key, row.bucket, way)) for way in WAYS),
            )
            for row in rows_of(key, composer.totals.all)
        ),
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


COUNTED = ("flow", "flow-practised")
"""How often guides were opened, and how often practised."""


def by_skill(composer: Composer) -> Table | None:
    """None where no guide was opened. What no item covers, as none was read, has a row of its own."""
    met = {guide for key in COUNTED for guide in of_key(composer.totals.all, key)}
    if not met:
        return None
    rows = [
        Row(
            skill.id,
            f"{skill.number} {skill.name.in_(composer.language)}{' (?)' if skill.confidence == 'U' else ''}",
            tuple(_together(composer, key, skill.guides) for key in COUNTED),
        )
        for skill in skills().values()
        if met & {*skill.guides}
    ]
    others = {guide for guide in met if skill_of(guide) is None}
    if others:
        rows.append(
            Row(
                "none",
                composer.say("told.no_skill"),
                tuple(_together(composer, key, others) for key in COUNTED),
            )
        )
    heads = tuple(composer.say(f"column.{column}") for column in ("skill", "opened", "practised"))
    note = composer.note(composer.say("told.skills"))
    return composer.table("skills", heads, tuple(rows), (note, *composer.notes_of(*COUNTED)))


def _together(composer: Composer, key: str, guides: Collection[str]) -> Number:
    """Hidden with any of its guides: their sum would reveal what is left of it."""
    numbers = [composer.shown.number(CellKey(key, guide)) for guide in guides]
    if any(number.hidden for number in numbers):
        return Number(None, hidden=True)
    return Number(sum(number.value or 0 for number in numbers), about=any(one.about for one in numbers))
