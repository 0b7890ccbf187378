"""A finger anywhere on the drawn phone: a place presses, all else is answered, and tremor is heeded."""

# mypy: disable-error-code="comparison-overlap"
# (a touch changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from support import practised
from support.practised import at_the_step, opened, practice_of
from support.stage import Stage, residents_guides
from support.window import Screen

from accessibility.touch import LEVELS, SteadyHands
from ui.window.input.drawn_class import class_name

FLOWS = residents_guides().flows
SAMPLE = (
    ("can-cuoc-cap-lai", "cap-lai"),
    ("vneid-kich-hoat", "cham-kich-hoat"),
    ("doi-the-bhyt", "go-passcode"),
    ("chuyen-khoan-qr", "cham-quet"),
)


@pytest.fixture(params=["portrait", "laptop"])
def stage(drawing: object, request: pytest.FixtureRequest) -> Iterator[Stage]:
    yield from opened(request.param)


class Finger:
    def __init__(self, stage: Stage, guide: str, step: str, hands: SteadyHands = LEVELS[0]) -> None:
        self.stage, self.screen = stage, Screen(stage.kiosk.window)
        self.begun = at_the_step(guide, step)
        self.sentence = FLOWS[guide].steps[step].say.vi
        self._hands = hands
        self.again()

    def again(self) -> None:
        visit = self.stage.conductor.visit
        self.stage.conductor.show(replace(visit, preferences=visit.preferences.with_hands(self._hands)))
        practised.show(self.stage, self.begun)
        self.screen.lay_out()
        self.stage.ear.heard.clear()

    def drawn(self) -> dict[int, QQuickItem]:
        found = [one for one in self.screen.items() if one.objectName() == "phoneElement"]
        return {int(one.property("order")): one for one in found}

    def middle_of(self, order: int) -> QPointF:
        return self.screen.middle(self.drawn()[order])

    def glass(self) -> QPointF:
        """A spot of the phone on which nothing is drawn: beneath its last element, or above its first."""
        area = next(one for one in self.screen.items() if one.property("slides") is not None)
        corner = area.mapToScene(QPointF(0, 0))
        return corner + QPointF(area.width() / 2, area.height() - 3 * self.stage.panel.px_per_mm)

    def way_back(self) -> QPointF | None:
        """The arrow before the title of the drawn screen, where there is one."""
        bars = (one for one in self.screen.items() if class_name(one) == "TitleBar")
        bar = next((one for one in bars if one.property("wayBack") and one.isVisible()), None)
        return None if bar is None else bar.mapToScene(QPointF(bar.height() / 3, bar.height() / 2))

    def tap(self, spot: QPointF, *, holds_s: float = 0.1, after_s: float = 3) -> None:
        self.stage.clock.now_s += after_s
        self.screen.press(spot)
        self.stage.clock.now_s += holds_s
        self.screen.lift(spot)
        self.screen.lay_out()

    def heard(self) -> bool:
        said = any(self.sentence in one.text for one in self.stage.ear.heard)
        self.stage.ear.heard.clear()
        return said


@pytest.mark.parametrize(("guide", "step"), SAMPLE)
def test_every_other_place_and_the_empty_glass_is_answered_each_time(
    stage: Stage, guide: str, step: str
) -> None:
    finger = Finger(stage, guide, step)
    others = [one for one in finger.drawn() if not finger.begun.task.takes(one)]
    spots = {f"element {one}": finger.middle_of(one) for one in others} | {"glass": finger.glass()}
    if (arrow := finger.way_back()) is not None:
        spots["way back"] = arrow
    for what, spot in spots.items():
        finger.again()
        for given in ("said-again", "half-pale", "shown", "shown", "shown"):
            finger.tap(spot)
            assert (practice_of(stage).at, practice_of(stage).help) == (finger.begun.at, given), what
            assert finger.heard(), what
    finger.again()
    finger.tap(finger.middle_of(finger.begun.task.target))
    assert practice_of(stage).at == finger.begun.at + 1 and practice_of(stage).clean, (
        "the place alone, and no mistake besides"
    )


def test_beside_the_phone_nothing_is_wrong(stage: Stage) -> None:
    finger = Finger(stage, *SAMPLE[1])
    area = next(one for one in finger.screen.items() if one.property("slides") is not None)
    corner = area.mapToScene(QPointF(0, 0))
    finger.tap(corner - QPointF(4, -area.height() / 2))
    assert practice_of(stage) == finger.begun


def test_a_hand_that_holds_to_press_is_told_so_on_the_glass_too(stage: Stage) -> None:
    finger = Finger(stage, *SAMPLE[1], replace(LEVELS[0], hold_s=0.6))
    finger.tap(finger.glass(), holds_s=0.2)
    assert practice_of(stage) == finger.begun and stage.ear.heard
    finger.tap(finger.glass(), holds_s=0.8)
    assert practice_of(stage).help == "said-again"
    finger.again()
    finger.tap(finger.middle_of(finger.begun.task.target), holds_s=0.8)
    assert practice_of(stage).at == finger.begun.at + 1 and practice_of(stage).clean


def test_a_tap_made_twice_by_a_trembling_hand_is_one_mistake_and_none_on_the_next_step(stage: Stage) -> None:
    finger = Finger(stage, *SAMPLE[1], LEVELS[-1])
    finger.tap(finger.glass())
    finger.tap(finger.glass(), after_s=0.2)
    assert practice_of(stage).help == "said-again"
    finger.again()
    spot = finger.middle_of(finger.begun.task.target)
    finger.tap(spot)
    after = practice_of(stage)
    finger.tap(spot, after_s=1.0)
    assert practice_of(stage) == after and after.at == finger.begun.at + 1


def test_a_finger_that_is_drawn_back_from_the_place_does_nothing(stage: Stage) -> None:
    finger = Finger(stage, *SAMPLE[1])
    start, stage.clock.now_s = finger.middle_of(finger.begun.task.target), stage.clock.now_s + 3
    finger.screen.press(start)
    stage.clock.now_s += 0.5
    finger.screen.move(away := finger.glass())
    finger.screen.lift(away)
    assert practice_of(stage) == finger.begun
