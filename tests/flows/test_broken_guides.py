"""A folder as an officer might leave it: four guides with mistakes of every sort, and one sound guide."""

from __future__ import annotations

from pathlib import Path

from support.guides import TODAY

from flows.shelf.check import check_folder
from flows.shelf.library import load_library

BROKEN = Path(__file__).with_name("broken")


def test_each_mistake_of_a_guide_is_reported_with_its_file_line_and_rule() -> None:
    report = check_folder(BROKEN, TODAY, lambda text, language: [])
    told = {(one.file, one.line, one.code) for one in report.problems if one.severity != "note"}
    assert told == {
        ("khong-loi-ra/flow.toml", 49, "step-picture-missing"),
        ("khong-loi-ra/flow.toml", 53, "step-picture-missing"),
        ("lanh-lan/flow.toml", 49, "step-picture-missing"),
        ("nua-dich/flow.toml", 49, "step-picture-missing"),
        ("sai-lung-tung/flow.toml", 19, "step-picture-missing"),
        ("sai-lung-tung/flow.toml", 49, "step-picture-missing"),
        ("khong-loi-ra/flow.toml", 53, "no-end"),
        ("khong-loi-ra/flow.toml", 53, "source-none"),
        ("khong-loi-ra/vi.toml", 33, "safety-line-missing"),
        ("khong-loi-ra/vi.toml", 33, "asks-personal-data"),
        ("khong-loi-ra/vi.toml", 33, "secret-told"),
        ("nua-dich/en.toml", 20, "words-missing"),
        ("sai-cu-phap/vi.toml", 25, "toml-wrong"),
        ("sai-lung-tung/flow.toml", 20, "value-not-allowed"),
        ("sai-lung-tung/flow.toml", 29, "key-unknown"),
        ("sai-lung-tung/vi.toml", 21, "words-missing"),
        ("sai-lung-tung/vi.toml", 22, "words-unused"),
        ("sai-lung-tung/flow.toml", 46, "way-nowhere"),
    }
    assert report.refused == ("khong-loi-ra", "nua-dich", "sai-cu-phap", "sai-lung-tung")


def test_a_missing_translation_comes_with_the_vietnamese_to_translate() -> None:
    report = check_folder(BROKEN / "nua-dich", TODAY, lambda text, language: [])
    missing = {one.where: one.vi for one in report.problems if one.code == "words-missing"}
    assert len(missing) == 7
    assert "“Máy sáng chưa ạ?”" in missing["step.hoi-lai.say"]


def test_the_sound_guide_is_offered_and_only_that() -> None:
    library = load_library(BROKEN, TODAY)
    assert list(library.flows) == ["lanh-lan"]
    assert {one.flow_id for one in library.problems} == {
        "khong-loi-ra",
        "nua-dich",
        "sai-cu-phap",
        "sai-lung-tung",
    }
