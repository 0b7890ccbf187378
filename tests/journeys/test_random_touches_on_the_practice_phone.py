"""Whatever is touched, slid and typed on the practice phone: nothing leaves it, breaks or stays."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from support.stage import PANELS, Stage, residents_guides
from support.window import Screen, spoken_name

from flows.practice import practice as practices
from flows.practice.practice import Practice, Task
from flows.practice.rung import DRAWN
from flows.practice.way import can_be_practised, tasks_of
from kiosk.events import GuidePractised
from ui.visit.stages import Goodbye, Home, Practising, Visit

SEED = 20261130
BODY = (0.09, 0.84)
"""Of an upright panel's height: between the strip and the helpers, where phone and sentence are."""
MOST_GROWN_MB = 40
SECRETS = "QZXJW739"
"""What is typed: capitals and digits that stand in no event, and are bound to nothing."""


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    kiosk = Stage(panel=PANELS["portrait"])
    window = kiosk.open().window
    Screen(window).wait_until(window.isExposed)
    yield kiosk
    kiosk.close()


class Hands:
    """Touch, slide and type at random, within the body of the screen. No quick swipe: with it somebody begins
    to feel their way, and may go on to the helpers.
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
            case "slide":
                self._screen.press(at := self._somewhere())
                for _ in range(3):
                    self._stage.clock.now_s += 0.4
                    self._screen.move(at := self._somewhere())
                self._screen.lift(at)
            case _:
                self._key()

    def _somewhere(self) -> QPointF:
        """A place of the phone every other time: between them nothing would ever be done."""
        panel, place = self._stage.panel, self._stage.conductor.page.place
        if place != self._page:
            names = {one.name for one in self._stage.conductor.page.choices}
            found = (one for one in self._screen.named() if spoken_name(one) in names)
            self._page, self._places = place, [self._screen.middle(one) for one in found]
        if self._places and self._chance.random() < 0.5:
            return self._chance.choice(self._places)
        top, bottom = (round(share * panel.height_px) for share in BODY)
        return QPointF(self._chance.randrange(panel.width_px), self._chance.randrange(top, bottom))

    def _key(self) -> None:
        held = self._chance.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier))
        QTest.keyClick(self._stage.kiosk.window, Qt.Key(ord(self._chance.choice(SECRETS))), held)


def passes() -> Iterator[Practice]:
    """Over every guide that can be practised, on each rung in turn, again and again."""
    guides = residents_guides().flows
    able = [flow for flow in guides.values() if can_be_practised(flow)]
    while True:
        for rung in DRAWN:
            for flow in able:
                yield practices.first_pass(flow.id, tasks_of(flow, None, (flow,)), rung)


def megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def held_in_memory() -> int:
    """How many passes and steps of practice are still held by anything."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(isinstance(one, Practice | Task) for one in gc.get_objects())


@pytest.mark.parametrize("many", [200, pytest.param(100_000, marks=pytest.mark.full)])
def test_whatever_is_done_at_random_nothing_leaves_the_phone_breaks_or_stays(
    stage: Stage, caplog: pytest.LogCaptureFixture, many: int
) -> None:
    before, chance, over = held_in_memory(), random.Random(SEED), 0
    hands, upcoming, warm_mb = Hands(stage, chance), passes(), 0.0
    now: Practice | None = None
    for number in range(many):
        if now is None:
            now = next(upcoming)
            stage.conductor.show(Visit((Home(), Goodbye(finished=True), Practising(now))))
            QCoreApplication.processEvents()
        hands.anything()
        at = stage.conductor.visit.stage
        assert isinstance(at, Practising), (number, at)
        assert at.practice.flow_id == now.flow_id and at.practice.at >= now.at, number
        now = at.practice
        if now.over:
            over, now = over + 1, None
        if number % 500 == 0:  # as a day of the kiosk would: what was put away goes
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if number == many // 3:
            warm_mb = megabytes()
    assert over and all(hands.done.values())
    grown = megabytes() - warm_mb
    assert [type(one) for one in stage.notebook.events] == [GuidePractised] * over
    assert not set(SECRETS) & set(repr(stage.notebook.events))
    assert not caplog.records
    stage.ear.heard.clear()
    stage.notebook.events.clear()
    del at, now, upcoming, hands
    stage.conductor.show(Visit())
    stage.shell.prepare()
    QCoreApplication.processEvents()
    assert held_in_memory() <= before
    assert grown < MOST_GROWN_MB, f"{grown:.0f} MB"
