"""A sound guide in three languages, broken in one place a row: the check names rule, file and line.

`broken_packs.tsv` holds rule, file, what stands there, what is put in its place, with `\\n` for a new line.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.guides import TODAY

from accessibility.speech.spoken import speakable
from flows.guide.problems import rules
from flows.shelf.check import check_folder
from flows.shelf.library import load_library

HERE = Path(__file__).parent
SOUND = HERE / "sound" / "dang-nhap-thu"
ROWS = [tuple(row.split("\t")) for row in (HERE / "broken_packs.tsv").read_text("utf-8").splitlines()]


def _as_written(cell: str) -> str:
    return cell.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")


def test_the_guide_that_the_tests_break_has_no_problem_before() -> None:
    report = check_folder(SOUND, TODAY, speakable)
    assert report.fine, [str(problem) for problem in report.problems]


@pytest.mark.parametrize(("code", "file", "old", "new"), ROWS)
def test_the_check_names_each_break_of_a_guide(
    tmp_path: Path, code: str, file: str, old: str, new: str
) -> None:
    home = shutil.copytree(SOUND, tmp_path / SOUND.name)
    broken = home / f"{file}.toml"
    text, old, new = broken.read_text("utf-8"), _as_written(old), _as_written(new)
    assert old in text
    broken.write_text(text.replace(old, new, 1), "utf-8")
    problems = check_folder(tmp_path, TODAY, lambda text, language: []).problems
    named = [problem for problem in problems if problem.code == code]
    assert named, [problem.code for problem in problems if problem.severity != "note"]
    assert all(problem.line and problem.mend_vi and problem.mend_en for problem in named)
    graves = {problem.severity for problem in problems}
    assert rules()[code]["severity"] in graves
    assert (SOUND.name in load_library(tmp_path, TODAY).flows) == ("error" not in graves)
