"""`kiosk run`: open the kiosk."""

from __future__ import annotations

import os
import re
import sys
from typing import Annotated

import typer

from kiosk.commands.place import ConfigFile, DataFolder, choose, tell_problems
from kiosk.health.display import NO_DISPLAY_EN, NO_DISPLAY_VI, has_display
from kiosk.options import RunOptions


def read_size(text: str) -> tuple[int, int] | None:
    """``"1080x1920"`` as pixels; None for an empty text. Raises `typer.BadParameter` (exit 2)."""
    if not text:
        return None
    found = re.fullmatch(r"([1-9]\d{2,4})x([1-9]\d{2,4})", text)
    if found is None:
        raise typer.BadParameter(f"“{text}” is not a size such as 1080x1920.")
    return int(found.group(1)), int(found.group(2))


def run(
    windowed: Annotated[bool, typer.Option("--windowed", help="In a window, not the full screen.")] = False,
    size: Annotated[str | None, typer.Option("--size", metavar="1080x1920", help="Size in pixels.")] = None,
    diagonal_in: Annotated[
        float | None, typer.Option("--diagonal-in", min=5, max=100, help="Diagonal of the screen, in inches.")
    ] = None,
    config: ConfigFile = None,
    data: DataFolder = None,
) -> None:
    """Mở ki-ốt. Opens the kiosk."""
    size_px = read_size(size or "")
    chosen = choose(config, data)
    tell_problems(chosen)
    if not has_display(sys.platform, os.environ):
        typer.echo(NO_DISPLAY_VI, err=True)
        typer.echo(NO_DISPLAY_EN, err=True)
        raise typer.Exit(1)
    screen = chosen.config.screen
    options = RunOptions(
        config=chosen.config,
        data_folder=chosen.data_folder,
        config_problems=chosen.problems,
        fullscreen=screen.fullscreen and not windowed,
        size_px=size_px or read_size(screen.size),
        diagonal_in=diagonal_in or screen.diagonal_in or None,
    )
    from kiosk.app import run_kiosk

    raise typer.Exit(run_kiosk(options))
