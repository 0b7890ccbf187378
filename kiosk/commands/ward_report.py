"""`kiosk ward report`: what was done in a period, as a paper, a spreadsheet, a page or data."""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.words import Language
from kiosk.commands.chosen import choose
from kiosk.commands.grouped import grouped
from kiosk.commands.place import PlaceOptions
from kiosk.commands.refusals import refuse
from kiosk.commands.report_options import PaperOptions, wanted, warn_where_not_whole
from kiosk.commands.ward_ledger import LedgerUrl, opened
from kiosk.hours.opening import HANOI

if TYPE_CHECKING:
    from flows.due import Due
    from kiosk.roster.plan import WeekPlan
    from kiosk.ward.days import Period
    from kiosk.ward.report.model import Report

OF_PLACES = (
    "Báo cáo của một nơi chỉ để phường dùng. Chỉ công bố báo cáo của cả phường: hai báo cáo trừ cho nhau có "
    "thể lộ số nhỏ.\nA report of some places is for the ward's own use. Publish that of the whole ward "
    "alone: reports subtracted from each other may tell small numbers."
)


@grouped
def report(
    paper: PaperOptions,
    place: Annotated[
        list[str] | None,
        typer.Option(
            "--place",
            metavar="point-3",
            help="Chỉ điểm hoặc tổ này; ghi nhiều lần được. Only this point or team; may be said again.",
        ),
    ] = None,
    ledger: LedgerUrl = "",
    *,
    options: PlaceOptions,
) -> None:
    """Báo cáo của một kỳ. The report of a period, from what kiosks have sent."""
    asked, places = wanted(paper), tuple(dict.fromkeys(place or ()))
    if places:
        typer.echo(OF_PLACES, err=True)
    asked.deliver(_made(asked.period, paper.lang, places, ledger, options))


def _made(period: Period, lang: Language, places: tuple[str, ...], url: str, place: PlaceOptions) -> Report:
    from kiosk.commands.guide_names import names
    from kiosk.roster.expected import points_of
    from kiosk.ward.report.build import build
    from kiosk.ward.report.composer import ReportRequest
    from kiosk.ward.report.of_places import kept_back
    from kiosk.ward.report.published import published
    from kiosk.ward.report.sources import read_sources
    from kiosk.ward.rollup import catch_up
    from kiosk.ward.totals import places_named, totals

    now_s = time.time()
    chosen = choose(place.config, place.data)
    folder, teams = chosen.data_folder, chosen.config.ward.teams
    with opened(place.config, place.data, url) as (ward, book):
        catch_up(book, _show)
        with book.read() as connection:
            named = places_named(connection, period) if places else frozenset()
            for strange in sorted({*places} - named):
                listed = ", ".join(sorted(named)) or "–"
                refuse(f"Không ki-ốt nào ở “{strange}”. Đã biết / no kiosk was there; known: {listed}")
            of_period = totals(connection, period, places)
            sources = read_sources(connection, ward, period, now_s)
            back = kept_back(of_period, totals(connection, period)) if places else frozenset()
    made = datetime.fromtimestamp(now_s, HANOI).date()
    warn_where_not_whole(sources, made)
    asked = ReportRequest(
        ward.name, lang, made, places, _plan(folder, period), points_of(ward.name), teams, _due(made)
    )
    return build(asked, of_period, sources, names(), shown=published(of_period, back))


def _due(made: date) -> tuple[Due, ...]:
    """As the guides of this program stand on that day."""
    from flows.due import due
    from kiosk.commands.guides import written_guides

    return due((flow for library in written_guides() for flow in library.written.values()), made)


def _plan(folder: Path, period: Period) -> WeekPlan | None:
    """The roster of the week in which the period ends; one that cannot be read is none."""
    from kiosk.roster.store import RosterUnusable, read_weeks

    try:
        return read_weeks(folder).of(period.last)
    except RosterUnusable as failure:
        typer.echo(
            f"Không dùng được bảng trực: {failure.vi}.\nThe roster cannot be used: {failure.en}.", err=True
        )
        return None


def _show(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {whole}", end="\n" if done == whole else "", file=sys.stderr, flush=True)
