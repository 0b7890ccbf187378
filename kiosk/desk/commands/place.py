"""Options that several commands take, as Typer reads them, and what they print with `--json`.

Every one takes `--config` and `--data`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kiosk.desk.commands.chosen import read_path


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


MOST_ABOVE = 999_999
"""More packs than any ward makes: a number with a digit too many is a slip."""
AsJson = Annotated[bool, typer.Option("--json", help="In ra dạng JSON. Print JSON.")]
FlowIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FLOW]…", help="Những bài nào; không ghi: mọi bài. Which guides; none: all."),
]
Above = Annotated[
    int,
    typer.Option(
        "--above",
        metavar="N",
        min=0,
        max=MOST_ABOVE,
        help="Đánh số lớn hơn N, số mà một ki-ốt đã có. Number it higher than N, which a kiosk has had.",
    ),
]
PackFile = Annotated[
    Path,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Ghi ra đâu; ghi thẳng ra USB cũng được. Where it is written; a stick will do.",
    ),
]
"""Where a pack of the ward is written."""


def print_json(what: object) -> None:
    """For another program, and for people who read it."""
    typer.echo(json.dumps(what, ensure_ascii=False, indent=2))
