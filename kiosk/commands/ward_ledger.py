"""`kiosk ward ingest | gaps`: what kiosks have sent, taken in and looked at."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.keys import refuse, refuse_after
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.files.paths import ward_folder
from kiosk.hours.opening import HANOI
from kiosk.messages.visible import visible

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority
    from kiosk.ward.folders import TakenFile
    from kiosk.ward.kiosk_names import KioskNames
    from kiosk.ward.ledger import Ledger
    from kiosk.ward.status import KioskStatus

LedgerUrl = Annotated[
    str, typer.Option("--ledger", metavar="URL", help="postgresql://…; without: what this ward has chosen.")
]


def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Bundles, or folders that hold them.")],
    vouched: Annotated[
        bool,
        typer.Option("--vouched", help="You know that they were made before their kiosk was withdrawn."),
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận các gói từ USB hoặc thư mục. Takes in what kiosks have sent, from a stick or a folder."""
    from kiosk.ward.folders import Unreadable, bundle_files, take_files
    from kiosk.ward.ingest import Ingest, Refused
    from kiosk.ward.keyring import keyring
    from kiosk.ward.papers import papers
    from kiosk.ward.rollup import catch_up
    from kiosk.ward.tickets import AnswersUnusable

    for path in paths:
        if not path.exists():
            refuse(f"Không thấy {visible(path)}. / There is no {visible(path)}.")
    try:
        files = bundle_files(paths)
    except OSError as failure:
        refuse_after(failure, "Không đọc được", "This cannot be read")
    if not files:
        where = ", ".join(map(visible, paths))
        typer.echo(f"Không có gói nào ở {where}: chưa nhận gì. / No bundle there: nothing was taken in.")
    with opened(config, data, ledger) as (ward, book):
        work = Ingest(ward.folder, book, lambda: keyring(ward.folder, vouched=vouched), time.time)
        failed = 0
        try:
            back = papers(ward)
        except AnswersUnusable as failure:
            refuse_after(failure, "Không đọc được các trả lời", "The answers cannot be read")
        for taken in take_files(files, work, ward.acknowledge, back):
            _tell(taken)
            failed += isinstance(taken.outcome, Refused | Unreadable)
        catch_up(book)
    if failed:
        raise typer.Exit(1)


def gaps(
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Còn thiếu gì. What is missing: gaps, silent kiosks, what is kept aside, alarms. Exit 1 for any."""
    from kiosk.ward.alarms import MORE, is_full
    from kiosk.ward.giving_up import lost_name
    from kiosk.ward.keyring import keyring
    from kiosk.ward.kiosk_names import kiosk_name
    from kiosk.ward.quarantine import quarantined
    from kiosk.ward.refusals import SENTENCES
    from kiosk.ward.status import open_alarms, statuses
    from kiosk.ward.status_page import who_of

    with opened(config, data, ledger) as (ward, book), book.look() as connection:
        found = statuses(connection, ward.kiosks, ward.withdrawn)
        alarms = open_alarms(connection)
        held = quarantined(connection, ward.folder, keyring(ward.folder))
    full, places = is_full(ward.folder), {one.kiosk: one.place for one in found}
    now_s = time.time()
    for one in found:
        typer.echo(_line(one, now_s))
        for gap in one.gaps:
            typer.echo(f"  thiếu / missing: {gap.first}–{gap.last} ({gap.epoch[:8]})  {lost_name(one, gap)}")
        for month in one.late_months(now_s):
            typer.echo(f"  chưa có số theo tháng / no figures by month: {month}  {one.kiosk}/{month}")
        for gap in one.lost:
            typer.echo(f"  đã ghi là mất hẳn / lost for good: {gap.first}–{gap.last} ({gap.epoch[:8]})")
    for aside in held:
        numbers = ", ".join(f"{first}–{last}" for first, last in aside.ranges)
        who = kiosk_name(aside.kiosk, places.get(aside.kiosk, ""))
        typer.echo(
            f"{who}  để riêng, không tính / kept aside, not counted: "
            f"{aside.events} ({numbers}, {aside.epoch[:8]})"
        )
    for alarm in alarms:
        vi, en = SENTENCES[alarm.what]
        numbers = f" {alarm.first}–{alarm.last}" if alarm.first else ""
        who = f"{who_of(alarm, places)}{numbers}"
        if alarm.kept == MORE:
            more = f"và {alarm.last} việc cũ hơn cùng loại / and {alarm.last} older ones of that kind"
            typer.echo(f"! {alarm.no}: {who}: {more}: {vi} / {en}  [{alarm.what}]")
            continue
        typer.echo(f"! {alarm.no}: {who}: {vi} / {en}  [{alarm.what}] {alarm.kept[:16]}".rstrip())
    if len(alarms) > 1:
        typer.echo(
            f"Xem xong tất cả / all of these looked at: ward settle --up-to {max(one.no for one in alarms)}"
            "  (--kind, --kiosk: chỉ một loại, một máy / only one kind, one kiosk)"
        )
    if full:
        typer.echo("! Thư mục aside đã đầy: xem các cảnh báo và settle. / aside is full: look, then settle.")
    ill = any(one.gaps or one.late_months(now_s) or one.is_silent(now_s) for one in found)
    if full or alarms or held or ill:
        raise typer.Exit(1)


def settle(
    numbers: Annotated[
        list[int] | None, typer.Argument(metavar="NUMBER…", help="As ./script/run ward gaps shows them.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="KIND", help="All of that kind, as in brackets behind each."),
    ] = None,
    kiosk: Annotated[
        list[str] | None, typer.Option("--kiosk", metavar="KIOSK", help="All of that kiosk.")
    ] = None,
    up_to: Annotated[
        int,
        typer.Option("--up-to", min=0, metavar="NUMBER", help="All up to that number, of those asked for."),
    ] = 0,
    lost: Annotated[
        list[str] | None,
        typer.Option("--lost", metavar="KIOSK/EPOCH/10-50", help="Will never come; as gaps shows it."),
    ] = None,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Đã xem xong các cảnh báo này, hoặc số liệu này mất hẳn. Alarms looked into; figures lost for good."""
    from kiosk.ward.alarms import settle_alarms
    from kiosk.ward.giving_up import NothingMissing, give_up_what
    from kiosk.ward.refusals import SENTENCES

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
            "Có số không phải của cảnh báo nào còn mở: xem ward gaps. / "
            "Some number is of no open alarm: see ./script/run ward gaps.",
            err=True,
        )
        raise typer.Exit(1)


def valid_through(book: Ledger, kiosk: str, through: int | None, *, insist: bool = False) -> dict[str, int]:
    """What of a withdrawn kiosk counts: all that has come, or up to number *through* of its last epoch.

    Ends the command where nothing up to that number has come, unless the officer insists.
    """
    from kiosk.ward.status import statuses

    with book.look() as connection:
        newest = next((dict(one.newest) for one in statuses(connection, ()) if one.kiosk == kiosk), {})
    if through is not None and not newest:
        refuse("Chưa nhận gì của ki-ốt này: bỏ --through. / Nothing has come from it: leave --through out.")
    if through is not None:
        epoch, last = list(newest.items())[-1]
        if through > last and not insist:
            refuse(
                f"Số cao nhất đã nhận của ki-ốt này là {last}, --through là {through}: sau {last} ai cầm máy "
                f"cũng ghi thêm được. Sửa số; nếu đúng là còn gói chưa đến, thêm --not-received.\n"
                f"The highest number received is {last}, --through says {through}: whoever has the kiosk "
                "could add what follows. Correct it; if bundles are still on their way, add --not-received."
            )
        newest[epoch] = through
    return newest


def names_known(config: Path | None, data: Path | None, url: str = "") -> KioskNames:
    """How each kiosk is called; by its id alone where the ledger cannot be asked just now."""
    from kiosk.ward.kiosk_names import kiosk_name, kiosk_names
    from kiosk.ward.ledger import LedgerTrouble, open_ledger

    try:
        book = open_ledger(ward_folder(choose(config, data).data_folder), url)
        try:
            with book.look() as connection:
                return kiosk_names(connection)
        finally:
            book.close()
    except (LedgerTrouble, OSError):
        return lambda kiosk: kiosk_name(kiosk, "")


@contextmanager
def opened(config: Path | None, data: Path | None, url: str) -> Iterator[tuple[Authority, Ledger]]:
    """The ward and its ledger. Ends the command where one of them cannot be used."""
    from kiosk.keys.key_files import KeyUnusable
    from kiosk.ward.authority import WardUnready, open_authority
    from kiosk.ward.ledger import LedgerTrouble, open_ledger

    folder = ward_folder(choose(config, data).data_folder)
    try:
        ward = open_authority(folder)
        book = open_ledger(folder, url)
        try:
            yield ward, book
        finally:
            book.close()
    except WardUnready as unready:
        refuse(f"{unready.vi}\n{unready.en}")
    except LedgerTrouble as trouble:
        refuse_after(trouble, "Không mở được sổ nhận", "The ledger cannot be used")
    except (KeyUnusable, OSError) as failure:
        refuse_after(failure)


def _tell(taken: TakenFile) -> None:
    from kiosk.ward.folders import Unreadable
    from kiosk.ward.ingest import Stored
    from kiosk.ward.refusals import SENTENCES

    name = visible(taken.file.name)
    match taken.outcome:
        case Stored(added=None):
            typer.echo(f"{name}: đã có / known")
        case Stored(added=added):
            typer.echo(f"{name}: +{added}")
        case Unreadable(why):
            vi, en = visible(why.vi), visible(why.en)
            typer.echo(f"{name}: không đọc được: {vi}.\n{name}: cannot be read: {en}.", err=True)
        case refused:
            vi, en = SENTENCES[refused.why]
            typer.echo(f"{name}: {vi} / {en}", err=True)
    if taken.unanswered:
        vi, en = taken.unanswered
        typer.echo(f"  không ghi được giấy báo: {vi}.\n  no answer was written: {en}.", err=True)


def _line(one: KioskStatus, now_s: float) -> str:
    from kiosk.ward.kiosk_names import kiosk_name

    until = f"{datetime.fromtimestamp(one.until_s, HANOI):%d/%m/%Y}" if one.until_s is not None else "–"
    silent = "  im lặng / silent" if one.is_silent(now_s) else ""
    gone = "  thu hồi / withdrawn" if one.withdrawn else ""
    return (
        f"{kiosk_name(one.kiosk, one.place)}  số liệu đến / figures until {until}  {one.events}{silent}{gone}"
    )
