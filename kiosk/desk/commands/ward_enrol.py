"""`kiosk ward enrol | revoke`: the kiosks that the ward vouches for."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.base.hours.opening import HANOI
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.keys import print_key, refuse_anothers
from kiosk.desk.commands.papers import AsQr, Out, hand_out, read_paper_file
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refuse_unless_meant, refuse_unwritable, refusing
from kiosk.desk.commands.ward_keys import change
from kiosk.desk.commands.ward_ledger import LedgerUrl, kiosk_names_or_ids, perhaps_opened, valid_through

if TYPE_CHECKING:
    from kiosk.ward.authority import Authority
    from kiosk.ward.ledger import Ledger


def enrol(
    request: Annotated[
        str,
        typer.Argument(
            metavar="REQUEST",
            help="Tệp xin giấy của ki-ốt; - là đọc từ máy quét. The kiosk's request; - reads it from stdin.",
        ),
    ],
    out: Out = None,
    qr: AsQr = False,
    again: Annotated[
        bool,
        typer.Option(
            "--again",
            help="Ki-ốt đã có trong sổ nay có khóa mới (keys request --new). "
            "A kiosk of the register has another key now (keys request --new).",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Cấp giấy cho một ki-ốt. Enrols a kiosk; carry the answer back to it: ./script/run keys accept."""
    from kiosk.papers.keys.enrolment import ANSWER, place_in, read_request
    from kiosk.ward.kiosk_names import kiosk_name

    asked, month = read_paper_file(request), f"{datetime.now(HANOI):%Y-%m}"
    with refusing():
        name = read_request(asked)[0]
        refuse_anothers(out, name)
    withdrawn = set[str]()

    def admit(ward: Authority) -> tuple[Authority, bytes]:
        withdrawn.update(ward.withdrawn)
        return ward.enrol(asked, month, again=again)

    paper = change(config, data, admit, out=out, form=ANSWER)
    if name in withdrawn:
        typer.echo(
            "Phường đã thu hồi ki-ốt này; từ nay lại nhận số liệu của nó. Nếu không định thế, thu hồi lại.\n"
            "This kiosk had been withdrawn and is taken in again. If that was not meant, withdraw it.",
            err=True,
        )
    print_key(*read_request(asked))
    said = place_in(asked)
    place = kiosk_name(name, said) if said else kiosk_names_or_ids(config, data)(name)
    typer.echo(f"Nơi đặt / place: {place}", err=True)
    then = "Mang tệp này về ki-ốt / take this back to the kiosk: ./script/run keys accept"
    hand_out(paper, out, then, qr=qr)


def revoke(
    kiosk: Annotated[
        str,
        typer.Argument(
            metavar="KIOSK",
            help="Tên ki-ốt, hoặc nơi đặt nó. "
            "Its id, such as kiosk-0123456789ab, or its place: 'Điểm số 3', point-3.",
        ),
    ],
    through: Annotated[
        int | None,
        typer.Option(
            "--through",
            min=0,
            help="Số cuối còn tính; không ghi: mọi số đã nhận. "
            "The last number that counts; without: all that has come.",
        ),
    ] = None,
    not_received: Annotated[
        bool,
        typer.Option(
            "--not-received",
            help="Số ấy lớn hơn mọi số đã nhận; vẫn ghi. "
            "The number is higher than any that has come; take it.",
        ),
    ] = False,
    undo: Annotated[
        bool,
        typer.Option(
            "--undo",
            help="Lấy lại, trong 10 phút sau khi thu hồi nhầm. "
            "Take back a withdrawal, within ten minutes of it.",
        ),
    ] = False,
    out: Out = None,
    ledger: LedgerUrl = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Thu hồi giấy của một ki-ốt. Withdraws a kiosk; every other kiosk must accept the list."""
    from kiosk.papers.keys.enrolment import REVOKED
    from kiosk.ward.authority import UNDO_S
    from kiosk.ward.kiosk_names import kiosk_name
    from kiosk.ward.status import places_of

    with perhaps_opened(config, data, ledger) as (ward, book):
        refuse_unwritable(out, REVOKED)
        places = dict[str, str]()
        if book is not None:
            with book.read() as connection:
                places = places_of(connection)
        kiosk = _meant(kiosk, ward, places, withdrawn=undo)
        name, now_s, valid = kiosk_name(kiosk, places.get(kiosk, "")), int(time.time()), dict[str, int]()
        if not undo:
            valid = valid_through(book, kiosk, through, insist=not_received) if book is not None else {}
            refuse_unless_meant(f"Thu hồi / withdraw {name}?")
        _judge_again(book, kiosk)
    if undo:
        paper = change(config, data, lambda ward: ward.take_back(kiosk, now_s))
        typer.echo(f"Đã lấy lại, không thu hồi nữa / taken back, withdrawn no more: {name}", err=True)
    else:
        paper = change(config, data, lambda ward: ward.revoke(kiosk, valid, now_s))
        typer.echo(f"Đã thu hồi / withdrawn: {name}", err=True)
        typer.echo(still_counts(valid) if book is not None else UNCOUNTED, err=True)
        typer.echo(
            f"Nhầm thì trong {UNDO_S // 60} phút gõ / if by mistake, within {UNDO_S // 60} minutes: "
            f"./script/run ward revoke {kiosk} --undo",
            err=True,
        )
    hand_out(
        paper, out, "Mang đến từng ki-ốt khác / take this to every other kiosk: ./script/run keys accept"
    )


def _judge_again(book: Ledger | None, kiosk: str) -> None:
    """Its figures by month are looked at once more; where the ledger takes nothing now, another time."""
    from kiosk.ward.ledger import LedgerTrouble
    from kiosk.ward.stale import judge_again

    with suppress(LedgerTrouble):
        if book is not None:
            with book.change(kiosk) as connection:
                judge_again(connection, kiosk)


UNCOUNTED = (
    "Những gì đã nhận vẫn tính; từ nay không nhận gì của máy ấy. Sổ mở lại được thì gõ lệnh này lần nữa.\n"
    "What has come still counts; nothing more is taken in. Once the ledger can be opened, type this again."
)


def _meant(said: str, ward: Authority, places: Mapping[str, str], *, withdrawn: bool = False) -> str:
    """The one kiosk of that id or at that place. Ends the command where it is none, or several.

    *withdrawn*: of those that are.
    """
    from kiosk.ward.kiosk_names import kiosk_name, kiosks_at

    in_use = [kiosk for kiosk in ward.kiosks if (kiosk in ward.withdrawn) == withdrawn]
    meant = (said,) if said in ward.kiosks else kiosks_at(said, in_use, places)
    if len(meant) != 1:
        vi, en = "Phường chưa cấp giấy cho ki-ốt nào là", "The ward has enrolled no kiosk that is"
        if meant:
            vi, en = f"Có {len(meant)} ki-ốt là", f"{len(meant)} kiosks are"
        listed = "\n".join(f"  {kiosk_name(kiosk, places.get(kiosk, ''))}" for kiosk in meant or in_use)
        gone = [
            f"  {kiosk_name(kiosk, places.get(kiosk, ''))}"
            for kiosk in kiosks_at(said, () if withdrawn else ward.withdrawn, places)
        ]
        if gone and not meant:
            listed += (
                "\nĐã thu hồi rồi; cần lại tệp thì ghi tên này / withdrawn already; for its file "
                "again name it so:\n" + "\n".join(gone)
            )
        shown = visible(said)
        refuse(
            f"{vi} “{shown}”. Hãy ghi một tên trong ngoặc ở dưới:\n"
            f"{en} “{shown}”. Write the name in brackets:\n{listed or '  –'}"
        )
    return meant[0]


def still_counts(valid: Mapping[str, int]) -> str:
    """*valid*: epoch → the last number that counts. Most kiosks have one epoch, which needs no name."""
    if not valid:
        return (
            "Phường chưa nhận gì của ki-ốt này, từ nay cũng không nhận gì.\n"
            "Nothing has come from this kiosk, and nothing will be taken in."
        )
    several = len(valid) > 1
    vi = ", ".join(f"{last}" + f" của kỳ nhật ký {epoch}" * several for epoch, last in valid.items())
    en = ", ".join(f"{last}" + f" of log {epoch}" * several for epoch, last in valid.items())
    return (
        f"Vẫn tính những gì ki-ốt này ghi đến dòng số {vi}; sau đó không nhận gì nữa.\n"
        f"What this kiosk logged up to event {en} still counts; nothing after it is taken in."
    )
