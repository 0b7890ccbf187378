"""A drawing beside each answer and each guide, for whoever does not read: named by the guide, one of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.guides import STRUCTURE, small_pack
from support.stage import SIGN, TODAY, residents_guides

import resources
from flows.guide.flow import TOPICS
from flows.guide.steps import Check, Choose
from flows.reading.pack import Pack
from flows.reading.pack_edges import answer_pictures
from flows.shelf import check
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.screens.picture.props import PhoneProps
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Home, Stepping, Topic
from ui.visit.visit import Visit
from ui.window.images.drawings import drawing_names
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)
FIRST_CHOICE = "choice.android ="
QUESTIONS = [
    (flow.id, step.id)
    for flow in FLOWS.values()
    for step in flow.steps.values()
    if isinstance(step, Choose | Check)
]


def asked(guide: str, step_id: str) -> StepProps:
    walk = next(walk for step, walk in walks_to_every_step(FLOWS[guide]) if step.id == step_id)
    page = derive(Visit((Home(), Stepping(guide, walk))), AROUND)
    assert isinstance(page, StepProps)
    return page


@pytest.mark.parametrize(("guide", "step_id"), QUESTIONS, ids=[f"{one}/{two}" for one, two in QUESTIONS])
def test_every_answer_to_every_question_has_a_picture_of_its_own(guide: str, step_id: str) -> None:
    pictures = [one.picture for one in asked(guide, step_id).choices]
    assert "" not in pictures and len(set(pictures)) == len(pictures)
    assert {one.removeprefix("answers/") for one in pictures} <= set(drawing_names("answers"))


def test_where_answers_have_pictures_neither_a_question_mark_nor_a_hand_on_bars_stands_beside() -> None:
    shown = {one: asked(*one).picture for one in QUESTIONS}
    drawn = {one: picture for one, picture in shown.items() if picture != PhoneProps()}
    assert all(picture.scene is not None for picture in drawn.values()), drawn


def test_the_emergency_question_is_asked_in_pictures() -> None:
    pictures = [one.picture for one in asked("khan-cap", "chuyen-gi").choices]
    assert pictures == ["answers/call-113", "answers/call-114", "answers/call-115", "answers/other"]


@pytest.mark.parametrize("topic", [topic for topic in TOPICS if AROUND.guides.of_topic(topic)])
def test_every_guide_of_a_topic_has_its_picture_and_no_disc_stands_beside_them(topic: str) -> None:
    page = derive(Visit((Home(), Topic(topic))), AROUND)
    pictures = [one.picture.removeprefix("guides/") for one in page.choices]
    assert page.icon == "" and len(set(pictures)) == len(pictures)
    assert set(pictures) <= set(drawing_names("guides"))


def small(folder: Path, line: str) -> Pack:
    return small_pack(folder, flow=STRUCTURE.replace(FIRST_CHOICE, f"{line}\n{FIRST_CHOICE}", 1))


def test_a_pack_names_the_picture_of_an_answer(tmp_path: Path) -> None:
    flow = small(tmp_path, 'choice_picture.iphone = "iphone"').flow
    assert flow is not None
    assert [edge.picture for edge in flow.steps["loai-may"].edges] == ["iphone", "", ""]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('choice_picture.iphone = "no-such"', "value-not-allowed", "no-such"),
        ('choice_picture.iphone = "iphon"', "value-not-allowed", "iphone"),
        ("choice_picture.iphone = 5", "value-wrong", "5"),
        ('choice_picture.ipone = "iphone"', "key-unknown", "iphone"),
        ('choice_picture = "iphone"', "value-wrong", "iphone"),
    ],
)
def test_a_picture_nobody_drew_and_an_answer_nobody_gives_are_refused(
    tmp_path: Path, line: str, code: str, told: str
) -> None:
    pack = small(tmp_path, line)
    assert pack.flow is None
    (problem,) = pack.problems()
    assert problem.code == code
    assert told in problem.vi + problem.mend_vi
    assert problem.line is not None


def test_of_very_many_pictures_the_nearest_are_suggested(tmp_path: Path) -> None:
    (problem,) = small(tmp_path, 'choice_picture.iphone = "phone-lots"').problems()
    assert "phone-lost" in problem.mend_vi and len(problem.mend_vi) < 200


@pytest.mark.parametrize(("named", "kept"), [("vneid-cai-dat", "vneid-cai-dat"), ("", "")])
def test_a_guide_may_name_its_picture_and_does_without_where_none_is_drawn(
    tmp_path: Path, named: str, kept: str
) -> None:
    line = f'picture = "{named}"\n' if named else ""
    flow = small_pack(tmp_path, flow=line + STRUCTURE).flow
    assert flow is not None and flow.picture == kept


def test_a_picture_nobody_drew_for_a_guide_is_refused_with_its_line(tmp_path: Path) -> None:
    pack = small_pack(tmp_path, flow='picture = "vneid-cai-dta"\n' + STRUCTURE)
    (problem,) = pack.problems()
    assert (pack.flow, problem.code, problem.line) == (None, "value-not-allowed", 1)
    assert "vneid-cai-dat" in problem.mend_vi


@pytest.fixture
def own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The kiosk's pictures as a copy that may be damaged."""
    copy = tmp_path / "resources"
    shutil.copytree(resources.path("pictures"), copy / "pictures")
    for module in ("flows.reading.pack_edges", "flows.checking.answer_pictures"):
        monkeypatch.setattr(f"{module}.path", copy.joinpath)
    answer_pictures.cache_clear()
    return copy / "pictures" / "answers"


@pytest.mark.parametrize("text", ["<svg", "", "<html/>", '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_a_damaged_picture_is_named_with_its_line_and_mend_and_the_guide_is_still_offered(
    tmp_path: Path, own_files: Path, text: str
) -> None:
    (own_files / "iphone.svg").write_text(text, "utf-8")
    folder = tmp_path / "bai"
    flow = small(folder, 'choice_picture.iphone = "iphone"').flow
    assert flow is not None
    report = check.check_folder(folder, TODAY, lambda *_: [])
    (problem,) = [one for one in report.problems if one.code == "answer-picture-broken"]
    line = STRUCTURE[: STRUCTURE.index(FIRST_CHOICE)].count("\n") + 1
    assert problem.line == line and "iphone.svg" in problem.mend_vi
    answer_pictures.cache_clear()


def test_a_picture_whose_file_is_gone_is_refused_with_its_line(tmp_path: Path, own_files: Path) -> None:
    (own_files / "iphone.svg").unlink()
    pack = small(tmp_path / "bai", 'choice_picture.iphone = "iphone"')
    answer_pictures.cache_clear()
    (problem,) = pack.problems()
    assert pack.flow is None and problem.code == "value-not-allowed" and problem.line is not None
