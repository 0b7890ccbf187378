"""Who plays with the button that calls disturbs nobody for long; a call is shown and waits all the same."""

from __future__ import annotations

from support.stage import Stage

from ui.turn.open_call import RINGS, SENT_FURTHER
from ui.visit.stages import Person


class CountedLamp:
    """Fits `ui.visit.ports.Lamp`."""

    def __init__(self) -> None:
        self.lit = self.sent = 0

    def call_began(self) -> None:
        self.lit += 1

    def call_over(self) -> None:
        pass

    def nobody_came(self) -> None:
        self.sent += 1


def rings_of_a_call(stage: Stage) -> int:
    before = stage.ear.cues.count("ring")
    stage.walk_to("call-person")
    assert isinstance(stage.conductor.visit.stage, Person)
    stage.wait(20)
    rings = stage.ear.cues.count("ring") - before
    stage.walk_to("go-on")
    return rings


def test_the_seventh_call_in_a_quarter_of_an_hour_is_shown_and_lit_but_does_not_ring() -> None:
    lamp = CountedLamp()
    stage = Stage(lamp=lamp)
    stage.walk_to("begin")
    rings = [rings_of_a_call(stage) for _ in range(RINGS + 3)]
    assert all(rings[:RINGS]) and not any(rings[RINGS:])
    assert lamp.lit == RINGS + 3, "each lights the lamp"
    assert stage.notebook.lines.count(("help called",)) == RINGS + 3, "and is counted"
    for _ in range(4):
        stage.wait(230)
        stage.walk_to("again")
    assert rings_of_a_call(stage), "a quarter of an hour later it rings again"


def test_what_is_run_when_nobody_comes_runs_twice_in_a_quarter_of_an_hour_and_the_number_is_shown() -> None:
    lamp = CountedLamp()
    stage = Stage(lamp=lamp)
    stage.walk_to("begin")
    for _ in range(SENT_FURTHER + 2):
        stage.walk_to("call-person")
        stage.wait(181)
        assert stage.conductor.visit.stage == Person(nobody_came=True)
        stage.walk_to("go-on")
    assert lamp.sent == SENT_FURTHER
