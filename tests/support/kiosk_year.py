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
import time
import traceback
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from support.full_disk import full_disk
from support.kiosk_scanned import until
from support.living import held, say
from support.pressing import named
from support.year_clock import YearClock
from support.year_hand import Hand, Way
from support.year_staff import Staff

import kiosk.app
import kiosk.running
from kiosk.base.config.file import load_config
from kiosk.base.config.run_options import RunOptions
from kiosk.base.hours.opening import HANOI
from kiosk.papers.content.taking import incoming
from kiosk.point.services.bulletin import BulletinService
from kiosk.point.services.night_work import NightWork
from kiosk.point.services.point import PointService
from kiosk.point.services.self_examination import SelfExamination
from kiosk.running import Running
from kiosk.start import run_kiosk

BEGINS = datetime(2027, 1, 4, tzinfo=HANOI)
MORNING_H, NIGHT_H, NIGHT_HOURS = 8.0, 19.5, 4
TICK_S = 0.03  # a look at the clock, once a second otherwise
READS_S = (2.0, 40.0)  # of the kiosk's own clock, before each touch
STEPS, LEADS_ON = (2, 7), 0.6
NOBODY = "http://127.0.0.1:9"  # nothing listens there
STILL_S, STILL_AT_MOST_S = 30.0, 3 * 3600.0
TAKEN_WITHIN_S = 400.0
WAYS: tuple[Way, ...] = ("finger",) * 7 + ("keys", "keys", "switch")
BESIDE = (BulletinService, SelfExamination)
"""They start other processes, each of which costs more than a day of the kiosk."""
WRONG_S = (-26 * 365 * 86_400.0, -7200.0, 300 * 86_400.0)


@dataclass(frozen=True)
class Plan:
    """`first`, `days`: since `BEGINS`; `cut`: the last day ends by a power cut; `beside`: every day two other
    programs are started too, as ever. On days of `full` the disk is full, of `wrong` the clock is wrong, of
    `assisted` staff help, of `asks` they ask the ward, of `sticks` they have its `stick`; from days of
    `silent` on until the next the ward cannot be reached.
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
    full: list[int]
    wrong: list[int]
    assisted: list[int]
    asks: list[int]
    sticks: list[int]
    stick: str
    silent: list[int]


class Year(Running):
    """Days of a kiosk."""

    plan: Plan
    clock: YearClock
    rng: random.Random
    visits = assisted = brought = taken = 0

    async def _look_after(self) -> None:
        if not self.plan.beside:
            self._services = [one for one in self._services if not isinstance(one, BESIDE)]
        vars(self._window._gate)["_now_s"] = lambda: self.clock.up_s
        self._hand = Hand(self._window.window, self.clock, self.rng)
        point = next(one for one in self._services if isinstance(one, PointService))
        self._staff = Staff(self._conductor, self._hand, self.clock, point, self.plan.pin)
        self._export = next(one for one in self._services if isinstance(one, NightWork))._export
        self._to_the_ward = self._export._config
        self._life = asyncio.create_task(self._live())
        await super()._look_after()

    async def _live(self) -> None:
        try:
            await self._days()
        except Exception as failure:  # noqa: BLE001 (whatever it is, whoever started this hears of it)
            where = f"at {self._conductor.page.place}: "
            say({"failed": where + "".join(traceback.format_exception(failure))})
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    async def _days(self) -> None:
        plan, here = self.plan, self._conductor
        await until(lambda: here.around.guides.read and self._memory.log_is_open())
        say({"ready": True})
        for day in range(plan.first, plan.first + plan.days):
            await self._day(day)
            if plan.cut and day == plan.first + plan.days - 1:
                await self._visit(half=True)
                say(self._held(day))
                os.kill(os.getpid(), signal.SIGKILL)
            await self._night(day)
            say(self._held(day))

    async def _day(self, day: int) -> None:
        plan = self.plan
        self.clock.until(BEGINS + timedelta(days=day, hours=MORNING_H))
        line = replace(self._to_the_ward, url=NOBODY) if day in plan.silent else self._to_the_ward
        self._export._config = line
        self.clock.wrong_s = self.rng.choice(WRONG_S) if day in plan.wrong else 0.0
        with full_disk(Path(plan.data).parent) if day in plan.full else nullcontext():
            for _ in range(plan.visits):
                await self._visit()
        self.clock.wrong_s = 0.0
        if day in plan.assisted:
            await self._until_nobody()
            await self._staff.assists()
            self.assisted += 1
        if day in plan.asks:
            await self._until_nobody()
            await self._staff.asks_the_ward()
        if day in plan.sticks:
            await self._is_brought(Path(plan.stick), day)
        await self._until_nobody()
        self.clock.until(BEGINS + timedelta(days=day, hours=NIGHT_H))

    async def _night(self, day: int) -> None:
        """Hours in which the kiosk does its own work; what comes for it waits until it has its time."""
        for _ in range(NIGHT_HOURS):
            self.clock.later(3600)
            await self._ticks(2)
            await until(self._export_has_looked)
        await self._until_taken()

    def _export_has_looked(self) -> bool:
        """Whether it is over for this hour, or was not due."""
        return self._export._next_up_s > self.clock.up_s and not self._export.is_at_work

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
        return "primary" if self.rng.random() < LEADS_ON else ""

    async def _until_nobody(self) -> None:
        """Time passes without a touch until the invitation is back, as it must be."""
        here, began_s = self._conductor, self.clock.up_s
        while not here.nobody_is_here:
            stood_s = self.clock.up_s - began_s
            assert stood_s < STILL_AT_MOST_S, f"no way home from {here.page.place}: {here.visit}"
            self.clock.later(STILL_S)
            await self._ticks(1)

    async def _is_brought(self, stick: Path, day: int) -> None:
        """The ward's stick: what it brings is in force before the day goes on."""
        await self._until_taken()
        await self._until_nobody()
        await until((stick / f"{day}.kpack").exists)  # until the ward has made it
        told = await self._staff.uses(stick)
        assert (told.exported, told.brought) == ("done", "taken"), told
        self.brought += 1
        await self._until_taken()

    async def _until_taken(self) -> None:
        """Nothing waits to be taken in any more."""
        until_s = time.monotonic() + TAKEN_WITHIN_S
        here, waits = self._conductor, incoming(Path(self.plan.data))
        before = here.around.content.pack
        while waits.exists() or here.around.content.coming:
            assert time.monotonic() < until_s, f"it is not taken in: {here.around.content}"
            self.clock.later(6)
            await asyncio.sleep(0.2)
        self.taken += here.around.content.pack != before

    async def _ticks(self, count: int) -> None:
        await asyncio.sleep(TICK_S * (count + 0.5))

    def _held(self, day: int) -> dict[str, Any]:
        steps, self._hand.steps_ms = self._hand.steps_ms, []
        return {
            "day": day,
            **held(Path(self.plan.data)),
            "step_ms": statistics.median(steps) if steps else 0.0,
            "cpu_s": time.process_time(),
            "visits": self.visits,
            "assisted": self.assisted,
            "brought": self.brought,
            "taken": self.taken,
            "steps": self._hand.steps,
        }


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
