"""`kiosk keys`: on the kiosk, ask the ward to be enrolled, and keep its answer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.base.config.sections import place_id
from kiosk.base.files.identity import kiosk_id
from kiosk.base.messages.visible import visible
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.papers import AsQr, Out, WardsPaper, hand_out, read_paper_file
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refuse_unless_meant, refuse_unwritable, refusing

keys = typer.Typer(help="Chìa khóa của ki-ốt. The kiosk's key.", no_args_is_help=True)


@keys.command("request")
def request(
    out: Out = None,
    qr: AsQr = False,
    new: Annotated[
        bool,
        typer.Option(
            "--new",
            help="Xin giấy cho khóa mới; đến lúc ấy khóa cũ vẫn dùng. "
            "For a new key; the old one serves until then.",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Xin phường cấp giấy cho ki-ốt này. Asks the ward to enrol this kiosk."""
    from kiosk.papers.keys.enrolment import REQUEST, ask, ask_with_new_key, read_request

    chosen = choose(config, data)
    folder, place = chosen.data_folder, place_id(chosen.config)
    refuse_unwritable(out, REQUEST)
    with refusing("Không dùng được chìa khóa", "The key cannot be used"):
        name = kiosk_id(folder)
        refuse_anothers(out, name)
        paper = (ask_with_new_key if new else ask)(folder, name, place if chosen.config.place.number else "")
    print_key(*read_request(paper))
    then = "Mang tệp này đến phường / take this to the ward: ./script/run ward enrol"
    hand_out(paper, out, then, qr=qr)


@keys.command("accept")
def accept(
    file: WardsPaper,
    another_ward: Annotated[
        bool,
        typer.Option(
            "--another-ward",
            help="Ki-ốt chuyển sang phường khác, hoặc phường lập lại. "
            "The kiosk goes to another ward, or its ward was founded anew.",
        ),
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận giấy của phường. Keeps the ward's answer, or its list of withdrawn kiosks."""
    from kiosk.papers.keys.enrolment import AnotherWard
    from kiosk.papers.keys.enrolment import accept as keep

    folder = choose(config, data).data_folder
    paper = read_paper_file(file)
    with refusing():
        try:
            enrolment = keep(folder, kiosk_id(folder), paper, another=another_ward)
        except AnotherWard as strange:
            typer.echo(f"{strange.vi}\n{strange.en}", err=True)
            refuse_unless_meant("Nhận giấy của phường ấy? / Take that ward's answer?", "--another-ward")
            enrolment = keep(folder, kiosk_id(folder), paper, another=True)
    ward = visible(enrolment.ward)  # accepted by an earlier version, it may be anything
    typer.echo(f"Ki-ốt đã thuộc {ward}. This kiosk is enrolled with {ward}.")
    typer.echo(f"Chìa khóa bị thu hồi / keys withdrawn: {len(enrolment.revoked)}")


def refuse_anothers(out: Path | None, kiosk: str) -> None:
    """Six kiosks and one stick: the paper of one is not written over that of another."""
    from kiosk.base.files.foreign import read_ordinary
    from kiosk.papers.keys.documents import MOST_BYTES
    from kiosk.papers.keys.enrolment import kiosk_in

    if out is None or not out.is_file():
        return
    there = kiosk_in(read_ordinary(out, MOST_BYTES))
    if there not in ("", kiosk):
        refuse(
            f"{out} là giấy của {visible(there)}; ghi vào đó thì mất. Chưa ghi gì; đặt tên khác cho mỗi "
            "ki-ốt, ví dụ xin-giay-diem-3.json.\n"
            f"{out} is the paper of {visible(there)} and would be lost. Nothing was written; give each kiosk "
            "a name of its own, such as xin-giay-diem-3.json."
        )


def print_key(kiosk: str, public: bytes) -> None:
    """Said on both sides: two people see that it is the same kiosk. The paper may go to stdout."""
    from kiosk.papers.keys.key_files import legible

    typer.echo(f"{kiosk}  khóa / key: {legible(public)}", err=True)
