"""Whatever is touched, slid and typed on the practice phone: nothing leaves it, breaks or stays."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from support.all_screens import walks_to_every_step
from support.stage import PANELS, Stage, on_a_window, residents_guides
from support.window import Screen, spoken_name

from flows.practice import practice as practices
from flows.practice.exercise import doing as doings
from flows.practice.exercise.doing import Doing
from flows.practice.practice import Practice, Task
from flows.practice.rung import DRAWN
from flows.practice.way import can_be_practised, tasks_of
from flows.shelf.exercises import shipped_exercises
from kiosk.base.events import GuidePractised
from ui.visit.stage import Stage as Stage_
from ui.visit.stages import Exercising, Goodbye, Home, Practising
from ui.visit.visit import Visit

SEED = 20261130
BODY = (0.09, 0.84)
"""Of an upright panel's height: between the strip and the helpers, where phone and sentence are."""
MOST_GROWN_MB = 40
MOST_TYPED = 60
"""So many deeds an exercise is given: at random nobody comes to the end of a long one."""
SECRETS = "QZXJW739"
"""What is typed: capitals and digits that stand in no event, and are bound to nothing."""


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(panel=PANELS["portrait"])) as kiosk:
        yield kiosk


class Hands:
    """Touch, slide and type at random, within the body of the screen. No quick swipe beside the phone:
    with it somebody begins to feel their way, and may go on to the helpers.
    """

    def __init__(self, stage: Stage, chance: random.Random) -> None:
        self._stage, self._chance = stage, chance
        self._screen = Screen(stage.kiosk.window)
        self._page, self._places = "", list[QPointF]()
        self.done = {"touch": 0, "slide": 0, "key": 0}

    def anything(self) -> None:
        kind = self._chance.choice(("touch", "touch", "slide", "key"))
        self.done[kind] += 1
        self._stage.clock.now_s += 1
        match kind:
            case "touch":
                at = self._somewhere()
                self._screen.press(at)
                self._stage.clock.now_s += self._chance.choice((0.05, 0.3, 0.6))
                self._screen.lift(at)
            case "slide" if self._slid() and self._chance.random() < 0.5:
                self._slide_a_way()
            case "slide":
                self._screen.press(at := self._somewhere())
                for _ in range(3):
                    self._stage.clock.now_s += 0.4
                    self._screen.move(at := self._somewhere())
                self._screen.lift(at)
            case _:
                self._key()

    def _slid(self) -> bool:
        """Whether something is to be slid."""
        at = self._stage.conductor.visit.stage
        return isinstance(at, Practising) and not at.practice.over and at.practice.task.way is not None

    def _slide_a_way(self) -> None:
        """Level or upright, from somewhere on the phone."""
        start, far = self._somewhere(), 40 * self._stage.panel.px_per_mm
        across, along = self._chance.choice(((far, 0), (-far, 0), (0, far), (0, -far)))
        self._screen.press(start)
        self._stage.clock.now_s += 0.3
        end = start + QPointF(across, along)
        self._screen.move(end)
        self._screen.lift(end)

    def _somewhere(self) -> QPointF:
        """A place of the phone every other time: between them nothing would ever be done."""
        panel, page = self._stage.panel, self._stage.conductor.page
        if page.place != self._page:
            names = {one.name for one in (*page.choices, *page.keys)}
            drawn = [one for one in self._screen.items() if one.objectName() == "phoneElement"]
            found = (one for one in self._screen.named() if spoken_name(one) in names)
            places = drawn if self._slid() else found
            self._page, self._places = page.place, [self._screen.middle(one) for one in places]
        if self._places and self._chance.random() < 0.5:
            return self._chance.choice(self._places)
        top, bottom = (round(share * panel.height_px) for share in BODY)
        return QPointF(self._chance.randrange(panel.width_px), self._chance.randrange(top, bottom))

    def _key(self) -> None:
        held = self._chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier))
        QTest.keyClick(self._stage.kiosk.window, Qt.Key(ord(self._chance.choice(SECRETS))), held)


Shown: TypeAlias = Practising | Exercising


def upcoming() -> Iterator[Shown]:
    """Every guide that can be practised and every exercise in which one types, on each rung in turn, again
    and again; where a finger slides, also the way on which it does.
    """
    guides = residents_guides().flows
    ways = [tasks_of(flow, None, (flow,)) for flow in guides.values() if can_be_practised(flow)]
    able = [flow.id for flow in guides.values() if can_be_practised(flow)]
    for flow in guides.values():
        walks = walks_to_every_step(flow.id)
        for step in flow.steps.values():
            if step.slide is not None:
                able.append(flow.id)
                ways.append(tasks_of(flow, walks[step.id], (flow,)))
    typed = [one for one in shipped_exercises().values() if one.typed]
    while True:
        for rung in DRAWN:
            for number, (guide, tasks) in enumerate(zip(able, ways, strict=True)):
                yield Practising(practices.first_pass(guide, tasks, rung))
                if number % 6 == 0:
                    yield Exercising(doings.begin(typed[number // 6 % len(typed)], rung=rung))


def went_on(before: Shown, now: Stage_) -> bool:
    """Whether *now* is the same pass, no earlier than *before*, or the same exercise."""
    if isinstance(before, Practising):
        same = isinstance(now, Practising) and now.practice.flow_id == before.practice.flow_id
        return same and isinstance(now, Practising) and now.practice.at >= before.practice.at
    return isinstance(now, Exercising) and now.doing.exercise == before.doing.exercise


def is_over(at: Shown) -> bool:
    return at.practice.over if isinstance(at, Practising) else at.doing.over


def megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def held_in_memory() -> int:
    """How many passes, steps of practice and exercises begun are still held by anything."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(isinstance(one, Practice | Task | Doing) for one in gc.get_objects())


@pytest.mark.parametrize("many", [200, pytest.param(100_000, marks=pytest.mark.full)])
def test_whatever_is_done_at_random_nothing_leaves_the_phone_breaks_or_stays(
    stage: Stage, caplog: pytest.LogCaptureFixture, many: int
) -> None:
    before, chance, over, typed = held_in_memory(), random.Random(SEED), 0, 0
    hands, further, warm_mb = Hands(stage, chance), upcoming(), 0.0
    now: Shown | None = None
    since = 0
    for number in range(many):
        if now is None:
            now, since = next(further), number
            stage.conductor.show(Visit((Home(), Goodbye(finished=True), now)))
            QCoreApplication.processEvents()
        hands.anything()
        at = stage.conductor.visit.stage
        assert isinstance(at, Practising | Exercising) and went_on(now, at), (number, now, at)
        now = at
        if is_over(now):
            over += isinstance(now, Practising)
            typed += isinstance(now, Exercising)
            now = None
        elif isinstance(now, Exercising) and number - since > MOST_TYPED:
            now = None
        if number % 500 == 0:  # as a day of the kiosk would: what was put away goes
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if number == many // 3:
            warm_mb = megabytes()
    assert over and all(hands.done.values())
    assert typed or many < 1000
    grown = megabytes() - warm_mb
    assert [type(one) for one in stage.notebook.events] == [GuidePractised] * over
    assert not set(SECRETS) & set(repr(stage.notebook.events))
    assert not caplog.records
    stage.ear.heard.clear()
    stage.notebook.events.clear()
    del at, now, further, hands
    stage.conductor.show(Visit())
    stage.shell.prepare()
    QCoreApplication.processEvents()
    assert held_in_memory() <= before
    assert grown < MOST_GROWN_MB, f"{grown:.0f} MB"
