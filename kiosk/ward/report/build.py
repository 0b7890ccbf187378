"""From what was added up to a report. Pure: nothing is counted here that `kiosk.figures` does not count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from kiosk.figures.cells import CellKey
from kiosk.ward.report.assessment import assessment
from kiosk.ward.report.desk import Asked, Desk
from kiosk.ward.report.model import Blank, Block, Frame, Part, Report
from kiosk.ward.report.names import Names, place_name
from kiosk.ward.report.published import published
from kiosk.ward.report.results import results
from kiosk.ward.report.sources import Sources, source_blocks
from kiosk.ward.report.words import day
from kiosk.ward.report.work import work
from kiosk.ward.totals import Totals

Annex: TypeAlias = Callable[[Desk, Sources], Iterable[Block]]


def build(
    asked: Asked,
    found: Totals,
    sources: Sources,
    names: Names,
    annex: Annex = source_blocks,
    also: Collection[CellKey] = (),
) -> Report:
    """The whole report. *also*: numbers that are hidden for a reason that is not in *found*."""
    desk = Desk(asked, published(found, also), names)
    parts = (
        _part(desk, "work", work(desk, sources)),
        _part(desk, "results", results(desk, sources)),
        _part(desk, "assessment", assessment(desk, sources)),
        _part(desk, "proposals", [Blank(desk.say("blank.proposals"))]),
        _part(desk, "sources", annex(desk, sources)),
    )
    return Report(
        language=desk.language,
        first=found.period.first,
        last=found.period.last,
        made=asked.made,
        frame=_frame(desk),
        parts=parts,
        notes_title=desk.say("part.notes"),
        notes=tuple(desk.notes),
        hidden_note=desk.say("told.hidden"),
    )


def _part(desk: Desk, key: str, blocks: Iterable[Block | None]) -> Part:
    return Part(key, desk.say(f"part.{key}"), tuple(block for block in blocks if block is not None))


def _frame(desk: Desk) -> Frame:
    say, asked = desk.say, desk.asked
    made, places = asked.made, ", ".join(place_name(one, say) for one in asked.places)
    of_ward = desk.found.active is None
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
        period=_period(desk),
        places=say("frame.places" if of_ward else "frame.wards", places=places) if places else "",
        recipients=say("frame.recipients"),
        signed=say("frame.signed"),
        sign_here=say("frame.sign_here"),
    )


def _period(desk: Desk) -> str:
    period = desk.found.period
    if len(period.months()) == 1 and not period.days():
        return desk.say("frame.month", month=period.first.month, year=period.first.year)
    return desk.say("frame.period", first=day(period.first), last=day(period.last))
