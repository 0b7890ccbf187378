"""The guides that ship, and a folder in which one of them is broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from support.guides import STRUCTURE, TODAY, shipped, write_pack

from flows.guide.steps import ToPerson
from flows.shelf.library import RESIDENT_GUIDES, load_library


def test_every_guide_in_the_folder_is_offered_to_residents_without_a_problem() -> None:
    library = shipped()
    assert list(library.flows) == sorted(folder.name for folder in RESIDENT_GUIDES.iterdir())
    assert len(library.flows) >= 37
    assert library.problems == ()
    assert {flow.audience for flow in library.flows.values()} == {"resident"}
    assert all(flow.languages == ("vi", "en", "fr") for flow in library.flows.values())


def test_a_broken_guide_is_named_and_refused_and_the_others_are_offered(tmp_path: Path) -> None:
    write_pack(tmp_path)
    broken = tmp_path / "hong"
    broken.mkdir()
    (broken / "flow.toml").write_text('id = "hong\n', encoding="utf-8")
    library = load_library(tmp_path, TODAY)
    assert list(library.flows) == ["hoc-thu"]
    assert [(one.file, one.line, one.code) for one in library.problems] == [
        ("hong/flow.toml", 1, "toml-wrong")
    ]


def test_a_way_to_a_guide_that_is_not_offered_calls_a_person_instead(tmp_path: Path) -> None:
    flow = STRUCTURE.replace('choice.not-sure = "person"', 'choice.not-sure = "flow:khong-con"')
    write_pack(tmp_path, flow=flow)
    library = load_library(tmp_path, TODAY)
    (problem,) = library.problems
    assert (problem.code, problem.severity) == ("flow-nowhere", "warning")
    assert problem.line == 1 + flow.splitlines().index('choice.not-sure = "flow:khong-con"')
    step = library.flows["hoc-thu"].steps["hoi-lai"]
    assert [edge.target for edge in step.edges if edge.id == "choice.not-sure"] == [ToPerson()]


def test_a_guide_past_its_review_day_is_still_offered_and_named(tmp_path: Path) -> None:
    write_pack(tmp_path)
    library = load_library(tmp_path, date(2027, 5, 25))
    assert list(library.flows) == ["hoc-thu"]
    assert [problem.code for problem in library.problems] == ["expired"]
    assert load_library(tmp_path, date(2027, 5, 24)).problems == ()


def test_a_folder_that_does_not_exist_is_an_empty_library(tmp_path: Path) -> None:
    assert load_library(tmp_path / "nowhere", TODAY).flows == {}
