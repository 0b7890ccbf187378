"""`kiosk sessions`: the visits of a day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.paths import OPENING_CHECKS, database_file
from kiosk.base.hours.opening import HANOI
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.columns import say
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder

if TYPE_CHECKING:
    from kiosk.log.sessions.events import Event
    from kiosk.log.sessions.session import SessionSummary


YEARS = range(2000, 2100)


def read_day(text: str) -> date:
    """``2026-11-25``, ``25/11/2026`` or ``today``. Raises `typer.BadParameter` (exit 2)."""
    if text == "today":
        return datetime.now(HANOI).date()
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        if day.year not in YEARS:
            raise typer.BadParameter(
                f"“{text}”: năm phải từ {YEARS[0]} đến {YEARS[-1]} / no year from {YEARS[0]} to {YEARS[-1]}"
            )
        return day
    raise typer.BadParameter(f"“{text}” không phải ngày / is not a day: 2026-11-25, 25/11/2026, today")


def sessions(
    day: Annotated[
        str,
        typer.Option("--day", metavar="2026-11-25", help="Ngày nào, theo giờ Hà Nội. Which day, in Hà Nội."),
    ] = "today",
    as_json: AsJson = False,
    figures: Annotated[
        bool,
        typer.Option(
            "--figures",
            help="Mọi con số của ngày, và cách tính. Every figure of the day, with what exactly it counts.",
        ),
    ] = False,
    sent: Annotated[
        bool,
        typer.Option(
            "--sent",
            help="Từng lượt đã đến phường chưa, vì sao chưa. "
            "Whether each visit has reached the ward, and why it has not.",
        ),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FILE", help="Ghi ra bảng: .xlsx hoặc .csv. Write a table: .xlsx or .csv."
        ),
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Các lượt khách trong ngày. The visits of one day; nothing in them names a person."""
    from kiosk.log.figures.table import as_figures, as_table, figures_json
    from kiosk.log.sessions.day import as_json as visits_json
    from kiosk.log.sessions.day import own_of, sessions_of
    from kiosk.log.storage.file_check import is_damaged
    from kiosk.log.storage.reading import NoLog, open_for_reading

    wanted = read_day(day)
    if out is not None and out.suffix not in (".xlsx", ".csv"):
        raise typer.BadParameter(f"{out}: .xlsx hoặc / or .csv")
    folder = choose(config, data).data_folder
    file = database_file(folder)
    if sent:
        _print_sent(folder, wanted, as_json=as_json)
        return
    try:
        if is_damaged(file):
            raise NoLog(file)
        reader = open_for_reading(file)
        visits, own = sessions_of(wanted, reader), own_of(wanted, reader)
    except NoLog as reason:
        typer.echo(str(reason), err=True)
        if as_json and not file.exists():  # no visit yet is a day without visits
            typer.echo(figures_json(()) if figures else visits_json(()), nl=False)
            return
        raise typer.Exit(1) from reason
    if out is not None:
        _write(out, wanted, visits, own)
    elif figures:
        typer.echo(figures_json(visits, own) if as_json else as_figures(visits, own), nl=False)
    elif as_json:
        typer.echo(visits_json(visits), nl=False)
    else:
        typer.echo(as_table(visits), nl=False)
        _print_openings(folder, wanted)


def _print_sent(data_folder: Path, day: date, *, as_json: bool) -> None:
    """Also of a log with damaged rows: that is why they are not sent."""
    from kiosk.base.files.paths import export_folder
    from kiosk.desk.commands.sent import sent_json, sent_lines
    from kiosk.log.sessions.day import bounds_of
    from kiosk.log.storage.reading import NoLog, open_for_reading
    from kiosk.papers.export.outbox import Outbox
    from kiosk.papers.export.sent import sent_visits

    file, outbox = database_file(data_folder), Outbox(export_folder(data_folder))
    try:
        visits = sent_visits(file, open_for_reading(file).session_rows(*bounds_of(day)), outbox.read())
    except NoLog as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(1) from reason
    if as_json:
        typer.echo(sent_json(visits), nl=False)
    else:
        say("\n".join(sent_lines(visits, outbox.path)))


VERDICTS = {"open": "mở / open", "refused": "chưa mở / refused", "overruled": "cán bộ cho mở / overruled"}


def _print_openings(data_folder: Path, day: date) -> None:
    """On what ground the point was opened, and whether anybody has changed that paper since."""
    from kiosk.base.messages.system_errors import explained
    from kiosk.papers.keys.key_files import KeyUnusable
    from kiosk.point.staff.opening_record import OpeningRecord, records_on

    try:
        for name, record in records_on(data_folder, day):
            if isinstance(record, OpeningRecord):
                line = f"{record.staff} · {VERDICTS[record.verdict]} · chữ ký đúng / signed"
            else:
                line = f"{record.vi} / {record}"
            typer.echo(f"Biên bản mở điểm / opening record: {OPENING_CHECKS}/{name} · {line}")
    except (OSError, KeyUnusable) as failure:
        vi, en = explained(failure)
        typer.echo(
            f"Không xem được biên bản mở điểm: {vi}.\nThe opening records cannot be read: {en}.", err=True
        )


def _write(out: Path, day: date, visits: tuple[SessionSummary, ...], own: tuple[Event, ...]) -> None:
    from kiosk.desk.commands.papers import write
    from kiosk.log.figures.sheet import as_csv, as_xlsx

    write(out, as_csv(visits) if out.suffix == ".csv" else as_xlsx(day, visits, own))
    typer.echo(f"{out}: {len(visits)} lượt / visits")
