"""Every way through every guide that meets no step twice, by people who only press keys and listen."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import cycle
from math import inf

import pytest
from support.all_screens import visit_at
from support.in_turn import in_turn
from support.itinerary import ask, enter, follow, paths_over_every_edge, word
from support.paths import enumerate_paths
from support.senses import LETTERS_S
from support.signs import WITH_A_WEEK
from support.stage import FURTHER, Stage, residents_guides
from support.templates import STAFF_TEMPLATES, templates
from support.untold import given_to_the_log
from support.ways import MOST_MOVES, WAYS, Keypad, Listener, OneSwitch

from accessibility.preferences import RATES, Preferences
from accessibility.scanning import SCAN_S
from flows.guide.flow import Flow
from flows.guide.steps import Step
from kiosk.point.tour.staff_day import ON_DUTY
from ui.reach.ways.hand import Hand
from ui.screens.attract import AttractProps
from ui.screens.this_place import SIGNS
from ui.visit.stages import Comfort, Home, IdleNotice
from ui.visit.visit import Visit

FLOWS = residents_guides().flows


def walk(person: Listener, flow: Flow, path: tuple[str, ...]) -> None:
    enter(person, flow)
    step: Step | None = flow.steps[flow.start]
    for edge_id in path:
        assert step is not None, f"{path} left the guide before {edge_id}"
        step = follow(person, flow, step, edge_id)
    taken = [line[1] for line in person.stage.notebook.lines if line[0] == "edge taken"]
    assert taken == given_to_the_log(flow, path)


SOME = [
    pytest.param(flow_id, way, marks=pytest.mark.full if at // len(WAYS) % 3 else ())
    for at, (flow_id, way) in enumerate(zip(FLOWS, cycle(WAYS), strict=False))
]
"""A third of the guides, each way as often as the others."""


@pytest.mark.parametrize(("flow_id", "way"), SOME)
def test_every_edge_of_every_guide_is_taken_the_ways_in_turn(flow_id: str, way: str) -> None:
    flow = FLOWS[flow_id]
    for path in paths_over_every_edge(flow):
        walk(WAYS[way](), flow, path)


@pytest.mark.full
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("flow_id", FLOWS)
def test_every_path_of_every_guide_is_walked_by_whoever_has_only(flow_id: str, way: str) -> None:
    flow = FLOWS[flow_id]
    paths = list(enumerate_paths(flow))
    assert len(paths) > 4
    for path in paths:
        walk(WAYS[way](), flow, path)


@pytest.mark.parametrize("way", WAYS)
def test_a_visit_is_ended_in_the_same_way_and_nothing_of_the_person_stays(way: str) -> None:
    person = WAYS[way]()
    enter(person, FLOWS["vneid-cai-dat"])
    ask(person, word("strip.finish"))
    ask(person, word("goodbye.good"))
    person.go_to(word("goodbye.done"))
    person.take()
    assert person.stage.conductor.nobody_is_here
    assert person.stage.conductor.pointing.hand == Hand()
    assert not person.stage.conductor.around.pointer.scanning
    assert person.stage.conductor.around.pointer.hint == ""


def place_of(text: str, said: list[str]) -> int:
    """Where on the way round *text* was heard; it must have been."""
    return next(at for at, heard in enumerate(said) if heard.startswith(text.rstrip(".")))


BLIND = {name: stage for name, stage in templates().items() if name != "attract"}
"""The first screen says nothing, for nobody is there. What stands on it is heard on a page of its own."""


@pytest.mark.parametrize("way", WAYS)
def test_all_that_stands_on_the_first_screen_is_heard_by_who_cannot_touch_its_buttons(way: str) -> None:
    """Any key begins the visit there: the way to the page leads through the comfort panel."""
    person = WAYS[way](Stage(sign=WITH_A_WEEK))
    point = replace(person.stage.conductor.around.point, on_duty=ON_DUTY)
    person.stage.conductor.surround(point)
    first = person.stage.conductor.page
    assert isinstance(first, AttractProps) and {line.slot for line in first.written} == set(SIGNS) - {"staff"}
    person.begin()
    person.choose(word("comfort.name"))
    person.choose(word("preset.every"))
    person.choose(word("comfort.about"))
    said = person.choose(word("this_place.heading"))
    assert [line.text for line in first.written if line.text.rstrip(".") not in said] == []


@pytest.mark.parametrize("way", WAYS)
def test_a_language_is_chosen_by_its_name_and_the_one_before_is_at_hand_for_ten_seconds(way: str) -> None:
    person = WAYS[way]()
    person.begin()
    person.choose(word("strip.language"))
    assert [one.label for one in person.stage.conductor.page.choices] == ["Tiếng Việt", "English", "Français"]
    person.choose("English")
    person.choose(word("strip.language_back"))
    assert [one.language for one in person.stage.ear.heard[-2:]] == ["en", "vi"]
    assert person.stage.conductor.visit.language_before is None, "who has gone back meant it"
    person.choose(word("strip.language"))
    person.choose("Français")
    if way == "one switch":
        person.circle()  # it must have come to all there is
    person.stage.wait(10)
    assert person.stage.conductor.visit.language_before is None
    assert [one.language for one in person.stage.ear.heard[-1:]] == ["fr"]


def come_to(stage: Stage, name: str) -> None:
    """What is private there is heard in headphones."""
    stage.conductor.show(visit_at(BLIND[name], Preferences()))
    alone = any(item.private for item in stage.conductor.pointing.items)
    stage.conductor.surround(replace(stage.conductor.around.sound, headphones=alone))


@pytest.mark.parametrize("name", BLIND)
def test_who_does_not_see_hears_everything_on_a_screen_once_and_in_its_order(name: str) -> None:
    """Heading, texts, picture, buttons, the strip: one way round, with another cue where it begins again."""
    person = Keypad()
    person.begin()
    come_to(person.stage, name)
    page = person.stage.conductor.page
    said = person.circle()
    assert len(said) == len(set(said))
    controls = [one.name for one in (*page.choices, *page.bar)]
    places = [place_of(text, said) for text in (page.heading, page.sentence, *controls) if text]
    assert places == sorted(places)
    for line in page.script:
        if line.slot not in ("phone", "countdown", "waiting", "caption"):
            place_of(line.text, said)


@pytest.mark.parametrize(("name", "way"), in_turn(BLIND, ["two switches", "one switch"]))
def test_switches_go_round_everything_that_can_be_pressed_and_nothing_else(name: str, way: str) -> None:
    person = WAYS[way]()
    person.begin()
    come_to(person.stage, name)
    buttons = [item for item in person.stage.conductor.pointing.items if item.action]
    said = person.circle()
    assert len(said) == len(buttons)
    assert all(heard.startswith(item.name.rstrip(".")) for heard, item in zip(said, buttons, strict=True))


SLOWEST = Preferences(scan_s=SCAN_S[-1], rate=RATES[0], language="fr")
AFTER_A_CRASH = {
    "resume": Visit((BLIND["resume"],), SLOWEST),
    "comfort after a crash": Visit((BLIND["resume"], Comfort()), SLOWEST),
}
"""The offer lies lowest there: until it is answered nobody's visit goes on."""
AT_THE_DOOR = ("staff-who", "staff-pin")
"""Behind it the pointer stands still: staff have the controls, in the look of everybody."""
MOST_S = 3600.0
"""Somebody who has left is not waited for longer, on any screen and at any pace."""
SCANNED = [name for name in BLIND if name not in STAFF_TEMPLATES or name in AT_THE_DOOR]

EVERY_OTHER = [
    pytest.param(name, marks=pytest.mark.full if at % 2 else ())
    for at, name in enumerate(name for name in SCANNED if name not in AFTER_A_CRASH)
]


def waits_for_no_person() -> OneSwitch:
    return OneSwitch(Stage(further=FURTHER._replace(after_s=inf)))


@pytest.mark.parametrize("name", [*EVERY_OTHER, *AFTER_A_CRASH])
def test_one_switch_at_its_slowest_comes_to_everything_before_it_is_asked_who_is_here(name: str) -> None:
    """Also after a touch on the way. Whoever has left is asked for all the same, once all has been said."""
    person = waits_for_no_person()
    person.begin()
    conductor, ear, clock = person.stage.conductor, person.stage.ear, person.stage.clock
    conductor.show(AFTER_A_CRASH.get(name) or replace(visit_at(BLIND[name], SLOWEST), staff=None))
    there, buttons = conductor.page.place, {item.slot for item in conductor.pointing.items if item.action}
    met = set[str]()
    for move in range(3 * MOST_MOVES):
        person.wait(len(ear.last) / LETTERS_S / SLOWEST.rate)
        conductor.scan()  # the voice has not ended: the time of this thing begins now
        ear.finish()
        if move == 2:
            conductor.touched()
            met.clear()
            touched_s = clock.now_s
        conductor.tick()
        if conductor.page.place != there:
            break
        met.add(conductor.pointing.hand.slot)
        person.wait(SLOWEST.scan_s)
        conductor.scan()
    assert conductor.page.place != there
    assert buttons <= met
    assert clock.now_s - touched_s < MOST_S


def test_the_minute_of_the_notice_and_of_the_offer_begins_when_one_switch_has_gone_round() -> None:
    """Then all of it is told: at 30 seconds and at 10."""
    for stages in ((Home(), IdleNotice()), (BLIND["resume"],), (BLIND["resume"], Comfort())):
        person = waits_for_no_person()
        person.begin()
        conductor, ear = person.stage.conductor, person.stage.ear
        conductor.show(Visit(stages))
        there, round_s = conductor.page.place, 0
        while conductor.pointing.midway:
            ear.finish()
            conductor.scan()
            person.stage.wait(1)
            assert conductor.page.place == there
            round_s += 1
        assert round_s > len(conductor.pointing.items)
        since = len(ear.heard)
        person.stage.wait(58)  # a second has passed since it came round
        assert conductor.page.place == there
        told_s = [re.search(r"(\d+)\sgiây", one.text) for one in ear.heard[since:]]
        assert [found[1] for found in told_s if found] == ["30", "10"]
        person.stage.wait(2)
        assert conductor.nobody_is_here
