"""The config and the data folder a command works with. Knows nothing of Typer: `kiosk run` starts here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.base.config.sections import Config
from kiosk.base.files.paths import INSTALLED, content_folder, default_config_file, default_data_folder
from kiosk.base.system.as_owner import ANOTHERS, become_owner_of, is_closed, refuse_whom_it_is_closed_to

if TYPE_CHECKING:
    from kiosk.base.config.defaults import Defaults
    from kiosk.base.config.problems import ConfigProblem


class Chosen(NamedTuple):
    """Which config and which folder this command works with. `file` is None where no config exists."""

    file: Path | None
    config: Config
    problems: tuple[ConfigProblem, ...]
    data_folder: Path


def read_path(text: str) -> Path:
    """What was written after ``--config`` or ``--data``. Raises `ValueError`, whose words can be shown.

    Nothing at all (a variable of a script that is not set) would be the folder one happens to stand in.
    """
    if not text.strip():
        raise ValueError("Chưa ghi tên tệp hoặc thư mục. / The name of a file or folder is missing.")
    return Path(text)


def choose(
    config: Path | None, data: Path | None, *, as_owner: bool = True, starting: bool = False
) -> Chosen:
    """What was asked for on the command line, else the platform's places. *starting*: the kiosk itself does.

    Root works in the installed kiosk's folder as the kiosk's user (unless *as_owner* is False): what root
    wrote there the kiosk could not read.
    """
    if data is None:
        refuse_whom_it_is_closed_to(INSTALLED)
    folder = (data or default_data_folder()).absolute()
    if as_owner and data is None:
        become_owner_of(folder)
    if not starting:  # the kiosk itself opens all the same, and says that it cannot keep its log
        refuse_whom_it_is_closed_to(folder, ANOTHERS)
    file = config or default_config_file()
    beneath = _of_the_ward(folder, starting=starting)
    if file is None:
        return Chosen(None, _config_of(beneath) if beneath else Config(), (), folder)
    from kiosk.base.config.file import load_config  # all that reads and checks one

    return Chosen(file, *load_config(file, beneath), folder)


def _of_the_ward(data_folder: Path, *, starting: bool) -> Defaults | None:
    """What a content pack says for every kiosk of the ward; what is wrong in it was said when it came.

    A start that goes back from content is not with what that content says.
    """
    if (
        is_closed(data_folder) or not content_folder(data_folder).is_dir()
    ):  # the first frame waits for no more than this
        return None
    from kiosk.base.hours.clock import SystemClock
    from kiosk.papers.content.in_force import beginning_with, extra
    from kiosk.papers.content.standing import read_standing

    now = (
        beginning_with(data_folder, lambda: SystemClock().now().boot)
        if starting
        else read_standing(data_folder).now
    )
    file = extra(data_folder, now, "config.toml")
    if file is None:
        return None
    from kiosk.base.config.defaults import read_defaults

    return read_defaults(file)[0]


def _config_of(beneath: Defaults) -> Config:
    from kiosk.base.config.file import config_of

    return config_of(beneath)


def print_problems(chosen: Chosen) -> None:
    """Name everything in the config that could not be used, on standard error."""
    for problem in chosen.problems:
        print(problem.sentence_vi(), file=sys.stderr)
        print(problem.sentence_en(), file=sys.stderr)
