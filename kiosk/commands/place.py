"""`--config FILE` and `--data DIR`, which every command takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kiosk.config import Config, load_config
from kiosk.config_problems import ConfigProblem
from kiosk.paths import default_config_file, default_data_folder

ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Config of this point or team (TOML)."),
]
DataFolder = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Folder for the log and the database."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which config and which folder this command works with. `file` is None where no config exists."""

    file: Path | None
    config: Config
    problems: tuple[ConfigProblem, ...]
    data_folder: Path


def choose(config: Path | None, data: Path | None) -> Chosen:
    """What was asked for on the command line, else the platform's places."""
    file = config or default_config_file()
    read, problems = load_config(file)
    return Chosen(file, read, problems, (data or default_data_folder()).absolute())


def tell_problems(chosen: Chosen) -> None:
    """Name everything in the config that could not be used, on standard error."""
    for problem in chosen.problems:
        typer.echo(problem.sentence_vi(), err=True)
        typer.echo(problem.sentence_en(), err=True)
