"""`kiosk city report | load`: what wards have archived, added up."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.database_errors import reason_of_database
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.grouped import grouped
from kiosk.desk.commands.place import ConfigFile, DataFolder, PlaceOptions
from kiosk.desk.commands.refusals import refuse, refuse_unless
from kiosk.desk.commands.report_options import PaperOptions, wanted, warn_where_not_whole

if TYPE_CHECKING:
    from kiosk.ward.city.totals import CityTotals
    from kiosk.ward.days import Period

city = typer.Typer(help="Phía thành phố. The city's side.", no_args_is_help=True)


@city.command("report")
@grouped
def report(
    archive: Annotated[
        str,
        typer.Argument(
            metavar="ARCHIVE",
            help="Thư mục kho, hoặc postgresql://… đã nạp vào. "
            "The folder, or postgresql://… it was loaded into.",
        ),
    ],
    paper: PaperOptions,
    ward: Annotated[
        list[str] | None,
        typer.Option(
            "--ward",
            metavar="NAME",
            help="Chỉ phường này; ghi nhiều lần được. Only this ward; may be said again.",
        ),
    ] = None,
    name: Annotated[
        str, typer.Option("--city", metavar="NAME", help="Báo cáo của thành phố nào. Whose report it is.")
    ] = ("Thành phố Hà Nội"),
    engine: Annotated[
        str,
        typer.Option(
            "--engine",
            metavar="URL",
            help="spark://máy:7077; không ghi: chạy trên máy này. "
            "spark://host:7077; without: on this machine.",
        ),
    ] = "",
    *,
    place: PlaceOptions,
) -> None:
    """Báo cáo của nhiều phường, xã. The same report of many wards, from what they have archived."""
    refuse_unless("city", name, "--city")
    asked = wanted(paper)
    with _explained():
        from kiosk.desk.commands.guide_names import names
        from kiosk.ward.city.report import city_report
        from kiosk.ward.report.composer import ReportRequest

        now_s = time.time()
        totals = _city_totals(archive, engine, asked.period, now_s, tuple(dict.fromkeys(ward or ())))
        made = datetime.fromtimestamp(now_s, HANOI).date()
        request = ReportRequest(name, paper.lang, made, tuple(totals.wards) if ward else ())
        city_paper = city_report(request, totals, names())
    warn_where_not_whole(totals.sources, made)
    asked.deliver(city_paper)


@city.command("load")
def load(
    archive: Annotated[Path, typer.Argument(metavar="DIR", help="Thư mục kho. The folder.")],
    into: Annotated[str, typer.Option("--into", metavar="URL", help="postgresql://…")],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nạp kho số liệu vào PostgreSQL. Brings an archive into PostgreSQL; again: only what is new."""
    with _explained():
        from psycopg import Error

        from kiosk.ward.city.load import load as bring

        new = same = 0
        try:
            for file in bring(archive, into):
                new, same = new + file.changed, same + (not file.changed)
        except (Error, OSError) as failure:
            why = reason_of_database(failure)
            refuse(f"Không nạp được: {visible(why.vi)}.\nThis did not work: {visible(why.en)}")
    if not new + same:
        refuse(f"{archive} không phải là kho số liệu. / {archive} is not an archive.")
    typer.echo(f"Đã nạp / loaded: {new}. Không đổi / unchanged: {same}.")


def _city_totals(
    archive: str, engine: str, period: Period, now_s: float, wards: tuple[str, ...]
) -> CityTotals:
    from kiosk.ward.archive import ward_id
    from kiosk.ward.city.engines import open_archive
    from kiosk.ward.city.totals import city_totals

    with open_archive(archive, engine) as opened:
        totals = city_totals(opened, period, now_s, [ward_id(name) for name in wards])
    there = {ward_id(name) for name in totals.wards}
    for name in wards:
        if ward_id(name) not in there:
            refuse(f"Kho không có số liệu của {name} trong kỳ. / No figures of {name} in this period.")
    return totals


@contextmanager
def _explained() -> Iterator[None]:
    """What cannot be done, said in a sentence."""
    try:
        from kiosk.ward.city.engines import ArchiveUnusable
    except ModuleNotFoundError as missing:
        refuse_without(missing)
    try:
        yield
    except ArchiveUnusable as unusable:
        refuse(f"{visible(unusable.vi)}\n{visible(unusable.en)}")
    except ModuleNotFoundError as missing:
        refuse_without(missing)


def refuse_without(missing: ModuleNotFoundError) -> NoReturn:
    """These libraries are large, and no kiosk needs them."""
    refuse(
        f"Thiếu thư viện {missing.name}. Cài bằng: .venv/bin/pip install -e '.[city]'\n"
        f"The library {missing.name} is missing. Install it: .venv/bin/pip install -e '.[city]'"
    )
