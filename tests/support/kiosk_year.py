"""`python -m support.kiosk_year PLAN`: the whole kiosk lives through days, on a clock that is put forward.

The program and its window are the real ones; fingers, keys and one switch act on that window. PLAN is a file
of JSON (`Plan`). Each day residents come, walk through what the screen offers and leave: by the screen, or
without a word. After each day a line of JSON says what the process holds.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import statistics
import sys
import threading
import time
import traceback
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from support.full_disk import full_disk
from support.kiosk_scanned import by_qt, until
from support.pressing import named
from support.year_clock import YearClock
from support.year_hand import Hand, Way

import kiosk.app
import kiosk.running
from kiosk.config.file import load_config
from kiosk.config.run_options import RunOptions
from kiosk.content.standing import read_standing
from kiosk.content.taking import incoming
from kiosk.files.durable import private_folder, publish
from kiosk.files.paths import content_folder, database_file
from kiosk.hours.opening import HANOI
from kiosk.running import Running
from kiosk.services.bulletin import BulletinService
from kiosk.services.self_examination import SelfExamination
from kiosk.start import run_kiosk

BEGINS = datetime(2027, 1, 4, tzinfo=HANOI)
MORNING_H, NIGHT_H, NIGHT_HOURS = 8.0, 19.5, 4
TICK_S = 0.03  # a look at the clock, once a second otherwise
READS_S = (2.0, 40.0)  # of the kiosk's own clock, before each touch
STEPS = (2, 7)
STILL_S, STILL_AT_MOST_S = 30.0, 3 * 3600.0
TAKEN_WITHIN_S = 400.0
WAYS: tuple[Way, ...] = ("finger",) * 7 + ("keys", "keys", "switch")
BESIDE = (BulletinService, SelfExamination)
"""They start other processes, each of which costs more than a day of the kiosk."""
WRONG_S = (-26 * 365 * 86_400.0, -7200.0, 300 * 86_400.0)
ASSISTED = (
    "staff",
    "assist",
    "notice.no",
    "skip",
    "flow.vneid-cai-dat",
    "by.volunteer",
    "next",
    "next",
    "finish",
)


@dataclass(frozen=True)
class Plan:
    """`first`, `days`: since `BEGINS`; `packs`: the day of each and its file; `cut`: the last day ends by a
    power cut; `beside`: every day two other programs are started too, as ever. On days of `full` the disk is
    full, of `wrong` the clock is wrong, of `assisted` staff help.
    """

    data: str
    config: str
    boot: str
    first: int
    days: int
    seed: int
    pin: str
    cut: bool
    beside: bool
    visits: int
    packs: dict[str, str]
    full: list[int]
    wrong: list[int]
    assisted: list[int]


class Year(Running):
    """Days of a kiosk."""

    plan: Plan
    clock: YearClock
    rng: random.Random
    visits = assisted = 0

    async def _look_after(self) -> None:
        if not self.plan.beside:
            self._services = [one for one in self._services if not isinstance(one, BESIDE)]
        vars(self._window._gate)["_now_s"] = lambda: self.clock.up_s
        self._hand = Hand(self._window.window, self.clock, self.rng)
        self._life = asyncio.create_task(self._live())
        await super()._look_after()

    async def _live(self) -> None:
        try:
            await self._days()
        except (AssertionError, TimeoutError, OSError, KeyError) as failure:
            self._say({"failed": "".join(traceback.format_exception(failure))})
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    async def _days(self) -> None:
        plan, here = self.plan, self._conductor
        await until(lambda: here.around.guides.read and self._memory.log_is_open())
        self._say({"ready": True})
        for day in range(plan.first, plan.first + plan.days):
            await self._day(day)
            if plan.cut and day == plan.first + plan.days - 1:
                await self._visit(half=True)
                self._say(self._held(day))
                os.kill(os.getpid(), signal.SIGKILL)
            for _ in range(NIGHT_HOURS):
                self.clock.later(3600)
                await self._ticks(2)
            self._say(self._held(day))

    async def _day(self, day: int) -> None:
        plan = self.plan
        self.clock.until(BEGINS + timedelta(days=day, hours=MORNING_H))
        self.clock.wrong_s = self.rng.choice(WRONG_S) if day in plan.wrong else 0.0
        with full_disk(Path(plan.data).parent) if day in plan.full else nullcontext():
            for _ in range(plan.visits):
                await self._visit()
        self.clock.wrong_s = 0.0
        if day in plan.assisted:
            await self._is_assisted()
        if file := plan.packs.get(str(day)):
            await self._take_in(Path(file))
        self.clock.until(BEGINS + timedelta(days=day, hours=NIGHT_H))

    async def _visit(self, *, half: bool = False) -> None:
        """Somebody comes, and goes as they like; *half*: they are still there when this returns."""
        here, rng = self._conductor, self.rng
        self.clock.later(rng.uniform(60, 3600))
        await self._until_nobody()
        way = rng.choice(WAYS)
        await self._hand.act(way, "begin")
        if here.nobody_is_here:  # what was meant was not what was hit
            here.act(named("begin"))
        for _ in range(rng.randint(*STEPS)):
            self.clock.later(rng.uniform(*READS_S))
            await self._hand.act(way, self._wish())
            if here.nobody_is_here:
                break
        await self._ticks(1)
        if not half:
            await self._until_nobody()
        self.visits += 1

    def _wish(self) -> str:
        """Mostly what leads on; the slot of it."""
        primary = self._conductor.page.primary
        return primary.slot if primary is not None and self.rng.random() < 0.6 else ""

    async def _until_nobody(self) -> None:
        """Time passes without a touch until the invitation is back, as it must be."""
        here, began_s = self._conductor, self.clock.up_s
        while not here.nobody_is_here:
            stood_s = self.clock.up_s - began_s
            assert stood_s < STILL_AT_MOST_S, f"no way home from {here.page.place}: {here.visit}"
            self.clock.later(STILL_S)
            await self._ticks(1)

    async def _is_assisted(self) -> None:
        """An officer takes the controls, helps somebody through a guide, and goes."""
        here, assisted = self._conductor, False
        await self._until_nobody()
        await by_qt(lambda: self._hand.key(Qt.Key.Key_F12))
        await until(lambda: here.page.place == "door.pin")  # one member of staff is known here
        await self._hand.type(self.plan.pin)
        await until(lambda: here.visit.staff is not None)
        for action in ASSISTED:
            self.clock.later(5)
            here.act(named(action))
            await self._ticks(1)
            assisted = assisted or here.visit.assisted_by != ""
        assert assisted, f"nobody is assisted at {here.page.place}"
        await self._until_nobody()
        self.assisted += 1

    async def _take_in(self, file: Path) -> None:
        await self._until_nobody()
        data = Path(self.plan.data)
        before = read_standing(data).now.counter
        private_folder(content_folder(data))
        publish(incoming(data), file.read_bytes())
        until_s = time.monotonic() + TAKEN_WITHIN_S
        while self._conductor.around.content.pack in (before, 0):
            assert time.monotonic() < until_s, f"it is not taken in: {self._conductor.around.content}"
            self.clock.later(6)
            await asyncio.sleep(0.2)

    async def _ticks(self, count: int) -> None:
        await asyncio.sleep(TICK_S * (count + 0.5))

    def _held(self, day: int) -> dict[str, Any]:
        status = Path("/proc/self/status").read_text("ascii")
        rss = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        steps, self._hand.steps_ms = self._hand.steps_ms, []
        log = database_file(Path(self.plan.data))
        return {
            "day": day,
            "rss_mb": int(rss.split()[1]) / 1024,
            "files": sum(1 for _ in Path("/proc/self/fd").iterdir()),
            "threads": threading.active_count(),
            "log_kb": log.stat().st_size // 1024,
            "data_kb": sum(one.stat().st_size for one in log.parent.rglob("*") if one.is_file()) // 1024,
            "step_ms": statistics.median(steps) if steps else 0.0,
            "cpu_s": time.process_time(),
            "visits": self.visits,
            "assisted": self.assisted,
            "steps": self._hand.steps,
        }

    def _say(self, what: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


def main(plan: Plan) -> int:
    Year.plan, Year.rng = plan, random.Random(plan.seed)
    Year.clock = YearClock(BEGINS + timedelta(days=plan.first, hours=MORNING_H - 0.5), plan.boot)
    vars(kiosk.app)["Running"] = Year
    vars(kiosk.running)["TICK_S"] = TICK_S
    config = Path(plan.config)
    read, problems = load_config(config)
    options = RunOptions(
        read, Path(plan.data), problems, fullscreen=False, size_px=(540, 960), config_file=config
    )
    return run_kiosk(options, None, Year.clock)


if __name__ == "__main__":
    sys.exit(main(Plan(**json.loads(Path(sys.argv[1]).read_text("utf-8")))))
