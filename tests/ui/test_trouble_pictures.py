"""What may go wrong at a step has a picture: in its list, and larger beside its advice."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import STRUCTURE, small_pack
from support.stage import SIGN, TODAY, residents_guides

from flows.guide.steps import Edge
from flows.guide.walk import STUCK_PREFIX, Walk
from flows.reading.pack import Pack
from flows.shelf.library import TRAINING_GUIDES, load_library
from kiosk.point.tour.walks import walks_to_every_step
from ui.screens.derive import derive
from ui.screens.guide import StepProps
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Advice, Home, StuckList
from ui.visit.visit import Visit
from ui.window.images.drawings import drawing_names
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), Guides(FLOWS), SIGN)
PLAIN_LINE = "stuck.khong-co ="


def troubles_of(flow_id: str, step_id: str) -> tuple[Walk, list[Edge]]:
    step, walk = next(
        (step, walk) for step, walk in walks_to_every_step(FLOWS[flow_id]) if step.id == step_id
    )
    return walk, [edge for edge in step.edges if edge.id.startswith(STUCK_PREFIX)]


def every_trouble() -> list[tuple[str, Edge]]:
    return [
        (f"{flow.id}/{step.id}", edge)
        for flow in (*FLOWS.values(), *load_library(TRAINING_GUIDES, TODAY).flows.values())
        for step in flow.steps.values()
        for edge in step.edges
        if edge.id.startswith(STUCK_PREFIX)
    ]


def test_every_line_of_what_may_go_wrong_has_a_picture_that_ships() -> None:
    troubles = every_trouble()
    assert len(troubles) > 400
    assert [(step, edge.id) for step, edge in troubles if not edge.picture] == []
    assert {edge.picture for _, edge in troubles} <= set(drawing_names("answers"))


def test_no_two_lines_of_one_step_have_the_same_picture() -> None:
    seen: dict[tuple[str, str], str] = {}
    for step, edge in every_trouble():
        assert seen.setdefault((step, edge.picture), edge.id) == edge.id, step


def test_the_list_shows_pictures_and_no_question_mark() -> None:
    walk, _ = troubles_of("vneid-xuat-trinh", "mo-vneid")
    page = derive(Visit((Home(), StuckList("vneid-xuat-trinh", walk))), AROUND)
    assert [one.picture for one in page.choices] == [
        "answers/battery-empty", "answers/forgot-password", "answers/update-app", "answers/have-paper",
        "answers/ask",
    ]  # fmt: skip
    assert page.icon == ""


def test_the_advice_shows_the_picture_that_was_chosen() -> None:
    walk, troubles = troubles_of("vneid-xuat-trinh", "mo-vneid")
    for edge in troubles:
        page = derive(Visit((Home(), Advice("vneid-xuat-trinh", walk, edge.id))), AROUND)
        assert isinstance(page, StepProps) and edge.label is not None
        assert page.picture.drawing == f"answers/{edge.picture}"
        assert edge.label.vi in page.picture.description
        assert page.picture.scene is None


def small(folder: Path, line: str) -> Pack:
    return small_pack(folder, flow=STRUCTURE.replace(PLAIN_LINE, f"{line}\n{PLAIN_LINE}", 1))


def test_a_pack_names_the_picture_of_what_may_go_wrong(tmp_path: Path) -> None:
    flow = small(tmp_path, 'stuck_picture.khong-co = "button-missing"').flow
    assert flow is not None
    pictures = [
        edge.picture
        for step in flow.steps.values()
        for edge in step.edges
        if edge.id == f"{STUCK_PREFIX}khong-co"
    ]
    assert pictures[:1] == ["button-missing"]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('stuck_picture.khong-co = "buton-missing"', "value-not-allowed", "button-missing"),
        ('stuck_picture.khong-go = "button-missing"', "key-unknown", "khong-co"),
        ('stuck_picture = "button-missing"', "value-wrong", "button-missing"),
    ],
)
def test_a_picture_nobody_drew_or_of_no_line_is_refused_with_its_line_and_mend(
    tmp_path: Path, line: str, code: str, told: str
) -> None:
    pack = small(tmp_path, line)
    (problem,) = pack.problems()
    assert (pack.flow, problem.code) == (None, code)
    assert told in problem.vi + problem.mend_vi and problem.line is not None


def test_a_guide_that_names_none_keeps_words_and_the_sign(tmp_path: Path) -> None:
    flow = small_pack(tmp_path).flow
    assert flow is not None
    around = Surroundings(UiWords(), Guides({flow.id: flow}), SIGN)
    walk = next(
        walk
        for step, walk in walks_to_every_step(flow)
        if any(edge.id.startswith(STUCK_PREFIX) for edge in step.edges)
    )
    page = derive(Visit((Home(), StuckList(flow.id, walk))), around)
    assert {one.picture for one in page.choices} == {""} and page.icon == "not-understood"
