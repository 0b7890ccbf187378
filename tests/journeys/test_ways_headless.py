"""Every way through every guide that meets no step twice, by people who only press keys and listen."""

from __future__ import annotations

import pytest
from support.all_screens import visit_at
from support.stage import residents_guides
from support.templates import templates
from support.ways import WAYS, Keypad, Listener

from accessibility.preferences import Preferences
from flows.flow import Flow
from flows.proof import enumerate_paths
from flows.steps import Edge, Step, ToStep
from ui.ways.hand import Hand

FLOWS = residents_guides().flows
WORDS = Keypad().stage.conductor.around.tell("vi")
STUCK_LIST = WORDS("stuck.heading")


def enter(person: Listener, flow: Flow) -> None:
    """From nobody there to the first step, past the questions."""
    person.begin()
    for name in (WORDS("question.skip"), WORDS(f"topic.{flow.topic}"), flow.title.vi):
        ask(person, name)
    said = ask(person, WORDS("overview.start"))
    assert flow.steps[flow.start].say.vi in said


def ask(person: Listener, name: str) -> str:
    """Choose *name* and hear the whole screen; what is private only after asking for it."""
    said = person.choose(name)
    return person.choose(WORDS("bar.again")) if said == WORDS("private.ask") else said


def follow(person: Listener, flow: Flow, step: Step, edge_id: str) -> Step | None:
    """Take one edge by the words of its button; the step it leads to, None outside the guide."""
    edges = [edge for edge in step.edges if edge.id == edge_id]
    if edge_id.startswith("stuck."):
        said = go_to_stuck_list(person)
        assert edges[0].label is not None and edges[0].label.vi in said
        advice = ask(person, edges[0].label.vi)
        assert edges[0].advice is None or edges[0].advice.vi in advice
        onward = WORDS("stuck.go_on"), WORDS("stuck.call")
        said = ask(person, next(name for name in onward if offered(person, name)))
    else:
        said = ask(person, name_of(edges[0]))
    return arrived(flow, edges, said)


def go_to_stuck_list(person: Listener) -> str:
    for _ in range(3):
        said = ask(person, WORDS("bar.not_understood"))
        if STUCK_LIST in said:
            return said
    raise AssertionError("no list of what may have gone wrong")


def offered(person: Listener, name: str) -> bool:
    primary = person.stage.conductor.page.primary
    return primary is not None and primary.label == name


def name_of(edge: Edge) -> str:
    if edge.id == "next":
        return WORDS("step.next")
    assert edge.label is not None
    return edge.label.vi


def arrived(flow: Flow, edges: list[Edge], said: str) -> Step | None:
    """Which step is being said now; told from the words alone."""
    targets = [edge.target.step_id for edge in edges if isinstance(edge.target, ToStep)]
    steps = [flow.steps[step_id] for step_id in targets]
    heard = [step for step in steps if step.say.vi in said]
    assert heard or len(targets) < len(edges), f"none of {targets} was said: {said}"
    return max(heard, key=lambda step: len(step.say.vi)) if heard else None


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("flow_id", FLOWS)
def test_every_path_of_every_guide_is_walked_by_whoever_has_only(flow_id: str, way: str) -> None:
    flow, walked = FLOWS[flow_id], 0
    for path in enumerate_paths(flow):
        person = WAYS[way]()
        enter(person, flow)
        step: Step | None = flow.steps[flow.start]
        for edge_id in path:
            assert step is not None, f"{path} left the guide before {edge_id}"
            step = follow(person, flow, step, edge_id)
        taken = [line[1] for line in person.stage.notebook.lines if line[0] == "edge taken"]
        assert taken == list(path)
        walked += 1
    assert walked > 4


@pytest.mark.parametrize("way", WAYS)
def test_a_visit_is_ended_in_the_same_way_and_nothing_of_the_person_stays(way: str) -> None:
    person = WAYS[way]()
    enter(person, FLOWS["vneid-cai-dat"])
    ask(person, WORDS("strip.finish"))
    ask(person, WORDS("goodbye.good"))
    person.go_to(WORDS("goodbye.next_person"))
    person.take()
    assert person.stage.conductor.nobody_is_here
    assert person.stage.conductor.pointing.hand == Hand()
    assert not person.stage.conductor.around.scanning
    assert person.stage.conductor.around.hint == ""


def place_of(text: str, said: list[str]) -> int:
    """Where on the way round *text* was heard; it must have been."""
    return next(at for at, heard in enumerate(said) if heard.startswith(text.rstrip(".")))


BLIND = {name: stage for name, stage in templates().items() if name != "attract"}


@pytest.mark.parametrize("name", BLIND)
def test_who_does_not_see_hears_everything_on_a_screen_once_and_in_its_order(name: str) -> None:
    """Heading, texts, picture, buttons, the strip: one way round, with another cue where it begins again."""
    person = Keypad()
    person.begin()
    person.stage.conductor.show(visit_at(BLIND[name], Preferences()))
    page = person.stage.conductor.page
    said = person.circle()
    assert len(said) == len(set(said))
    controls = [one.name for one in (*page.choices, *page.bar)]
    places = [place_of(text, said) for text in (page.heading, page.sentence, *controls) if text]
    assert places == sorted(places)
    for line in page.script:
        if line.slot not in ("phone", "countdown", "waiting", "caption"):
            place_of(line.text, said)


@pytest.mark.parametrize("way", ["two switches", "one switch"])
@pytest.mark.parametrize("name", BLIND)
def test_switches_go_round_everything_that_can_be_pressed_and_nothing_else(name: str, way: str) -> None:
    person = WAYS[way]()
    person.begin()
    person.stage.conductor.show(visit_at(BLIND[name], Preferences()))
    buttons = [item for item in person.stage.conductor.pointing.items if item.action]
    said = person.circle()
    assert len(said) == len(buttons)
    assert all(heard.startswith(item.name.rstrip(".")) for heard, item in zip(said, buttons, strict=True))


def test_the_whole_way_through_a_guide_takes_no_longer_than_a_person_would_bear() -> None:
    """Moves and seconds a step, the voice not counted; a figure that doubles is a way that broke."""
    straight = [one for one in enumerate_paths(FLOWS["vneid-cai-dat"]) if "stuck" not in str(one)]
    path = max(straight, key=len)
    for way, most_moves, most_s in (("keypad", 8, 4.0), ("two switches", 3, 1.5), ("one switch", 1, 6.0)):
        person, flow = WAYS[way](), FLOWS["vneid-cai-dat"]
        enter(person, flow)
        person.moves, person.seconds, step = 0, 0.0, flow.steps[flow.start]
        for edge_id in path:
            step = follow(person, flow, step, edge_id) or step
        print(f"{way}: {person.moves / len(path):.1f} moves, {person.seconds / len(path):.1f} s a step")
        assert person.moves / len(path) <= most_moves
        assert person.seconds / len(path) <= most_s
