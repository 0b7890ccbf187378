"""How a visit was made is told once, at its end, to the month's figures alone; then nothing of it is left."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.staff import MAI, HandRegister, opened_by, staff_gate
from support.stage import Stage, residents_guides

from accessibility.card import Card
from accessibility.keys import Meaning
from accessibility.preferences import Preferences
from kiosk.base.events import NO_USE, Use, Way
from ui.visit.card import card_of, hold
from ui.visit.stage import StaffStage
from ui.visit.stages import Attract, Goodbye, MyCard, Resume
from ui.visit.visit import Visit

THERE = ("topic.vneid", "flow.vneid-cai-dat")


@pytest.fixture
def stage() -> Stage:
    return Stage()


def told(stage: Stage) -> Use:
    """What was told of the one visit there has been."""
    assert stage.conductor.visit == Visit() and stage.conductor.around.progress.alone is None
    (use,) = stage.notebook.uses
    return use


def by_finger(stage: Stage, *actions: str) -> None:
    for action in actions:
        stage.conductor.press(action)


def by_key(stage: Stage, *deeds: Meaning) -> None:
    for deed in deeds:
        stage.conductor.do(deed)


def leave(stage: Stage) -> None:
    """Nobody is there any more, whatever is shown."""
    stage.walk_to("finish", "next-person")


@pytest.mark.parametrize(
    ("first", "then", "way"),
    [
        (None, None, "touch"),
        ("down", "select", "keys"),
        ("move", "take", "switches"),
        ("switch", "switch", "one-switch"),
        ("louder", "again", "keys"),
    ],
)
def test_the_way_in_which_it_begins_counts_and_so_does_the_one_in_which_it_ends(
    stage: Stage, first: Meaning | None, then: Meaning | None, way: Way
) -> None:
    by_finger(stage, "begin") if first is None else by_key(stage, first)
    assert stage.conductor.visit.ways == {way}
    stage.walk_to("finish")
    by_finger(stage, "face.good", "next-person") if then is None else by_key(stage, then)
    leave(stage)
    assert told(stage).ways == {way}


def test_several_ways_of_use_are_logged_once_each_however_often(stage: Stage) -> None:
    by_finger(stage, "begin", *THERE, "next")
    by_key(stage, "down", "down", "select", "move", "take")
    by_finger(stage, "size")
    leave(stage)
    assert told(stage).ways == {"touch", "keys", "switches"}


def test_who_feels_over_the_glass_uses_it_once_something_is_taken(stage: Stage) -> None:
    stage.conductor.start_exploring()
    stage.conductor.feel(stage.conductor.pointing.items[0].slot, anew=True)
    assert stage.conductor.visit.preferences.explore and not stage.conductor.visit.ways
    stage.conductor.take()
    leave(stage)
    assert told(stage) == Use(frozenset({"explore"}))


def test_what_the_kiosk_does_by_itself_is_no_way(stage: Stage) -> None:
    stage.walk_to("begin")
    stage.wait(3600)
    assert told(stage) == NO_USE


def test_what_is_read_and_set_over_the_invitation_is_nobodys(stage: Stage) -> None:
    by_finger(stage, "privacy", "size", "theme", "done")
    assert stage.conductor.visit == Visit() and stage.notebook.uses == []


def test_a_knock_and_what_staff_do_on_their_own_screens_is_no_way_of_the_residents() -> None:
    stage = Stage(staff=staff_gate(HandRegister()))
    by_key(stage, "move")
    by_key(stage, "staff")
    by_finger(stage, *opened_by(MAI)[1:], "assist")
    assert isinstance(stage.conductor.visit.stage, StaffStage)
    by_finger(stage, "notice.no")
    assert stage.conductor.visit.assisted_by == MAI.id
    stage.walk_to("lock")
    leave(stage)
    assert told(stage).ways == {"switches"}


def test_the_settings_at_the_end_are_logged_not_those_on_the_way(stage: Stage) -> None:
    stage.walk_to("begin", "comfort", "calm", "simpler", "hold", "done", "comfort", "calm", "done")
    leave(stage)
    assert told(stage).settings == {"simple-words", "steady-hands"}


def test_while_staff_see_their_own_look_the_settings_logged_are_the_residents() -> None:
    stage = Stage(staff=staff_gate(HandRegister()))
    stage.walk_to("begin", "comfort", "low-reach", "done", *opened_by(MAI))
    assert not stage.conductor.visit.preferences.low_reach and not stage.conductor.visit.preferences.speech_on
    assert stage.conductor.visit.residents_own.low_reach
    stage.walk_to("lock")
    leave(stage)
    assert told(stage).settings == {"low-reach"}


def test_what_the_card_that_was_brought_says_is_logged_and_a_new_one_says_how_it_was_this_time(
    stage: Stage,
) -> None:
    stage.conductor._take(hold(Visit(), Card(Preferences(text_size=5), alone=3)))
    stage.notebook.tenths = 8
    stage.walk_to("finish")
    assert stage.conductor.around.progress.alone == 8
    stage.walk_to("my-card")
    assert card_of(stage.conductor.visit, stage.conductor.around.guides.flows, 8).alone == 8
    stage.walk_to("done", "next-person")
    assert told(stage) == Use(frozenset(), frozenset({"large-text"}), 3)


def test_a_visit_without_a_step_leaves_on_the_card_what_was_on_it() -> None:
    at_the_end = Visit((Goodbye(False), MyCard()), brought=Card(alone=3))
    assert card_of(at_the_end, residents_guides().flows, None).alone == 3
    assert card_of(replace(at_the_end, brought=None), residents_guides().flows, None).alone is None
    assert card_of(at_the_end, residents_guides().flows, 0).alone == 0


def test_a_visit_that_was_refused_after_a_crash_logs_nothing(stage: Stage) -> None:
    stage.conductor.offer_to_resume(Resume("vneid-cai-dat", "ab" * 32, (), "vi"))
    by_finger(stage, "resume.no")
    assert stage.notebook.uses == [] and isinstance(stage.conductor.visit.stage, Attract)
