"""The ledger as the commands of the ward open it, and what they ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.files.paths import ward_folder
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.refusals import refuse, refuse_after, refusing
from kiosk.log.storage.ballast import BALLAST_BYTES, give_back, lay_in

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority
    from kiosk.ward.kiosk_names import KioskNames
    from kiosk.ward.ledger import Ledger

LedgerUrl = Annotated[
    str,
    typer.Option(
        "--ledger",
        metavar="URL",
        help="postgresql://…; không ghi: sổ phường đã chọn. "
        "postgresql://…; without: what this ward has chosen.",
    ),
]


def valid_through(book: Ledger, kiosk: str, through: int | None, *, insist: bool = False) -> dict[str, int]:
    """What of a withdrawn kiosk counts: all that has come, or up to number *through* of its last epoch.

    Ends the command where nothing up to that number has come, unless the officer insists.
    """
    from kiosk.ward.status import statuses

    with book.read() as connection:
        newest = next(
            (dict(status.newest) for status in statuses(connection, ()) if status.kiosk == kiosk), {}
        )
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


def kiosk_names_or_ids(config: Path | None, data: Path | None, url: str = "") -> KioskNames:
    """How each kiosk is called; by its id alone where the ledger cannot be asked just now."""
    from kiosk.ward.kiosk_names import kiosk_name, kiosk_names
    from kiosk.ward.ledger import LedgerTrouble, open_kept

    try:
        folder = ward_folder(choose(config, data).data_folder)
        with closing(open_kept(folder, url)) as book, book.read() as connection:
            return kiosk_names(connection)
    except (LedgerTrouble, OSError):
        return lambda kiosk: kiosk_name(kiosk, "")


@contextmanager
def perhaps_opened(
    config: Path | None, data: Path | None, url: str
) -> Iterator[tuple[Authority, Ledger | None]]:
    """As `opened`, for what must not wait for the ledger: None in its place, and why is said."""
    from kiosk.ward.authority import open_authority
    from kiosk.ward.ledger import LedgerTrouble, open_kept

    folder = ward_folder(choose(config, data).data_folder)
    _use_spare_room(folder)
    with refusing():
        ward = open_authority(folder)
        try:
            book = open_kept(folder, url)
        except LedgerTrouble as trouble:
            typer.echo(
                f"Không mở được sổ nhận: {trouble.vi}.\nThe ledger cannot be used: {trouble.en}.", err=True
            )
            yield ward, None
            return
        with closing(book):
            yield ward, book


@contextmanager
def opened(config: Path | None, data: Path | None, url: str) -> Iterator[tuple[Authority, Ledger]]:
    """The ward and its ledger. Ends the command where one of them cannot be used."""
    from kiosk.ward.authority import open_authority
    from kiosk.ward.ledger import LEDGER_FILE, LedgerTrouble, open_kept, open_ledger

    folder = ward_folder(choose(config, data).data_folder)
    with refusing():
        ward = open_authority(folder)
        lay_in(folder / LEDGER_FILE, BALLAST_BYTES)
        try:
            with closing((open_kept if ward.enrolled else open_ledger)(folder, url)) as book:
                yield ward, book
        except LedgerTrouble as trouble:
            refuse_after(trouble, "Không mở được sổ nhận", "The ledger cannot be used")


def _use_spare_room(folder: Path) -> None:
    """On a full disk a stolen kiosk is withdrawn all the same: by the room that was kept for that."""
    from kiosk.ward.ledger import LEDGER_FILE, has_no_room

    if has_no_room(folder) and give_back(folder / LEDGER_FILE):
        typer.echo(
            "Ổ đĩa đầy: việc này dùng chỗ để dành sẵn. Hãy dọn ổ đĩa.\n"
            "The disk is full: this uses the room that was kept for it. Make room on the disk.",
            err=True,
        )
