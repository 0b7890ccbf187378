"""Frame after frame at 1080×1920 while the disk takes 30 ms a write and the speech worker is killed again and
again, under a resident who presses on. Goal: no frame later than 50 ms after the one before.

`python tests/benchmarks/bench_screen_never_blocks.py`. The whole kiosk but its clock hand: conductor, window,
recorder, event store, heartbeat, speaker and its real worker, on the one loop of Qt and asyncio. In the same
run it is also walked with a quick disk and a worker left alone, so that one sees what a step itself takes.
"own" gaps leave out what the thread waited for a CPU, which says nothing of the kiosk on a busy machine.
"""
# ruff: noqa: E402

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtQuick import QQuickWindow
from support.pressing import named
from support.run_queue import waited_for_cpu_ms
from support.stage import PORTRAIT, SIGN, residents_guides

from accessibility.speech.speaker import Speaker, Supervision
from kiosk.base.hours.clock import SystemClock
from kiosk.base.system.garbage import collected_here, keep_for_good, sweep
from kiosk.log.sessions.heartbeat import Heartbeat
from kiosk.log.sessions.recorder import SessionRecorder
from kiosk.log.storage.event_store import EventStore
from kiosk.point.display.loop import run_until_done
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.window.application import make_application
from ui.window.fonts import load_fonts
from ui.window.input.press_gate import PressGate
from ui.window.shell import Shell
from ui.window.theme import ThemeValues
from ui.window.window import KioskWindow
from ui.words import UiWords

SECONDS, WRITE_S, PRESS_EVERY_S, KILL_EVERY_S, PULSE_S = 20.0, 0.030, 0.15, 0.4, 0.004
GOAL_MS = 50.0
HASTY = Supervision(longest_pause_s=0.1)  # a worker that always dies is otherwise started ever more rarely
BEGIN = (
    "finish",
    "next-person",
    "begin",
    "topic.vneid",
    "flow.vneid-cai-dat",
    "choice.android",
)


class SlowConnection(sqlite3.Connection):
    """Every commit that has work to do waits for its disk."""

    def commit(self) -> None:
        if self.in_transaction:
            time.sleep(WRITE_S)
        super().commit()


def slow_connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
    return sqlite3.connect(*arguments, **options, factory=SlowConnection)


class Kiosk:
    """One kiosk over its own folder; times every frame."""

    def __init__(self, folder: Path, *, harsh: bool) -> None:
        clock = SystemClock()
        self.store = EventStore(
            folder / "log.sqlite", "kiosk-1", clock, connect=slow_connect if harsh else None
        )
        self.heartbeat = Heartbeat(folder / "open-visit.json", clock)
        self.recorder = SessionRecorder(self.store, clock, self.heartbeat, place="diem-1", version="0")
        self.speaker = Speaker(supervision=HASTY)
        around = Surroundings(UiWords(), Guides(residents_guides().flows), SIGN)
        self.conductor = Conductor(Outside(self.speaker, self.recorder, lambda: clock.now().up_s), around)
        self.theme = ThemeValues()
        self.window = KioskWindow(self.theme, PressGate())
        self.window.admit(Shell(self.conductor, PORTRAIT, self.theme, self.window.attract))
        self.presses = self.kills = 0

    async def walk(self, *, harsh: bool) -> Frames:
        """Press on for `SECONDS`."""
        self.window.show((PORTRAIT.width_px, PORTRAIT.height_px), fullscreen=False)
        self.window.wait_for_frame()
        self.recorder.kiosk_started()
        self.store.start(self.recorder.take_over)
        self.speaker.open()
        keep_for_good()  # as the kiosk does once it has read everything
        work = [asyncio.create_task(self._sweep())]
        for action in BEGIN:
            self.conductor.act(named(action))
        await asyncio.sleep(1.5)
        frames = Frames(self.window.window)
        work.append(asyncio.create_task(self._press()))
        if harsh:
            work.append(asyncio.create_task(self._kill()))
        await frames.for_s(SECONDS)
        for task in work:
            task.cancel()
        await self._end()
        return frames

    async def _press(self) -> None:
        while True:
            self.conductor.touched()
            self.conductor.act(named("next" if self.presses % 6 < 3 else "back"))
            self.presses += 1
            await asyncio.sleep(PRESS_EVERY_S)

    async def _sweep(self) -> None:
        while True:  # as the kiosk does every second; the thorough one belongs between visits
            sweep(thoroughly=False)
            await asyncio.sleep(1)

    async def _kill(self) -> None:
        while True:
            if (worker := self.speaker.worker_pid) is not None:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
                    self.kills += 1
            await asyncio.sleep(KILL_EVERY_S)

    async def _end(self) -> None:
        self.window.hide()
        self.recorder.kiosk_stopped()
        await self.speaker.aclose()
        await asyncio.to_thread(self.heartbeat.close)
        await asyncio.to_thread(self.store.close)
        self.window.close()
        sweep(thoroughly=True)


class Frames:
    """Asks for a frame every few milliseconds and notes when each was drawn."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window, self._last, self._waited = window, time.perf_counter(), waited_for_cpu_ms()
        self.gaps_ms, self.own_ms = list[float](), list[float]()
        window.frameSwapped.connect(self._drawn)

    def _drawn(self) -> None:
        now, waited = time.perf_counter(), waited_for_cpu_ms()
        gap_ms = (now - self._last) * 1000
        self.gaps_ms.append(gap_ms)
        self.own_ms.append(gap_ms - (waited - self._waited))
        self._last, self._waited = now, waited

    async def for_s(self, seconds: float) -> None:
        until = self._last = time.perf_counter()
        until += seconds
        while time.perf_counter() < until:
            self._window.update()
            await asyncio.sleep(PULSE_S)


async def compare() -> int:
    for harsh in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            kiosk = Kiosk(Path(folder), harsh=harsh)
            frames = await kiosk.walk(harsh=harsh)
        name = "slow disk, dying worker" if harsh else "quick disk, live worker"
        counts = f"{len(frames.gaps_ms)} frames, {kiosk.presses} presses, {kiosk.kills} workers killed"
        print(f"{name}: {counts}")
        for name, gaps in (("all", frames.gaps_ms), ("own", frames.own_ms)):
            cuts, late = statistics.quantiles(gaps, n=1000), sum(gap > GOAL_MS for gap in gaps)
            print(
                f"  {name} gaps: p50 {cuts[499]:.1f}, p99 {cuts[989]:.1f}, longest {max(gaps):.1f} ms; "
                f"{late} over {GOAL_MS:.0f} ms (goal 0)"
            )
    return 0


def main() -> None:
    application = make_application(offscreen=True)
    load_fonts()
    logging.disable(logging.WARNING)  # every death of a worker is told there
    with collected_here():
        code = run_until_done(application, compare())
    sys.exit(code)


if __name__ == "__main__":
    main()
