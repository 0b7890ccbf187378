"""`kiosk run`: open the kiosk.

Read by argparse and not by Typer like the rest: importing Typer takes half as long as an empty window takes
to open, and nobody should wait for it at the glass.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.screen_size import read_size
from kiosk.desk.commands.as_typed import AS_TYPED
from kiosk.desk.commands.chosen import choose, print_problems, read_path
from kiosk.desk.commands.help_panels import OPTIONS, SHOW_HELP, USAGE

LEAST_IN, MOST_IN = 5.0, 100.0


def run(arguments: Sequence[str]) -> int:
    """Open the kiosk as the *arguments* after ``run`` say; returns the exit code. Wrong use exits with 2."""
    asked = _parser().parse_args(arguments)
    chosen = choose(asked.config, asked.data, starting=True)
    print_problems(chosen)
    screen = chosen.config.screen
    options = RunOptions(
        config=chosen.config,
        data_folder=chosen.data_folder,
        config_file=chosen.file,
        config_problems=chosen.problems,
        fullscreen=screen.fullscreen and not asked.windowed,
        size_px=asked.size or (read_size(screen.size) if screen.size else None),
        diagonal_in=asked.diagonal_in or screen.diagonal_in or None,
        edge_mm=screen.edge_mm,
    )
    from kiosk.start import run_kiosk

    return run_kiosk(options)


class _Parser(ArgumentParser):
    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", USAGE, 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", USAGE, 1)

    def error(self, message: str) -> NoReturn:
        print(f"Lệnh viết chưa đúng. Xem cách dùng: {self.prog} --help", file=sys.stderr)
        super().error(message)


def _parser() -> ArgumentParser:
    parser = _Parser(
        f"{AS_TYPED} run", description="Mở ki-ốt. Opens the kiosk.", allow_abbrev=False, add_help=False
    )
    add = parser.add_argument_group(OPTIONS).add_argument
    add("-h", "--help", action="help", help=SHOW_HELP)
    add(
        "--windowed",
        action="store_true",
        help="Mở trong cửa sổ, không toàn màn hình. In a window, not the full screen.",
    )
    add("--size", type=_size, metavar="1080x1920", help="Cỡ màn hình, điểm ảnh. Size in pixels.")
    add(
        "--diagonal-in",
        type=_diagonal_in,
        metavar="INCHES",
        help="Đường chéo màn hình, inch. Diagonal of the screen, in inches.",
    )
    add(
        "--config",
        type=_path,
        metavar="FILE",
        help="Tệp cấu hình của điểm hoặc tổ này (TOML). Config of this point or team (TOML).",
    )
    add(
        "--data",
        type=_path,
        metavar="DIR",
        help="Thư mục dữ liệu: của ki-ốt, hoặc của phường. Folder for the log and the database.",
    )
    return parser


def _size(text: str) -> tuple[int, int]:
    try:
        return read_size(text)
    except ValueError as reason:
        raise ArgumentTypeError(str(reason)) from reason


def _path(text: str) -> Path:
    try:
        return read_path(text)
    except ValueError as reason:
        raise ArgumentTypeError(str(reason)) from reason


def _diagonal_in(text: str) -> float:
    try:
        inches = float(text)
    except ValueError:
        inches = 0.0
    if not LEAST_IN <= inches <= MOST_IN:
        raise ArgumentTypeError(
            f"“{text}” không phải đường chéo từ {LEAST_IN:g} đến {MOST_IN:g} inch. "
            f"It is not a diagonal from {LEAST_IN:g} to {MOST_IN:g} inches."
        )
    return inches
