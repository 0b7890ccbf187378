"""`kiosk ward backup | restore`: all that the ward keeps, onto a stick and back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.alone import RECEIVER_LOCK, AlreadyRunning, alone_in
from kiosk.base.files.media import is_own_disk
from kiosk.base.files.paths import ward_folder
from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import (
    refuse,
    refuse_after,
    refuse_own_folder,
    refuse_unless_meant,
    refuse_unwritable,
    refusing,
)
from kiosk.desk.commands.ward_ledger import LedgerUrl

if TYPE_CHECKING:
    from kiosk.ward.backup import Content

LACKING = (
    "Bản sao thiếu những gì làm sau lúc ấy: ki-ốt cấp giấy sau đó thì cấp lại, thu hồi sau đó thì thu hồi "
    "lại; gói nội dung làm tiếp thì thêm --above SỐ mà ki-ốt đang có. Rồi ở từng ki-ốt: export --again.\n"
    "What was done after that moment is missing: enrol again, withdraw again what was since then; for the "
    "next content pack add --above and the number that kiosks have. Then at each kiosk: export --again."
)


def backup(
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FILE", help="Ghi ra USB hoặc ổ đĩa khác. Onto a stick or another disk."
        ),
    ],
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Sao lưu cả phường: khóa, sổ, gói; niêm kín. Seals all that the ward keeps, while it goes on working."""
    from kiosk.base.files.handed_out import form_of
    from kiosk.ward.backup import FORM, make_backup

    folder = choose(config, data).data_folder
    refuse_own_folder(out)
    with _ledgers_own_words():
        refuse_unwritable(out, form_of(f'{{"form": "{FORM}", "ward": "", "made_s": 0}}'.encode()))
        content = make_backup(folder, ledger, out, time.time())
    typer.echo(f"{out}\n{_said(content)}")
    typer.echo("Đã mở thử lại bản sao: đủ và đúng. / Opened once more: it is whole and right.")
    if not content.has_escrow:
        typer.echo(
            "Chưa có chìa dự phòng: mất ổ đĩa thì chỉ ward.age trong két mở được bản sao này. Nên làm: "
            "./script/run ward escrow --out FILE\n"
            "There is no escrow: without this disk only the ward.age of the safe opens this. Make one.",
            err=True,
        )
    if is_own_disk(out.absolute().parent, folder):
        typer.echo(
            f"{out} nằm trên chính máy này: hỏng ổ đĩa thì mất cả hai. Chép sang USB.\n"
            f"{out} lies on this machine's own disk and dies with it. Copy it to a stick.",
            err=True,
        )


def restore(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Bản sao của ward backup. What ward backup has written.")
    ],
    key: Annotated[
        list[Path] | None,
        typer.Option(
            "--key",
            metavar="FILE",
            help="Chìa mở bản sao, trong két: ward.age hoặc chìa dự phòng; không ghi: chìa đang ở máy. "
            "What opens it, from the safe: ward.age or the escrow; without: the key that is here.",
        ),
    ] = None,
    only_try: Annotated[
        bool,
        typer.Option("--try", help="Chỉ mở thử xem có gì, không đổi gì. Only open it, and change nothing."),
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Thay những gì đang có mà không hỏi. Replace what is there, unasked."),
    ] = False,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Khôi phục phường từ bản sao; hỏi trước khi thay. Puts a backup in place; asks before it replaces."""
    from kiosk.ward.backup import claimed, opened_backup, put_in_place

    folder = choose(config, data).data_folder
    with _ledgers_own_words():
        ward, made_s = claimed(file)
        identities = _identities(key or [], folder)
        typer.echo(
            f"{visible(ward)}: bản sao lúc / backup of {datetime.fromtimestamp(made_s, HANOI):%H:%M %d/%m/%Y}"
        )
        with opened_backup(file, identities, folder) as (opened, content):
            typer.echo(_said(content))
            if only_try:
                typer.echo("Mở được, đủ; chưa đổi gì. / It opens and is whole; nothing was changed.")
                return
            there = _there(folder, ledger)
            if there and not replace:
                question = (
                    f"Thư mục này đang có / there now: {there}\n"
                    "Thay bằng bản sao? Những gì đang có được cất riêng, không mất.\n"
                    "Replace it? What is there is moved aside and kept."
                )
                refuse_unless_meant(question, "--replace")
            with _without_receiver(folder):
                aside = put_in_place(opened, folder, ledger, time.time())
    typer.echo(f"Đã khôi phục vào / restored into: {ward_folder(folder)}")
    if aside:
        typer.echo(f"Những gì có trước đó / what was there before: {aside}")
    if not ledger:
        typer.echo(
            "Sổ nhận là một tệp trong đó; muốn PostgreSQL thì khôi phục với --ledger. / The ledger is a file "
            "in it; for PostgreSQL restore with --ledger."
        )
    typer.echo(LACKING)


@contextmanager
def _without_receiver(folder: Path) -> Iterator[None]:
    """What a receiver took in meanwhile would go with the folder that is moved aside."""
    try:
        with alone_in(folder, 0, RECEIVER_LOCK):
            yield
    except AlreadyRunning:
        refuse(
            "Máy nhận đang chạy trên thư mục này: tắt nó trước (Ctrl+C, hoặc systemctl --user stop "
            "kiosk-bdhvs-ward). Chưa đổi gì.\n"
            "The receiver works with this folder: stop it first. Nothing was changed."
        )


@contextmanager
def _ledgers_own_words() -> Iterator[None]:
    from kiosk.ward.ledger import LedgerTrouble

    with refusing():
        try:
            yield
        except LedgerTrouble as trouble:
            refuse_after(trouble, "Không mở được sổ nhận", "The ledger cannot be used")


def _identities(keys: list[Path], folder: Path) -> tuple[str, ...]:
    """Of the files named, else of the ward that is here. Ends the command without any."""
    from kiosk.papers.keys.key_files import KeyUnusable
    from kiosk.papers.keys.sealing import read_identity
    from kiosk.ward.authority import SEAL_FILE

    files = keys or sorted(ward_folder(folder).glob(f"{SEAL_FILE}*"))
    kept = []
    for file in files:
        try:
            kept.append(read_identity(file))
        except KeyUnusable as unusable:
            if keys:
                refuse(f"{unusable.vi}.\n{unusable.en}.")
    for file, one in zip(keys, kept, strict=False):
        if one is None:
            refuse(f"Không thấy {visible(file)}. / There is no {visible(file)}.")
    if not any(kept):
        refuse(
            "Cần chìa trong két: --key usb-ket/ward.age, hoặc --key và chìa dự phòng.\n"
            "It takes the key of the safe: --key usb-ket/ward.age, or --key and the escrow."
        )
    return tuple(one for one in kept if one)


def _there(folder: Path, ledger: str) -> str:
    """What is there, in a line; empty where nothing is. Also of what cannot be opened any more."""
    from kiosk.base.messages.system_errors import SaidInBoth, Unusable
    from kiosk.ward.backup import content_of

    ward = ward_folder(folder)
    if not ward.is_dir() or not any(ward.iterdir()):
        return ""
    try:
        return _said(content_of(folder, ledger))
    except (SaidInBoth, Unusable, OSError):
        return f"{ward} (không mở được / cannot be opened)"


def _said(one: Content) -> str:
    newest = f"{datetime.fromtimestamp(one.newest_s, HANOI):%H:%M %d/%m/%Y}" if one.newest_s else "–"
    return (
        f"{one.name}, khóa / key {one.mark}: {one.kiosks} ki-ốt / kiosks "
        f"({one.withdrawn} thu hồi / withdrawn), "
        f"{one.events} dòng / events, gói / packs {one.packs}, nhận lần cuối / last taken in {newest}"
    )
