"""`kiosk content`: on the kiosk, take in the ward's content pack from a file, and say which is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated, TypeVar

import typer

from kiosk.commands.chosen import choose
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.commands.refusals import refuse, refusing
from kiosk.files.identity import kiosk_id
from kiosk.hours.opening import HANOI

if TYPE_CHECKING:
    from kiosk.keys.enrolment import Enrolment

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
    from kiosk.content.taking import receive

    folder = choose(config, data).data_folder
    manifest = take_in(folder, file, lambda stream, ours: receive(folder, stream, ours))
    typer.echo(f"Đã chép gói số {manifest.counter}. Máy thử rồi dùng khi vắng người.")
    typer.echo(
        f"Pack {manifest.counter} is here. The running kiosk proves it and uses it when nobody is there."
    )


def take_in(folder: Path, file: Path, receive: Callable[[IO[bytes], Enrolment], Pack]) -> Pack:
    """What *receive* makes of that pack. Ends the command where none is taken in."""
    from kiosk.files.foreign import ForeignFolder
    from kiosk.keys.enrolled import enrolled
    from kiosk.packs.one_at_a_time import PackBusy
    from kiosk.packs.taking import AlreadyInForce

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
    from kiosk.health.content import check_content, see_content

    finding = check_content(see_content(choose(config, data).data_folder, datetime.now(HANOI).date()))
    typer.echo(f"{finding.vi}\n{finding.en}")
    if finding.state != "ok":
        typer.echo(f"{finding.do_vi}\n{finding.do_en}")
        raise typer.Exit(1)
