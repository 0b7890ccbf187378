"""Part III: how far people came by themselves, in which ways, where they stopped, what they waited for."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.log.figures.cells import CellKey, split
from kiosk.log.figures.rows import rows_of
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Blank, Block, Row, Table
from kiosk.ward.report.published import by_way
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import day, span_name

MOST_LEFT = 15
"""So many steps where people stop are shown, those where most do first."""


def assessment(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    yield composer.lines("assessment")
    yield from composer.breakdowns("assessment")
    yield from _uses(composer, sources)
    yield _guides(composer)
    yield from _left(composer)
    yield _due(composer)
    yield Blank(composer.say("blank.difficulties"))


def _uses(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    """What is counted of whole months alone: whether people do more alone than before, and how they move."""
    months = composer.totals.period.months()
    if not months:
        yield composer.text("no_whole_month_of_uses")
    elif not composer.totals.all.get(CellKey("uses")):
        yield composer.text("uses_missing")
    else:
        yield composer.text("uses_of", months=", ".join(map(span_name, sources.tallied or months)))
        yield composer.lines_of(("compared", "uses"))
        yield composer.breakdown("alone", "bars")
        yield composer.breakdown("way", "bars")
        yield composer.breakdown("setting", "bars")


def _guides(composer: Composer) -> Table | None:
    rows = composer.in_order(
        "flow",
        (
            composer.row(
                "flow",
                row.bucket,
                composer.shown.number(CellKey("flow", row.bucket)),
                composer.shown.number(by_way("flow", row.bucket, "completed")),
                composer.shown.minutes(row.bucket),
            )
            for row in rows_of("flow", composer.totals.all)
        ),
    )
    heads = tuple(composer.say(f"column.{column}") for column in ("guide", "opened", "completed", "minutes"))
    notes = composer.notes_of("", "walks", "walks-completed", "walk-minutes")
    return composer.table("guides", heads, rows, notes)


def _left(composer: Composer) -> Iterator[Block | None]:
    rows_shown = [
        row
        for row in rows_of("flow-left", composer.totals.all)
        if CellKey("flow-left", row.bucket) not in composer.shown.hide
    ]
    if not rows_shown:
        return
    rows = []
    for row in rows_shown[:MOST_LEFT]:
        flow, step = split(row.bucket)
        said = composer.names.step(flow, step, composer.language)
        number = composer.shown.number(CellKey("flow-left", row.bucket))
        rows.append(Row(row.bucket, composer.names.guide(flow, composer.language), (said, number)))
    heads = tuple(composer.say(f"column.{column}") for column in ("guide", "step", "left"))
    yield composer.table("left", heads, tuple(rows), composer.notes_of("", "", "flow-left"))
    if len(rows_shown) > MOST_LEFT:
        yield composer.text("more_steps", shown=MOST_LEFT)


def _due(composer: Composer) -> Table | None:
    """What the guides say that ends soon, or has to be looked up again: the ward edits them."""
    rows = tuple(
        Row(
            f"{one.guide}/{one.step}" if one.step else one.guide,
            composer.names.guide(one.guide, composer.language),
            (
                one.says.in_(composer.language) if one.step else composer.say("due.whole"),
                day(one.day),
                composer.say(f"due.{one.why}"),
            ),
        )
        for one in composer.asked.due
    )
    heads = tuple(composer.say(f"column.{one}") for one in ("guide", "says", "last_day", "then"))
    return composer.table("due", heads, rows, (0, 0, 0, 0))
