"""`kiosk ward ingest`: takes in what kiosks have sent."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.messages.visible import visible
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refusing
from kiosk.desk.commands.ward_ledger import LedgerUrl, opened

if TYPE_CHECKING:
    from kiosk.ward.folders import TakenFile


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH…", help="Các gói, hoặc thư mục (USB) có gói. Bundles, or folders that hold them."
        ),
    ],
    vouched: Annotated[
        bool,
        typer.Option(
            "--vouched",
            help="Phường chắc chắn các gói này có từ trước khi thu hồi ki-ốt. "
            "You know that they were made before their kiosk was withdrawn.",
        ),
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận các gói từ USB hoặc thư mục. Takes in what kiosks have sent, from a stick or a folder."""
    from kiosk.ward.folders import UnreadableFile, bundle_files, take_files
    from kiosk.ward.ingest import Ingest, KeptAside
    from kiosk.ward.receive import keyring
    from kiosk.ward.rollup import catch_up
    from kiosk.ward.tickets import papers

    logging.getLogger("kiosk.ward").addHandler(logging.NullHandler())  # what it warns of is told below
    for path in paths:
        if not path.exists():
            refuse(f"Không thấy {visible(path)}. / There is no {visible(path)}.")
    with refusing("Không đọc được", "This cannot be read"):
        files = bundle_files(paths)
    if not files:
        where = ", ".join(map(visible, paths))
        if not any(_was_at_a_kiosk(path) for path in paths):
            refuse(_nothing_at(where))
        typer.echo(
            f"{where}: không có gói mới. Ki-ốt không còn gì chưa gửi.\n"
            f"{where}: no new bundle. The kiosk had nothing left to send."
        )
    with opened(config, data, ledger) as (ward, book):
        work = Ingest(ward.folder, book, lambda: keyring(ward.folder, vouched=vouched), time.time)
        failed = 0
        with refusing("Không đọc được các trả lời", "The answers cannot be read"):
            back = papers(ward)
        for taken in take_files(files, work, ward.acknowledge, back):
            _print_taken(taken)
            failed += isinstance(taken.outcome, KeptAside | UnreadableFile)
        catch_up(book)
    if failed:
        typer.echo(
            "Gói chưa nhận: xem ./script/run ward gaps, rồi làm theo docs/operations.md, mục 4. Tệp "
            "hỏng thì ra ki-ốt "
            "chép lại (./script/run export --to).\n"
            "What was not taken in: see ./script/run ward gaps and docs/operations.md, 4. What is "
            "damaged is copied "
            "again at the kiosk.",
            err=True,
        )
        raise typer.Exit(1)


def _was_at_a_kiosk(stick: Path) -> bool:
    """Whether an export to it made its folder there, though there was nothing to send."""
    from kiosk.papers.export.folder_transport import PLACE

    return stick.name == PLACE or (stick / PLACE).is_dir()


def _nothing_at(where: str) -> str:
    from kiosk.papers.export.envelope import SUFFIX
    from kiosk.papers.export.folder_transport import PLACE

    return (
        f"Chưa nhận gì: đã tìm tệp đuôi {SUFFIX} trong {where} và các thư mục bên trong, không có tệp nào. "
        f"USB đúng thì có thư mục {PLACE} chứa những tệp ấy. Xem lại có đúng USB không, và trên ki-ốt đã "
        "chạy ./script/run export --to chưa.\n"
        f"Nothing was taken in: there is no file ending in {SUFFIX} in {where} or its folders. The right "
        f"stick has them in its folder {PLACE}. Is it that stick, and was ./script/run export --to run at "
        "the kiosk?"
    )


def _print_taken(taken: TakenFile) -> None:
    from kiosk.ward.folders import UnreadableFile
    from kiosk.ward.ingest import TakenIn
    from kiosk.ward.refusals import SENTENCES

    name = visible(taken.file.name)
    match taken.outcome:
        case TakenIn(added=None):
            typer.echo(f"{name}: đã có / known")
        case TakenIn(added=added):
            typer.echo(f"{name}: +{added} dòng / events")
        case UnreadableFile(why):
            vi, en = visible(why.vi), visible(why.en)
            typer.echo(f"{name}: không đọc được: {vi}.\n{name}: cannot be read: {en}.", err=True)
        case refused:
            vi, en = SENTENCES[refused.why]
            typer.echo(f"{name}: {vi} / {en}", err=True)
    if taken.unanswered:
        vi, en = taken.unanswered
        typer.echo(f"  không ghi được giấy báo: {vi}.\n  no answer was written: {en}.", err=True)
