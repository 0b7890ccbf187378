"""The sheets for fresh eyes: every question with its pictures, no word on them, the key apart."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from ui.window.images.drawings import drawing_names

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "script" / "words_removed.py"))


def rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text("utf-8").splitlines()[1:]]


def test_the_sheets_hold_every_question_and_the_key_lies_apart(
    drawing: object, script: dict[str, Any], tmp_path: Path
) -> None:
    write: Callable[..., int] = script["write_sheets"]
    count = write(tmp_path / "sheets", tmp_path / "key", "light", TODAY, 1)
    asked, key = rows(tmp_path / "sheets" / "asked.tsv"), rows(tmp_path / "key" / "key.tsv")
    assert count == len(asked) == len(key) > 200
    sheets = sorted((tmp_path / "sheets").glob("*.png"))
    assert len(sheets) == -(-count // 6) and not QImage(str(sheets[-1])).isNull()
    for (number, _, wanted), (same, right, _, *answers) in zip(asked, key, strict=True):
        assert number == same and answers[int(right) - 1].startswith(f"{wanted} = ")
    others = [one.name for one in (tmp_path / "sheets").iterdir() if one.suffix != ".png"]
    assert others == ["asked.tsv"]


def test_what_is_asked_holds_no_name_of_a_picture(script: dict[str, Any]) -> None:
    names = {name for name in drawing_names("answers") if "-" in name}
    for one in script["questions"](TODAY, 1):
        assert not names & {one.asked, one.answers[one.wanted][0]}


def test_every_picture_of_a_step_is_asked_for_once_among_three_others(script: dict[str, Any]) -> None:
    found = script["scenes"](TODAY, 1)
    wanted = [one.answers[one.wanted][1].removeprefix("steps/") for one in found]
    assert len(wanted) == len(set(wanted)) > 100 and set(wanted) <= set(drawing_names("steps"))
    for one in found:
        assert len({picture for _, picture in one.answers}) == 4
        assert [words for words, _ in one.answers].count("–") == 3


def test_nobody_is_asked_for_the_answer_that_looks_the_same_everywhere(script: dict[str, Any]) -> None:
    found = script["questions"](TODAY, 1)
    assert {one.answers[one.wanted][1] for one in found}.isdisjoint({"ask"})
    assert {one.wanted for one in found} == {0, 1, 2, 3}


def test_another_seed_asks_for_others_in_another_order(script: dict[str, Any]) -> None:
    ask = script["questions"]
    assert ask(TODAY, 1) == ask(TODAY, 1) != ask(TODAY, 2)


def test_the_key_may_not_lie_with_the_sheets(tmp_path: Path) -> None:
    draw = [sys.executable, str(ROOT / "script" / "draw-pictures"), "--questions", str(tmp_path)]
    for key in ([], ["--key", str(tmp_path)]):
        run = subprocess.run([*draw, *key], capture_output=True, text=True, check=False)
        assert run.returncode == 2 and "--key" in run.stderr
    assert list(tmp_path.iterdir()) == []
