"""Each key of a sentence that the code says stands among the sentences of the screens."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from flows.guide.words import LANGUAGES
from ui.words import UiWords

ROOT = Path(__file__).parents[2]
SAYING = {"tr", "_tr", "SayThis", "MenuTile"}


def keys_said() -> Iterator[tuple[str, str]]:
    """Where a key is written out as what is said first, and the key."""
    for file in ROOT.glob("ui/**/*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            match call:
                case ast.Call(
                    func=ast.Name(name) | ast.Attribute(attr=name), args=[ast.Constant(str(key)), *_]
                ) if name in SAYING and key not in LANGUAGES:
                    yield f"{file.relative_to(ROOT)}:{call.lineno}", key


def test_each_key_that_is_said_is_one_of_a_sentence() -> None:
    said, texts = list(keys_said()), UiWords().texts("vi")
    assert len(said) > 300
    assert [(where, key) for where, key in said if key not in texts] == []
