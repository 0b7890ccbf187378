"""Options that several commands take, as Typer reads them; every one takes `--config` and `--data`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.chosen import read_path


def _path(text: str) -> Path:
    try:
        return read_path(text)
    except ValueError as reason:
        raise typer.BadParameter(str(reason)) from reason


ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Tệp cấu hình của điểm hoặc tổ này (TOML). Config of this point or team (TOML).",
        parser=_path,
    ),
]
DataFolder = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Thư mục dữ liệu: của ki-ốt, hoặc của phường. Folder for the log and the database.",
        parser=_path,
    ),
]


@dataclass(frozen=True, slots=True)
class PlaceOptions:
    """Both, for a command with many more."""

    config: ConfigFile = None
    data: DataFolder = None


AsJson = Annotated[bool, typer.Option("--json", help="In ra dạng JSON. Print JSON.")]
PackFile = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Ghi ra đâu; ghi thẳng ra USB cũng được. Where it is written; a stick will do.",
    ),
]
"""Where a pack of the ward is written."""
