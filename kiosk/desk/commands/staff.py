"""`kiosk staff`: who may help on this kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kiosk.base.events import Role
from kiosk.base.hours.clock import SystemClock
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.place import AsJson, ConfigFile, DataFolder, print_json
from kiosk.desk.commands.refusals import refusing
from kiosk.point.staff.members import ROLES, Member

if TYPE_CHECKING:
    from kiosk.point.staff.register import StaffRegister

staff = typer.Typer(help="Người hỗ trợ ở máy này. Who may help on this kiosk.", no_args_is_help=True)
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="Mã như `./script/run staff list` in ra, ví dụ tnv-01. "
        "As `./script/run staff list` shows it, such as tnv-01.",
    ),
]
ROLE_WORDS = {
    "volunteer": "tình nguyện viên",
    "officer": "cán bộ",
    "responder": "tổ phản ứng",
    "administrator": "quản trị",
}


def _role(text: str) -> str:
    if text not in ROLES:
        raise typer.BadParameter(f"“{text}” không phải một trong / is not one of: {', '.join(ROLES)}.")
    return text


@staff.command("add")
def add(
    shown: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="Cách xưng hô và một tên, để hiện trên màn hình: “Bạn Sen”. "
            "A title and one given name, for the screen: “Bạn Sen”.",
        ),
    ],
    role: Annotated[
        str,
        typer.Option(
            "--role",
            callback=_role,
            metavar="ROLE",
            help=f"Vai trò: tình nguyện viên, cán bộ, tổ phản ứng, quản trị. {' | '.join(ROLES)}",
        ),
    ] = "volunteer",
    given: Annotated[
        str,
        typer.Option(
            "--id",
            metavar="ID",
            help="Mã của người ấy trong cả phường, ví dụ tnv-07. "
            "The id they have in the whole ward, such as tnv-07.",
        ),
    ] = "",
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Thêm một người và in mã PIN. Adds somebody and prints their PIN, once."""
    with _plainly():
        member, pin = _register(config, data).add(cast("Role", role), shown, given)
    _print_pin(member, pin)


@staff.command("list")
def list_(as_json: AsJson = False, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Mọi người đã được thêm. Everybody who was added."""
    with _plainly():
        members = _register(config, data).members()
    if as_json:
        rows = [
            {"id": member.id, "role": member.role, "shown": member.shown, "active": member.active}
            for member in members
        ]
        print_json(rows)
        return
    for member in members:
        off = "" if member.active else "  (đã ngừng / disabled)"
        typer.echo(f"{member.id:8} {ROLE_WORDS[member.role]:18} {member.shown}{off}")
    if not members:
        typer.echo("Chưa có ai. Nobody yet: ./script/run staff add NAME --role volunteer")


@staff.command("disable")
def disable(member_id: Id, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Không cho mở máy nữa; số liệu cũ vẫn còn. Takes the right to help; what was done stays counted."""
    with _plainly():
        member = _register(config, data).set_active(member_id, active=False)
    typer.echo(f"{member.id} ({member.shown}): đã ngừng / disabled")


@staff.command("enable")
def enable(member_id: Id, config: ConfigFile = None, data: DataFolder = None) -> None:
    """Cho mở máy lại, với mã PIN cũ. Gives it back, with the same PIN."""
    with _plainly():
        member = _register(config, data).set_active(member_id, active=True)
    typer.echo(f"{member.id} ({member.shown}): được mở máy / enabled")


@staff.command("reset-pin")
def reset_pin(member_id: Id, config: ConfigFile = None, data: DataFolder = None) -> None:
    """In mã PIN mới. Prints a new PIN; the old one no longer works, and a lock-out is over."""
    with _plainly():
        member, pin = _register(config, data).reset_pin(member_id)
    _print_pin(member, pin)
    if not member.active:
        typer.echo(f"{member.id} đang ngừng: mã chỉ dùng được sau khi ./script/run staff enable {member.id}.")
        typer.echo(f"{member.id} is disabled: the PIN opens nothing before that command.")


def _register(config: ConfigFile, data: DataFolder) -> StaffRegister:
    from kiosk.base.files.own_files import keep_private
    from kiosk.point.staff.register import StaffRegister

    folder = choose(config, data).data_folder
    keep_private(folder)
    return StaffRegister(folder, SystemClock())


def _print_pin(member: Member, pin: str) -> None:
    typer.echo(f"{member.id} ({member.shown}, {ROLE_WORDS[member.role]}): PIN {pin[:3]} {pin[3:]}")
    typer.echo("Mã chỉ hiện một lần. Xin đưa tận tay, đừng gửi qua tin nhắn.")
    typer.echo("The PIN is shown this once. Hand it over in person, not in a message.")


@contextmanager
def _plainly() -> Iterator[None]:
    """Refusals and broken files as sentences; exit 1."""
    from kiosk.base.messages.system_errors import Unusable

    vi = "Không dùng được danh sách người hỗ trợ; chưa có gì bị đổi"
    with refusing(vi, "The register of staff cannot be used; nothing was changed"):
        try:
            yield
        except Unusable:
            typer.echo("Phải làm gì, xem / what to do: ./script/run doctor", err=True)
            raise
