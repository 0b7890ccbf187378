"""`kiosk ward settle`: alarms that were looked into, figures that will never come."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from kiosk.commands.keys import refuse
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.commands.ward_ledger import LedgerUrl, opened
from kiosk.messages.visible import visible


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
            "Có số hoặc tên không ứng với cảnh báo nào còn mở: xem ./script/run ward gaps. / "
            "Some number or name is of no open alarm: see ./script/run ward gaps.",
            err=True,
        )
        raise typer.Exit(1)
