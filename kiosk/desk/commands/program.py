"""`kiosk program`: on the kiosk, take in the ward's program pack, say which runs, or put the last back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.columns import say
from kiosk.desk.commands.content import BUSY, take_in
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.desk.commands.refusals import refuse, refusing
from kiosk.machine.installing import places

program = typer.Typer(help="Chương trình của ki-ốt. The program of this kiosk.", no_args_is_help=True)
NOT_HERE = (
    "Máy này mở ki-ốt từ thư mục phần mềm (hoặc trong phiên của tổ), không nhận gói chương trình. "
    "Cập nhật bằng git, hoặc chép thư mục mới.\n"
    "This machine opens the kiosk from a folder (or in a team's session) and takes no program packs. "
    "Bring it up to date with git, or with a new folder."
)


@program.command("take")
def take(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="Gói chương trình, trên USB hay trên máy. A program pack, on a stick or not."
        ),
    ],
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Nhận gói chương trình. Takes a pack in; the running kiosk tries it and changes when nobody is there."""
    from kiosk.papers.program.taking import receive

    folder = choose(config, data).data_folder
    programs = _programs()
    pack = take_in(folder, file, lambda stream, ours: receive(programs, stream, ours))
    version = pack.release.version
    say(f"Đã chép gói số {pack.counter}, bản {version}. Máy thử vài phút rồi đổi khi vắng người.")
    say(
        f"Pack {pack.counter}, version {version}, is here. The running kiosk tries it for some minutes and "
        "changes when nobody is there."
    )


@program.command("show")
def show(config: ConfigFile = None, data: DataFolder = None) -> None:
    """Máy đang chạy chương trình nào. Which program is in force; exit 1 where something is to be done."""
    from kiosk.point.health.program import check_program, see_program

    choose(config, data)
    finding = check_program(see_program(_programs()))
    say(f"{finding.vi}\n{finding.en}")
    if finding.state != "ok":
        say(f"{finding.do_vi}\n{finding.do_en}")
        raise typer.Exit(1)


@program.command("back")
def back(config: ConfigFile = None, data: DataFolder = None) -> None:
    """Quay về chương trình trước. The program before; that pack is never taken again."""
    from kiosk.papers.packs.one_at_a_time import PackBusy
    from kiosk.papers.program.standing import read_standing
    from kiosk.papers.program.taking import put_back

    choose(config, data)
    programs = _programs()
    if not read_standing(programs).now:
        typer.echo("Máy đang chạy chương trình đã cài. This kiosk runs what it was installed with.")
        return
    with refusing("Chưa quay về được", "The program before is not in force", named=False):
        try:
            after = put_back(programs)
        except PackBusy:
            refuse(BUSY)
    which_vi = f"gói số {after.counter}" if after.now else "chương trình đã cài"
    which_en = f"that of pack {after.counter}" if after.now else "what was installed"
    typer.echo(f"Máy quay về {which_vi} khi vắng người. Muốn ngay: systemctl restart {places.SERVICE}")
    typer.echo(f"The kiosk goes back to {which_en} when nobody is there. At once: the command above.")


def _programs() -> Path:
    from kiosk.papers.program.standing import programs_here

    programs = programs_here()
    if programs is None:
        refuse(NOT_HERE)
    return programs
