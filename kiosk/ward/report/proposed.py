"""Parts II and III, which a person writes: what the figures suggest, to be kept, reworded or struck."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.log.figures.cells import CellKey, split
from kiosk.log.figures.rows import rows_of
from kiosk.papers.roster.plan import too_few
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Blank, Block
from kiosk.ward.report.names import place_name
from kiosk.ward.report.overview import first_to_help, obstacles
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import shown

MOST = 3
"""So many of a kind are suggested."""


def difficulties(composer: Composer, sources: Sources) -> Iterator[Block]:
    for what, number in obstacles(composer)[:MOST]:
        yield composer.text("suggest_obstacle", what=what, number=shown(number, composer.language))
    for guide, step, many in _left(composer):
        yield composer.text("suggest_left", guide=guide, step=step, number=many)
    if not sources.are_whole:
        yield composer.text("suggest_missing", whole=sources.whole, of=sources.expected)
    yield Blank(composer.say("blank.difficulties"))


def next_work(composer: Composer, sources: Sources) -> Iterator[Block]:
    if len(composer.active()) > 1 and composer.totals.active is None:
        first = first_to_help(composer)
        if first.key != "no_place_first":
            yield composer.text("suggest_place", first=first.text)
    if (plan := composer.asked.plan) is not None and (few := too_few(plan)):
        places = ", ".join(place_name(place.id, composer.say) for place in few)
        yield composer.text("suggest_people", places=places)
    if due := composer.asked.due:
        yield composer.text("suggest_guides", number=len({one.guide for one in due}))
    if not sources.are_whole:
        yield composer.text("suggest_sources", number=sources.expected - sources.whole)
    yield Blank(composer.say("blank.next"))


def _left(composer: Composer) -> Iterator[tuple[str, str, str]]:
    told = [
        (row.bucket, number)
        for row in rows_of("flow-left", composer.totals.all)
        if (number := composer.shown.number(CellKey("flow-left", row.bucket))).value
    ]
    for bucket, number in told[:MOST]:
        flow, step = split(bucket)
        yield (
            composer.names.guide(flow, composer.language),
            composer.names.step(flow, step, composer.language),
            shown(number, composer.language),
        )
