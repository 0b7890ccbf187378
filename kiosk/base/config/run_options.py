"""What `kiosk run` was asked to do, after command line and config have been read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.base.config.problems import ConfigProblem
    from kiosk.base.config.sections import Config


class RunOptions(NamedTuple):
    """Everything `kiosk.start.run_kiosk` needs; nothing below it reads arguments or the environment.

    `config_problems` are what the config said that could not be used; the kiosk runs with the defaults
    for those options and staff see the list.
    """

    config: Config
    data_folder: Path
    config_problems: tuple[ConfigProblem, ...] = ()
    fullscreen: bool = True
    size_px: tuple[int, int] | None = None  # None: the size of the screen
    diagonal_in: float | None = None  # None: what the screen says of itself
    edge_mm: float = 800.0  # how high above the floor the lower edge of the glass is
    config_file: Path | None = None  # for programs that this one starts
