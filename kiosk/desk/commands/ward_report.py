"""`kiosk ward report`: what was done in a period, as a paper, a spreadsheet, a page or data."""

from __future__ import annotations

import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.guide.words import Language
from kiosk.base.hours.opening import HANOI
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.grouped import grouped
from kiosk.desk.commands.papers import write
from kiosk.desk.commands.place import ConfigFile, DataFolder, PlaceOptions
from kiosk.desk.commands.refusals import refuse
from kiosk.desk.commands.report_options import PaperOptions, wanted, warn_where_not_whole
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened

if TYPE_CHECKING:
    from flows.shelf.due import Due
    from kiosk.papers.roster.plan import WeekPlan
    from kiosk.ward.days import Period
    from kiosk.ward.report.model import Report
    from kiosk.ward.report.settings import ReportSettings
    from kiosk.ward.report.sources import Sources

REPORT_FORM = "report.docx"
"""The ward's own Word form, in its folder."""
OF_PLACES = (
    "Báo cáo của một nơi chỉ để phường dùng, không phát hành: báo cáo cả phường trừ nó ra có thể lộ số nhỏ.\n"
    "A report of some places is for the ward's own use and is not issued: the ward's less it may tell small "
    "numbers."
)
PREVIEW = (
    "Đây là bản xem trước, phường chưa phát hành: đừng gửi đi. Số liệu đã đủ thì thêm --issue.\n"
    "This is a preview, not issued yet: do not hand it out. When the figures are whole, add --issue."
)
ONLY_TO_SEE = (
    "Báo cáo này chỉ để phường xem, không phát hành được: đem báo cáo đã phát hành trừ ra có thể lộ số nhỏ.\n"
    "This report is for the ward to see and cannot be issued: less those issued before, it may tell small "
    "numbers."
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
    issue: Annotated[
        bool,
        typer.Option(
            "--issue",
            help="Phát hành: từ nay báo cáo này không đổi, báo cáo sau giấu số theo nó. "
            "Issue it: it never changes again, and later reports hide their numbers by it.",
        ),
    ] = False,
    ledger: LedgerUrl = "",
    *,
    options: PlaceOptions,
) -> None:
    """Báo cáo của một kỳ. The report of a period, from what kiosks have sent."""
    asked, places = wanted(paper), tuple(dict.fromkeys(place or ()))
    if places and issue:
        refuse(OF_PLACES)
    data = choose(options.config, options.data).data_folder
    asked.deliver(_made(asked.period, paper.lang, places, ledger, options, issue=issue), data / REPORT_FORM)


def report_form(
    out: Annotated[Path, typer.Option("--out", metavar="FILE.docx", help="Ghi ra tệp nào. Into which file.")],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Mẫu Word của báo cáo, để phường sửa. The report's Word form, for the ward to change.

    Sửa xong đặt vào thư mục của phường, tên report.docx. Put it back into the ward's folder as report.docx.
    """
    from kiosk.ward.report.form import default_form

    write(out, default_form())
    typer.echo(f"{out}")


def _made(
    period: Period, lang: Language, places: tuple[str, ...], url: str, place: PlaceOptions, *, issue: bool
) -> Report:
    from kiosk.desk.commands.guide_names import names
    from kiosk.papers.roster.expected import points_of
    from kiosk.ward.report import register
    from kiosk.ward.report.build import build
    from kiosk.ward.report.composer import ReportRequest
    from kiosk.ward.report.earlier import Earlier, earlier
    from kiosk.ward.report.of_places import kept_back
    from kiosk.ward.report.published import published
    from kiosk.ward.report.sources import read_sources
    from kiosk.ward.rollup import catch_up
    from kiosk.ward.totals import places_named, totals

    now_s = time.time()
    made = datetime.fromtimestamp(now_s, HANOI).date()
    chosen = choose(place.config, place.data)
    folder, teams = chosen.data_folder, chosen.config.ward.teams
    settings = _settings(folder)
    with opened(place.config, place.data, url) as (ward, book):
        catch_up(book, _show)
        with book.read() as connection:
            pages = {} if places else register.pages(connection, period)
            if pages:
                _say_issued(min(page.made for page in pages.values()))
            if lang in pages:
                return pages[lang]
            issued = register.issued(connection)
            sources = read_sources(connection, ward, period, now_s)
            then = Earlier()
            if places:
                named = places_named(connection, period)
                for strange in sorted({*places} - named):
                    listed = ", ".join(sorted(named)) or "–"
                    refuse(f"Không ki-ốt nào ở “{strange}”. Đã biết / no kiosk was there; known: {listed}")
                of_period = totals(connection, period, places)
                shown = published(of_period, kept_back(of_period, totals(connection, period)))
            else:
                shown = register.shown(connection, period, issued)
                then = earlier(period, issued, lambda days: not totals(connection, days).all)
        asked = ReportRequest(
            ward.name, lang, made, places, _plan(folder, period), points_of(ward.name), teams, _due(made),
            settings,
        )  # fmt: skip
        report = build(asked, shown.totals, sources, names(), shown=shown, earlier=then)
        if issue:
            _refuse_unless_whole(sources, made)
            if not shown.proven:
                refuse(ONLY_TO_SEE)
            with book.change(register.REGISTER) as connection:
                if register.issued(connection) != issued:
                    refuse("Vừa có báo cáo khác phát hành: làm lại. / Another was just issued: try again.")
                register.issue(connection, report, shown, int(now_s))
            return report
    warn_where_not_whole(sources, made)
    if not pages:
        typer.echo(OF_PLACES if places else PREVIEW if shown.proven else ONLY_TO_SEE, err=True)
    return report


def _say_issued(made: date) -> None:
    said = f"{made:%d/%m/%Y}"
    typer.echo(
        f"Báo cáo này đã phát hành ngày {said}: số nào cũng như bản ấy, có thêm số liệu cũng không đổi.\n"
        f"This report was issued on {said}: its numbers are those of that day, whatever has come since.",
        err=True,
    )


def _refuse_unless_whole(sources: Sources, made: date) -> None:
    if sources.period.last >= made:
        refuse("Kỳ này chưa hết: chưa phát hành được. / The period is not over: nothing was issued.")
    if not sources.kiosks or not sources.are_whole:
        refuse(
            "Số liệu của kỳ này CHƯA ĐỦ: chưa phát hành. Xem ward gaps; nhận nốt, hoặc ghi phần sẽ không đến "
            "bằng ward settle --lost, rồi làm lại.\n"
            "The figures of the period are NOT WHOLE: nothing was issued. See ward gaps; take in the rest, "
            "or say with ward settle --lost what will not come, and try again."
        )


def _settings(folder: Path) -> ReportSettings:
    from kiosk.ward.report.settings import SettingsWrong, read_settings

    try:
        return read_settings(folder)
    except SettingsWrong as wrong:
        vi = "\n".join(f"  - {fault}" for fault, _ in wrong.faults)
        en = "\n".join(f"  - {fault}" for _, fault in wrong.faults)
        refuse(
            f"Chưa lập được báo cáo: {wrong.file} có chỗ sai:\n{vi}\nNo report was made; in that file:\n{en}"
        )


def _due(made: date) -> tuple[Due, ...]:
    """As the guides of this program stand on that day."""
    from flows.shelf.due import due
    from kiosk.desk.commands.guides import written_guides

    return due((flow for library in written_guides() for flow in library.written.values()), made)


def _plan(folder: Path, period: Period) -> WeekPlan | None:
    """The roster of the week in which the period ends; one that cannot be read is none."""
    from kiosk.papers.roster.store import RosterUnusable, read_weeks

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
