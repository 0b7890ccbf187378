"""`kiosk roster`: the ward's plan of the week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.config.sections import place_id
from kiosk.base.hours.clock import SystemClock
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json
from kiosk.desk.commands.refusals import refusing
from kiosk.papers.roster.expected import expected_by, expected_places
from kiosk.papers.roster.lines import people_line, place_lines
from kiosk.papers.roster.problems import day_and_year, said_once

if TYPE_CHECKING:
    from kiosk.base.config.sections import Config
    from kiosk.papers.roster.check import Checked
    from kiosk.papers.roster.plan import WeekPlan
    from kiosk.papers.roster.store import Weeks

MOST_DOUBTS = 4
roster = typer.Typer(help="Bảng trực của tuần. The week's roster.", no_args_is_help=True)
RosterFile = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        help="Bảng trực: TOML, hoặc CSV từ bảng tính. A roster: TOML, or CSV from a spreadsheet.",
    ),
]


@roster.command("check")
def check(
    file: RosterFile, as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None
) -> None:
    """Xem bảng trực có chỗ nào sai; không đổi gì. Names every fault of a roster; changes nothing."""
    from kiosk.papers.roster.read import read_roster

    chosen = choose(config, data)
    staff = _staff(chosen.data_folder)
    if not staff:
        typer.echo("Máy này chưa có ai trong danh sách: chỉ so mã người trực với bảng.", err=True)
        typer.echo(
            "Nobody is in this kiosk's register: ids were compared with the lists of the roster.", err=True
        )
    checked = read_roster(file, staff or None, place_id(chosen.config), expected_by(chosen.config, _today()))
    _print_checked(checked, chosen.config, as_json=as_json)
    raise typer.Exit(0 if checked.plan else 1)


@roster.command("import")
def import_(file: RosterFile, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Đưa bảng trực của một tuần vào máy này. Takes a week's roster in; one with faults changes nothing."""
    from kiosk.papers.roster.read import read_roster
    from kiosk.papers.roster.store import write_weeks

    chosen = choose(config, data)
    folder = chosen.data_folder
    checked = read_roster(file, _staff(folder), place_id(chosen.config), expected_by(chosen.config, _today()))
    _print_checked(checked, chosen.config, as_json=False)
    if checked.plan is None:
        typer.echo("Chưa đổi gì trong máy. Nothing was changed.", err=True)
        raise typer.Exit(1)
    weeks = _weeks(folder).taken_in(checked.plan, _today())
    with refusing("Không ghi được vào máy; chưa có gì bị đổi", "Nothing was changed"):
        write_weeks(folder, weeks)
    monday = day_and_year(checked.plan.monday)
    typer.echo(f"Đã ghi tuần từ thứ Hai {monday}. The week is here now: {visible(folder)}")


@roster.command("show")
def show(as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Tuần này ai trực ở đâu. Who is where this week."""
    chosen = choose(config, data)
    plan = _weeks(chosen.data_folder).of(_today())
    if plan is None:
        typer.echo(
            "Chưa có bảng trực cho tuần này. No roster for this week: ./script/run roster import FILE",
            err=True,
        )
        raise typer.Exit(1)
    if as_json:
        rows = [
            {"place": place.id, "day": shift.day.isoformat(), "hours": str(shift.hours), "staff": shift.staff}
            for place in plan.places
            for shift in place.shifts
        ]
        print_json(rows)
        return
    for place in plan.places:
        for line in place_lines(place):
            typer.echo(line)
    for line in _people(plan, chosen.config):
        typer.echo(line)


def _staff(data_folder: Path) -> Mapping[str, bool]:
    from kiosk.point.staff.register import StaffRegister

    vi = "Không đọc được danh sách người hỗ trợ; chưa có gì bị đổi"
    with refusing(vi, "The register of staff cannot be read; nothing was changed"):
        return {member.id: member.active for member in StaffRegister(data_folder, SystemClock()).members()}


def _weeks(data_folder: Path) -> Weeks:
    from kiosk.papers.roster.store import RosterUnusable, Weeks, read_weeks

    try:
        return read_weeks(data_folder)
    except RosterUnusable as failure:  # what is imported now takes its place
        typer.echo(
            f"Không dùng được bảng trực cũ trong máy: {failure.vi}.\n"
            f"The old roster in this kiosk cannot be used: {failure.en}.",
            err=True,
        )
        return Weeks()


def _people(plan: WeekPlan, config: Config) -> Iterator[str]:
    return people_line(plan, expected_places(config), config.ward.teams)


def _print_checked(checked: Checked, config: Config, *, as_json: bool) -> None:
    if as_json:
        rows = [remark.as_json() for remark in (*checked.problems, *checked.doubts)]
        print_json(rows)
        return
    for vi, en in said_once(checked.problems):
        typer.echo(f"{vi}\n{en}")
    for vi, en in said_once(checked.doubts, MOST_DOUBTS):
        typer.echo(f"Xin xem lại: {vi}\nPlease look again: {en}")
    if checked.plan:
        for line in _people(checked.plan, config):
            typer.echo(line)


def _today() -> date:
    return datetime.now(HANOI).date()
