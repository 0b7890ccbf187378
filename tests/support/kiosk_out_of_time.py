"""`python -m support.kiosk_out_of_time run … --clock FILE [--guides FOLDER]`: the whole kiosk, another time.

FILE holds two numbers: how many seconds have passed more than really have, and by how many more seconds the
calendar is wrong. It may change while the kiosk runs: so a minute without a touch takes no minute.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from flows.shelf.library import RESIDENT_GUIDES
from kiosk.base.config.run_options import RunOptions
from kiosk.base.config.screen_size import read_size
from kiosk.base.hours.clock import RELEASED_S, Moment, SystemClock, WallTime
from kiosk.desk.commands.chosen import choose
from kiosk.start import run_kiosk


class BentClock:
    """Fits `kiosk.base.hours.clock.Clock`."""

    def __init__(self, file: Path) -> None:
        self._file, self._real = file, SystemClock()

    def now(self) -> Moment:
        real = self._real.now()
        more_s, wrong_s = [float(number) for number in self._file.read_text("ascii").split()]
        wall_s = real.wall_s + more_s + wrong_s
        return Moment(wall_s, real.up_s + more_s, real.boot, wall_s >= RELEASED_S)

    def wall(self) -> WallTime:
        return self.now().wall

    def remember(self, wall_s: float) -> None:
        self._real.remember(wall_s)

    def confirm(self) -> None:
        self._real.confirm()


def bend(file: Path, more_s: float = 0.0, wrong_s: float = 0.0) -> Path:
    """Write the file, whole at once."""
    draft = file.with_suffix(".new")
    draft.write_text(f"{more_s} {wrong_s}", "ascii")
    return draft.replace(file)


def main() -> int:
    parser = ArgumentParser()
    parser.add_argument("run")
    parser.add_argument("--windowed", action="store_true")
    parser.add_argument("--size", type=read_size)
    for name in ("--data", "--clock", "--config"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--guides", type=Path, default=RESIDENT_GUIDES)
    asked = parser.parse_args()
    chosen = choose(asked.config, asked.data)
    options = RunOptions(
        chosen.config, chosen.data_folder, chosen.problems, fullscreen=False, size_px=asked.size
    )
    return run_kiosk(options, asked.guides, BentClock(asked.clock))


if __name__ == "__main__":
    sys.exit(main())
