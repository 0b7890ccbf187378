"""`--config FILE` and `--data DIR`, which every command takes, as Typer reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Config of this point or team (TOML)."),
]
DataFolder = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder for the log and the database."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
