"""A drawing beside each answer, for whoever does not read: named by the guide, one of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.guides import STRUCTURE, small_pack
from support.stage import SIGN, residents_guides

from flows.pack_edges import answer_pictures
from kiosk.tour.stops import walks_to_every_step
from ui.images.icons import icon_names
from ui.screens.derive import derive
from ui.screens.surroundings import Surroundings
from ui.visit.stages import Home, Stepping, Visit
from ui.words import UiWords

FLOWS = residents_guides().flows
AROUND = Surroundings(UiWords(), FLOWS, SIGN)
FIRST_CHOICE = "choice.android ="
DRAWN = [
    ("khan-cap", "chuyen-gi"), ("khan-cap", "viec-khac"), ("lua-dao-da-mac", "da-lam-gi"),
    ("lua-dao-nhan-biet", "dang-goi-khong"), ("lua-dao-nhan-biet", "ho-noi-la-ai"),
    ("lua-dao-nhan-biet", "noi-la-dich-vu"), ("lua-dao-nhan-biet", "noi-la-nguoi-nha"),
    ("lua-dao-nhan-biet", "chuyen-khac"), ("lua-dao-nhan-biet", "muon-bao-so"),
    ("vneid-cai-dat", "loai-may"), ("ihanoi-cai-dang-nhap", "loai-may"),
    ("khong-smartphone", "can-viec-gi"), ("khong-smartphone", "gap-nguoi-hay-may"),
]  # fmt: skip


def drawn(guide: str, step_id: str) -> list[str]:
    walk = next(walk for step, walk in walks_to_every_step(FLOWS[guide]) if step.id == step_id)
    return [one.icon for one in derive(Visit((Home(), Stepping(guide, walk))), AROUND).choices]


@pytest.mark.parametrize(("guide", "step_id"), DRAWN, ids=[f"{guide}/{step}" for guide, step in DRAWN])
def test_every_answer_has_a_picture_of_its_own(guide: str, step_id: str) -> None:
    pictures = drawn(guide, step_id)
    assert len(pictures) >= 3 and "" not in pictures
    assert len(set(pictures)) == len(pictures)
    assert set(pictures) <= set(icon_names())


def test_the_emergency_question_is_told_by_pictures() -> None:
    assert drawn("khan-cap", "chuyen-gi") == ["thief", "fire", "ambulance", "flood"]


def small(folder: Path, line: str):  # type: ignore[no-untyped-def]
    return small_pack(folder, flow=STRUCTURE.replace(FIRST_CHOICE, f"{line}\n{FIRST_CHOICE}", 1))


def test_a_pack_names_the_picture_of_an_answer(tmp_path: Path) -> None:
    flow = small(tmp_path, 'choice_picture.iphone = "phone-apple"').flow
    assert flow is not None
    assert [edge.picture for edge in flow.steps["loai-may"].edges] == ["phone-apple", "", ""]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('choice_picture.iphone = "no-such"', "value-not-allowed", "no-such"),
        ('choice_picture.iphone = "next"', "value-not-allowed", "next"),
        ("choice_picture.iphone = 5", "value-wrong", "5"),
        ('choice_picture.ipone = "phone"', "key-unknown", "iphone"),
        ('choice_picture = "phone"', "value-wrong", "phone"),
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


def test_the_arrow_onward_is_no_picture_of_an_answer() -> None:
    assert {*answer_pictures(), "next"} == set(icon_names())
