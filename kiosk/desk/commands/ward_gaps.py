"""`kiosk ward gaps`: what has not come, and what an officer has to look at.

`kiosk ward settle`: alarms that were looked into, figures that will never come.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened

if TYPE_CHECKING:
    from kiosk.ward.days import Period
    from kiosk.ward.report.sources import Sources
    from kiosk.ward.status import Alarm, KioskStatus


def gaps(
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Còn thiếu gì. What is missing: gaps, silent kiosks, what is kept aside, alarms. Exit 1 for any."""
    from kiosk.ward.alarms import is_full
    from kiosk.ward.kiosk_names import kiosk_name
    from kiosk.ward.quarantine import quarantined
    from kiosk.ward.receive import keyring
    from kiosk.ward.report.sources import read_sources
    from kiosk.ward.status import by_place, open_alarms, statuses

    with opened(config, data, ledger) as (ward, book), book.read() as connection:
        kiosks = by_place(statuses(connection, ward.kiosks, ward.withdrawn), ward.places)
        now_s = time.time()
        month = read_sources(connection, ward, _month_before(now_s), now_s)
        alarms = open_alarms(connection)
        held = quarantined(connection, ward.folder, keyring(ward.folder))
    full, places = is_full(ward.folder), {status.kiosk: status.place for status in kiosks}
    for status in kiosks:
        _print_kiosk(status, now_s)
    typer.echo(_report_line(month))
    for aside in held:
        numbers = ", ".join(f"{first}–{last}" for first, last in aside.ranges)
        who = kiosk_name(aside.kiosk, places.get(aside.kiosk, ""))
        typer.echo(
            f"{who}  để riêng, không tính / kept aside, not counted: "
            f"{aside.events} ({numbers}, {aside.epoch[:8]})"
        )
    for alarm in alarms:
        typer.echo(_alarm_line(alarm, places))
    if len(alarms) > 1:
        last = max(alarm.no for alarm in alarms)
        typer.echo(
            f"Xem xong tất cả / all of these looked at: ./script/run ward settle --up-to {last}"
            "  (--kind, --kiosk: chỉ một loại, một máy / only one kind, one kiosk)"
        )
    if full:
        typer.echo(
            "! Thư mục aside đã đầy: xem các cảnh báo, xong thì chạy ./script/run ward settle. / "
            "The folder aside is full: look at the alarms, then settle them."
        )
    ill = any(status.gaps or status.late_months(now_s) or status.is_silent(now_s) for status in kiosks)
    late = bool(month.kiosks) and not month.are_whole
    if full or alarms or held or ill or late:
        raise typer.Exit(1)


def _print_kiosk(one: KioskStatus, now_s: float) -> None:
    from kiosk.ward.status import lost_name

    typer.echo(_kiosk_line(one, now_s))
    for gap in one.gaps:
        typer.echo(f"  thiếu / missing: {gap.first}–{gap.last} ({gap.epoch[:8]})  {lost_name(one, gap)}")
    for month in one.late_months(now_s):
        typer.echo(f"  chưa có số theo tháng / no figures by month: {month}  {one.kiosk}/{month}")
    for gap in one.lost:
        typer.echo(f"  đã ghi là mất hẳn / lost for good: {gap.first}–{gap.last} ({gap.epoch[:8]})")


def _month_before(now_s: float) -> Period:
    from kiosk.ward.days import Period

    last = datetime.fromtimestamp(now_s, HANOI).date().replace(day=1) - timedelta(days=1)
    return Period(last.replace(day=1), last)


def _report_line(month: Sources) -> str:
    """Whether the report of the month that is over would be whole: the same word as there."""
    from kiosk.ward.kiosk_names import kiosk_name

    name = f"{month.period.first:%m/%Y}"
    if month.are_whole and month.kiosks:
        return f"Báo cáo tháng {name}: ĐỦ số liệu. / The report of {name}: WHOLE."
    waited = [one for one in month.kiosks if month.state_of(one) not in ("whole", "withdrawn")]
    listed = ", ".join(kiosk_name(one.kiosk, one.place) for one in waited)
    return f"Báo cáo tháng {name}: CHƯA ĐỦ số liệu. / The report of {name}: NOT WHOLE." + (
        f" Còn chờ / waits for: {listed}" if listed else ""
    )


def _alarm_line(alarm: Alarm, places: Mapping[str, str]) -> str:
    from kiosk.ward.alarms import MORE
    from kiosk.ward.refusals import SENTENCES
    from kiosk.ward.status_page import who_of

    vi, en = SENTENCES[alarm.what]
    numbers = f" {alarm.first}–{alarm.last}" if alarm.first else ""
    who = f"{who_of(alarm, places)}{numbers}"
    if alarm.kept == MORE:
        more = f"và {alarm.last} việc cũ hơn cùng loại / and {alarm.last} older ones of that kind"
        return f"! {alarm.no}: {who}: {more}: {vi} / {en}  [{alarm.what}]"
    return f"! {alarm.no}: {who}: {vi} / {en}  [{alarm.what}] {alarm.kept[:16]}".rstrip()


def _kiosk_line(one: KioskStatus, now_s: float) -> str:
    from kiosk.ward.kiosk_names import kiosk_name

    until = f"{datetime.fromtimestamp(one.until_s, HANOI):%d/%m/%Y}" if one.until_s is not None else "–"
    quiet = "im lặng / silent" if one.received_s is not None else "chưa gửi gì / nothing sent yet"
    silent = f"  {quiet}" if one.is_silent(now_s) else ""
    gone = "  thu hồi / withdrawn" if one.withdrawn else ""
    return (
        f"{kiosk_name(one.kiosk, one.place)}  số liệu đến / figures until {until}  "
        f"{one.events} dòng / events{silent}{gone}"
    )


def settle(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(
            metavar="NUMBER…",
            help="Số như ./script/run ward gaps in ra. As ./script/run ward gaps shows them.",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help="Mọi cảnh báo loại ấy, ghi trong ngoặc vuông. All of that kind, as in brackets behind each.",
        ),
    ] = None,
    kiosk: Annotated[
        list[str] | None,
        typer.Option("--kiosk", metavar="KIOSK", help="Mọi cảnh báo của ki-ốt ấy. All of that kiosk."),
    ] = None,
    up_to: Annotated[
        int,
        typer.Option(
            "--up-to",
            min=0,
            metavar="NUMBER",
            help="Mọi cảnh báo đến số ấy. All up to that number, of those asked for.",
        ),
    ] = 0,
    lost: Annotated[
        list[str] | None,
        typer.Option(
            "--lost",
            metavar="KIOSK/EPOCH/10-50",
            help="Không bao giờ đến nữa; tên như ward gaps in ra. Will never come; as gaps shows it.",
        ),
    ] = None,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Đã xem xong các cảnh báo này, hoặc số liệu này mất hẳn. Alarms looked into; figures lost for good."""
    from kiosk.ward.alarms import settle_alarms
    from kiosk.ward.refusals import SENTENCES
    from kiosk.ward.status import NothingMissing, give_up_what

    many = bool(kind or kiosk or up_to)
    if not numbers and not lost and not many:
        refuse(
            "Hãy ghi số của cảnh báo, hoặc --kind, --kiosk, --up-to, --lost. / "
            "Say the number of an alarm, or --kind, --kiosk, --up-to, --lost."
        )
    for strange in sorted(set(kind or ()) - SENTENCES.keys()):
        refuse(f"Không có loại “{visible(strange)}”. / There is no such kind; known: {', '.join(SENTENCES)}")
    now_s = int(time.time())
    with opened(config, data, ledger) as (ward, book), book.change("") as connection:
        settled = settle_alarms(
            connection, numbers or [], now_s, kinds=kind or (), kiosks=kiosk or (), up_to=up_to
        )
        try:
            for one in lost or ():
                give_up_what(connection, ward, one, now_s)
        except NothingMissing as failure:
            refuse(
                f"“{failure}”: không thiếu gì như thế. / Nothing like that is missing: "
                "see ./script/run ward gaps."
            )
    done = settled + len(lost or ())
    typer.echo(f"Đã xong {done} việc. / Settled in all: {done}")
    if (not settled and not lost) if many else settled != len(set(numbers or ())):
        typer.echo(
            "Có số hoặc tên không ứng với cảnh báo nào còn mở: xem ./script/run ward gaps. / "
            "Some number or name is of no open alarm: see ./script/run ward gaps.",
            err=True,
        )
        raise typer.Exit(1)
