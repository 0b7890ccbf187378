"""A guide is practised on the kiosk's own window: what of it is shown, and a step of it to begin at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from support.all_screens import walks_to_every_step
from support.stage import PANELS, Stage, on_a_window, residents_guides

from flows.practice.exercise.doing import Doing
from flows.practice.practice import Practice, first_pass
from flows.practice.rung import Rung
from flows.practice.way import tasks_of
from ui.visit.stages import Goodbye, Home, Practising
from ui.visit.visit import Visit


def opened(panel: str) -> Iterator[Stage]:
    """Its window on *panel*, until the test is over."""
    with on_a_window(Stage(panel=PANELS[panel])) as kiosk:
        yield kiosk


def practice_of(stage: Stage) -> Practice:
    """The pass that is shown."""
    return _shown(stage).practice


def typing_in(stage: Stage) -> Doing | None:
    """What is typed in it, while the drawn keys are open."""
    return _shown(stage).typing


def at_the_step(guide: str, step: str, rung: Rung = "alone") -> Practice:
    """A pass over the way of *guide* that leads to *step*, there."""
    flows = residents_guides().flows
    tasks = tasks_of(flows[guide], walks_to_every_step(guide)[step], flows.values())
    at = next(number for number, task in enumerate(tasks) if task.step_id == step)
    return replace(first_pass(guide, tasks, rung), at=at)


def show(stage: Stage, practice: Practice) -> None:
    """Over the goodbye of its guide."""
    now = stage.conductor.visit.preferences
    over = Goodbye(finished=True, guide=practice.flow_id)
    stage.conductor.show(Visit((Home(), over, Practising(practice)), now))


def _shown(stage: Stage) -> Practising:
    at = stage.conductor.visit.stage
    assert isinstance(at, Practising)
    return at
