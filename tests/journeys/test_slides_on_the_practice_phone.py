"""What a finger slides on the practised phone: along the arrow it counts, any other way harms nothing."""

# mypy: disable-error-code="comparison-overlap"
# (a slide changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support import practised
from support.practised import at_the_step, opened, practice_of
from support.stage import Stage
from support.window import Screen

from accessibility.touch import LEVELS
from flows.practice.practice import WHOLE_SCREEN, Practice


@pytest.fixture(params=["portrait", "laptop"])
def stage(drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    yield from opened(request.param)


def show(stage: Stage, guide: str, step: str) -> Practice:
    """The step to slide at, found alone."""
    begun = at_the_step(guide, step)
    practised.show(stage, begun)
    Screen(stage.kiosk.window).lay_out()
    return begun


class Finger:
    def __init__(self, stage: Stage) -> None:
        self._stage, self.screen = stage, Screen(stage.kiosk.window)

    def drawn(self) -> list[QQuickItem]:
        return [one for one in self.screen.items() if one.objectName() == "phoneElement"]

    def middle_of(self, order: int) -> QPointF:
        return self.screen.middle(next(one for one in self.drawn() if one.property("order") == order))

    def slide(self, start: QPointF, *by_mm: tuple[float, float], takes_s: float = 0.4) -> None:
        scale, spot = self._stage.panel.px_per_mm, start
        self._stage.clock.now_s += 2
        self.screen.press(start)
        for across, along in by_mm:
            self._stage.clock.now_s += takes_s / len(by_mm)
            spot = start + QPointF(across, along) * scale
            self.screen.move(spot)
        self.screen.lift(spot)


def test_a_bar_is_slid_and_only_from_itself_and_only_its_own_way(stage: Stage) -> None:
    begun, finger = show(stage, "chu-to-tren-may", "do-sang"), Finger(stage)
    bar = finger.middle_of(begun.task.target) - QPointF(12, 0) * stage.panel.px_per_mm
    for wrong in ((-25, 0), (0, 25), (0, 0)):
        finger.slide(bar, wrong)
        assert practice_of(stage).at == begun.at
    assert practice_of(stage).help == "shown" and not practice_of(stage).clean
    begun = show(stage, "chu-to-tren-may", "do-sang")
    finger.slide(finger.middle_of(0), (25, 0))
    assert (practice_of(stage).at, practice_of(stage).help) == (begun.at, "said-again")
    finger.slide(finger.middle_of(begun.task.target), (10, 4), (25, 9))
    assert practice_of(stage).at == begun.at + 1


def test_the_screen_is_swiped_from_anywhere_on_it_by_a_hand_that_trembles_too(stage: Stage) -> None:
    begun, finger = show(stage, "co-ban-wifi", "vuot-xuong"), Finger(stage)
    assert begun.task.target == WHOLE_SCREEN
    finger.slide(finger.middle_of(0), (2, 1))
    assert (practice_of(stage).at, practice_of(stage).help) == (begun.at, "said-again")
    stage.conductor.show(
        replace(
            stage.conductor.visit,
            preferences=stage.conductor.visit.preferences.with_hands(LEVELS[-1]),
        )
    )
    finger.screen.lay_out()
    finger.slide(finger.middle_of(0), (3, 18))
    assert practice_of(stage).at == begun.at
    finger.slide(finger.middle_of(0), (9, 12), (-6, 24), (8, 45), (5, 41))
    assert practice_of(stage).at == begun.at + 1


def test_a_quick_level_slide_on_the_phone_begins_no_feeling_of_the_glass(stage: Stage) -> None:
    begun, finger = show(stage, "chu-to-tren-may", "keo-chuong"), Finger(stage)
    bar = finger.middle_of(begun.task.target) - QPointF(15, 0) * stage.panel.px_per_mm
    finger.slide(bar, (20, 0), (45, 0))
    finger.screen.wait_until(lambda: practice_of(stage).at == begun.at + 1 or practice_of(stage).over)
    assert not stage.conductor.visit.preferences.explore


def test_what_is_slid_follows_the_finger_and_goes_back(stage: Stage) -> None:
    begun, finger = show(stage, "chu-to-tren-may", "keo-co-chu"), Finger(stage)
    area = next(one for one in finger.screen.items() if one.property("moved") is not None)
    start = finger.middle_of(begun.task.target)
    finger.screen.press(start)
    finger.screen.move(start + QPointF(30, 3))
    assert area.property("moved") == QPointF(30, 3)
    finger.screen.lift(start + QPointF(30, 3))
    assert area.property("moved") == QPointF(0, 0)
    assert practice_of(stage).help == "said-again", "a tap where one slides is helped with"
