"""`kiosk content`: on the kiosk, take in the ward's content pack from a file, and say which is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, TypeVar

import typer

from kiosk.base.files.identity import kiosk_id
from kiosk.base.hours.opening import HANOI
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refusing

if TYPE_CHECKING:
    from kiosk.papers.keys.enrolment import Enrolment

BUSY = "Máy đang nhận một gói khác, đợi rồi gõ lại. / Another pack is being taken in: try again."
Pack = TypeVar("Pack")
content = typer.Typer(help="Nội dung của phường. The ward's content.", no_args_is_help=True)


@content.command("take")
def take(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Gói nội dung, trên USB hay trên máy. A content pack, on a stick or not."
        ),
    ],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận gói nội dung. Takes a pack in; the running kiosk proves it and uses it when nobody is there."""
    from kiosk.papers.content.taking import receive

    folder = choose(config, data).data_folder
    manifest = take_in(folder, file, lambda stream, ours: receive(folder, stream, ours))
    typer.echo(f"Đã chép gói số {manifest.counter}. Máy thử rồi dùng khi vắng người.")
    typer.echo(
        f"Pack {manifest.counter} is here. The running kiosk proves it and uses it when nobody is there."
    )


def take_in(folder: Path, file: Path, receive: Callable[[IO[bytes], Enrolment], Pack]) -> Pack:
    """What *receive* makes of that pack. Ends the command where none is taken in."""
    from kiosk.base.files.foreign import ForeignFolder
    from kiosk.papers.keys.enrolled import enrolled
    from kiosk.papers.packs.one_at_a_time import PackBusy
    from kiosk.papers.packs.taking import AlreadyInForce

    with refusing(f"Không chép được {file}", f"{file} cannot be copied", named=False):
        try:
            _, enrolment = enrolled(folder, kiosk_id(folder))
            with ForeignFolder(file.absolute().parent).open(file.name) as stream:
                return receive(stream, enrolment)
        except AlreadyInForce:
            typer.echo("Máy đã có đúng gói này rồi. This very pack is here already.")
            raise typer.Exit from None
        except PackBusy:
            refuse(BUSY)


@content.command("show")
def show(config: ConfigFile = None, data: DataFolder = None) -> None:
    """Máy đang dùng gói nào. Which content is in force; exit 1 where something is to be done."""
    from kiosk.point.health.content import check_content, see_content

    finding = check_content(see_content(choose(config, data).data_folder, datetime.now(HANOI).date()))
    typer.echo(f"{finding.vi}\n{finding.en}")
    if finding.state != "ok":
        typer.echo(f"{finding.do_vi}\n{finding.do_en}")
        raise typer.Exit(1)


@content.command("back")
def back(
    to: Annotated[
        int | None,
        typer.Option(
            "--to",
            metavar="N",
            min=0,
            help="0: bài có sẵn của chương trình; không ghi: bản trước. "
            "0: what comes with the program; without: the content before.",
        ),
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Ki-ốt này quay về bài trước, hoặc bài có sẵn. This kiosk alone goes back; that pack never returns."""
    from kiosk.papers.content.standing import ask_back, read_standing
    from kiosk.papers.packs.one_at_a_time import PackBusy

    folder = choose(config, data).data_folder
    standing = read_standing(folder)
    before = standing.before.counter
    if not standing.now.folder:
        typer.echo("Máy đang dùng bài có sẵn. / This kiosk uses what comes with its program.")
        return
    if to not in (None, 0, before):
        kept = "0" if not before else f"0, {before}"
        refuse(f"Máy chỉ còn giữ: {kept}. / This kiosk keeps {kept} alone.")
    with refusing("Chưa quay về được", "The content before is not in force", named=False):
        try:
            ask_back(folder, standing, to_program=to == 0)
        except PackBusy:
            refuse(BUSY)
    number = 0 if to == 0 else before
    vi, en = (f"gói số {number}", f"pack {number}") if number else ("bài có sẵn", "what the program brings")
    typer.echo(f"Máy quay về {vi} khi vắng người. Gói số {standing.now.counter} không dùng lại nữa.")
    typer.echo(
        f"The kiosk goes back to {en} when nobody is there; pack {standing.now.counter} never returns."
    )
