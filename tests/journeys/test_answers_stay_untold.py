"""What is answered at a private step is in no file of the log: on real screens, with the real database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.events import WAIT_S
from support.fake_clock import FakeClock
from support.opened import into
from support.pressing import named
from support.stage import SIGN, Ear, residents_guides
from support.untold import questions
from support.whole_log import WholeLog, whole_log

from flows.guide.flow import Flow
from flows.guide.logged import logged_position
from flows.guide.steps import End, HandOver
from flows.guide.walk import STUCK_PREFIX, Walk, current
from kiosk.base.files.paths import database_file
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.turn.conductor import Conductor, Outside
from ui.visit.stages import Stepping
from ui.words import UiWords

FLOWS = residents_guides().flows
PRIVATE = [flow.id for flow in FLOWS.values() if any(True for _ in questions(flow))]


@dataclass
class Kiosk:
    """One kiosk over one log, at which one visit follows the other."""

    log: WholeLog
    conductor: Conductor
    clock: FakeClock

    def press(self, *actions: str) -> None:
        for action in actions:
            self.conductor.act(named(action))

    def wait(self, seconds: float) -> None:
        self.clock.pass_s(seconds)

    def come(self, flow: Flow, walk: Walk) -> None:
        """Somebody opens the guide and walks it so far."""
        self.press("begin", f"topic.{flow.topic}", *into(flow))
        for edge in walk.edges:
            if edge.startswith(STUCK_PREFIX):
                self._open_list()
                self.press(edge, "go-on")
            else:
                self.press(edge)
        stage = self.conductor.visit.stage
        assert isinstance(stage, Stepping)
        assert stage.walk == walk

    def _open_list(self) -> None:
        while isinstance(self.conductor.visit.stage, Stepping):
            self.press("not-understood")

    def leave(self, flow: Flow, walk: Walk) -> None:
        ends = isinstance(current(flow, walk), End | HandOver)
        assert ends == (self.conductor.page.template == "end")
        self.press(*(() if ends else ("finish",)), "next-person")


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    clock = FakeClock()
    log = whole_log(tmp_path, clock)
    log.start()
    log.recorder.left_over.result(WAIT_S)
    around = Surroundings(UiWords(), Guides(FLOWS), SIGN)
    yield Kiosk(log, Conductor(Outside(Ear(), log.recorder, lambda: clock.now().up_s), around), clock)
    log.close()


def stored(kiosk: Kiosk, folder: Path, *, times: bool = False) -> list[list[tuple[str, ...]]]:
    """What the file holds of each visit, but for what names it; *times* in it where they are asked for."""
    assert kiosk.log.close()
    with closing(sqlite3.connect(database_file(folder))) as file:
        rows = file.execute(
            "SELECT session, at_ms, kind, fields FROM event WHERE session NOT NULL ORDER BY seq"
        )
        by_visit: dict[str, list[tuple[str, ...]]] = {}
        for session, at_ms, kind, fields in rows:
            by_visit.setdefault(session, []).append((kind, fields, *([str(at_ms)] if times else [])))
    return list(by_visit.values())


@pytest.mark.parametrize("flow_id", PRIVATE)
def test_two_visits_that_differ_in_a_private_answer_are_stored_word_for_word_the_same(
    kiosk: Kiosk, tmp_path: Path, flow_id: str
) -> None:
    flow = FLOWS[flow_id]
    alike = list[tuple[str, str]]()
    for asked, answers in questions(flow):
        for seen in {one for after in answers.values() for one in after}:
            alike += [(f"{asked.edges} then {seen}", edge) for edge in answers]
            for after in answers.values():
                kiosk.come(flow, after[seen])
                kiosk.leave(flow, after[seen])
    found = dict[str, list[tuple[str, ...]]]()
    for (question, answer), lines in zip(alike, stored(kiosk, tmp_path), strict=True):
        assert found.setdefault(question, lines) == lines, f"{answer} can be told from {question}"


def test_nothing_that_is_done_out_of_sight_gives_away_where_it_was_done(kiosk: Kiosk, tmp_path: Path) -> None:
    """Explanations, Back, somebody called by the button or by an answer."""
    flow = FLOWS["huu-tri-xa-hoi"]
    for answer in ("choice.tu-75", "choice.70-74"):
        walk = Walk(flow.content_hash, (answer,))
        assert logged_position(flow, walk).untold
        kiosk.come(flow, walk)
        kiosk.press("not-understood", "back", "call-person", "back", "back", answer, "call-person", "taken")
        kiosk.press("choice.not-sure", "back", "finish", "next-person")
    one, other = stored(kiosk, tmp_path)
    assert one == other
    text = repr(one)
    assert not [word for word in ("tu-75", "luong-huu", "ho-ngheo", "explained") if word in text]


def test_a_guide_left_out_of_sight_for_another_is_stored_as_if_that_had_been_chosen_from_the_topics(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    """That the poor-household guide was opened from here would tell who is not old enough; so would when."""
    flow, other = FLOWS["huu-tri-xa-hoi"], FLOWS["ho-ngheo"]
    for answers, way in ((("choice.duoi-70", "choice.no"), "led there"), (("choice.tu-75",), "chosen")):
        walk = Walk(flow.content_hash, answers)
        kiosk.come(flow, walk)
        kiosk.wait(9)
        if way == "led there":
            kiosk._open_list()
            kiosk.press("stuck.muon-xet-ho-ngheo", "go-on")
        else:
            kiosk.press("finish", "another", f"topic.{other.topic}", f"flow.{other.id}")
        kiosk.wait(37)
        kiosk.press("back")
        if way == "led there":
            stage = kiosk.conductor.visit.stage
            assert isinstance(stage, Stepping)
            assert stage.walk == walk, "Back leads to where they were"
            kiosk.press("not-understood", "back", "back", "back", "choice.tu-75")
        kiosk.wait(20)
        kiosk.press("finish", "next-person")
    one, another = stored(kiosk, tmp_path, times=True)
    assert one == another
    assert [kind for kind, *_ in one].count("walk.started") == 2
