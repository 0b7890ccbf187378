"""From a finger on the drawn phone to its answer; and from beginning a rehearsed call to its first sound.

`python tests/benchmarks/bench_practice.py [touches]`. Goals: touch → changed pixels p99 ≤ 33 ms and ≤ 1.5 × a
bare QML text swap, as `bench_touch.py` has them for a step, touched in turn with it, under the same load; the
first audible sample p95 ≤ 100 ms after the press, on a private sound server. Beside it, in turn, the voice
alone: asked for the same words, and for the caller's own line in the caller's voice. The next step of the
phone is not foreseen.
"""
# ruff: noqa: E402

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1]), str(Path(__file__).parent)]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from bench_touch import READING_MS, Face, percentile, show_bare
from bench_ways import ALONE, APART_S, GOAL_MS, Hands, Times, Voice, do, sound_server
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QAccessible
from support.sound_server import SoundServer, missing_tools
from support.speech_bench import SpeechBench
from support.stage import Stage, residents_guides
from support.window import Screen

from accessibility.speech.utterance import Utterance
from flows.practice.practice import first_pass
from flows.practice.rehearse.play import Play
from flows.practice.way import can_be_practised, tasks_of
from flows.shelf.rehearsals import shipped_rehearsals
from kiosk.base.system.garbage import collected_here, sweep
from kiosk.point.display.loop import run_until_done
from ui.visit.stages import Goodbye, Home, Practising, Rehearsing
from ui.visit.visit import Visit
from ui.window.application import make_application
from ui.window.fonts import load_fonts

TOUCHES, CALLS = 300, 30
MOST_MS, MOST_OF_BARE = 33.0, 1.5
STORY = "khoa-sim"


def show_practice() -> None:
    """One guide after the other, each step found by its ring."""
    application = make_application(offscreen=True)
    load_fonts()
    stage = Stage()
    window = stage.open().window
    screen = Screen(window)
    flows = residents_guides().flows.values()
    passes = cycle(
        [
            first_pass(flow.id, tasks_of(flow, None, flows), "shown")
            for flow in flows
            if can_be_practised(flow)
        ]
    )

    def begin() -> None:
        stage.conductor.show(Visit((Home(), Goodbye(finished=True), Practising(next(passes)))))
        QCoreApplication.processEvents()
        screen.lay_out()

    def spot() -> QPointF:
        stage.clock.now_s += 1
        page, at = stage.conductor.page, stage.conductor.visit.stage
        assert isinstance(at, Practising)
        slot = "primary" if page.primary else f"place.{at.practice.task.target}"
        return screen.middle(
            next(one for one in screen.items() if one.property("slot") == slot and one.isVisible())
        )

    def after() -> None:
        at = stage.conductor.visit.stage
        if isinstance(at, Practising) and at.practice.over:
            begin()
            stage.kiosk.forget()
        sweep(thoroughly=False)

    begin()
    face = Face(window, spot, after, READING_MS)
    with collected_here():
        application.exec()
        stage.close()
    del face


def touch_times(touches: int) -> dict[str, list[float]]:
    """Of a bare window and of the drawn phone, touched in turn; without the first, cold ones."""
    faces = {
        name: subprocess.Popen(
            [sys.executable, __file__, name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("text", "practice")
    }
    times: dict[str, list[float]] = {name: [] for name in faces}
    for _ in range(touches):
        for name, face in faces.items():
            assert face.stdin is not None and face.stdout is not None
            print(file=face.stdin, flush=True)
            times[name].append(float(face.stdout.readline().split()[0]))
    for face in faces.values():
        face.communicate()
    return {name: found[touches // 10 :] for name, found in times.items()}


def say(voice: Voice, said: Utterance) -> None:
    voice.speak(said)


async def call_times(server: SoundServer, calls: int) -> Times:
    """From the press that begins a call to what is heard first of it."""
    bench = SpeechBench(server.environment)
    bench.speaker.open()
    voice = Voice(bench.speaker)
    stage = Stage(ear=voice, clock=time.monotonic)  # type: ignore[arg-type]
    stage.open()
    recording = server.record()
    script = shipped_rehearsals()[STORY]
    line = script.turns[0].says.vi
    words = "the voice alone, the caller's line"
    times: Times = {"press → first sound of the call": [], f"{ALONE}, same words": [], words: []}
    try:
        await bench.ready()
        hands = Hands(stage, voice, bench, recording)
        for number in range(calls):
            stage.conductor.show(Visit((Home(), Rehearsing(Play(script, number)))))
            await asyncio.sleep(APART_S)
            spot = hands.screen.middle(
                next(one for one in hands.screen.items() if one.property("slot") == "primary")
            )
            QAccessible.setActive(False)
            await do(lambda at=spot: hands.screen.press(at))  # type: ignore[misc]
            lifted = await hands.heard_ms(lambda at=spot: hands.screen.lift(at))  # type: ignore[misc]
            times["press → first sound of the call"].append(lifted)
            times[f"{ALONE}, same words"].append(await hands.heard_ms(hands.say_bare))
            caller = Utterance(line, caller=(0, len(line)))
            times[words].append(await hands.heard_ms(lambda said=caller: say(voice, said)))  # type: ignore[misc]
        return times
    finally:
        stage.close()
        await bench.speaker.aclose()
        recording.close()


def measure_calls() -> bool:
    application = make_application(offscreen=True)
    load_fonts()
    found: list[Times] = []

    async def story(server: SoundServer) -> int:
        found.append(await call_times(server, CALLS))
        return 0

    with sound_server() as server:
        run_until_done(application, story(server))
    met = True
    for name, values in found[0].items():
        p50, p95 = (percentile(values, share) for share in (0.5, 0.95))
        met = met and (name.startswith("the voice alone") or p95 <= GOAL_MS)
        print(f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms (goal {GOAL_MS:.0f} ms, {len(values)} calls)")
    return met


def main() -> int:
    missing = missing_tools()
    if missing is not None:
        print(f"{missing} is missing: apt-get install pulseaudio pulseaudio-utils")
        return 2
    touches = touch_times(int(sys.argv[1]) if len(sys.argv) > 1 else TOUCHES)
    late = {name: percentile(found, 0.99) for name, found in touches.items()}
    for name, found in touches.items():
        p50, p95 = percentile(found, 0.5), percentile(found, 0.95)
        print(f"touch → pixels, {name}: p50 {p50:.1f}, p95 {p95:.1f}, p99 {late[name]:.1f} ms")
    print(f"  drawn phone ÷ bare text: p99 {late['practice'] / late['text']:.2f} (goal {MOST_OF_BARE})")
    soon = late["practice"] <= min(MOST_MS, MOST_OF_BARE * late["text"])
    return 0 if measure_calls() and soon else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["text"]:
            show_bare(picture=False)
        case ["practice"]:
            show_practice()
        case _:
            raise SystemExit(main())
