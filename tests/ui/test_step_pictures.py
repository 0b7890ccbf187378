"""Beside every step without a drawn screen stands a picture of ours its guide names; nothing is guessed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.guides import STRUCTURE, TODAY, shipped_flows, small_pack
from support.stage import SIGN

import resources
from flows.checking.step_pictures import steps_name_their_picture
from flows.guide.flow import Flow
from flows.guide.problems import Problem
from flows.guide.steps import Check, Choose, Step
from flows.guide.words import LANGUAGES, Words
from flows.shelf.check import check_folder
from flows.shelf.library import RESIDENT_GUIDES, TRAINING_GUIDES, load_library
from ui.screens.aside import MessageProps
from ui.screens.derive import derive
from ui.screens.picture.derive import derive_picture, step_words
from ui.screens.surrounding_parts import Guides
from ui.screens.surroundings import Surroundings
from ui.visit.stages import HaveReady, Home, Person
from ui.visit.visit import Visit
from ui.window.images.drawings import drawing_names
from ui.words import UiWords

EVERY = [
    (flow, step)
    for folder in (RESIDENT_GUIDES, TRAINING_GUIDES)
    for flow in load_library(folder, TODAY).flows.values()
    for step in flow.steps.values()
]
NAMED = 'picture = "done"'


def asks(step: Step) -> bool:
    return isinstance(step, Choose | Check)


def problems_of(folder: Path, flow: str, code: str) -> list[Problem]:
    small_pack(folder, flow=flow)
    return [one for one in check_folder(folder, TODAY, lambda *_: []).problems if one.code == code]


def test_every_step_shows_a_drawn_screen_or_a_picture_that_its_guide_names() -> None:
    unnamed = [
        (flow.id, step.id)
        for flow, step in EVERY
        if step.picture is None and not step.drawing and not asks(step)
    ]
    assert unnamed == []
    shown = [derive_picture(step, flow, "vi") for flow, step in EVERY if step.drawing]
    assert len(shown) > 250
    assert {one.drawing.removeprefix("steps/") for one in shown} <= set(drawing_names("steps"))
    assert all(one.scene is None and one.description for one in shown)


def test_every_picture_is_used_and_says_what_it_shows_in_every_language() -> None:
    assert set(step_words()) == set(drawing_names("steps"))
    for name, words in step_words().items():
        assert all(words.has(language) for language in LANGUAGES), name
        assert not words.vi.endswith("."), name


def test_nobody_is_told_to_go_anywhere_beside_what_need_not_be_done() -> None:
    for flow, step in EVERY:
        if step.drawing and step.say.vi.replace("\u00a0", " ").startswith(
            ("Vậy bác không phải", "Bác không phải")
        ):
            assert not step.drawing.startswith(("at-", "hands-in", "brings-")), (flow.id, step.id)


def test_the_young_helper_and_the_elders_stand_where_somebody_is_with_them() -> None:
    """Greeted, shown to, spoken with, waited for, thanked: the same three people everywhere."""
    used = {step.drawing for _, step in EVERY}
    assert {
        "greets", "with-helper", "shows-helper", "shows-nurse-phone", "says-lock-account", "at-police",
        "waits-days", "hands-in-paper", "done", "goodbye",
    } <= used  # fmt: skip


def test_what_must_be_at_hand_is_drawn() -> None:
    around = Surroundings(UiWords(), Guides({flow.id: flow for flow in shipped_flows()}), SIGN)
    ready = [flow for flow in shipped_flows() if flow.have_ready is not None]
    pages = [derive(Visit((Home(), HaveReady(flow.id))), around) for flow in ready]
    shown = [page.picture.drawing for page in pages if isinstance(page, MessageProps)]
    assert len(shown) >= 8 and len(set(shown)) == len(shown)
    assert all(one.startswith("steps/ready-") for one in shown)


def test_somebody_who_comes_is_drawn_where_somebody_is_called() -> None:
    around = Surroundings(UiWords(), Guides({}), SIGN)
    page = derive(Visit((Home(), Person())), around)
    assert isinstance(page, MessageProps) and page.picture.drawing == "steps/helper-comes"


def test_a_picture_that_does_not_ship_is_named_by_the_check_with_those_that_do(tmp_path: Path) -> None:
    named = STRUCTURE.replace(NAMED, 'picture = "stop-mony"')
    (problem,) = problems_of(tmp_path, named, "value-not-allowed")
    assert problem.severity == "error"
    assert "stop-money" in problem.vi + problem.mend_vi
    assert problem.line is not None
    assert named.splitlines()[problem.line - 1] == 'picture = "stop-mony"'


def test_a_step_that_names_no_picture_is_reported_with_its_line_and_shows_what_its_guide_is_about(
    tmp_path: Path,
) -> None:
    assert problems_of(tmp_path / "named", STRUCTURE, "step-picture-missing") == []
    bare = 'picture = "khan-cap"\n' + STRUCTURE.replace(f"{NAMED}\n", "")
    (problem,) = problems_of(tmp_path / "bare", bare, "step-picture-missing")
    assert problem.line and bare.splitlines()[problem.line - 1] == "[step.xong]"
    assert problem.severity == "warning" and "picture =" in problem.mend_vi
    flow = small_pack(tmp_path / "bare", flow=bare).flow
    assert flow is not None
    assert derive_picture(flow.steps["xong"], flow, "vi").drawing == "guides/khan-cap"


def test_a_damaged_picture_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(resources.path("pictures"), copy / "pictures")
    monkeypatch.setattr("flows.checking.step_pictures.path", copy.joinpath)
    (copy / "pictures" / "steps" / "done.svg").write_text("<svg", "utf-8")
    (problem,) = problems_of(tmp_path / "bai", STRUCTURE, "step-picture-broken")
    assert problem.line is not None and STRUCTURE.splitlines()[problem.line - 1] == NAMED
    assert "done.svg" in problem.mend_vi


def test_what_is_at_hand_without_a_picture_is_reported(tmp_path: Path) -> None:
    flow = small_pack(tmp_path).flow
    assert flow is not None
    ready = replace(flow, must_have=("smartphone",), have_ready=Words("Bác cần điện thoại."))
    assert "ready-picture-missing" in [one.code for one in steps_name_their_picture(ready)]
    drawn: Flow = replace(ready, have_ready_picture="ready-card-phone")
    assert "ready-picture-missing" not in [one.code for one in steps_name_their_picture(drawn)]
