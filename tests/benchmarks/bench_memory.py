"""Where memory ends once every guide was opened, in each language, at three sizes and by three ways.

`python tests/benchmarks/bench_memory.py [STEPS]`. In a round each guide has a visit, in each language and
another size of letters with each: STEPS of its screens (2 unless told) are taken on the kiosk's own window,
by a finger, by arrow keys, or by one switch while the pointer moves by itself; in each visit a code that
nobody knows is held up. Then the guide is practised: its first place is touched on each rung, and one key
where words are typed. A last visit of the round opens all guides, without an end between them. The second
and third round show the same screens by another way each: then every one was taken in every way. Printed in
MB after each visit: what this process holds alone ("own": what is not mapped from a file), what it held
before the visit ended, and all that is resident. Goal: the second and third round end with at most 1.05 × of
what the first one ended with. The voice is another process, and not in it.

Seen on 2026-11-29, 39 guides: 72 MB own when opened, 132, 136, 137 after the rounds, at most 180 in a visit.
On 2026-11-30, with practice, 61 guides and STEPS 1, one round and a part of the next: 85 MB when opened, 166
after the round, 163 some fifteen guides into the second, at most 221 in a visit. The rest was not waited for.
"""
# ruff: noqa: E402

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
os.environ["QT_QPA_PLATFORM"], os.environ["QT_QUICK_BACKEND"] = "offscreen", "software"

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible
from support.pressing import named
from support.stage import Stage
from support.window import Screen

from accessibility.preferences import Preferences
from flows.guide.words import LANGUAGES
from flows.practice.practice import first_pass
from flows.practice.rung import DRAWN
from flows.practice.way import tasks_of
from kiosk.base.system.garbage import collected_here, keep_for_good, sweep
from ui.reach.ways.items import Item
from ui.screens.page import Page
from ui.screens.typing_page import next_slot
from ui.visit.stages import Attract, Home, Overview, Practising, Stepping
from ui.window.application import make_application
from ui.window.fonts import load_fonts
from ui.window.input.scene_targets import scene_of

GOAL = 1.05
ROUNDS = 3
SIZES = (1, 3, 5)
WAYS = ("finger", "keys", "switch")
STEPS = 2
MOST_MOVES = 90  # no screen has so many things
NOBODYS_CODE = "https://example.invalid/held-up-to-the-scanner"


def held_mb() -> tuple[float, float]:
    """What this process holds alone, and all that is resident."""
    found = {}
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]:
        name, kilobytes, *_ = line.split()
        found[name] = int(kilobytes) / 1024
    return found["Anonymous:"], found["Rss:"]


class Walker:
    """Takes what is on the screen, in one way."""

    def __init__(self, stage: Stage, way: str) -> None:
        self._stage, self._way, self._screen = stage, way, Screen(stage.kiosk.window)
        QAccessible.setActive(False)  # no screen reader is attached to a kiosk

    def take(self, action: str) -> None:
        self._stage.clock.now_s += 1
        item = next(one for one in self._stage.conductor.pointing.items if one.action == named(action))
        {"finger": self._touch, "keys": self._go_to, "switch": self._wait_for}[self._way](item)
        self.look()

    def look(self) -> None:
        """Everything is drawn, and what may follow is laid out, as while a resident reads."""
        QCoreApplication.processEvents()
        while self._stage.shell.prepare():
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        ear, notebook = self._stage.ear, self._stage.notebook
        for kept in (ear.heard, ear.stream, ear.cues, ear.cue_volumes, notebook.events):
            kept.clear()  # the fakes remember everything, the kiosk must not
        sweep(thoroughly=False)  # as the kiosk does every second

    def _touch(self, item: Item) -> None:
        while (spot := self._spot(item.slot)) is None:
            overleaf = self._spot("page.down")
            assert overleaf is not None, f"{item.name!r} is not on the screen"
            self._tap(overleaf)
        self._tap(spot)

    def _tap(self, spot: QPointF) -> None:
        self._screen.press(spot)
        QCoreApplication.processEvents()
        self._screen.lift(spot)
        QCoreApplication.processEvents()
        self._stage.clock.now_s += 1

    def _spot(self, slot: str) -> QPointF | None:
        targets = scene_of(self._stage.kiosk.window.contentItem(), 1.0).targets
        area = next((one.area for one in targets if one.slot == slot), None)
        return None if area is None else QPointF(area.x + area.width / 2, area.y + area.height / 2)

    def _go_to(self, item: Item) -> None:
        self._move(item, lambda: self._key(Qt.Key.Key_Down))
        self._key(Qt.Key.Key_Return)

    def _wait_for(self, item: Item) -> None:
        pointing = self._stage.conductor.pointing
        if not pointing.scanning:
            self._key(Qt.Key.Key_Space)
        self._move(item, self._let_it_move)
        self._key(Qt.Key.Key_Space)

    def _key(self, key: Qt.Key) -> None:
        self._stage.clock.now_s += 1
        self._screen.key(key)

    def _let_it_move(self) -> None:
        self._stage.ear.finish()
        self._stage.conductor.scan()
        self._stage.clock.now_s += self._stage.conductor.visit.preferences.scan_s
        self._stage.conductor.scan()

    def _move(self, item: Item, on: Callable[[], None]) -> None:
        for _ in range(MOST_MOVES):
            if self._stage.conductor.pointing.hand.slot == item.slot:
                return
            on()
            QCoreApplication.processEvents()
        raise AssertionError(f"the pointer does not come to {item.name!r}")


def onward(page: Page, turn: int) -> str:
    """Another answer in each language; what leads on where nothing is asked."""
    answers = [one.slot for one in page.choices if one.slot.startswith("choice.")]
    if answers:
        return answers[turn % len(answers)]
    return page.primary.slot if page.primary is not None else "done"


def begin(stage: Stage, walker: Walker) -> None:
    stage.walk_to("begin")
    assert isinstance(stage.conductor.visit.stage, Home)
    stage.shell.conductor.held_up(NOBODYS_CODE)
    walker.look()


def open_guide(walker: Walker, stage: Stage, flow_id: str, turn: int, at: int, steps: int) -> None:
    """The beginning of a guide, in the language of *turn*."""
    conductor = stage.conductor
    look = Preferences(language=LANGUAGES[turn], text_size=SIZES[(at + turn) % len(SIZES)])
    conductor.show(replace(conductor.visit, stages=(Home(), Overview(flow_id)), preferences=look))
    walker.look()
    for _ in range(steps):
        stage_before, action = conductor.visit.stage, onward(conductor.page, turn)
        if action in ("done", "next-person"):
            break
        walker.take(action)
        assert conductor.visit.stage != stage_before, f"{action!r} leads nowhere"
        if not isinstance(conductor.visit.stage, Stepping):  # to a person, or to another guide
            break


def practise(walker: Walker, stage: Stage, flow_id: str, at: int) -> None:
    """On the drawn phone, on each rung and in another language: a place, and one key of what is typed."""
    flows, conductor = stage.library.flows, stage.conductor
    tasks = tasks_of(flows[flow_id], None, flows.values())
    for turn, rung in enumerate(DRAWN if tasks else ()):
        look = Preferences(language=LANGUAGES[turn], text_size=SIZES[(at + turn) % len(SIZES)])
        begun = Practising(first_pass(flow_id, tasks, rung))
        conductor.show(replace(conductor.visit, stages=(Home(), begun), preferences=look))
        walker.look()
        walker.take("primary" if tasks[0].way else f"place.{tasks[0].target}")
        now = conductor.visit.stage
        assert isinstance(now, Practising) and now != begun, f"{flow_id} is not practised"
        if now.typing is not None:
            stage.shell.press(next_slot(now.typing))
            walker.look()


def go(stage: Stage, walker: Walker) -> float:
    """The visit ends as the kiosk ends it; what was held before that."""
    stage.walk_to("finish")
    walker.look()
    within, _ = held_mb()
    stage.walk_to("next-person")
    assert isinstance(stage.conductor.visit.stage, Attract)
    for _ in range(2):  # as `kiosk.running` does when somebody has gone
        walker.look()
        stage.kiosk.forget()
        sweep(thoroughly=True)
    return within


def walk_round(stage: Stage, number: int, steps: int) -> float:
    """A visit for each guide, then one that opens them all; what is held at the end."""
    for at, flow_id in enumerate(stage.library.flows):
        walker = Walker(stage, WAYS[(at + number) % len(WAYS)])
        begin(stage, walker)
        for turn in range(len(LANGUAGES)):
            open_guide(walker, stage, flow_id, turn, at, steps)
        practise(walker, stage, flow_id, at)
        say(f"round {number + 1}, {flow_id}", go(stage, walker))
    walker = Walker(stage, "finger")
    begin(stage, walker)
    for at, flow_id in enumerate(stage.library.flows):
        open_guide(walker, stage, flow_id, at % len(LANGUAGES), at, steps=1)
    say(f"round {number + 1}, all guides in one visit", go(stage, walker))
    return held_mb()[0]


def say(what: str, within: float) -> None:
    own, resident = held_mb()
    print(f"  {what}: {own:.0f} MB own ({within:.0f} before the end), {resident:.0f} resident", flush=True)


def main(steps: int) -> int:
    if not Path("/proc/self/smaps_rollup").exists():
        print("only Linux tells what a process holds alone")
        return 2
    application = make_application(offscreen=True)
    load_fonts()
    stage = Stage()
    stage.open()
    try:
        with collected_here():
            keep_for_good()
            print(f"opened: {held_mb()[0]:.0f} MB own, {held_mb()[1]:.0f} MB resident", flush=True)
            ends = [walk_round(stage, number, steps) for number in range(ROUNDS)]
    finally:
        stage.close()  # else QML asks for a shell that is gone
    del application
    ratios = [end / ends[0] for end in ends[1:]]
    for number, (end, ratio) in enumerate(zip(ends[1:], ratios, strict=True), 2):
        print(f"all seen, round {number}: {end:.0f} MB own, {ratio:.3f} × the first round (goal {GOAL})")
    return 0 if max(ratios) <= GOAL else 1


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else STEPS))
