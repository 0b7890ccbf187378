"""`python -m support.kiosk_year DATA CONFIG FIRST DAYS SEED`: the whole kiosk lives through days, on its own
clock.

The program and its window are the real ones; only the clock runs ahead between what happens. Each day
residents come and press whatever is offered, in the evening the night is sent. After each day a line of
JSON: what the process holds by then, and how many visits have come to their end since it began. SEED
decides what people press, on which mornings the clock is wrong and the disk full, and whether the last day
ends by a power cut in the middle of a visit.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

from support.kiosk_scanned import until
from support.pressing import named
from support.residents import offered

import kiosk.app
import kiosk.running
from kiosk.config.file import load_config
from kiosk.config.run_options import RunOptions
from kiosk.files.paths import database_file
from kiosk.hours.clock import RELEASED_S, Moment, SystemClock, WallTime
from kiosk.hours.opening import HANOI
from kiosk.running import Running
from kiosk.start import run_kiosk

BEGINS = datetime(2027, 1, 4, tzinfo=HANOI)
VISITS = (2, 5)  # a day
MOST_PRESSES = 60
TICK_S = 0.05
PRESS_AFTER_S = 2.0  # of the kiosk's own clock
AWAY_S = 3600.0  # nobody has touched it for so long
NIGHT_H, MORNING_H = 19.5, 8.0
WRONG_BY_S = (-26 * 365 * 86_400.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
LEFT_UNTOUCHED = ("staff", "door", "call-person", "language")


class AheadClock:
    """Fits `kiosk.hours.clock.Clock`: the real one, and so many seconds more."""

    def __init__(self, wall_s: float) -> None:
        self._real = SystemClock()
        self._more_s, self.wrong_s = 0.0, 0.0
        self._begins_s = wall_s - self._real.now().wall_s

    def now(self) -> Moment:
        real = self._real.now()
        wall_s = real.wall_s + self._begins_s + self._more_s + self.wrong_s
        return Moment(wall_s, real.up_s + self._more_s, real.boot, wall_s >= RELEASED_S)

    def wall(self) -> WallTime:
        return self.now().wall

    def remember(self, wall_s: float) -> None:
        """What a log says of the time is not asked here: the clock is what is tried."""

    def confirm(self) -> None:
        pass

    def later(self, seconds: float) -> None:
        self._more_s += seconds

    def until(self, moment: datetime) -> None:
        self.later(max(moment.timestamp() - (self.now().wall_s - self.wrong_s), 0.0))


class Year(Running):
    """Days of a kiosk. `days` are counted from `BEGINS`."""

    clock: AheadClock
    first: int
    days: int
    rng: random.Random
    data: Path
    ended = 0

    async def _look_after(self) -> None:
        self._life = asyncio.create_task(self._live())
        await super()._look_after()

    async def _live(self) -> None:
        here, rng = self._conductor, self.rng
        await until(lambda: here.around.guides.read and self._memory.log_is_open())
        self._say({"ready": True})
        cut = rng.random() < 0.5
        for day in range(self.first, self.first + self.days):
            self.clock.until(BEGINS + timedelta(days=day, hours=MORNING_H))
            self.clock.wrong_s = rng.choice(WRONG_BY_S)
            with full_disk(self.data, wanted=rng.random() < 0.03):
                for _ in range(rng.randint(*VISITS)):
                    await self._visit()
            self.clock.wrong_s = 0.0
            if cut and day == self.first + self.days - 1:
                await self._visit(half=True)
                os.kill(os.getpid(), signal.SIGKILL)
            self.clock.until(BEGINS + timedelta(days=day, hours=NIGHT_H))
            await self._night()
            self._say(self._held(day))
        os.kill(os.getpid(), signal.SIGTERM)

    async def _visit(self, *, half: bool = False) -> None:
        here, rng = self._conductor, self.rng
        self.clock.later(rng.uniform(60, 3600))
        await self._ticks(2)
        if not here.nobody_is_here:  # somebody's visit of before, that is offered again
            self.clock.later(AWAY_S)
            await until(lambda: here.nobody_is_here)
        here.act(named("begin"))
        for _ in range(rng.randint(5, MOST_PRESSES)):
            may = [slot for slot in offered(here.visit, here.around) if not slot.startswith(LEFT_UNTOUCHED)]
            primary = here.page.primary
            slot = primary.slot if primary is not None and rng.random() < 0.6 else rng.choice(may)
            self.clock.later(PRESS_AFTER_S)
            here.act(named(slot))
            await asyncio.sleep(0)
            if here.nobody_is_here:
                break
        await self._ticks(1)  # it is drawn, and said
        if half:
            return
        self.clock.later(AWAY_S)
        await until(lambda: here.nobody_is_here)
        self.ended += 1

    async def _night(self) -> None:
        """Long enough for the export, the message for the groups and the care of the log to be due."""
        for _ in range(4):
            self.clock.later(3600)
            await self._ticks(4)

    async def _ticks(self, count: int) -> None:
        await asyncio.sleep(TICK_S * (count + 0.5))

    def _held(self, day: int) -> dict[str, object]:
        status = Path("/proc/self/status").read_text("ascii")
        rss = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return {
            "day": day,
            "rss_kb": int(rss.split()[1]),
            "files": sum(1 for _ in Path("/proc/self/fd").iterdir()),
            "threads": threading.active_count(),
            "log_kb": database_file(self.data).stat().st_size // 1024,
            "visits": self.ended,
        }

    def _say(self, what: dict[str, object]) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


class full_disk:  # noqa: N801 (used as a word of the language)
    """While inside nothing more fits where *data* lie; only where they lie on a disk of their own."""

    def __init__(self, data: Path, *, wanted: bool) -> None:
        self._file = data.parent / "filler"
        self._wanted = wanted and os.path.ismount(data.parent)

    def __enter__(self) -> None:
        if self._wanted:
            with self._file.open("wb") as filler:
                size = 1 << 20
                while size >= 512:
                    try:
                        filler.write(bytes(size))
                        filler.flush()
                    except OSError:
                        size //= 2

    def __exit__(self, *_: object) -> None:
        self._file.unlink(missing_ok=True)


def main(data: Path, config: Path, first: int, days: int, seed: int) -> int:
    Year.data, Year.first, Year.days, Year.rng = data, first, days, random.Random(seed)
    Year.clock = AheadClock((BEGINS + timedelta(days=first, hours=MORNING_H - 0.5)).timestamp())
    vars(kiosk.app)["Running"] = Year
    vars(kiosk.running)["TICK_S"] = TICK_S
    read, problems = load_config(config)
    options = RunOptions(read, data, problems, fullscreen=False, size_px=(540, 960), config_file=config)
    return run_kiosk(options, None, Year.clock)


if __name__ == "__main__":
    folder, file, *numbers = sys.argv[1:]
    sys.exit(main(Path(folder), Path(file), *map(int, numbers)))
