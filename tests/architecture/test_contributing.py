"""CONTRIBUTING.md: the files it names are there, and no recipe needs more of them than was promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:\./)?[\w./-]+/[\w./-]*|[\w-]+\.md)`", TEXT)))
RECIPES: dict[str, str] = dict(re.findall(r"^### A new (\w+)\n(.*?)(?=^###|\Z)", TEXT, re.M | re.S))
MOST_FILES = {"guide": 0, "event": 4, "figure": 3, "option": 3, "screen": 5}


@pytest.mark.parametrize("name", NAMED)
def test_every_file_and_folder_it_names_is_there(name: str) -> None:
    place = ROOT / name
    assert place.is_dir() if name.endswith("/") else place.is_file(), name


def test_the_names_are_found_at_all() -> None:
    assert len(NAMED) > 20 and {"./script/test", "kiosk/figures/counts.py", "tests/support/"} <= {*NAMED}


def test_there_is_a_recipe_for_each_kind_of_change() -> None:
    assert {"guide", "event", "figure", "option"} <= RECIPES.keys() <= MOST_FILES.keys()


@pytest.mark.parametrize("kind", RECIPES)
def test_a_recipe_touches_no_more_files_of_code_than_promised(kind: str) -> None:
    code = re.findall(r"^\| `([^`]+)` \|", RECIPES[kind], re.M)
    assert len(code) <= MOST_FILES[kind] and bool(code) == bool(MOST_FILES[kind]), code
