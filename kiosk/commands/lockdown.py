"""`kiosk install --lockdown`: what a machine in a public place needs, made, shown and taken back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NoReturn

import typer

from kiosk.installing import places
from kiosk.lockdown import carry_out
from kiosk.lockdown.carry_out import LOWER, Done
from kiosk.lockdown.measures import MEASURES, OVERLAY


def show() -> None:
    """Every file, and what would be installed and run."""
    for measure in MEASURES:
        typer.echo(f"# {measure.vi}\n# {measure.en}")
        if measure.packages:
            typer.echo(f"apt-get install {' '.join(measure.packages)}")
        for place, text in measure.files().items():
            typer.echo(f"# {place}\n{text}", nl=False)
        for words in measure.on:
            typer.echo(" ".join(words).removeprefix("-"))
        typer.echo()


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
    _tell(done, undo=undo)


def _refuse_where_nothing_stays() -> None:
    if os.geteuid() != 0:
        _fail("Cần quyền root.", "This needs root.", "sudo ./script/run install --lockdown")
    if carry_out.covered():
        _fail(
            f"Ổ hệ thống đang chỉ đọc ({LOWER}): ghi gì tắt máy cũng mất. Mở ổ trước, rồi gõ lại lệnh này.",
            f"The system's disk is read only ({LOWER}): nothing written now would stay. Open it first.",
            f"sudo overlayroot-chroot rm -f {OVERLAY} && sudo systemctl reboot",
        )


def _tell(done: Sequence[Done], *, undo: bool) -> None:
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
