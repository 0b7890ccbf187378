"""From what may be told of a walk nobody can tell what was answered at a private step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.guides import shipped, training
from support.untold import questions

from flows.guide.flow import Flow
from flows.guide.logged import LoggedPosition, asks_privately, hides_answer, logged_position, meeting
from flows.guide.proof import without_end
from flows.guide.steps import Choose, DoStep, Edge, End, Step, Target, ToFlow, ToPerson, ToStep
from flows.guide.walk import Walk, begin
from flows.guide.words import Words

GUIDES = {**shipped().flows, **training().flows}
SAID = Words("Câu.")


def nothing_tells(flow: Flow) -> None:
    for walk, answers in questions(flow):
        seen = {frozenset(after) for after in answers.values()}
        assert len(seen) <= 1, f"{flow.id}, after {walk.edges}: {answers}"


@pytest.mark.parametrize("flow_id", GUIDES)
def test_of_no_guide_that_ships_a_private_answer_can_be_inferred(flow_id: str) -> None:
    nothing_tells(GUIDES[flow_id])


def leads_further(step: Step) -> list[Edge]:
    """The answers of which one can be told from another by whether the guide goes on."""
    answers = [edge for edge in step.edges if not edge.id.startswith(("stuck.", "choice.not-sure"))]
    return [edge for edge in answers if isinstance(edge.target, ToStep)] if len(answers) > 1 else answers


def test_going_on_is_the_answer_to_four_questions_and_none_gives_away_a_group() -> None:
    found = {
        (flow.id, step.id)
        for flow in GUIDES.values()
        for step in flow.steps.values()
        if asks_privately(step) and len(leads_further(step)) == 1 and leads_further(step)[0].id != "next"
    }
    assert found == {
        ("cu-tru-tam-tru", "bao-lau"),
        ("dvc-tra-cuu", "qua-hen"),
        ("vneid-muc-1", "so-nguoi-khac"),
        ("tro-cap-xa-hoi", "cho-ai"),  # the other answers open a guide of their own
    }


@st.composite
def guides(draw: st.DrawFn) -> Flow:
    """Some steps with ways to anywhere, forward, back and out; every other one private."""
    number = draw(st.integers(3, 9))
    names = [f"buoc-{at}" for at in range(number)]
    steps: dict[str, Step] = {}
    for at, name in enumerate(names):
        ways = draw(st.lists(st.integers(0, number - 1), max_size=3))
        if not ways or at == number - 1:
            steps[name] = End(id=name, say=SAID, private=draw(st.booleans()))
            continue
        edges = [Edge(f"choice.so-{which}", ToStep(names[to])) for which, to in enumerate(ways)]
        if draw(st.booleans()):
            out: list[Target] = [ToPerson(), ToStep(names[-1]), ToFlow("x")]
            edges.append(Edge("stuck.goi", draw(st.sampled_from(out))))
        steps[name] = Choose(id=name, say=SAID, private=draw(st.booleans()), edges=tuple(edges))
    return replace(GUIDES["co-ban-wifi"], id="thu", start=names[0], steps=steps)


@given(guides())
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_the_log_gives_away_no_private_answer_of_any_guide_that_leads_to_an_end(flow: Flow) -> None:
    assume(not without_end(flow))
    nothing_tells(flow)


def guide(*steps: Step) -> Flow:
    return replace(GUIDES["co-ban-wifi"], start=steps[0].id, steps={step.id: step for step in steps})


def way(flow: Flow, *edges: str) -> Walk:
    return replace(begin(flow), edges=edges)


def asked(name: str, *, private: bool = True, **ways: str) -> Choose:
    edges = tuple(Edge(f"choice.{answer}", ToStep(to)) for answer, to in ways.items())
    return Choose(id=name, say=SAID, private=private, edges=edges)


def then(name: str, to: str, *, private: bool = False) -> DoStep:
    return DoStep(id=name, say=SAID, private=private, edges=(Edge("next", ToStep(to)),))


END = End(id="xong", say=SAID)


def test_a_walk_is_seen_again_where_the_answers_have_met() -> None:
    flow = guide(
        asked("tuoi", gia="hoi-them", tre="chung"), then("hoi-them", "chung"), then("chung", "xong"), END
    )
    assert logged_position(flow, begin(flow)) == LoggedPosition("tuoi", untold=False)
    assert logged_position(flow, way(flow, "choice.gia")) == LoggedPosition("tuoi", untold=True)
    assert logged_position(flow, way(flow, "choice.gia", "next")) == LoggedPosition("chung", untold=False)
    assert logged_position(flow, way(flow, "choice.tre")) == LoggedPosition("chung", untold=False)
    assert meeting(flow, "tuoi") == "chung"


def test_where_only_one_answer_is_asked_more_the_walk_stays_out_of_sight_until_that_has_met_too() -> None:
    flow = guide(
        asked("tuoi", gia="ngheo", tre="chung"),
        asked("ngheo", co="chung", khong="thoi"),
        then("chung", "xong"), END, End(id="thoi", say=SAID),
    )  # fmt: skip
    assert meeting(flow, "tuoi") is None
    assert logged_position(flow, way(flow, "choice.tre", "next")) == LoggedPosition("tuoi", untold=True)


def test_an_answer_that_leads_round_again_hides_nothing() -> None:
    flow = guide(
        then("khai", "dung-chua"), asked("dung-chua", roi="gui", chua="khai"), then("gui", "xong"), END
    )
    assert logged_position(flow, way(flow)) == LoggedPosition("khai", untold=False)
    assert logged_position(flow, way(flow, "next", "choice.chua")) == LoggedPosition("dung-chua", untold=True)
    assert logged_position(flow, way(flow, "next", "choice.chua", "next", "choice.roi")) == LoggedPosition(
        "gui", untold=False
    )


def test_answers_that_a_guide_does_not_call_private_are_logged() -> None:
    flow = guide(asked("may", private=False, a="mot", b="hai"), then("mot", "xong"), then("hai", "xong"), END)
    assert logged_position(flow, way(flow, "choice.a")) == LoggedPosition("mot", untold=False)
    assert not hides_answer(flow, begin(flow))


def test_a_private_step_that_asks_nothing_is_reported() -> None:
    assert not asks_privately(then("doc", "xong", private=True))
    assert asks_privately(replace(asked("chuyen-gi", private=False, om="xong"), untold=True))


@pytest.mark.parametrize("private", [False, True])
def test_what_a_guide_comes_back_to_later_never_meets(private: bool) -> None:
    from flows.guide.steps import ChoiceIs, Not

    old = ChoiceIs("tuoi", frozenset({"gia"}))
    fork = DoStep(id="chung", say=SAID, edges=(Edge("next", ToStep("xong"), guard=old),
                                           Edge("next", ToStep("thoi"), guard=Not(old))))  # fmt: skip
    flow = guide(
        asked("tuoi", private=private, gia="chung", tre="chung"), fork, END, End(id="thoi", say=SAID)
    )
    seen = logged_position(flow, way(flow, "choice.gia", "next"))
    assert seen == (LoggedPosition("tuoi", untold=True) if private else LoggedPosition("xong", untold=False))


def test_whoever_says_how_old_they_are_is_seen_no_more_until_the_guide_is_over() -> None:
    flow = shipped().flows["huu-tri-xa-hoi"]
    assert meeting(flow, "tuoi") is None
    assert logged_position(flow, way(flow, "choice.tu-75", "choice.no", "choice.khong")) == LoggedPosition(
        "tuoi", untold=True
    )
