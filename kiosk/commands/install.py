"""`kiosk install`: start the kiosk with the machine."""

from __future__ import annotations

import shutil
import sys
from typing import Annotated

import typer
from platformdirs import user_config_path

from kiosk.commands.chosen import choose
from kiosk.commands.place import ConfigFile, DataFolder
from kiosk.deployment import export_service_text, export_timer_text, service_text

SERVICE = "kiosk-bdhvs.service"
EXPORT_SERVICE, EXPORT_TIMER = "kiosk-bdhvs-export.service", "kiosk-bdhvs-export.timer"


def install(
    print_only: Annotated[bool, typer.Option("--print", help="Show the unit, write nothing.")] = False,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Để ki-ốt tự mở khi bật máy. Lets the kiosk open by itself when the machine starts."""
    chosen = choose(config, data)
    what = sys.executable, chosen.file and chosen.file.absolute(), chosen.data_folder
    units = {
        SERVICE: service_text(*what),
        EXPORT_SERVICE: export_service_text(*what),
        EXPORT_TIMER: export_timer_text(chosen.config.export.hour),
    }
    if print_only:
        typer.echo("\n".join(f"# {name}\n{text}" for name, text in units.items()), nl=False)
        return
    if not sys.platform.startswith("linux"):
        typer.echo(
            "Trên hệ này, hãy thêm lệnh sau vào danh sách chương trình khởi động. "
            "On this system, add this command to the programs that start with it:\n"
            f"{sys.executable} -m kiosk run",
            err=True,
        )
        raise typer.Exit(1)
    folder = user_config_path("systemd") / "user"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in units.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as failure:
        typer.echo(f"Không ghi được. {folder} cannot be written: {failure.strerror or failure}", err=True)
        raise typer.Exit(1) from failure
    typer.echo("\n".join(f"Đã ghi / written: {folder / name}" for name in units) + "\nChạy tiếp / now run:")
    if shutil.which("cage") is None:
        typer.echo("  sudo apt-get install -y cage")
    typer.echo(f"  systemctl --user daemon-reload && systemctl --user enable --now {SERVICE} {EXPORT_TIMER}")
    typer.echo("  sudo loginctl enable-linger $USER")
