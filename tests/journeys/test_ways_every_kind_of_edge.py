"""Every kind of way out of a screen, taken on the real window by each way of using the kiosk."""

# mypy: disable-error-code="comparison-overlap"
# (a press changes the stage that an assertion before it has narrowed)
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from support.itinerary import OTHER, ask, edges_with_a_way, explain, go_to_stuck_list, name_of, word
from support.opened import first_words, opened
from support.stage import PANELS, Stage, on_a_window, residents_guides, tile_of
from support.walkers import WAYS, OneSwitch, Walker

from flows.guide import walk as walks
from flows.guide.flow import Flow
from flows.guide.steps import Check, Choose, Edge, HandOver, Show, Step, ToFlow, ToHotline, ToPerson, ToStep
from flows.guide.walk import Walk
from ui.screens.picture.derive import derive_closer
from ui.visit.stages import Attract, Home, Hotline, IdleNotice, Person, Resume, Sorry, Stepping, Topic
from ui.visit.visit import OpenWalk, Visit

FLOWS = residents_guides().flows


@dataclass(frozen=True)
class Way:
    """An edge of a guide and the walk to the step it leaves."""

    flow: Flow
    walk: Walk
    edge: Edge

    @property
    def step(self) -> Step:
        return walks.current(self.flow, self.walk)


def is_stuck(one: Way) -> bool:
    return one.edge.id.startswith(walks.STUCK_PREFIX)


KINDS: dict[str, Callable[[Way], bool]] = {
    "next": lambda one: one.edge.id == "next" and isinstance(one.edge.target, ToStep),
    "choice": lambda one: isinstance(one.step, Choose) and isinstance(one.edge.target, ToStep),
    "check, yes": lambda one: isinstance(one.step, Check) and one.edge.id == "choice.yes",
    "check, no": lambda one: isinstance(one.step, Check) and one.edge.id == "choice.no",
    "check, not sure": lambda one: isinstance(one.step, Check) and one.edge.id == "choice.not-sure",
    "stuck, another step": lambda one: is_stuck(one) and isinstance(one.edge.target, ToStep),
    "stuck, a person": lambda one: is_stuck(one) and isinstance(one.edge.target, ToPerson),
    "a number to call": lambda one: isinstance(one.edge.target, ToHotline),
    "another guide": lambda one: isinstance(one.edge.target, ToFlow),
    "after a code": lambda one: isinstance(one.step, Show) and one.edge.id == "next",
    "private": lambda one: one.step.private and isinstance(one.edge.target, ToStep),
}


def first_of(kind: str) -> Way:
    ways = (Way(flow, walk, edge) for flow in FLOWS.values() for walk, edge in edges_with_a_way(flow))
    return next(one for one in ways if KINDS[kind](one))


EDGES = {kind: first_of(kind) for kind in KINDS}
PANEL_OF = dict(zip(WAYS, ("laptop", "portrait", "landscape", "portrait", "laptop", "portrait"), strict=True))


@pytest.fixture
def stage(request: pytest.FixtureRequest, drawing: object) -> Iterator[Stage]:
    with on_a_window(Stage(panel=PANELS[PANEL_OF[request.param]])) as kiosk:
        yield kiosk


def stand_at(stage: Stage, person: Walker, flow: Flow, walk: Walk) -> None:
    """As somebody of this way who has come so far; the way there is walked elsewhere."""
    now = stage.conductor.visit.preferences
    stages = (Home(), Topic(flow.topic), Stepping(flow.id, walk))
    stage.conductor.show(Visit((Home(), Sorry()), now))  # the same screen is not said anew
    person.arrives()
    stage.conductor.show(Visit(stages, now, OpenWalk(flow.id)))
    if person.arrives().endswith(word("private.ask")):
        person.choose(word("bar.again"))


def take(person: Walker, one: Way) -> str:
    if not is_stuck(one):
        return ask(person, name_of(one.edge))
    go_to_stuck_list(person)
    assert one.edge.label
    advice = ask(person, one.edge.label.vi)
    assert one.edge.advice is None or one.edge.advice.vi in advice
    return ask(person, word("stuck.call" if isinstance(one.edge.target, ToPerson) else "stuck.go_on"))


def arrived(stage: Stage, one: Way, said: str) -> None:
    at = stage.conductor.visit.stage
    match one.edge.target:
        case ToStep(step_id=step_id):
            assert isinstance(at, Stepping)
            assert one.flow.steps[step_id].say.vi in said
        case ToPerson():
            assert at == Person()
            assert word("person.heading") in said
        case ToHotline(number=number):
            assert at == Hotline(number)
        case ToFlow(flow_id=flow_id):
            assert at == opened(FLOWS[flow_id])
            assert first_words(FLOWS[flow_id]) in said


def come_back(person: Walker, one: Way) -> None:
    """From outside the guide into it again, by the way this screen offers."""
    match one.edge.target:
        case ToPerson():
            said = ask(person, word("person.go_on"))
        case ToHotline():
            said = ask(person, word("hotline.done"))
        case _:
            said = ask(person, word("bar.back"))
    wordings = [one.step.say, one.step.simpler, one.step.example]  # as it was explained last
    assert any(words.vi in said for words in wordings if words), said


HALVES = [(way, way, list(KINDS)[at % 2 :: 2]) for at, way in enumerate(WAYS)]
OTHER_HALVES = [
    pytest.param(way, way, list(KINDS)[1 - at % 2 :: 2], marks=pytest.mark.full)
    for at, way in enumerate(WAYS)
]


@pytest.mark.parametrize(("way", "stage", "kinds"), [*HALVES, *OTHER_HALVES], indirect=["stage"])
def test_every_kind_of_edge_is_taken_and_gone_back(stage: Stage, way: str, kinds: list[str]) -> None:
    """Each kind by three of the six ways; without a window every edge is taken by one of them."""
    person = WAYS[way](stage)
    person.begin()
    for one in (EDGES[kind] for kind in kinds):
        stand_at(stage, person, one.flow, one.walk)
        arrived(stage, one, take(person, one))
        come_back(person, one)


@pytest.mark.parametrize(("way", "stage"), [(way, way) for way in WAYS], indirect=["stage"])
def test_a_step_is_said_in_simpler_words_by_an_example_and_a_person_comes(stage: Stage, way: str) -> None:
    person = WAYS[way](stage)
    person.begin()
    flow, walk = next(
        (flow, walk)
        for flow in FLOWS.values()
        for walk, _ in edges_with_a_way(flow)
        if (step := walks.current(flow, walk)).simpler and step.example and not step.private
    )
    step = walks.current(flow, walk)
    assert step.simpler and step.example
    stand_at(stage, person, flow, walk)
    assert step.simpler.vi in explain(person)
    assert step.example.vi in explain(person)
    assert word("stuck.heading") in explain(person)
    assert step.example.vi in ask(person, word("bar.back"))
    assert word("person.heading") in ask(person, word("bar.call"))
    assert step.example.vi in ask(person, word("person.go_on"))


@pytest.mark.parametrize(("way", "stage"), [(way, way) for way in WAYS], indirect=["stage"])
def test_a_step_without_an_example_shows_and_describes_another_picture(stage: Stage, way: str) -> None:
    person = WAYS[way](stage)
    person.begin()
    flow, walk = next(
        (flow, walk)
        for flow in FLOWS.values()
        for walk, _ in edges_with_a_way(flow)
        if (step := walks.current(flow, walk)).simpler
        and step.picture
        and not step.example
        and not step.private
        if any(one.highlight for one in step.picture.elements)
    )
    step = walks.current(flow, walk)
    stand_at(stage, person, flow, walk)
    explain(person)
    said = explain(person)
    assert derive_closer(step, flow, "vi").description in said
    assert word("stuck.heading") in explain(person)


@pytest.mark.parametrize(("way", "stage"), [(way, way) for way in WAYS], indirect=["stage"])
def test_a_guide_that_hands_over_is_ended_where_it_does(stage: Stage, way: str) -> None:
    person = WAYS[way](stage)
    person.begin()
    flow, walk = next(
        (flow, walk)
        for flow in FLOWS.values()
        for before, edge in edges_with_a_way(flow)
        if isinstance(walk := walks.follow(flow, before, edge.id), Walk)
        and isinstance(walks.current(flow, walk), HandOver)
    )
    stand_at(stage, person, flow, walk)
    person.leave(word("goodbye.done"))
    assert stage.conductor.nobody_is_here


@pytest.mark.parametrize(("way", "stage"), [(way, way) for way in WAYS], indirect=["stage"])
def test_a_whole_visit_with_all_that_may_come_between(stage: Stage, way: str) -> None:
    """A ready-made set of preferences, the comfort panel, a code, nobody there for a while, the end."""
    person = WAYS[way](stage)
    person.begin()
    for told in ("on", "off"):  # a second touch undoes it
        ask(person, word("comfort.name"))
        person.press(word("preset.large"))
        assert person.hearing.last_of_several("aside") == word(f"preset.large_is_{told}")
        person.arrives()  # where one was is read on
    ask(person, word("comfort.name"))
    ask(person, word("preset.every"))
    ask(person, word("comfort.voice"))
    rate = stage.conductor.visit.preferences.rate
    person.choose(word("comfort.slower"))
    assert stage.conductor.visit.preferences.rate < rate
    ask(person, word("comfort.done"))
    flow = FLOWS["vneid-cai-dat"]
    ask(person, OTHER)
    ask(person, word(f"topic.{flow.topic}"))
    ask(person, tile_of(flow))
    go_to_stuck_list(person)
    ask(person, word("overview.about"))
    code = next(one for one in flow.qr if one.printable)
    said = ask(person, word("overview.qr", label=code.label.vi))
    assert word("qr.scan") in said
    ask(person, word("qr.done"))
    ask(person, word("stuck.go_on"))
    ask(person, word("bar.back"))  # the list
    ask(person, word("bar.back"))  # the example
    if isinstance(person, OneSwitch):
        person.round()  # whoever has one switch is asked for only after everything was within their reach
    while not isinstance(stage.conductor.visit.stage, IdleNotice):
        stage.wait(1)
    assert word("idle.heading") in person.arrives()
    said = ask(person, word("idle.stay"))
    assert flow.steps[flow.start].say.vi in said
    ask(person, word("strip.finish"))
    ask(person, word("goodbye.good"))
    person.leave(word("goodbye.done"))
    assert stage.conductor.visit.stage == Attract()


@pytest.mark.parametrize(("way", "stage"), [(way, way) for way in WAYS], indirect=["stage"])
def test_who_was_interrupted_by_a_crash_goes_on(stage: Stage, way: str) -> None:
    person = WAYS[way](stage)
    flow = FLOWS["vneid-cai-dat"]
    stage.conductor.offer_to_resume(Resume(flow.id, flow.content_hash, (), "vi"))
    assert word("resume.heading") in person.arrives()
    person.settle_in()
    said = ask(person, word("resume.yes"))
    assert flow.steps[flow.start].say.vi in said
    assert replace(stage.conductor.visit.preferences, explore=False) == Visit().preferences
