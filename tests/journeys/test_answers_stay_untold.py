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
from support.stage import SIGN, Ear, residents_guides
from support.untold import questions
from support.whole_log import WholeLog, whole_log

from flows.flow import Flow
from flows.steps import End, HandOver
from flows.told import standing
from flows.walk import STUCK_PREFIX, Walk, current
from kiosk.paths import database_file
from ui.conductor import Conductor, Outside
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Goodbye, Stepping
from ui.words import UiWords

FLOWS = residents_guides().flows
PRIVATE = [flow.id for flow in FLOWS.values() if any(True for _ in questions(flow))]


@dataclass
class Kiosk:
    """One kiosk over one log, at which one visit follows the other."""

    log: WholeLog
    conductor: Conductor

    def press(self, *actions: str) -> None:
        for action in actions:
            self.conductor.act(action)

    def come(self, flow: Flow, walk: Walk) -> None:
        """Somebody opens the guide and walks it so far."""
        self.press("begin", "skip", f"topic.{flow.topic}", f"flow.{flow.id}", "start")
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
        if isinstance(current(flow, walk), End | HandOver):
            self.press("done")
            assert isinstance(self.conductor.visit.stage, Goodbye)
        self.press("finish", "next-person")


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    clock = FakeClock()
    log = whole_log(tmp_path, clock)
    log.start()
    log.recorder.left_over.result(WAIT_S)
    around = Surroundings(UiWords(), FLOWS, SIGN)
    yield Kiosk(log, Conductor(Outside(Ear(), log.recorder, lambda: clock.now().up_s), around))
    log.close()


def stored(kiosk: Kiosk, folder: Path) -> list[list[tuple[str, str]]]:
    """What the file holds of each visit, but for what names it."""
    assert kiosk.log.close()
    with closing(sqlite3.connect(database_file(folder))) as file:
        rows = file.execute("SELECT session, kind, fields FROM event WHERE session NOT NULL ORDER BY seq")
        by_visit: dict[str, list[tuple[str, str]]] = {}
        for session, kind, fields in rows:
            by_visit.setdefault(session, []).append((kind, fields))
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
    found = dict[str, list[tuple[str, str]]]()
    for (question, answer), lines in zip(alike, stored(kiosk, tmp_path), strict=True):
        assert found.setdefault(question, lines) == lines, f"{answer} can be told from {question}"


def test_nothing_that_is_done_out_of_sight_tells_where_it_was_done(kiosk: Kiosk, tmp_path: Path) -> None:
    """Explanations, Back, somebody called by the button or by an answer."""
    flow = FLOWS["huu-tri-xa-hoi"]
    for answer in ("choice.tu-75", "choice.70-74"):
        walk = Walk(flow.content_hash, (answer,))
        assert standing(flow, walk).untold
        kiosk.come(flow, walk)
        kiosk.press("not-understood", "back", "call-person", "back", "back", answer, "call-person", "taken")
        kiosk.press("choice.not-sure", "back", "finish", "next-person")
    one, other = stored(kiosk, tmp_path)
    assert one == other
    text = repr(one)
    assert not [word for word in ("tu-75", "luong-huu", "ho-ngheo", "explained") if word in text]


def test_a_guide_left_out_of_sight_for_another_is_not_told_to_lead_there(
    kiosk: Kiosk, tmp_path: Path
) -> None:
    """That the poor-household guide was opened from here would tell who is not old enough."""
    flow = FLOWS["huu-tri-xa-hoi"]
    walk = Walk(flow.content_hash, ("choice.duoi-70",))
    kiosk.come(flow, walk)
    kiosk._open_list()
    kiosk.press("stuck.muon-xet-ho-ngheo", "go-on", "start", "back", "back")
    stage = kiosk.conductor.visit.stage
    assert isinstance(stage, Stepping)
    assert stage.walk == walk
    kiosk.leave(flow, walk)
    (visit,) = stored(kiosk, tmp_path)
    kinds = [kind for kind, _ in visit]
    assert "walk.reopened" not in kinds
    ended = [fields for kind, fields in visit if kind == "walk.ended"]
    assert ["stopped" in one for one in ended] == [True, True, False]
