"""`kiosk ward report`: what was done in a period, as a paper, a spreadsheet, a page or data."""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, assert_never

import typer

from flows.words import Language
from kiosk.commands.chosen import choose
from kiosk.commands.keys import refuse
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.commands.sessions import read_day
from kiosk.commands.ward_ledger import LedgerUrl, opened
from kiosk.opening import HANOI

if TYPE_CHECKING:
    from kiosk.roster.plan import WeekPlan
    from kiosk.ward.days import Period
    from kiosk.ward.report.model import Report


Format: TypeAlias = Literal["pdf", "xlsx", "html", "json"]
FirstDay = Annotated[str, typer.Option("--from", metavar="2026-11-01", help="The first day of it.")]
LastDay = Annotated[str, typer.Option("--to", metavar="2026-11-30", help="The last day of it.")]
OutFile = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Without: the format on stdout.")]
AsFormat = Annotated[
    Format | None,
    typer.Option("--format", help="pdf, xlsx, html or json; without: by the file's ending, or pdf."),
]
InLanguage = Annotated[Language, typer.Option("--lang", help="vi, en or fr.")]


def report(
    first: FirstDay,
    last: LastDay,
    out: OutFile = None,
    kind: AsFormat = None,
    lang: InLanguage = "vi",
    place: Annotated[
        list[str] | None,
        typer.Option("--place", metavar="point-3", help="Only this point or team; may be said again."),
    ] = None,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Báo cáo của một kỳ. The report of a period, from what kiosks have sent."""
    period, places = read_period(first, last), tuple(dict.fromkeys(place or ()))
    chosen = kind or format_of(out)
    deliver(written(_made(period, lang, places, ledger, config, data), chosen), out)


def format_of(out: Path | None) -> Format:
    """As the file's ending says, PDF without one. Raises `typer.BadParameter` for any other ending."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    match ending:
        case "pdf" | "xlsx" | "html" | "json":
            return ending
        case "":
            return "pdf"
        case _:
            raise typer.BadParameter(f"--out {out}: pdf, xlsx, html, json?")


def read_period(first: str, last: str) -> Period:
    """Raises `typer.BadParameter`."""
    from kiosk.ward.days import Period

    try:
        return Period(read_day(first), read_day(last))
    except ValueError as failure:
        raise typer.BadParameter(f"{first} – {last}: {failure}") from failure


def deliver(raw: bytes, out: Path | None) -> None:
    """Into that file, or on stdout."""
    if out is None:
        typer.echo(raw, nl=False)
        return
    from kiosk.storage.files import publish

    try:
        publish(out.absolute(), raw)
    except OSError as failure:
        refuse(f"Không ghi được. {out} cannot be written: {failure.strerror}")
    typer.echo(f"{out}")


def _made(
    period: Period, lang: Language, places: tuple[str, ...], url: str, config: Path | None, data: Path | None
) -> Report:
    from kiosk.guide_names import names
    from kiosk.roster.known import points_of
    from kiosk.ward.report.build import build
    from kiosk.ward.report.desk import Asked
    from kiosk.ward.report.sources import look
    from kiosk.ward.rollup import catch_up
    from kiosk.ward.totals import places_named, totals

    now_s = time.time()
    folder = choose(config, data).data_folder
    with opened(config, data, url) as (ward, book):
        catch_up(book, _show)
        with book.look() as connection:
            known = places_named(connection, period) if places else frozenset()
            for strange in sorted({*places} - known):
                listed = ", ".join(sorted(known)) or "–"
                refuse(f"Không ki-ốt nào ở “{strange}”. Đã biết / no kiosk was there; known: {listed}")
            found, sources = totals(connection, period, places), look(connection, ward, period, now_s)
    made = datetime.fromtimestamp(now_s, HANOI).date()
    asked = Asked(ward.name, lang, made, places, _plan(folder, period), points_of(ward.name))
    return build(asked, found, sources, names())


def written(report: Report, kind: Format) -> bytes:
    """One format of it."""
    match kind:
        case "json":
            from kiosk.ward.report.as_json import as_json

            return as_json(report)
        case "html":
            from kiosk.ward.report.as_html import as_html

            return as_html(report)
        case "xlsx":
            from kiosk.ward.report.as_xlsx import as_xlsx

            return as_xlsx(report)
        case "pdf":
            from kiosk.ward.report.as_pdf import as_pdf

            return as_pdf(report)
        case _:
            assert_never(kind)


def _plan(folder: Path, period: Period) -> WeekPlan | None:
    """The roster of the week in which the period ends; one that cannot be read is none."""
    from kiosk.roster.store import RosterUnusable, read_weeks

    try:
        return read_weeks(folder).of(period.last)
    except RosterUnusable as failure:
        typer.echo(f"Bảng trực / roster: {failure}", err=True)
        return None


def _show(done: int, whole: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} / {whole}", end="\n" if done == whole else "", file=sys.stderr, flush=True)
