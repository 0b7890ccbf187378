"""One press, or one second, shows one page once; what may come next is worked out once for a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from support.pressing import named
from support.staff import MAI, opened_by, staff_gate
from support.stage import Stage

from accessibility.preferences import Preferences
from accessibility.speech.utterance import SoundState
from ui.reach.voice.narrator import Lit
from ui.screens.derive import derive
from ui.screens.page import Page
from ui.screens.surroundings import Surroundings
from ui.visit.visit import Visit

IN_A_GUIDE = ("begin", "need.viec-khac", "topic.vneid", "flow.vneid-cai-dat")


class Counter:
    """A window that only counts."""

    def __init__(self) -> None:
        self.pages = self.besides = 0

    def page_changed(self) -> None:
        self.pages += 1

    def beside_changed(self) -> None:
        self.besides += 1

    def lit_changed(self, lit: Lit) -> None: ...
    def pointed_changed(self, slot: str) -> None: ...
    def page_turned(self, by: int) -> None: ...
    def announced(self, text: str, urgent: bool) -> None: ...


class Counted:
    """A kiosk whose pages are counted as they are derived."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.window, self.derived, self.foreseen = stage, Counter(), 0, 0
        stage.conductor.begin(self.window)

    def press(self, action: str) -> None:
        self.stage.conductor.act(named(action))

    def of(self, done: Callable[[], object]) -> tuple[int, int]:
        """How many pages were derived by it, and how many were shown."""
        self.derived = self.window.pages = self.window.besides = 0
        done()
        return self.derived, self.window.pages


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counted]:
    kiosk = Counted(Stage(staff=staff_gate()))

    def counting(visit: Visit, around: Surroundings) -> Page:
        kiosk.derived += 1
        return derive(visit, around)

    def foreseeing(visit: Visit, around: Surroundings) -> Page:
        kiosk.foreseen += 1
        return derive(visit, around)

    monkeypatch.setattr("ui.turn.store.derive", counting)
    monkeypatch.setattr("ui.turn.foresight.derive", foreseeing)
    yield kiosk


def test_each_press_through_a_visit_derives_one_page_and_shows_it_once(counted: Counted) -> None:
    press = counted.press
    for action in (*IN_A_GUIDE, "size", "explore", "explore", "call-person", "go-on", "finish", "face.good"):
        assert counted.of(partial(press, action)) == (1, 1), action
        assert counted.window.besides <= 1, action
    assert counted.of(lambda: press("next-person")) == (1, 1)
    assert counted.stage.conductor.nobody_is_here


def test_each_press_of_staff_derives_one_page_and_shows_it_once(counted: Counted) -> None:
    counted.stage.walk_to(*IN_A_GUIDE)
    *before, last = opened_by(MAI)
    press = counted.press
    for action in before[1:]:  # the register answers within the first and the last press: a screen of its own
        counted.stage.walk_to(*(() if action != before[1] else (before[0],)))
        assert counted.of(partial(press, action)) == (1, 1), action
    counted.stage.walk_to(last)
    assert counted.of(lambda: press("lock")) == (1, 1)


@pytest.mark.parametrize("action", ["help-same", "help-next"])
def test_between_two_people_the_invitation_is_shown_once_so_that_all_forget_the_first(
    counted: Counted, action: str
) -> None:
    """One press ends a visit and begins another: each has its page, by the way in which every visit ends."""
    counted.stage.walk_to(*opened_by(MAI), "assist", "notice.no", "flow.vneid-xuat-trinh", "next", "finish")
    forgotten = counted.stage.ear.forgotten
    assert counted.of(lambda: counted.press(action)) == (2, 2)
    assert counted.stage.ear.forgotten > forgotten


def test_a_press_that_changes_nothing_shows_nothing_anew(counted: Counted) -> None:
    counted.stage.walk_to("begin")
    assert counted.of(lambda: counted.press("again")) == (0, 0)


@pytest.mark.parametrize("deed", ["down", "move"])
def test_a_key_that_moves_the_pointer_shows_the_same_page_with_another_line(
    counted: Counted, deed: str
) -> None:
    counted.stage.walk_to(*IN_A_GUIDE)
    counted.stage.conductor.do(deed)  # type: ignore[arg-type]  # from now on a user of keys
    lines = 0
    for _ in range(4):
        assert counted.of(lambda: counted.stage.conductor.do(deed)) == (0, 0)  # type: ignore[arg-type]
        assert counted.window.besides <= 1
        lines += counted.window.besides
    assert lines > 1


def test_who_takes_a_control_by_key_is_shown_one_page(counted: Counted) -> None:
    conductor = counted.stage.conductor
    counted.stage.walk_to(*IN_A_GUIDE)
    while not conductor.pointing.hand.slot.startswith("choice."):
        conductor.do("down")
    assert counted.of(lambda: counted.stage.conductor.do("select")) == (1, 1)


def test_a_second_in_which_nothing_happens_derives_nothing(counted: Counted) -> None:
    counted.stage.walk_to(*IN_A_GUIDE)
    assert counted.of(lambda: counted.stage.wait(100)) == (0, 0)


def test_a_second_of_a_countdown_or_of_waiting_derives_one_page_at_most(counted: Counted) -> None:
    stage = counted.stage
    stage.walk_to(*IN_A_GUIDE, "call-person")
    for _ in range(70):
        derived, shown = counted.of(lambda: stage.wait(1))
        assert derived <= 1 and shown <= 1
    stage.walk_to("go-on", "idle")
    for _ in range(20):
        assert counted.of(lambda: stage.wait(1)) == (1, 1)


def test_what_changes_around_a_visit_is_shown_once(counted: Counted) -> None:
    counted.stage.walk_to(*IN_A_GUIDE)
    conductor = counted.stage.conductor
    assert counted.of(lambda: counted.stage.ear.tell(SoundState(audible=False, reason="no-device")))[0] <= 1
    trouble = replace(conductor.around.health, storage_trouble=True)
    assert counted.of(lambda: conductor.surround(trouble))[0] <= 1
    assert counted.of(lambda: conductor.surround(trouble)) == (0, 0)


def test_what_the_next_touch_may_bring_is_worked_out_once_for_a_screen(counted: Counted) -> None:
    conductor = counted.stage.conductor
    counted.stage.walk_to(*IN_A_GUIDE)
    first = conductor.foresee()
    worked_out = counted.foreseen
    assert worked_out == len(first) > 0
    for _ in range(25):
        assert conductor.foresee() is first
        conductor.hint(f"{_}")
    assert counted.foreseen == worked_out
    counted.stage.walk_to("size")
    assert conductor.foresee() is not first and counted.foreseen > worked_out
    assert {page.language for page in conductor.foresee()} == {Preferences().language}


def test_a_mistake_in_foresight_is_logged_once_for_a_screen(
    counted: Counted, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    counted.stage.walk_to(*IN_A_GUIDE)
    monkeypatch.setattr("ui.turn.foresight.foresee", lambda *_: 1 / 0)
    assert [counted.stage.conductor.foresee() for _ in range(25)] == [()] * 25
    assert len(caplog.records) == 1
