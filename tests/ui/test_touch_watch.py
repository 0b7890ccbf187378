"""Who touches the glass is there, and wants to be heard rather than spoken to; a palm is nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from support.stage import Stage, on_a_window
from support.window import Role, Screen, finger

from accessibility.contacts import PALM_MM
from ui.window.input import watches


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage()) as kiosk:
        yield kiosk


def test_a_palm_silences_nothing_and_a_finger_that_comes_beside_it_does(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt's test touches have no size of their own: here the panel tells one."""
    window = stage.kiosk.window
    stage.walk_to("begin")
    silenced = stage.ear.silenced
    monkeypatch.setattr(watches, "broad_mm", lambda _point, _scale: PALM_MM)
    Screen(window).press(QPointF(40, 1880), touch_id=7)
    assert stage.ear.silenced == silenced
    monkeypatch.setattr(watches, "broad_mm", lambda _point, _scale: PALM_MM - 1)
    stage.wait(200)
    touches = QTest.touchEvent(window, finger())
    touches.stationary(7).press(8, QPoint(40, 900), window).commit()
    assert stage.ear.silenced == silenced + 1
    stage.wait(200)
    assert stage.conductor.page.place == "home", "somebody was there 200 s ago"


def test_a_screen_may_change_beneath_a_finger_and_what_lay_there_be_gone(stage: Stage) -> None:
    """The idle notice, the controls that lock, a person who is called: none waits for a finger to leave."""
    screen = Screen(stage.kiosk.window)
    stage.walk_to("begin")
    screen.lay_out()
    for spot in (QPointF(30, 30), QPointF(500, 900)):
        screen.press(spot)
        for action in ("comfort", "done", "need.viec-khac"):
            stage.walk_to(action)
            screen.lay_out()
            QTest.qWait(1)
        before = stage.conductor.visit
        screen.lift(spot)
        assert stage.conductor.visit == before
        stage.walk_to("back")


def test_a_finger_that_rests_while_its_screen_goes_and_comes_back_presses_nothing(stage: Stage) -> None:
    """What lies beneath it is called the same again, but whoever lifts it looks at another moment."""
    screen = Screen(stage.kiosk.window)
    stage.walk_to("begin")
    screen.lay_out()
    tile = screen.middle(screen.find("Đi khám bệnh", Role.Button))
    screen.press(tile)
    for action in ("comfort", "back"):
        stage.walk_to(action)
        screen.lay_out()
        QTest.qWait(1)
    before = stage.conductor.visit
    screen.lift(tile)
    assert stage.conductor.visit == before
    stage.wait(200)
    screen.press(tile)
    screen.lift(tile)
    assert stage.conductor.page.place != "home"
