"""`kiosk export`: pack what is closed, and send it or copy it to a stick."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.identity import kiosk_id
from kiosk.base.files.media import device_of, is_own_disk
from kiosk.base.messages.counted import counted
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.chosen import choose, print_problems
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refusing

if TYPE_CHECKING:
    from kiosk.papers.export.delivery import Delivered
    from kiosk.papers.export.exporter import Progress
    from kiosk.papers.export.job import Outcome

WAIT_S = 120.0  # for the running kiosk, should it be exporting just now


def export(
    now: Annotated[
        bool,
        typer.Option(
            "--now", help="Gửi cả khi lượt gửi tối nay đã xong. Also when tonight's export is done already."
        ),
    ] = False,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="DIR",
            help="Chép ra USB hoặc thư mục này, không gửi qua mạng. Copy to this folder or stick instead.",
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Gửi lại cả gói phường đã nhận: phường mất sổ nhận. "
            "Also what is acknowledged: the ward has lost its ledger.",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Gửi số liệu cho phường. Sends the ward everything that is closed and not yet sent."""
    from kiosk.base.files.own_files import keep_private
    from kiosk.base.hours.clock import SystemClock
    from kiosk.papers.export.exporter import ExportBusy
    from kiosk.papers.export.job import ExportJob, ExportRequest

    logging.getLogger("kiosk.papers.export").addHandler(
        logging.NullHandler()
    )  # what it warns of is printed below
    chosen = choose(config, data)
    print_problems(chosen)
    keep_private(chosen.data_folder)
    if to is not None and not to.is_dir():
        refuse(
            f"Không thấy thư mục {to}: đã cắm USB chưa? / There is no folder {to}: is the stick plugged in?"
        )
    device = device_of(to) if to is not None else None
    job = ExportJob(chosen.data_folder, kiosk_id(chosen.data_folder), chosen.config.export)
    request = ExportRequest(now or again or to is not None, to, again, WAIT_S)
    with refusing():
        try:
            outcome = job.run(SystemClock().now, request, _show)
        except ExportBusy:
            refuse(
                "Ki-ốt đang tự gửi số liệu: chờ vài phút. / "
                "The kiosk is exporting by itself: wait some minutes."
            )
    if outcome is None:
        typer.echo(
            "Lượt gửi tối nay đã xong. Muốn gửi nữa thì thêm --now. / Tonight's export is done; again: --now."
        )
        return
    if to is not None and device_of(to) != device:
        refuse(
            "USB đã bị rút ra trong lúc chép: cắm lại rồi chạy lại lệnh này. / "
            "The stick was pulled out while it was written: plug it in and run this again."
        )
    typer.echo(f"Gói mới / new bundles: {outcome.packed}")
    if outcome.papers:
        typer.echo(f"Giấy mới của phường / new papers of the ward: {outcome.papers}")
    if outcome.content:
        typer.echo("Gói nội dung mới đã về, máy dùng khi vắng khách / new content has come: used when idle")
    _print_outcome(outcome, to, is_stick=to is not None and not is_own_disk(to, chosen.data_folder))


def _print_outcome(outcome: Outcome, to: Path | None, *, is_stick: bool) -> None:
    for delivered in outcome.delivered:
        _print_way(delivered, to, is_stick=is_stick)
    if not outcome.delivered and outcome.waiting:
        typer.echo(
            "Chưa có nơi gửi: ghi url trong mục [export], hoặc chép ra USB bằng --to. / "
            "Nowhere to send to: write url into [export], or copy to a stick with --to."
        )
    typer.echo(f"Chờ phường xác nhận / waiting for the ward's word: {outcome.waiting}")
    if not outcome.is_well:
        raise typer.Exit(1)


def _print_way(delivered: Delivered, to: Path | None, *, is_stick: bool) -> None:
    if delivered.acknowledged:
        typer.echo(f"Phường đã nhận / acknowledged by the ward: {delivered.acknowledged}")
    if delivered.refused:
        vi, en = refusal_words(delivered.refusal)
        typer.echo(
            f"Phường không nhận {delivered.refused} gói: {vi}\n"
            f"Refused by the ward: {delivered.refused}: {en}",
            err=True,
        )
    if delivered.failed:
        vi, en = (visible(words) for words in delivered.why)
        typer.echo(
            f"Chưa gửi được đến {visible(to or 'phường')}: {vi}.\n"
            f"Not reached: {visible(to or 'the ward')}: {en}.",
            err=True,
        )
    elif to is not None and not is_stick:
        where = visible(to)
        typer.echo(
            f"Đã chép và đọc lại đúng {delivered.left} gói vào {where}. Thư mục này nằm trên máy này hoặc "
            "trên mạng, KHÔNG phải USB. Nếu định chép ra USB: cắm lại USB rồi chạy lại lệnh này.\n"
            f"{counted(delivered.left, 'bundle')} copied into {where} and read back the same. That "
            "folder is this "
            "machine's own or on the network, NO stick: if one was meant, plug it in and run this again."
        )
    elif to is not None:
        typer.echo(
            f"Đã chép và đọc lại đúng {delivered.left} gói. Rút USB được rồi. / "
            f"{counted(delivered.left, 'bundle')} copied and read back the same. The stick may be pulled out."
        )


def refusal_words(word: str) -> tuple[str, str]:
    """A later version of the ward's program may know more of them."""
    from kiosk.ward.refusals import SENTENCES

    return next(
        (sentence for reason, sentence in SENTENCES.items() if reason == word), (visible(word), visible(word))
    )


def _show(progress: Progress) -> None:
    if not progress.whole:
        return
    line = f"Đóng gói / packing: {progress.done} / {progress.whole} dòng / events"
    if sys.stderr.isatty():
        end = "\n" if progress.done == progress.whole else ""
        print(f"\r{line}", end=end, file=sys.stderr, flush=True)
    else:
        print(line, file=sys.stderr)
