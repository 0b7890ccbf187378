"""Part III: how far people came by themselves, in which ways, where they stopped, what they waited for."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.figures.cells import CellKey, split
from kiosk.figures.rows import rows_of
from kiosk.ward.report.desk import Desk
from kiosk.ward.report.model import Blank, Block, Row, Table
from kiosk.ward.report.published import by_way
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import day, span_name

FIGURES = (
    "independence", "steps", "explanations", "practised", "practised-alone", "rehearsed", "exercised",
    "walk-minutes",
    "session-length", "help-calls", "help-taken", "help-wait", "help-wait-longest", "clock-unsure",
)  # fmt: skip
MOST_LEFT = 15
"""So many steps where people stop are told, those where most do first."""


def assessment(desk: Desk, sources: Sources) -> Iterator[Block | None]:
    yield desk.lines(FIGURES)
    yield desk.breakdown("actor", "bars")
    for key in ("practice-rung", "practice-actor", "flow-practised", "exercise-help"):
        yield desk.breakdown(key, "bars")
    yield from _uses(desk, sources)
    yield desk.breakdown("wait")
    yield desk.breakdown("explained")
    yield _guides(desk)
    yield from _left(desk)
    for key in ("obstacle", "ticket-problem"):
        yield desk.breakdown(key, "bars")
    yield desk.breakdown("result")
    yield _due(desk)
    yield Blank(desk.say("blank.difficulties"))


def _uses(desk: Desk, sources: Sources) -> Iterator[Block | None]:
    """What is counted of whole months alone: whether people do more alone than before, and how they move."""
    months = desk.found.period.months()
    if not months:
        yield desk.text("no_whole_month_of_uses")
    elif not desk.found.all.get(CellKey("uses")):
        yield desk.text("uses_missing")
    else:
        yield desk.text("uses_of", months=", ".join(map(span_name, sources.tallied or months)))
        yield desk.lines(("compared", "uses"))
        yield desk.breakdown("alone", "bars")
        yield desk.breakdown("way", "bars")
        yield desk.breakdown("setting", "bars")


def _guides(desk: Desk) -> Table | None:
    rows = tuple(
        desk.row(
            "flow",
            row.bucket,
            desk.shown.number(CellKey("flow", row.bucket)),
            desk.shown.number(by_way("flow", row.bucket, "completed")),
            desk.shown.minutes(row.bucket),
        )
        for row in rows_of("flow", desk.found.all)
    )
    heads = tuple(desk.say(f"column.{one}") for one in ("guide", "opened", "completed", "minutes"))
    notes = desk.notes_of("", "walks", "walks-completed", "walk-minutes")
    return desk.table("guides", heads, rows, notes)


def _left(desk: Desk) -> Iterator[Block | None]:
    shown = [
        one
        for one in rows_of("flow-left", desk.found.all)
        if CellKey("flow-left", one.bucket) not in desk.shown.hide
    ]
    if not shown:
        return
    rows = []
    for one in shown[:MOST_LEFT]:
        flow, step = split(one.bucket)
        said = desk.names.step(flow, step, desk.language)
        number = desk.shown.number(CellKey("flow-left", one.bucket))
        rows.append(Row(one.bucket, desk.names.guide(flow, desk.language), (said, number)))
    heads = tuple(desk.say(f"column.{one}") for one in ("guide", "step", "left"))
    yield desk.table("left", heads, tuple(rows), desk.notes_of("", "", "flow-left"))
    if len(shown) > MOST_LEFT:
        yield desk.text("more_steps", shown=MOST_LEFT)


def _due(desk: Desk) -> Table | None:
    """What the guides say that ends soon, or has to be looked up again: the ward edits them."""
    rows = tuple(
        Row(
            f"{one.guide}/{one.step}" if one.step else one.guide,
            desk.names.guide(one.guide, desk.language),
            (
                one.says.in_(desk.language) if one.step else desk.say("due.whole"),
                day(one.day),
                desk.say(f"due.{one.why}"),
            ),
        )
        for one in desk.asked.due
    )
    heads = tuple(desk.say(f"column.{one}") for one in ("guide", "says", "last_day", "then"))
    return desk.table("due", heads, rows, (0, 0, 0, 0))
