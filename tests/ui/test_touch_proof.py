"""Whether a touch could be answered, asked of the real window: each fault is noticed, and no person is.

What is made to fail here leaves frames being drawn and time going on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from typing import NoReturn

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent, QWindow
from support.all_screens import visit_at
from support.stage import Stage, on_a_window
from support.templates import templates
from support.window import Role, Screen, finger

import ui.turn.conductor
import ui.turn.visit_loop
from ui.turn import turn
from ui.visit.visit import Visit
from ui.window.input import explore_watch, hand_watch
from ui.window.touch_proof import MOST_HELPLESS, MOST_LOST


@pytest.fixture(scope="module")
def opened(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage()) as kiosk:
        yield kiosk


@pytest.fixture
def stage(opened: Stage) -> Stage:
    """At the invitation."""
    opened.conductor.show(Visit())
    return opened


def fails(*_: object, **__: object) -> NoReturn:
    raise ValueError("made to fail")


def trouble(stage: Stage) -> str:
    return stage.kiosk.touch_trouble()


def touch(stage: Stage, touch_id: int = 0, spot: QPointF | None = None) -> None:
    at = QPointF(540, 960) if spot is None else spot
    Screen(stage.kiosk.window).press(at, touch_id)
    Screen(stage.kiosk.window).lift(at, touch_id)


def told(stage: Stage) -> tuple[object, ...]:
    """Whatever a touch might change."""
    conductor, ear = stage.conductor, stage.ear
    shown = (
        conductor.visit,
        conductor.page,
        conductor.around,
        conductor.pointing.hand,
        conductor.store.version,
    )
    heard = (ear.silenced, len(ear.stream), len(stage.notebook.events))
    return (*shown, *heard, conductor._attendance.touched_at, conductor.touches.made)


def test_every_kind_of_screen_would_answer_and_nothing_comes_of_asking(stage: Stage) -> None:
    screen = Screen(stage.kiosk.window)
    for name, shown in templates().items():
        stage.conductor.show(visit_at(shown, stage.first))
        screen.lay_out()
        stage.clock.now_s += 100
        before = told(stage)
        assert (name, trouble(stage)) == (name, "")
        assert told(stage) == before, name


def test_asking_draws_nothing_and_takes_no_press_from_anybody(stage: Stage) -> None:
    screen = Screen(stage.kiosk.window)
    stage.walk_to("begin")
    tile = screen.middle(screen.find("Đi khám bệnh", Role.Button))
    screen.press(tile)
    assert trouble(stage) == ""
    screen.lift(tile)
    assert trouble(stage) == ""
    assert stage.conductor.page.place != "home", "the press was the person's"
    seen = screen.grab()
    assert trouble(stage) == ""
    assert screen.grab() == seen


def test_who_leans_on_the_glass_and_who_has_just_pressed_break_nothing(stage: Stage) -> None:
    """A finger that never leaves, dirt, a press a moment ago, and one who feels their way."""
    screen = Screen(stage.kiosk.window)
    spots = [QPointF(300 + 200 * touch_id, 1200) for touch_id in range(3)]
    for touch_id, spot in enumerate(spots):
        screen.press(spot, touch_id)
    stage.wait(600)
    assert trouble(stage) == ""
    touch(stage, 7)
    assert trouble(stage) == ""
    for touch_id, spot in enumerate(spots):
        screen.lift(spot, touch_id)
    stage.conductor.start_exploring()
    assert stage.shell.exploring and trouble(stage) == ""


Fault = Callable[[Stage], AbstractContextManager[object]]


def without_a_watch(at: int) -> Fault:
    @contextmanager
    def fault(stage: Stage) -> Iterator[None]:
        window, watches = stage.kiosk.window, stage.kiosk._watches._asked_last_first
        window.removeEventFilter(watches[at])
        yield
        for watch in watches:  # in their order again
            window.removeEventFilter(watch)
            window.installEventFilter(watch)

    fault.__name__ = f"without_watch_{at}"
    return fault


class Swallows(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return True


@contextmanager
def swallowed(stage: Stage) -> Iterator[None]:
    """Something over the watches takes whatever comes."""
    over = Swallows()
    stage.kiosk.window.installEventFilter(over)
    yield
    stage.kiosk.window.removeEventFilter(over)


@contextmanager
def covered(stage: Stage) -> Iterator[None]:
    """What the screens stand on is seen, and out of reach."""
    stage.kiosk.window.contentItem().setEnabled(False)
    yield
    stage.kiosk.window.contentItem().setEnabled(True)


@contextmanager
def blank(stage: Stage) -> Iterator[None]:
    """The screen is not there: its paper is drawn, and nothing on it."""
    screens = stage.kiosk.window.contentItem().childItems()
    shown = [one for one in screens if one.isVisible()]
    for one in shown:
        one.setVisible(False)
    yield
    for one in shown:
        one.setVisible(True)


@contextmanager
def gate_stays_shut(stage: Stage) -> Iterator[None]:
    stage.gate.shut(True)
    yield
    stage.gate.shut(False)


@contextmanager
def nobody_hears(stage: Stage) -> Iterator[None]:
    stage.kiosk.attract.pressed.disconnect(stage.shell.press)
    yield
    stage.kiosk.attract.pressed.connect(stage.shell.press)


@contextmanager
def window_is_told_nothing(stage: Stage) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage.shell, "page_changed", lambda: None)
        stage.walk_to("begin")
        yield
    stage.conductor.show(Visit())


@contextmanager
def another_window(stage: Stage) -> Iterator[None]:
    over = QWindow()
    over.setModality(Qt.WindowModality.ApplicationModal)
    over.show()
    yield
    over.destroy()


def failing(where: object, name: str) -> Fault:
    def fault(stage: Stage) -> AbstractContextManager[object]:
        stack, patch = ExitStack(), pytest.MonkeyPatch()
        patch.setattr(where, name, fails)
        stack.callback(patch.undo)
        return stack

    fault.__name__ = f"{name}_fails"
    return fault


FAULTS = [
    *(without_a_watch(at) for at in (0, 2, 5)), swallowed, covered, blank, gate_stays_shut, nobody_hears,
    window_is_told_nothing, another_window,
    failing(hand_watch, "scene_of"), failing(ui.turn.conductor, "apply"),
    failing(ui.turn.conductor, "action_at"),
    failing(ui.turn.conductor, "derive"),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_kiosk_that_draws_and_answers_nobody_is_noticed_and_so_is_its_end(
    stage: Stage, fault: Fault
) -> None:
    assert trouble(stage) == ""
    with fault(stage):
        assert trouble(stage) != ""
    assert trouble(stage) == ""


def test_one_control_that_is_a_mistake_is_not_all_of_them(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who touches it meets the calm screen; to start anew would mend nothing."""
    stage.walk_to("begin")
    Screen(stage.kiosk.window).lay_out()
    real, met = turn.apply, list[object]()

    def apply_but_the_first(*given: object) -> object:
        met.append(given)
        return fails() if len(met) == 1 else real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(ui.turn.conductor, "apply", apply_but_the_first)
    assert trouble(stage) == "" and len(met) > 1


def lost_by(watch: QObject, *events: QEvent) -> None:
    """As Qt asks it, which prints what it raises."""
    for event in events:
        with suppress(ValueError):
            watch.eventFilter(watch, event)


def noticed_until_one_is_followed(stage: Stage, fault: Fault, watch: QObject, *events: QEvent) -> None:
    with fault(stage):
        for _ in range(MOST_LOST):
            assert trouble(stage) == ""
            lost_by(watch, *events)
        assert trouble(stage) != ""
    touch(stage, 9)
    assert trouble(stage) == ""


def test_touches_that_get_lost_on_their_way_are_noticed_until_one_is_followed(stage: Stage) -> None:
    """A mistake of ours that only a real finger meets; one touch may have met what no other will."""
    left, spot = Qt.MouseButton.LeftButton, QPointF(540, 900)
    click = [
        QMouseEvent(kind, spot, spot, left, left, Qt.KeyboardModifier.NoModifier)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)
    ]
    noticed_until_one_is_followed(stage, failing(hand_watch, "aim_at"), stage.kiosk._watches._hand, *click)


def test_touches_of_who_explores_are_noticed_too(stage: Stage) -> None:
    stage.conductor.start_exploring()
    Screen(stage.kiosk.window).lay_out()
    tap = [QTouchEvent(kind, finger()) for kind in (QEvent.Type.TouchBegin, QEvent.Type.TouchEnd)]
    noticed_until_one_is_followed(
        stage, failing(explore_watch, "may_tap"), stage.kiosk._watches._explore, *tap
    )


def test_presses_after_which_not_even_the_calm_screen_comes_are_noticed_until_one_is_answered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(stage.conductor, "_take", fails)
        told = []
        for _ in range(MOST_HELPLESS):
            stage.walk_to("begin")
            told.append(trouble(stage) != "")
        assert told == [False] * (MOST_HELPLESS - 1) + [True]
    stage.walk_to("begin")
    assert trouble(stage) == ""


def test_a_mistake_that_leads_to_the_calm_screen_is_an_answer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.walk_to("begin")
    with monkeypatch.context() as broken:
        broken.setattr(ui.turn.visit_loop, "apply", fails)
        for _ in range(2 * MOST_HELPLESS):
            stage.walk_to("comfort")
    Screen(stage.kiosk.window).lay_out()
    assert stage.conductor.page.place == "sorry" and trouble(stage) == ""


def test_time_does_not_go_on_while_every_look_at_the_clock_is_a_mistake(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert stage.conductor.tick()
    monkeypatch.setattr(stage.conductor, "_tick", fails)
    assert not stage.conductor.tick()
