"""Guides from the invitation to the end of the visit, on the real window, by people of one way each: by
default two guides and a lesson a way, in the full run every one in every way.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

import pytest
from PySide6.QtTest import QTest
from support.itinerary import ask, follow_to_the_end, path_to_the_end, walk_to_the_end, word
from support.pace import as_property, pace_of
from support.senses import Diary, Glass
from support.staff import MAI, opened_by, staff_gate
from support.stage import Stage, residents_guides, volunteers_guides
from support.walkers import WAYS, OneSwitch

from flows.guide.flow import Flow
from flows.guide.steps import End
from flows.guide.walk import Walk, current
from ui.visit.stages import Attract

FLOWS = residents_guides().flows
ROTATING = list(zip(list(FLOWS)[::5], cycle(WAYS), strict=False))
LESSONS = volunteers_guides().flows
LEARNING = list(zip(list(LESSONS)[::2], cycle(WAYS), strict=False))
BY_FEEL = ("swiping", "feeling")
BY_KEYS = ("keypad", "one switch")
Record = Callable[[str, object], None]


def walk(flow: Flow, way: str, record: Record) -> None:
    stage = Stage()
    assert QTest.qWaitForWindowExposed(stage.open().window)
    try:
        person = WAYS[way](stage)
        path = walk_to_the_end(person, flow)
        assert stage.conductor.visit.stage == Attract()
        taken = [line[1] for line in stage.notebook.lines if line[0] == "edge taken"]
        assert taken == list(path)
        last = current(flow, Walk(flow.content_hash, path))
        ended = "completed" if isinstance(last, End) else "handed-over"
        assert ("walk ended", ended) in stage.notebook.lines or not path
        record("time per step", as_property(pace_of(way, person.diary)))
    finally:
        stage.close()


@pytest.mark.parametrize(("flow_id", "way"), ROTATING)
def test_a_guide_is_walked_to_its_end_the_ways_in_turn(
    drawing: object, record_property: Record, flow_id: str, way: str
) -> None:
    walk(FLOWS[flow_id], way, record_property)


@pytest.mark.full
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("flow_id", FLOWS)
def test_every_guide_is_walked_to_its_end_in_every_way(
    drawing: object, record_property: Record, flow_id: str, way: str
) -> None:
    walk(FLOWS[flow_id], way, record_property)


def learn(flow: Flow, way: str, record: Record) -> None:
    """As a volunteer who may not see, read, or hold a hand steady either: the voice is on, and theirs."""
    stage = Stage(staff=staff_gate())
    assert QTest.qWaitForWindowExposed(stage.open().window)
    try:
        stage.walk_to(*opened_by(MAI), "speech", *(("comfort", "explore", "done") if way in BY_FEEL else ()))
        if way == "swiping":
            Glass(stage, Diary()).swipe(1)  # the first one is not known yet from a finger that feels
        person = WAYS[way](stage)
        if way in BY_KEYS:
            person.settle_in()
        elif way == "not reading":
            person.choose(word("bar.again"))
        for name in (word("menu.training"), flow.title.vi):
            ask(person, name)
        follow_to_the_end(person, flow, path := path_to_the_end(flow))
        assert flow.title.vi in ask(person, word("step.done"))
        assert stage.notebook.lines == [("training finished", flow.id, MAI.role)]
        assert path
        record("time per step", as_property(pace_of(way, person.diary)))
    finally:
        stage.close()


@pytest.mark.parametrize(("flow_id", "way"), LEARNING)
def test_a_volunteer_walks_a_guide_to_its_end_the_ways_in_turn(
    drawing: object, record_property: Record, flow_id: str, way: str
) -> None:
    learn(LESSONS[flow_id], way, record_property)


@pytest.mark.full
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("flow_id", LESSONS)
def test_every_guide_for_volunteers_is_walked_to_its_end_in_every_way(
    drawing: object, record_property: Record, flow_id: str, way: str
) -> None:
    learn(LESSONS[flow_id], way, record_property)


def test_one_switch_changes_its_own_speed_while_it_goes_on(drawing: object) -> None:
    """By the same key, in the comfort panel; the pointer then stays longer, and sounds at each thing."""
    stage = Stage()
    assert QTest.qWaitForWindowExposed(stage.open().window)
    try:
        person = OneSwitch(stage)
        person.begin()
        person.round()
        before_s = person.waited_s
        person.choose("Chỉnh cho vừa ý")
        person.choose("Chỉnh từng thứ")
        person.choose("Tay và cách chạm")
        person.choose("Máy đi chậm hơn")
        for _ in range(2):  # the pointer has stayed there: the next press slows down once more
            person.take()
            person.arrives()
        person.next_heard()  # a whole round takes minutes now: test_ways_headless
        assert person.waited_s > before_s + 1
        person.choose("Máy đi nhanh hơn")
        person.choose("Xong")
        person.next_heard()
        assert before_s < person.waited_s < before_s + 2
    finally:
        stage.close()
