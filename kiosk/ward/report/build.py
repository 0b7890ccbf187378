"""From what was added up to a report. Pure: nothing is counted here that `kiosk.log.figures` does not count.

The annex of which places worked and who was there stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from kiosk.log.figures.catalogue import catalogue
from kiosk.log.figures.cells import CellKey
from kiosk.log.figures.counts import figure
from kiosk.papers.roster.plan import LEAST_PEOPLE, left_out, teams_in, too_few
from kiosk.ward.report.assessment import assessment
from kiosk.ward.report.composer import Composer, ReportRequest
from kiosk.ward.report.earlier import Earlier
from kiosk.ward.report.frame import frame
from kiosk.ward.report.model import Blank, Block, Part, Report, Row, Table
from kiosk.ward.report.names import Names, place_name
from kiosk.ward.report.overview import overview
from kiosk.ward.report.proposed import difficulties, next_work
from kiosk.ward.report.published import PLACE_COLUMNS, Published, at_place, published
from kiosk.ward.report.results import results
from kiosk.ward.report.sources import Sources, source_blocks
from kiosk.ward.report.words import day, span_name
from kiosk.ward.totals import Totals

Annex: TypeAlias = Callable[[Composer, Sources], Iterable[Block]]


def build(
    asked: ReportRequest,
    totals: Totals,
    sources: Sources,
    names: Names,
    annex: Annex = source_blocks,
    shown: Published | None = None,
    earlier: Earlier | None = None,
) -> Report:
    """The whole report. *shown*: as it may be told beside other reports; without, as it may be told alone."""
    composer = Composer(asked, shown or published(totals), names, earlier or Earlier())
    read: Mapping[str, Iterable[Block | None]] = {
        "overview": overview(composer, sources),
        "difficulties": difficulties(composer, sources),
        "next": next_work(composer, sources),
        "proposals": [Blank(composer.say("blank.proposals"))],
    }
    annexes: Mapping[str, Iterable[Block | None]] = {
        "work": work(composer, sources),
        "results": results(composer, sources),
        "assessment": assessment(composer, sources),
        "sources": annex(composer, sources),
    }
    parts = (
        *(_part(composer, key, blocks, number) for number, (key, blocks) in enumerate(read.items())),
        *(
            _part(composer, key, blocks, number, annex=True)
            for number, (key, blocks) in enumerate(annexes.items())
        ),
    )
    notes = ("told.hidden", "told.about") if composer.shown.about else ("told.hidden",)
    return Report(
        language=composer.language,
        first=totals.period.first,
        last=totals.period.last,
        made=asked.made,
        frame=frame(composer),
        parts=parts,
        notes_title=composer.say("part.notes"),
        notes=tuple(composer.notes),
        hidden_note=" ".join(map(composer.say, notes)),
        notes_annex=composer.say("frame.annex", number=_ROMAN[len(annexes)]),
    )


_ROMAN = ("I", "II", "III", "IV", "V")


def _part(
    composer: Composer, key: str, blocks: Iterable[Block | None], number: int, *, annex: bool = False
) -> Part:
    roman = _ROMAN[number]
    return Part(
        key,
        composer.say(f"part.{key}"),
        tuple(block for block in blocks if block is not None),
        "" if annex else roman,
        composer.say("frame.annex", number=roman) if annex else "",
    )


OF_STAFF = ("openings", "shifts", "shift-time", "people")


def work(composer: Composer, sources: Sources) -> Iterator[Block | None]:
    yield composer.text(
        _state(sources), of=sources.expected, whole=sources.whole, events=sum(sources.lost.values())
    )
    if sources.lost_months:
        lost = (f"{one}: {', '.join(map(span_name, months))}" for one, months in sources.lost_months.items())
        yield composer.text("lost_months", kiosks="; ".join(lost))
    if sources.withdrawn:
        yield composer.text("withdrawn", kiosks=", ".join(status.kiosk for status in sources.withdrawn))
    if not composer.totals.all:
        yield composer.text("nothing")
    yield composer.lines("work")
    if composer.totals.active is None:
        yield from _people(composer, sources)
    yield _places(composer)
    yield from composer.breakdowns("work")
    yield Blank(composer.say("blank.work"))


def _state(sources: Sources) -> str:
    """A word of ``text.…``."""
    if not sources.kiosks and not sources.refused:
        return "no_kiosk"
    return ("whole_but_lost" if sources.lost else "whole") if sources.are_whole else "partly"


def _people(composer: Composer, sources: Sources) -> Iterator[Block]:
    """Whether every place had, and is planned to have, at least two people; and which the plan leaves out."""
    on_duty = {place: figure("people", composer.totals.places[place]) or 0 for place in composer.active()}
    few = ", ".join(place_name(place, composer.say) for place, many in on_duty.items() if many < LEAST_PEOPLE)
    if on_duty:
        yield composer.text(
            "too_few" if few else "two_people", least=LEAST_PEOPLE, places=few, of=len(on_duty)
        )
    plan = composer.asked.plan
    if plan is not None:
        few = ", ".join(place_name(place.id, composer.say) for place in too_few(plan))
        key = "planned_few" if few else "planned"
        monday = day(plan.monday)
        yield composer.text(key, least=LEAST_PEOPLE, places=few, of=len(plan.places), monday=monday)
        stand = (status.place for status in sources.kiosks if not status.withdrawn)
        out = left_out(plan, (*composer.asked.expected_places, *stand, *on_duty))
        if out:
            names = ", ".join(place_name(place.id, composer.say) for place in out)
            yield composer.text("planned_left_out", places=names, monday=monday)
        if (named := teams_in(plan)) < composer.asked.teams:
            yield composer.text("planned_teams", named=named, teams=composer.asked.teams, monday=monday)


def _places(composer: Composer) -> Table | None:
    units = {key: catalogue().figures[key].unit for key in OF_STAFF}
    rows = tuple(
        Row(
            place,
            place_name(place, composer.say),
            (
                *(composer.shown.at_place(key, place, units[key]) for key in OF_STAFF),
                composer.shown.number(CellKey("place", place)),
                *(composer.shown.number(at_place(key, place)) for key in PLACE_COLUMNS),
            ),
        )
        for place in composer.active()
    )
    heads = (composer.figure_name(key) for key in (*OF_STAFF, "sessions", *PLACE_COLUMNS))
    table, place = ("by_place", "place") if composer.totals.active is None else ("by_ward", "ward")
    notes = composer.notes_of("", *OF_STAFF, "sessions", *PLACE_COLUMNS)
    return composer.table(table, (composer.say(f"column.{place}"), *heads), rows, notes)
