"""`kiosk install`: the machine opens the kiosk by itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kiosk.base.messages.system_errors import explained
from kiosk.desk.commands.chosen import choose
from kiosk.desk.commands.lockdown import lock_down
from kiosk.desk.commands.lockdown import show as show_lockdown
from kiosk.desk.commands.place import ConfigFile, DataFolder
from kiosk.machine.installing import boot_menu, carry_out, places
from kiosk.machine.installing.machine import Refused, program_folder, refusals, user_units
from kiosk.machine.installing.plan import files_of, session_files_of


def install(
    print_only: Annotated[
        bool,
        typer.Option("--print", help="Chỉ in các tệp ra xem, không ghi gì. Show every file, write nothing."),
    ] = False,
    desktop: Annotated[
        bool,
        typer.Option(
            "--desktop",
            help="Một phiên riêng bên cạnh desktop: laptop của tổ. "
            "A session of its own beside the desktop: a team's laptop.",
        ),
    ] = False,
    boot_password: Annotated[
        bool,
        typer.Option(
            "--boot-password",
            help="Hỏi một mật khẩu và khóa menu GRUB bằng nó. "
            "Ask for a password and close GRUB's menu with it.",
        ),
    ] = False,
    lockdown: Annotated[
        bool,
        typer.Option(
            "--lockdown",
            help="Khóa thêm cho máy ở nơi công cộng. What a machine in a public place needs beside it.",
        ),
    ] = False,
    undo: Annotated[
        bool, typer.Option("--undo", help="Cùng --lockdown: bỏ khóa. With --lockdown: take it back.")
    ] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Để máy tự mở ki-ốt khi bật. Lets the machine open the kiosk when it is switched on (as root)."""
    if undo and not lockdown:
        raise typer.BadParameter("--undo goes with --lockdown")
    if lockdown:
        show_lockdown() if print_only else lock_down(undo=undo)
        return
    chosen = choose(config, None, as_owner=False)
    folder = data.absolute() if data else places.DATA
    texts = (
        session_files_of(sys.executable, data and folder)
        if desktop
        else files_of(sys.executable, chosen.config.export.hour, folder)
    )
    if print_only:
        typer.echo("\n".join(f"# {file}\n{text}" for file, text in texts.items()), nl=False)
        return
    if not sys.platform.startswith("linux"):
        _refuse(
            Refused(
                "Trên hệ này, hãy thêm lệnh sau vào danh sách chương trình khởi động.",
                "On this system, add this command to the programs that start with it.",
                (f"{sys.executable} -m kiosk run",),
            )
        )
    for refused in refusals(desktop=desktop):
        _refuse(refused)
    if os.geteuid() != 0:
        _refuse(
            Refused("Cần quyền root.", "This needs root.", (f"sudo ./script/run {' '.join(sys.argv[1:])}",))
        )
    if chosen.file is None:
        _refuse(
            Refused(
                "Chưa có tệp cấu hình của điểm này. Chép một tệp trong resources/points, sửa cho đúng.",
                "The config of this point is missing. Copy one of resources/points and fill it in.",
                ("./script/run install --config resources/points/diem-1.toml",),
            )
        )
    _print_old_units()
    try:
        carry_out.write(texts)
        carry_out.compile_program(program_folder())
        carry_out.mask_ctrl_alt_del()
        if desktop:
            carry_out.take_config(chosen.file)
        else:
            carry_out.make_user(folder)
            carry_out.take_config(chosen.file, readers=carry_out.group_of_the_kiosk())
        carry_out.bring_into_force(desktop=desktop)
        if boot_password:
            _close_the_boot_menu()
    except OSError as failure:
        why = explained(failure)
        _refuse(Refused(f"Chưa cài xong: {why.vi}.", f"Not installed to the end: {why.en}."))
    _print_next_steps(texts, desktop=desktop)


def _refuse(refused: Refused) -> NoReturn:
    typer.echo(f"{refused.vi}\n{refused.en}", err=True)
    for line in refused.type:
        typer.echo(f"  {line}", err=True)
    raise typer.Exit(1)


def _close_the_boot_menu() -> None:
    """Raises `OSError`."""
    password = typer.prompt(
        f"Mật khẩu của menu khởi động (GRUB), từ {boot_menu.LEAST_LETTERS} chữ, không dấu / boot menu",
        hide_input=True,
        confirmation_prompt="Gõ lại / again",
    )
    if not boot_menu.is_usable(password):
        _refuse(
            Refused(
                f"Mật khẩu cần từ {boot_menu.LEAST_LETTERS} chữ cái, chữ số, không dấu.",
                f"It takes {boot_menu.LEAST_LETTERS} letters or more, of an American keyboard.",
            )
        )
    try:
        boot_menu.close_menu(password)
    except boot_menu.NotClosed as why:
        _refuse(
            Refused(
                f"Chưa đóng được menu khởi động ({why}). Menu vẫn như trước, máy vẫn tự mở ki-ốt.",
                f"The boot menu could not be closed ({why}). It is as before; the kiosk still opens alone.",
            )
        )


def _print_old_units() -> None:
    """They were of a user, had no seat, and never opened the kiosk after a power cut."""
    for unit in user_units():
        home = unit.parents[3]
        typer.echo(
            f"Bản cài cũ {unit} không dùng nữa. Chuyển nhật ký và khóa, rồi bỏ nó:\n"
            f"The old unit {unit} is no longer used. Move the log and the keys, then remove it:\n"
            f"  cp -a {home}/.local/share/kiosk-bdhvs/. {places.DATA}/\n"
            f"  chown -R {places.USER}:{places.USER} {places.DATA}\n"
            f"  rm {unit.parent}/kiosk-bdhvs*  {unit.parent}/*.wants/kiosk-bdhvs*\n"
            f"  loginctl disable-linger {home.name}"
        )


def _print_next_steps(texts: dict[Path, str], *, desktop: bool) -> None:
    typer.echo("\n".join(f"Đã ghi / written: {file}" for file in (*texts, places.CONFIG)))
    if boot_menu.see_menu() == "open":
        typer.echo(
            "Menu khởi động (GRUB) còn mở: ai ngồi ở máy cũng vào được quyền root. Đặt mật khẩu:\n"
            "GRUB's menu is open: whoever sits there can become root. Set a password:\n"
            f"  sudo ./script/run install{' --desktop' if desktop else ''} --boot-password"
        )
    elif boot_menu.see_menu() == "closed":
        typer.echo(
            f"Menu khởi động (GRUB): muốn sửa, gõ tên {boot_menu.USER} và mật khẩu. Phường giữ mật khẩu.\n"
            f"GRUB's menu: to change it, the name {boot_menu.USER} and the password. Keep it with the ward."
        )
    if desktop:
        typer.echo(
            "Đăng xuất, rồi chọn “Ki-ốt Bình dân học vụ số” ở màn hình đăng nhập (bánh răng).\n"
            "Log out, then choose “Bình dân học vụ số kiosk” at the login screen."
        )
        return
    typer.echo(
        "Khởi động lại máy: ki-ốt tự mở. Xem máy đã ổn chưa: sudo ./script/run doctor (qua ssh).\n"
        "Restart the machine: the kiosk opens. How it is: sudo ./script/run doctor (over ssh).\n"
        "  systemctl reboot"
    )
