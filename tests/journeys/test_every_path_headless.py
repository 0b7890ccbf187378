"""The ways through every guide that meet no step twice, pressed by action: shown, said and written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.itinerary import paths_walked
from support.opened import into
from support.residents import controls_of
from support.stage import Stage, residents_guides
from support.untold import given_to_the_log

from flows.guide.flow import Flow
from flows.guide.logged import logged_position
from flows.guide.steps import Edge, Step, ToFlow, ToHotline, ToPerson, ToStep
from flows.guide.walk import Walk, current, edges_open
from flows.shelf.library import RESIDENT_GUIDES
from ui.screens.guide import StepProps
from ui.screens.guide_end import EndProps
from ui.visit.stages import Attract, HaveReady, Hotline, Person, Stepping, StuckList
from ui.words import UiWords

FLOWS = residents_guides().flows
ASKS_FIRST = UiWords().say("private.ask", "vi")


class Walker:
    """Presses only what is on the screen, and checks each screen as it comes."""

    def __init__(self, flow: Flow) -> None:
        self.flow, self.stage = flow, Stage()
        self.conductor = self.stage.conductor
        self.asked = set[str]()

    def walk(self, path: tuple[str, ...]) -> None:
        self.stage.notebook.events.clear()
        self.stage.walk_to("begin", f"topic.{self.flow.topic}")
        self.asked = set()
        for slot in into(self.flow):
            self.press(slot)
        share = 0.0
        for edge_id, step in self._stations(path):
            share = self._look_at(step, share)
            self._take(next(edge for edge in self._open() if edge.id == edge_id))
        self._arrive(path)
        taken = [line[1] for line in self.stage.notebook.lines if line[0] == "edge taken"]
        assert taken == given_to_the_log(self.flow, path)
        self.stage.walk_to("finish", "next-person")
        assert isinstance(self.conductor.visit.stage, Attract)

    def press(self, action: str) -> None:
        """Only what can be touched now; and every screen is said from its beginning."""
        page = self.conductor.page
        on_screen = [*page.choices, *page.bar, *([page.primary] if page.primary else [])]
        assert action in [one.slot for one in on_screen], f"{action} is not on {page.place}"
        heard = len(self.stage.ear.heard)
        self.stage.walk_to(action)
        shown = self.conductor.page
        assert len(self.stage.ear.heard) == heard + 1, f"{shown.place} was not said once"
        if self.stage.ear.last.endswith(ASKS_FIRST):  # aloud when the resident asks for it, once a guide
            assert shown.private and shown.guide not in self.asked
            self.asked.add(shown.guide)
            self.stage.walk_to("again")
        for text in (shown.heading, shown.sentence, *(choice.label for choice in shown.choices)):
            assert text in self.stage.ear.last

    def _stations(self, path: tuple[str, ...]) -> Iterator[tuple[str, Step]]:
        """Each edge of the path with the step it leaves: found from the guide alone."""
        step = self._left = self.flow.steps[self.flow.start]
        for edge_id in path:
            yield edge_id, step
            stage = self.conductor.visit.stage
            self._left = step
            if isinstance(stage, Stepping) and stage.flow_id == self.flow.id:
                step = self.flow.steps[self._target(step, edge_id)]

    def _target(self, step: Step, edge_id: str) -> str:
        """Where it led, by one of the edges the guide has by that name; the log is told where if in sight."""
        logged = next(line for line in reversed(self.stage.notebook.lines) if line[0] == "edge taken")
        shown = current(self.flow, self._walk).id
        assert logged[1:3] == (edge_id, None if logged_position(self.flow, self._walk).untold else shown)
        assert ToStep(shown) in [edge.target for edge in step.edges if edge.id == edge_id]
        return shown

    @property
    def _walk(self) -> Walk:
        stage = self.conductor.visit.stage
        assert isinstance(stage, Stepping)
        return stage.walk

    def _open(self) -> tuple[Edge, ...]:
        return edges_open(self.flow, self._walk)

    def _look_at(self, step: Step, share: float) -> float:
        """The step's own sentence is shown and was said; the progress has not run backwards."""
        page = self.conductor.page
        assert isinstance(page, StepProps)
        assert page.sentence == step.say.vi
        assert step.say.vi in self.stage.ear.last
        now = page.step_number / page.steps_about
        assert share <= now <= 1
        return now

    def _take(self, edge: Edge) -> None:
        if not edge.id.startswith("stuck."):
            self.press(edge.id)
            return
        if "again" in controls_of(self.conductor.page):
            self.press("again")
        while not isinstance(self.conductor.visit.stage, StuckList):
            self.press("not-understood")
        self.press(edge.id)
        assert edge.advice is None or self.conductor.page.sentence == edge.advice.vi
        self.press("go-on")

    def _arrive(self, path: tuple[str, ...]) -> None:
        """A path ends at an end, at a hand-over, outside the guide, or where every edge leads back."""
        stage = self.conductor.visit.stage
        match stage:
            case Stepping(flow_id=flow_id) if flow_id != self.flow.id:
                assert ToFlow(flow_id) in [one.target for one in self._left.edges if one.id == path[-1]]
            case Stepping(walk=walk):
                assert walk.edges == path
                page = self.conductor.page
                if isinstance(page, EndProps) and page.faces:
                    self.stage.walk_to("face.good")
                    assert self.conductor.page.sentence == page.sentence
            case Person() | Hotline() | HaveReady():
                kind = {Person: ToPerson, Hotline: ToHotline, HaveReady: ToFlow}[type(stage)]
                assert any(edge.id == path[-1] and isinstance(edge.target, kind) for edge in self._left.edges)
            case _:
                pytest.fail(f"{path} ended on {stage}")


@pytest.mark.parametrize("flow_id", FLOWS)
def test_every_edge_after_every_other_is_shown_said_and_written_down(flow_id: str) -> None:
    walker = Walker(FLOWS[flow_id])
    walked = 0
    for path in paths_walked(walker.flow):
        walker.walk(path)
        walked += 1
    assert walked > 4


def test_no_guide_is_left_out() -> None:
    assert set(FLOWS) == {folder.name for folder in RESIDENT_GUIDES.iterdir()}
    assert residents_guides().problems == ()
