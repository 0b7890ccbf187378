"""The guides for volunteers: as sound as the residents', apart from them, each with a practical check."""

from __future__ import annotations

import pytest
from support.guides import TODAY, asking, shipped, training
from support.paths import enumerate_paths

from flows.guide.flow import Flow
from flows.guide.steps import End, ToFlow
from flows.guide.walk import Walk, begin, current, follow
from flows.search import prepare
from flows.shelf.check import check_folder
from flows.shelf.library import TRAINING_GUIDES, load_library

IDS = sorted(file.parent.name for file in TRAINING_GUIDES.glob("*/flow.toml"))


def test_all_are_offered_to_volunteers_alone_in_every_language() -> None:
    assert len(training().flows) == 11 and training().problems == ()
    assert list(training().flows) == IDS
    for flow in training().flows.values():
        assert (flow.audience, flow.topic, flow.languages) == (
            "volunteer", "tinh-nguyen-vien", ("vi", "en", "fr")
        )  # fmt: skip
    assert not set(training().flows) & set(shipped().flows)
    assert asking().flows.keys().isdisjoint(training().flows)
    assert prepare(training()).ask("mở điểm").guides == ()


def test_the_check_finds_nothing_to_mend_in_them() -> None:
    report = check_folder(TRAINING_GUIDES, TODAY, lambda text, language: [])
    assert report.fine and len(report.guides) == len(training().flows)
    assert {one.code for one in report.problems} <= {
        "not-sure-fact", "simpler-missing", "example-missing", "slide-missing"
    }  # fmt: skip


def test_ways_lead_to_residents_guides_too_and_to_a_person_where_those_are_missing() -> None:
    leads = {
        edge.target.flow_id
        for flow in training().flows.values()
        for step in flow.steps.values()
        for edge in step.edges
        if isinstance(edge.target, ToFlow)
    }
    assert leads >= {"lua-dao-nhan-biet", "vneid-quen-mat-khau", "tnv-dang-bi-lua"}
    alone = load_library(TRAINING_GUIDES, TODAY)
    assert {one.code for one in alone.problems} == {"flow-nowhere"} and len(alone.flows) == 11


@pytest.mark.parametrize("flow_id", IDS)
def test_a_guide_is_finished_by_having_done_what_it_teaches_and_by_nothing_else(flow_id: str) -> None:
    flow = training().flows[flow_id]
    finished = 0
    for path in enumerate_paths(flow):
        walk: Walk | object = begin(flow)
        steps = []
        for edge in path:
            assert isinstance(walk, Walk)
            steps.append(current(flow, walk).id)
            walk = follow(flow, walk, edge)
        if isinstance(walk, Walk) and isinstance(current(flow, walk), End):
            assert steps[-2:] == ["thuc-hanh", "thuc-hanh-xong"] and path[-1] == "choice.yes"
            finished += 1
    assert finished


@pytest.mark.parametrize("flow_id", IDS)
def test_what_has_no_source_says_so_and_no_source_is_a_file_that_is_not_there(flow_id: str) -> None:
    flow = training().flows[flow_id]
    assert any(step.confidence == "U" for step in flow.steps.values())
    assert all(step.sources or step.confidence == "U" for step in flow.steps.values())
    root = TRAINING_GUIDES.parents[1]
    for source in flow.sources.values():
        assert source.url.startswith(("https://", "http://")) or (root / source.url).is_file(), source


def wrong_answers(flow: Flow) -> list[tuple[str, str]]:
    return [
        (step.id, edge.id)
        for step in flow.steps.values()
        if step.id.startswith("q-")
        for edge in step.edges
        if edge.id.startswith("choice.") and "-sua" in str(edge.target)
    ]


@pytest.mark.parametrize("flow_id", IDS)
def test_every_question_explains_a_wrong_answer_and_has_one_that_is_right(flow_id: str) -> None:
    flow = training().flows[flow_id]
    asked = [step for step in flow.steps.values() if step.id.startswith("q-") and "-sua" not in step.id]
    assert asked
    wrong = wrong_answers(flow)
    for step in asked:
        answers = [edge.id for edge in step.edges if edge.id.startswith("choice.")]
        assert 0 < sum(one[0] == step.id for one in wrong) == len(answers) - 1, step.id


def test_no_way_through_the_closing_closes_what_is_closed_already() -> None:
    """Once it is, the kiosk offers no “Đóng điểm” any more."""
    flow = training().flows["tnv-dong-diem"]
    for path in enumerate_paths(flow):
        walk: Walk | object = begin(flow)
        closes = 0
        for edge in path:
            assert isinstance(walk, Walk)
            said = current(flow, walk).say.vi
            closes += "bấm “Đóng điểm”" in said and "chưa đóng" not in said
            walk = follow(flow, walk, edge)
        assert closes <= 1, path


def test_no_practice_begins_a_visit_of_nobody() -> None:
    """Whoever practises at the invitation is counted as a resident who came alone and left a guide."""
    words = (TRAINING_GUIDES / "tnv-sau-cach-dung" / "vi.toml").read_text("utf-8")
    practice = words.partition("[step.thuc-hanh]")[2].partition("[step.nho-chi]")[0]
    assert "trên mặt bàn" in practice and "đừng tập ở màn hình chờ" in practice
    assert 'say = "Ở màn hình chờ' not in words and "mở được một bài" not in words


@pytest.mark.parametrize("flow_id", IDS)
def test_what_is_asked_and_its_answers_fit_together(flow_id: str) -> None:
    """“Rồi” answers “… chưa?” and nothing else."""
    checks = [step for step in training().flows[flow_id].steps.values() if step.id == "thuc-hanh-xong"]
    assert checks
    for step in checks:
        done = [edge.label.vi for edge in step.edges if edge.id == "choice.yes" and edge.label]
        assert (done == ["Rồi"]) == step.say.vi.endswith("chưa?"), (step.say.vi, done)
