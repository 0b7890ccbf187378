"""A word is typed on the drawn phone, and a code where it belongs, by each way of using the kiosk.

One exercise a way by default, with the keys of a tablet or of a phone; all of them with `--full`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.itinerary import ask, word
from support.stage import PANELS, Stage, on_a_window
from support.typing_out import take_next_key
from support.walkers import WAYS

from flows.practice.exercise.doing import Doing
from flows.shelf.exercises import shipped_exercises
from ui.visit.stages import Exercising, Home, Topic
from ui.visit.visit import Visit

TOPICS = {"typing": "dien-thoai", "codes": "an-toan"}
NAMES = ("go-me", "otp-go-vao-o", "otp-co-nguoi-hoi", "tim-phim-noi")
BY_EYE_AND_EAR = [way for way in WAYS if way != "not reading"]
"""Whoever does not read does not type either: they say what they would do."""
SAMPLE = [(way, NAMES[at % len(NAMES)], at % 2 == 0) for at, way in enumerate(BY_EYE_AND_EAR)]
SAMPLE.append(("not reading", "otp-co-nguoi-hoi", False))
REST = [
    pytest.param(way, name, small, marks=pytest.mark.full)
    for way in BY_EYE_AND_EAR
    for name in NAMES
    for small in (False, True)
    if (way, name, small) not in SAMPLE
]


@pytest.fixture
def stage(drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(panel=PANELS["portrait"])) as kiosk:
        yield kiosk


def doing_of(stage: Stage) -> Doing:
    at = stage.conductor.visit.stage
    assert isinstance(at, Exercising)
    return at.doing


@pytest.mark.parametrize(("way", "name", "small"), [*SAMPLE, *REST])
def test_an_exercise_is_done_from_the_list_to_its_end(
    stage: Stage, way: str, name: str, *, small: bool
) -> None:
    person, made = WAYS[way](stage), shipped_exercises()[name]
    person.begin()
    there = (Home(), Topic(TOPICS[made.group]))
    stage.conductor.show(Visit(there, stage.conductor.visit.preferences))
    person.arrives()
    ask(person, word(f"exercise.offer_{made.group}"))
    said = ask(person, made.title.vi)
    assert made.task.vi in said
    if small and made.typed:
        visit = stage.conductor.visit
        stage.conductor.show(visit.swap(Exercising(replace(doing_of(stage), passes=2))))
        person.arrives()
    if made.kind == "choose":
        said = ask(person, next(one.text.vi for one in made.choices if one.id == made.expect))
    while not doing_of(stage).over:
        said = take_next_key(stage, person, doing_of(stage))
    learnt = word("practice.typed", word=made.expect) if made.kind == "type" else made.hint.vi
    assert learnt in said
    ask(person, word("exercise.over"))
    told = [line for line in stage.notebook.lines if line[0] not in ("session started", "language set")]
    assert not any(made.id in str(line) or made.expect in str(line) for line in told)
