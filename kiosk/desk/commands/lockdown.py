"""`kiosk install --lockdown`: what a machine in a public place needs, made, shown and taken back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NoReturn

import typer

from kiosk.machine.installing import places
from kiosk.machine.lockdown import carry_out
from kiosk.machine.lockdown.carry_out import LOWER, Done
from kiosk.machine.lockdown.measures import MEASURES, OVERLAY

BY_INSTALL = (places.GETTY, places.LOGIND, places.MANAGER, places.SYSRQ, places.CTRL_ALT_DEL)


def show() -> None:
    """Every file, and what would be installed and run; then what closes a machine and is not done here."""
    for measure in MEASURES:
        typer.echo(f"# {measure.vi}\n# {measure.en}")
        if measure.packages:
            typer.echo(f"apt-get install {' '.join(measure.packages)}")
        for place, text in measure.files().items():
            typer.echo(f"# {place}\n{text}", nl=False)
        for words in measure.on:
            typer.echo(" ".join(words).removeprefix("-"))
        typer.echo()
    typer.echo(
        "# Dòng lệnh, phím SysRq, Ctrl+Alt+Del, phím nguồn, nắp máy: lệnh install đã làm;\n"
        "# xem install --print. --undo để nguyên. Menu khởi động: install --boot-password.\n"
        "# Terminals, magic keys, Ctrl+Alt+Del, power key, lid: made by install, see install --print;\n"
        "# --undo leaves them. The boot menu: install --boot-password.\n"
        + "\n".join(f"#   {place}" for place in BY_INSTALL)
        + "\n# Trình duyệt, udisks2, màn hình tự tắt (consoleblank), người đăng nhập tại máy:\n"
        "# lệnh không sửa, doctor nói tên.\n"
        "# A browser, udisks2, a screen that goes dark (consoleblank), somebody logged in at the machine:\n"
        "# nothing changes them; doctor names them."
    )


def lock_down(*, undo: bool) -> None:
    """Exits with 1 where a measure could not be made."""
    _refuse_where_nothing_stays()
    if undo:
        done = carry_out.unlock()
    elif (places.UNITS / places.SERVICE).exists():
        done = carry_out.lock(carry_out.possible())
    else:
        _fail(
            "Cài ki-ốt trước, rồi mới khóa máy.",
            "Install the kiosk first, then lock the machine down.",
            "sudo ./script/run install --config resources/points/diem-1.toml",
        )
    _print_done(done, undo=undo)


def _refuse_where_nothing_stays() -> None:
    if os.geteuid() != 0:
        _fail("Cần quyền root.", "This needs root.", "sudo ./script/run install --lockdown")
    if carry_out.covered():
        _fail(
            f"Ổ hệ thống đang chỉ đọc ({LOWER}): ghi gì tắt máy cũng mất. Mở ổ trước, rồi gõ lại lệnh này.",
            f"The system's disk is read only ({LOWER}): nothing written now would stay. Open it first.",
            f"sudo overlayroot-chroot rm -f {OVERLAY} && sudo systemctl reboot",
        )


def _print_done(done: Sequence[Done], *, undo: bool) -> None:
    for measure, why in done:
        typer.echo(f"{'✗' if why else '✓'} {measure.name}: {measure.vi}\n    {measure.en}", err=bool(why))
        if why:
            typer.echo(f"    → {why}", err=True)
    if not undo and not carry_out.has_own_disk():
        typer.echo(
            f"? overlay: dữ liệu chưa nằm ở phân vùng riêng ({places.HOME}), nên ổ hệ thống vẫn ghi được.\n"
            "    The data are on no partition of their own, so the system's disk stays writable."
        )
    if any(why for _, why in done):
        raise typer.Exit(1)
    typer.echo("Khởi động lại máy · restart the machine:\n  systemctl reboot")


def _fail(vi: str, en: str, line: str) -> NoReturn:
    typer.echo(f"{vi}\n{en}\n  {line}", err=True)
    raise typer.Exit(1)
