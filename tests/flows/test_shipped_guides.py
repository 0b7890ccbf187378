"""Every guide that ships: walked along every path without a repeated step, and proved sound."""

from __future__ import annotations

import re
from itertools import takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.guides import TODAY, shipped, shipped_flows
from support.paths import enumerate_paths

from flows.checking.graph import a_person_is_near
from flows.guide.flow import Flow
from flows.guide.progress import Progress, progress
from flows.guide.proof import taps_to_person
from flows.guide.steps import Check, Choose, End, HandOver, Show, ToStep, points_at
from flows.guide.walk import Leaves, Walk, back, begin, current, edges_open, follow, resume, route
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES

IDS = [flow.id for flow in shipped_flows()]
EXITS = End | HandOver
CHOSEN = re.compile(r"(?:chọn|[Cc]hoose|[Cc]hoisissez) [“«]\s*([^”»]*?)\s*[”»]")


@pytest.mark.parametrize("flow_id", IDS)
def test_what_a_guide_promises_is_never_told_as_done_before_it_begins(flow_id: str) -> None:
    """“Your account is locked”, read beside *Start* by somebody who has just been scammed."""
    summary = shipped().flows[flow_id].summary
    assert summary.vi.startswith("Xong bài này, ")
    assert summary.in_("en").startswith("At the end, ")
    assert summary.in_("fr").startswith("À la fin, ")


def goes_on(flow: Flow, before: Progress, walk: Walk) -> Progress:
    """What is told a step later."""
    shown = progress(flow, walk)
    assert shown.step == before.step + 1
    assert shown.step * before.about >= before.step * shown.about
    assert shown.about >= before.about or shown.is_last, "a number that was told stands"
    onward = any(isinstance(one.target, ToStep) for one in current(flow, walk).edges)
    assert shown.about > shown.step if onward else shown.about >= shown.step
    return shown


@pytest.mark.parametrize("flow_id", IDS)
def test_every_path_is_walked_to_its_end_without_running_backwards(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    taken, before = 0, tuple[str, ...]()
    way = [(begin(flow), progress(flow, begin(flow)))]
    """The walk along a path, and how far it has come: what two paths begin with is walked once."""
    for path in enumerate_paths(flow):
        alike = len([*takewhile(lambda two: two[0] == two[1], zip(before, path, strict=False))])
        del way[alike + 1 :]
        left = False
        for edge in path[alike:]:
            assert not left
            walk, told = way[-1]
            followed = follow(flow, walk, edge)
            if isinstance(followed, Walk):
                way.append((followed, goes_on(flow, told, followed)))
            else:
                left = True
        taken, before = taken + 1, path
        walk, _ = way[-1]
        if not left and not isinstance(current(flow, walk), EXITS):
            met = {ToStep(step.id) for step in route(flow, walk)}
            assert {edge.target for edge in edges_open(flow, walk)} <= met
    assert taken > 1


@pytest.mark.parametrize("flow_id", IDS)
def test_who_answers_as_most_do_is_told_at_the_first_step_how_many_there_are(flow_id: str) -> None:
    """Also where an answer opens or closes a later way."""
    flow = shipped().flows[flow_id]
    walk = begin(flow)
    told = progress(flow, walk).about
    while not progress(flow, walk).is_last:
        assert progress(flow, walk).about == told
        ways = (edge.id for edge in edges_open(flow, walk) if isinstance(edge.target, ToStep))
        onward = follow(flow, walk, next(ways))
        assert isinstance(onward, Walk)
        walk = onward
    assert progress(flow, walk).step == told


@pytest.mark.parametrize("flow_id", IDS)
def test_every_edge_of_every_step_is_open_on_some_path(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    met: set[tuple[str, str]] = set()
    steps: set[str] = set()
    for path in enumerate_paths(flow):
        for length in range(len(path) + 1):
            walk = Walk(flow.content_hash, path[:length])
            if length < len(path) or not _leaves(flow, path):
                steps.add(current(flow, walk).id)
                met |= {(current(flow, walk).id, edge.id) for edge in edges_open(flow, walk)}
    assert steps == set(flow.steps)
    assert met == {(step.id, edge.id) for step in flow.steps.values() for edge in step.edges}


def _leaves(flow: Flow, path: tuple[str, ...]) -> bool:
    return isinstance(follow(flow, Walk(flow.content_hash, path[:-1]), path[-1]), Leaves)


def test_the_check_finds_nothing_to_mend_and_lists_what_staff_should_know() -> None:
    report = check_folder(RESIDENT_GUIDES, TODAY, lambda text, language: [])
    assert report.fine, [str(problem) for problem in report.problems if problem.severity != "note"]
    unsure = sum(step.confidence != "A" for flow in shipped_flows() for step in flow.steps.values())
    assert [problem.code for problem in report.problems] == ["not-sure-fact"] * unsure


@pytest.mark.parametrize("flow_id", IDS)
def test_every_step_has_simpler_words_that_are_other_words_in_every_language(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    for step in flow.steps.values():
        assert step.simpler is not None, step.id
        for language in flow.languages:
            said, simpler = step.say.in_(language), step.simpler.in_(language)
            assert _letters(simpler) not in ("", _letters(said)), (step.id, language, simpler)


@pytest.mark.parametrize("flow_id", IDS)
def test_every_step_goes_on_to_an_example_or_to_its_picture_shown_closer(flow_id: str) -> None:
    """Whoever does not understand the simpler words either is shown something before a person is offered."""
    flow = shipped().flows[flow_id]
    for step in flow.steps.values():
        assert step.example is not None or points_at(step), step.id


@pytest.mark.parametrize("flow_id", IDS)
def test_an_example_is_other_words_in_every_language_and_names_answers_that_are_there(flow_id: str) -> None:
    flow = shipped().flows[flow_id]
    for step in flow.steps.values():
        if step.example is None:
            continue
        for language in flow.languages:
            assert step.example.has(language), (step.id, language)
            known = {_letters(words.in_(language)) for words in (step.say, step.simpler) if words}
            example = step.example.in_(language)
            assert _letters(example) not in known | {""}, (step.id, language, example)
            if isinstance(step, Choose | Check):
                answers = {edge.label.in_(language) for edge in step.edges if edge.label}
                named = set(CHOSEN.findall(example))
                assert named <= answers, (step.id, language, named)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def test_a_person_is_one_tap_away_only_because_every_screen_has_the_button() -> None:
    flow = shipped().flows["vneid-muc-1"]
    assert list(a_person_is_near(flow)) == []
    far = {finding.place.path[1] for finding in a_person_is_near(flow, button_on_every_screen=False)}
    assert far == {step_id for step_id in flow.steps if (taps_to_person(flow, step_id) or 99) > 2} != set()
    assert all(
        finding.code == "person-far" for finding in a_person_is_near(flow, button_on_every_screen=False)
    )


def test_a_code_to_scan_is_shown_only_where_somebody_has_checked_it() -> None:
    shown = [
        (flow, step) for flow in shipped_flows() for step in flow.steps.values() if isinstance(step, Show)
    ]
    coded = [(flow, step.qr_id) for flow, step in shown if isinstance(step, Show) and step.qr_id]
    assert len(coded) >= 4
    for flow, qr_id in coded:
        (target,) = [one for one in flow.qr if one.id == qr_id]
        assert target.printable
        assert target.payload == "https://dichvucong.gov.vn"


def test_store_codes_of_ihanoi_are_not_printed() -> None:
    targets = [target for flow in shipped_flows() for target in flow.qr if flow.topic == "ihanoi"]
    assert targets
    assert not any(target.printable for target in targets)


def test_questions_offer_two_to_four_answers() -> None:
    for flow in shipped_flows():
        for step in flow.steps.values():
            if isinstance(step, Choose):
                assert 2 <= sum(edge.id.startswith("choice.") for edge in step.edges) <= 4


@st.composite
def walks(draw: st.DrawFn) -> tuple[Flow, Walk]:
    """A guide and some walk in it, with stuck branches and repeated steps."""
    flow = draw(st.sampled_from(shipped_flows()))
    walk = begin(flow)
    for _ in range(draw(st.integers(0, 30))):
        inside = [edge.id for edge in edges_open(flow, walk) if isinstance(edge.target, ToStep)]
        if not inside:
            break
        after = follow(flow, walk, draw(st.sampled_from(inside)))
        assert isinstance(after, Walk)
        walk = after
    return flow, walk


@given(walks())
@settings(deadline=None)
def test_back_undoes_every_edge(given_walk: tuple[Flow, Walk]) -> None:
    flow, walk = given_walk
    for edge in edges_open(flow, walk):
        after = follow(flow, walk, edge.id)
        assert back(after) == walk if isinstance(after, Walk) else isinstance(after, Leaves)


@given(walks())
@settings(deadline=None)
def test_a_replayed_walk_is_the_same_walk(given_walk: tuple[Flow, Walk]) -> None:
    flow, walk = given_walk
    replayed = begin(flow)
    for place, edge in enumerate(walk.edges, start=1):
        after = follow(flow, replayed, edge)
        assert isinstance(after, Walk)
        replayed = after
        assert route(flow, walk)[place] == current(flow, replayed)
    assert replayed == walk == resume(flow, walk)


@given(walks())
@settings(deadline=None)
def test_progress_never_runs_backwards_and_never_promises_the_end_too_soon(given: tuple[Flow, Walk]) -> None:
    flow, walk = given
    shown = progress(flow, walk)
    assert shown.step == len(walk.edges) + 1 <= shown.about
    for edge in edges_open(flow, walk):
        after = follow(flow, walk, edge.id)
        if isinstance(after, Walk):
            later = progress(flow, after)
            assert later.step * shown.about >= shown.step * later.about
            assert later.about >= shown.about or later.is_last
            if any(isinstance(one.target, ToStep) for one in edges_open(flow, after)):
                assert later.about > later.step
