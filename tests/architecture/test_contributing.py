"""CONTRIBUTING.md: the files it names are there, and no recipe needs more of them than was promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:\./)?[\w./-]+/[\w./-]*|[\w-]+\.md)`", TEXT)))
RECIPES: list[tuple[str, str, str]] = re.findall(
    r"^### A new (\w+): ([^\n]*)\n(.*?)(?=^##|\Z)", TEXT, re.M | re.S
)
"""What is made, how many files of code that is said to take, and the recipe."""
NUMBERS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
MOST_FILES = {"guide": 0, "event": 4, "figure": 3, "option": 3, "screen": 5}


@pytest.mark.parametrize("name", NAMED)
def test_every_file_and_folder_it_names_is_there(name: str) -> None:
    place = ROOT / name
    assert place.is_dir() if name.endswith("/") else place.is_file(), name


def test_the_names_are_found_at_all() -> None:
    assert len(NAMED) > 20 and {"./script/test", "kiosk/log/figures/counts.py", "tests/support/"} <= {*NAMED}


def test_each_kind_of_change_has_a_recipe() -> None:
    assert {kind for kind, _, _ in RECIPES} == MOST_FILES.keys()


@pytest.mark.parametrize(("kind", "promised", "recipe"), RECIPES, ids=[kind for kind, _, _ in RECIPES])
def test_a_recipe_touches_as_many_files_of_code_as_it_says(kind: str, promised: str, recipe: str) -> None:
    said = [NUMBERS[word] for word in re.findall(r"\w+", promised) if word in NUMBERS]
    rows = [row for row in re.findall(r"^\| (.+?) \|", recipe, re.M) if row not in ("code", "| what")]
    code = [row for row in rows if not row.startswith("text ")]
    assert min(said) <= len(code) <= max(said) <= MOST_FILES[kind], code
