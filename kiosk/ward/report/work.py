"""Part I: which places worked, and who was there."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.figures.catalogue import catalogue
from kiosk.figures.cells import CellKey
from kiosk.figures.counts import figure
from kiosk.roster.plan import LEAST_PEOPLE, left_out, teams_in, too_few
from kiosk.ward.report.composer import Composer
from kiosk.ward.report.model import Blank, Block, Row, Table
from kiosk.ward.report.names import place_name
from kiosk.ward.report.published import PLACE_COLUMNS, at_place
from kiosk.ward.report.sources import Sources
from kiosk.ward.report.words import day, span_name

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
