"""From a key, a switch or a finger that feels to the first audible sample of the item; and a whole new theme.

`python tests/benchmarks/bench_ways.py [rounds]`. Goals: p95 ≤ 100 ms each. The kiosk's own window, voice and
loop, on a private sound server. Beside them, in turn with them and so under the same load: the voice alone,
asked for the same words (some begin softly: no way can be quicker), and a bare QML window whose one colour
changes at a touch. The tone that goes before an item is left out: it would be heard first.
"""
# ruff: noqa: E402

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

import numpy as np
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from support.pressing import named
from support.sound_server import Recording, SoundServer, missing_tools
from support.speech_bench import SpeechBench
from support.stage import Stage
from support.window import Screen, pixels

from accessibility.speech.speaker import Speaker
from accessibility.speech.utterance import Cue, Utterance
from kiosk.point.display.loop import run_until_done
from ui.visit.actions.settings import Setting
from ui.window.application import make_application
from ui.window.fonts import load_fonts

GOAL_MS = 100.0
ROUNDS = 40
STILL_S = 0.45  # until the old sentence has faded out of the recording
APART_S = 0.9  # longer than the guard against a double press
TAPS_APART_S = 0.5  # with the rest of a round more than what makes a second tap of one
LEAST_CHANGED = 0.05  # of all pixels; two light themes have their white in common
BARE = """
import QtQuick
Window {
    id: root
    width: 1080; height: 1920; visible: true
    property bool other: false
    Rectangle { anchors.fill: parent; color: root.other ? "black" : "white" }
    TapHandler { onTapped: root.other = !root.other }
}
"""
ALONE, BARE_WINDOW = "the voice alone", "a bare window's one colour"
Times = dict[str, list[float]]


class Voice:
    """The kiosk's speaker without its tones. Remembers what it was asked to say last."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker, self.asked = speaker, Utterance("")
        self.silence, self.forget, self.listen = speaker.silence, speaker.forget, speaker.listen

    def speak(self, utterance: Utterance) -> int:
        self.asked = utterance
        return self._speaker.speak(utterance)

    def cue(self, kind: Cue, volume: float) -> None:
        pass


async def do(act: Callable[[], None]) -> float:
    """Let Qt do it, and say when it began. Never within a task: Qt's test touches and keys run the loop."""
    began = asyncio.get_running_loop().create_future()

    def now() -> None:
        at = time.monotonic()
        act()
        began.set_result(at)

    QTimer.singleShot(0, now)
    return float(await began)


class Hands:
    """Does one thing to the kiosk and says how long it took until it was heard."""

    def __init__(self, stage: Stage, voice: Voice, bench: SpeechBench, recording: Recording) -> None:
        self.stage, self.screen = stage, Screen(stage.kiosk.window)
        QAccessible.setActive(False)  # no screen reader is attached to a kiosk
        self._voice, self._bench, self._recording = voice, bench, recording

    async def heard_ms(self, act: Callable[[], None]) -> float:
        self._voice.silence()
        await asyncio.sleep(STILL_S)
        since = await do(act)
        await self._bench.until(lambda: self._recording.audible_at(since), "the item")
        heard_at = self._recording.audible_at(since)
        assert heard_at is not None
        return 1000 * (heard_at - since)

    def key(self, key: Qt.Key) -> None:
        self.screen.key(key)

    def say_bare(self) -> None:
        """The same words once more, asked of the voice itself."""
        self._voice.speak(self._voice.asked)

    def spots(self) -> list[QPointF]:
        """The tiles of the topics, to feel in turn."""
        found = [self.screen.middle(self.screen.find(one.name)) for one in self.stage.conductor.page.choices]
        QAccessible.setActive(False)
        return found


async def speech_times(hands: Hands, rounds: int) -> Times:
    """Each way, and straight after it the voice alone with the words that were heard."""
    times: Times = {}

    async def compare(way: str, act: Callable[[], None]) -> None:
        times.setdefault(way, []).append(await hands.heard_ms(act))
        times.setdefault(f"{ALONE}, same words as {way}", []).append(await hands.heard_ms(hands.say_bare))

    spots = hands.spots()
    for number in range(rounds):
        await compare("key → item", lambda: hands.key(Qt.Key.Key_Down))
        await asyncio.sleep(APART_S)
        await compare("switch → item", lambda: hands.key(Qt.Key.Key_1))
        await asyncio.sleep(APART_S)
        hands.stage.conductor.act(Setting.EXPLORE)
        spot = spots[number % len(spots)]
        await compare("explore-touch → item", lambda at=spot: hands.screen.press(at))  # type: ignore[misc]
        await do(lambda at=spot: hands.screen.lift(at))  # type: ignore[misc]
        await asyncio.sleep(TAPS_APART_S)
        hands.stage.conductor.act(Setting.EXPLORE)
    return times


class Repaint:
    """From lifting the finger to the first frame that was drawn in other colours."""

    def __init__(
        self, window: QQuickWindow, spot: Callable[[], QPointF], colours: Callable[[], object]
    ) -> None:
        self.screen, self._spot, self._drawn = Screen(window), spot, asyncio.Event()
        self._colours, self._before, self._drawn_at = colours, colours(), 0.0
        QAccessible.setActive(False)
        window.frameSwapped.connect(self._frame)

    def _frame(self) -> None:
        if self._colours() != self._before and not self._drawn.is_set():
            self._drawn_at = time.monotonic()
            self._drawn.set()

    async def ms(self) -> float:
        before = pixels(self.screen.grab()).copy()
        at = self._spot()
        QAccessible.setActive(False)
        await do(lambda: self.screen.press(at))
        await asyncio.sleep(0.1)
        self._drawn.clear()
        self._before = self._colours()
        since = await do(lambda: self.screen.lift(at))
        await asyncio.wait_for(self._drawn.wait(), 5)
        taken = self._drawn_at - since
        changed = float(np.mean(before != pixels(self.screen.grab())))
        assert changed > LEAST_CHANGED, f"only {changed:.0%} of the pixels changed"
        return 1000 * taken


async def repaint_times(stage: Stage, rounds: int) -> Times:
    screen = Screen(stage.kiosk.window)
    theme = "theme"
    stage.walk_to("comfort")

    def chip() -> QPointF:
        return screen.middle(next(one for one in screen.items() if one.property("slot") == theme))

    engine = QQmlApplicationEngine()
    engine.loadData(BARE.encode())
    bare_window = engine.rootObjects()[0]
    assert isinstance(bare_window, QQuickWindow)
    await asyncio.sleep(STILL_S)  # until it is on the screen
    bare = Repaint(bare_window, lambda: QPointF(540, 900), lambda: bare_window.property("other"))
    kiosk = Repaint(stage.kiosk.window, chip, lambda: stage.theme.appearance.colours)
    times: Times = {BARE_WINDOW: [], "touch → a new theme": []}
    for _ in range(rounds):
        times[BARE_WINDOW].append(await bare.ms())
        times["touch → a new theme"].append(await kiosk.ms())
        await asyncio.sleep(APART_S)
    bare_window.close()
    engine.deleteLater()
    return times


@contextmanager
def sound_server() -> Iterator[SoundServer]:
    with tempfile.TemporaryDirectory() as folder:
        server = SoundServer(Path(folder) / "pulse")
        server.start()
        try:
            yield server
        finally:
            server.kill()


async def measure(server: SoundServer, rounds: int) -> Times:
    bench = SpeechBench(server.environment)
    bench.speaker.open()
    voice = Voice(bench.speaker)
    stage = Stage(ear=voice, clock=time.monotonic, scanner=True)  # type: ignore[arg-type]
    stage.open()
    recording = server.record()
    try:
        await bench.ready()
        for action in "begin":
            stage.conductor.act(named(action))
        await asyncio.sleep(1)
        times = await speech_times(Hands(stage, voice, bench, recording), rounds)
        return {**times, **await repaint_times(stage, rounds)}
    finally:
        stage.close()
        await bench.speaker.aclose()
        recording.close()


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def main() -> int:
    missing = missing_tools()
    if missing is not None:
        print(f"{missing} is missing: apt-get install pulseaudio pulseaudio-utils")
        return 2
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    application = make_application(offscreen=True)
    load_fonts()
    found: list[Times] = []

    async def story(server: SoundServer) -> int:
        found.append(await measure(server, rounds))
        return 0

    with sound_server() as server:
        run_until_done(application, story(server))
    met = True
    for name, values in found[0].items():
        p50, p95 = percentile(values, 0.5), percentile(values, 0.95)
        baseline = name.startswith((ALONE, BARE_WINDOW))
        met = met and (baseline or p95 <= GOAL_MS)
        goal = "baseline" if baseline else f"goal {GOAL_MS:.0f} ms"
        print(f"{name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms ({goal}, {len(values)} rounds)")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
