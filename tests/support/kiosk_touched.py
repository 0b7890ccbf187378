"""`python -m support.kiosk_touched PLAN`: the whole kiosk is touched as fast as the machine goes.

Its clock is the machine's; only the guard against shaking hands, and the keys it knows a scanner by, believe
that a person's time went by between two touches. Visits come back to back. A touch takes what was taken least
on that page; every so often it takes what leads on. After each touch the screen is drawn. PLAN is a file of
JSON (`Plan`); every hundred touches a line of JSON says what the process holds.
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
from collections import Counter, deque
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, Qt
from support.kiosk_scanned import by_qt, until
from support.living import held, say
from support.year_hand import Hand, may_touch

import kiosk.app
from kiosk.base.config.file import load_config
from kiosk.base.config.run_options import RunOptions
from kiosk.running import Running
from kiosk.start import run_kiosk
from ui.window.input.scene_targets import scene_of

TOUCHES_OF_A_VISIT = (10, 60)
STAFF_EVERY, KEYS_EVERY, SWITCH_EVERY = 20, 6, 40  # visits
LEADS_ON = 0.4
CLOSES = ("opening", "opening-result", "closing")
"""What closes the kiosk to residents."""
A_TOUCH_S = 10.0  # of the time the guard goes by
DRAWN_WITHIN_S = 2.0
WAY_HOME = (("strip.finish", "resume.no", "primary", "bar.back"), ("bar.back", "primary"))
LEAVES = "strip.finish"
LAST_WAY = ("primary",)  # at the goodbye
MOST_TO_GO_HOME = 40
STILL_TIMES, MOST_STUCK = 3, 50
TELLS_EVERY = 100  # touches


@dataclass(frozen=True)
class Plan:
    """`touches`: in all, through as many visits as it takes, or as many as there are in `minutes`; `pin`: of
    the one member of staff.
    """

    data: str
    config: str
    pin: str
    touches: int
    seed: int
    minutes: int


class GuardsTime:
    """Fits what `Hand` asks of a clock."""

    def __init__(self) -> None:
        self._more_s = 0.0

    def later(self, seconds: float) -> None:
        self._more_s += seconds

    def now_s(self) -> float:
        return time.monotonic() + self._more_s


class Touched(Running):
    """Days of touches in one life."""

    plan: Plan
    visits = staffed = touches = 0

    async def _look_after(self) -> None:
        self._guards_time, self._rng = GuardsTime(), random.Random(self.plan.seed)
        vars(self._window._gate)["_now_s"] = self._guards_time.now_s
        self._hand = Hand(self._window.window, self._guards_time, self._rng)  # type: ignore[arg-type]
        self._taken, self._still = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._stood, self._stuck = dict[str, int](), list[str]()
        self._lately = deque[tuple[str, str]](maxlen=8)
        self._took_ms, self._told_touches = list[float](), 0
        self._drawn = asyncio.Event()
        self._window.window.frameSwapped.connect(self._drawn.set)
        self._life = asyncio.create_task(self._live())
        await super()._look_after()

    async def _live(self) -> None:
        here = self._conductor
        try:
            await until(lambda: here.around.guides.asking is not None and self._memory.log_is_open())
            say({"ready": True})
            until_s = time.monotonic() + 60 * self.plan.minutes
            while self.touches < self.plan.touches and time.monotonic() < until_s:
                self.visits += 1
                try:
                    await self._visit()
                except TimeoutError:
                    self._stuck.append(f"{here.page.place} after {list(self._lately)}")
                    assert len(self._stuck) < MOST_STUCK, self._stuck
                    here.show(here._blank)
            self._tell()
            say({"stood": self._stood, "stuck": self._stuck, "seen": self._seen()})
        except Exception as failure:  # noqa: BLE001 (whatever it is, whoever started this hears of it)
            say({"failed": f"{here.page.place} " + "".join(traceback.format_exception(failure))})
        finally:
            os.kill(os.getpid(), signal.SIGTERM)

    async def _visit(self) -> None:
        here, rng = self._conductor, self._rng
        by_switch, by_keys = self.visits % SWITCH_EVERY == 1, self.visits % KEYS_EVERY == 1
        if self.visits % STAFF_EVERY == 0:
            await self._staff_come()
        else:
            await self._touch("begin")
            if here.nobody_is_here:
                raise TimeoutError  # nobody can begin
        for _ in range(rng.randint(*TOUCHES_OF_A_VISIT) // (5 if by_switch else 1)):
            if here.nobody_is_here:
                break
            if by_switch or by_keys:
                await self._press_keys("switch" if by_switch else "keys")
            else:
                await self._touch(*(("primary",) if rng.random() < LEADS_ON else ()))
        await self._go_home()

    async def _press_keys(self, way: str) -> None:
        if way == "switch":
            await asyncio.sleep(self._rng.uniform(0, 2.5))  # the pointer moves on by itself
        await self._timed(lambda: self._hand.act("switch" if way == "switch" else "keys", ""))

    async def _staff_come(self) -> None:
        """Through their own screens, perhaps to a resident beside whom they stay."""
        here = self._conductor
        await by_qt(lambda: self._hand.key(Qt.Key.Key_F12))
        await until(lambda: here.page.place == "door.pin")
        await self._hand.type(self.plan.pin)
        await until(lambda: here.visit.staff is not None)
        self.staffed += 1

    async def _go_home(self) -> None:
        """By the screen alone, wherever one is."""
        here = self._conductor
        for turn in range(MOST_TO_GO_HOME):
            if here.nobody_is_here:
                return
            goes = here.page.place.startswith("goodbye")
            await self._touch(*(LAST_WAY if goes else WAY_HOME[turn % 3 == 2]))
        raise TimeoutError

    async def _touch(self, *wished: str) -> None:
        """The first of *wished* that shows, else what was taken least on this page."""
        here = self._conductor
        place, before = here.page.place, (here.visit, here.page, here.around, self._pages())
        what = ""

        async def touch() -> None:
            nonlocal what
            what = await by_qt(lambda: self._tap(place, wished))

        await self._timed(touch)
        after = (here.visit, here.page, here.around, self._pages())
        self._note(place, what, changed=before != after)
        self._lately.append((place, what))

    def _note(self, place: str, what: str, *, changed: bool) -> None:
        key = place, what
        self._still[key] = 0 if changed else self._still[key] + 1
        if self._still[key] >= STILL_TIMES:
            name = f"{place}: {what or 'nothing to touch'}"
            self._stood[name] = max(self._stood.get(name, 0), self._still[key])

    def _pages(self) -> tuple[Any, ...]:
        """How far each body is turned, which no page says."""
        return tuple(
            one.item.property("shownFrom") for one in scene_of(self._window.window.contentItem(), 1.0).bodies
        )

    def _tap(self, place: str, wished: tuple[str, ...]) -> str:
        scene = scene_of(self._window.window.contentItem(), 1.0)
        slides = tuple(one for one in scene.slides if self._rng.random() < 0.2)
        named = [(one.what, one) for one in scene.targets if may_touch(one) and one.what not in CLOSES]
        named += [("a slide", one) for one in slides]
        if not named:
            return ""
        meant = next(((name, one) for wish in wished for name, one in named if name == wish), None)
        if meant is None:
            named = [pair for pair in named if pair[0] != LEAVES] or named
            least = min(self._taken[place, name] for name, _ in named)
            meant = self._rng.choice([pair for pair in named if self._taken[place, pair[0]] == least])
        name, target = meant
        self._taken[place, name] += 1
        area = target.area
        self._hand.tap(QPointF(area.x + area.width / 2, area.y + area.height / 2).toPoint())
        return name

    async def _timed(self, touch: Any) -> None:
        """The screen's own thread, from the touch to the drawn frame."""
        self._guards_time.later(A_TOUCH_S)
        began_s = time.thread_time()
        await touch()
        self._drawn.clear()
        self._window.window.update()
        async with asyncio.timeout(DRAWN_WITHIN_S * 10):
            await self._drawn.wait()
        self._took_ms.append(1000 * (time.thread_time() - began_s))
        self.touches += 1
        if self.touches - self._told_touches >= TELLS_EVERY:
            self._tell()

    def _tell(self) -> None:
        took, self._took_ms, self._told_touches = self._took_ms, [], self.touches
        row = {"touches": self.touches, "visits": self.visits, "staffed": self.staffed}
        row |= held(Path(self.plan.data))
        say(row | {"touch_ms": statistics.median(took) if took else 0.0, "cpu_s": time.process_time()})

    def _seen(self) -> dict[str, int]:
        return {"pages": len({place for place, _ in self._taken}), "controls": len(self._taken)}


def main(plan: Plan) -> int:
    Touched.plan = plan
    vars(kiosk.app)["Running"] = Touched
    config = Path(plan.config)
    read, problems = load_config(config)
    options = RunOptions(
        read, Path(plan.data), problems, fullscreen=False, size_px=(540, 960), config_file=config
    )
    return run_kiosk(options)


if __name__ == "__main__":
    sys.exit(main(Plan(**json.loads(Path(sys.argv[1]).read_text("utf-8")))))
