"""From what was added up to a report. Pure: nothing is counted here that `kiosk.figures` does not count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from kiosk.figures.cells import CellKey
from kiosk.ward.report.assessment import assessment
from kiosk.ward.report.composer import Composer, ReportRequest
from kiosk.ward.report.model import Blank, Block, Frame, Part, Report
from kiosk.ward.report.names import Names, place_name
from kiosk.ward.report.published import published
from kiosk.ward.report.results import results
from kiosk.ward.report.sources import Sources, source_blocks
from kiosk.ward.report.words import day
from kiosk.ward.report.work import work
from kiosk.ward.totals import Totals

Annex: TypeAlias = Callable[[Composer, Sources], Iterable[Block]]


def build(
    asked: ReportRequest,
    totals: Totals,
    sources: Sources,
    names: Names,
    annex: Annex = source_blocks,
    also: Collection[CellKey] = (),
) -> Report:
    """The whole report. *also*: numbers that are hidden for a reason that is not in *totals*."""
    composer = Composer(asked, published(totals, also), names)
    parts = (
        _part(composer, "work", work(composer, sources)),
        _part(composer, "results", results(composer, sources)),
        _part(composer, "assessment", assessment(composer, sources)),
        _part(composer, "proposals", [Blank(composer.say("blank.proposals"))]),
        _part(composer, "sources", annex(composer, sources)),
    )
    return Report(
        language=composer.language,
        first=totals.period.first,
        last=totals.period.last,
        made=asked.made,
        frame=_frame(composer),
        parts=parts,
        notes_title=composer.say("part.notes"),
        notes=tuple(composer.notes),
        hidden_note=composer.say("told.hidden"),
    )


def _part(composer: Composer, key: str, blocks: Iterable[Block | None]) -> Part:
    return Part(key, composer.say(f"part.{key}"), tuple(block for block in blocks if block is not None))


def _frame(composer: Composer) -> Frame:
    say, asked = composer.say, composer.asked
    made, places = asked.made, ", ".join(place_name(place, say) for place in asked.places)
    of_ward = composer.totals.active is None
    seat = asked.ward.removeprefix("Phường " if of_ward else "Thành phố ")
    when = {"day": f"{made.day:02}", "month": f"{made.month:02}", "year": made.year}
    return Frame(
        body=say("frame.body"),
        ward=asked.ward.upper(),
        number=say("frame.number"),
        state=say("frame.state"),
        motto=say("frame.motto"),
        dated=say("frame.dated", ward=seat, **when),
        kind=say("frame.kind"),
        title=say("frame.title"),
        period=_period(composer),
        places=say("frame.places" if of_ward else "frame.wards", places=places) if places else "",
        recipients=say("frame.recipients"),
        signed=say("frame.signed"),
        sign_here=say("frame.sign_here"),
    )


def _period(composer: Composer) -> str:
    period = composer.totals.period
    if len(period.months()) == 1 and not period.days():
        return composer.say("frame.month", month=period.first.month, year=period.first.year)
    return composer.say("frame.period", first=day(period.first), last=day(period.last))
