"""No screen has anything to write in: where nothing can be typed, nothing personal can be."""

from __future__ import annotations

import re

from ui.window.controls import QML_FOLDER

TO_WRITE_IN = re.compile(
    r"\b(?:TextInput|TextEdit|TextField|TextArea|SpinBox|SearchField|editable|"
    r"selectByMouse|inputMethodHints)\b"
)


def test_no_screen_has_a_field_to_write_in() -> None:
    files = list(QML_FOLDER.rglob("*.qml"))
    assert len(files) > 20
    assert [one.name for one in files if TO_WRITE_IN.search(one.read_text("utf-8"))] == []


def test_the_search_would_find_one() -> None:
    assert TO_WRITE_IN.search("    TextField { id: name }")
