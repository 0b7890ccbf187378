"""Each part of the surroundings is written by one module while the kiosk runs."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import get_args, get_type_hints

from ui.screens.surrounding_parts import Part, Setup
from ui.screens.surroundings import Surroundings

ROOT = Path(__file__).parents[2]
PARTS = {part.__name__: part for part in get_args(Part)}
FIELDS = get_type_hints(Surroundings)
MAKERS = {"limits_of": "PanelLimits", "sign_of": "PointSign"}
"""Functions that make a part."""
HANDED_ON = {
    ("ui/turn/visit_loop.py", "*parts"),
    ("ui/turn/visit_loop.py", "timing"),
    ("ui/turn/store.py", "*parts"),
}
"""Where parts are handed on as they come."""


def sources() -> list[Path]:
    """A tour shows screens without visiting."""
    files = [file for folder in ("kiosk", "ui") for file in (ROOT / folder).rglob("*.py")]
    return [file for file in files if file.parent.name != "tour" and file.name != "surroundings.py"]


def part_of(written: ast.expr) -> str:
    """Its name, where it is made so: ``Sound(…)``, ``replace(….sound, …)``, ``limits_of(…)``."""
    assert isinstance(written, ast.Call), ast.unparse(written)
    name = ast.unparse(written.func)
    if name in PARTS:
        return name
    if name in MAKERS:
        return MAKERS[name]
    field = ast.unparse(written.args[0]).rpartition("around.")[2]
    return str(FIELDS[field].__name__)


def writers() -> dict[str, set[str]]:
    written = defaultdict[str, set[str]](set)
    for file in sources():
        module = file.relative_to(ROOT).as_posix()
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(
                ("surround", ".having", "store.put")
            ):
                for one in call.args:
                    if (module, ast.unparse(one)) not in HANDED_ON:
                        written[part_of(one)].add(module)
    return written


def test_one_module_writes_each_part_of_the_surroundings() -> None:
    found = writers()
    assert {part: modules for part, modules in found.items() if len(modules) > 1} == {}
    assert set(found) == set(PARTS) - {Setup.__name__}, "what nobody writes belongs to the setup"


def test_a_part_takes_the_place_of_the_one_of_its_kind() -> None:
    hints = {name: hint for name, hint in FIELDS.items() if name != "words"}
    assert set(hints.values()) == set(PARTS.values())
