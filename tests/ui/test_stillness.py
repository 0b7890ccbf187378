"""Nothing on the screen moves by itself, and what changes by itself does so slowly."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from support.stage import Stage

from ui.window.controls import QML_FOLDER

MOVING = re.compile(
    r"\b(\w*Animation|\w*Animator|Behavior|Transition|Flickable|ListView|PathView|Timer)\b\s*[{<o]"
)
TICKS_A_SECOND = 10


def moving(text: str) -> list[str]:
    return MOVING.findall(re.sub(r"//.*", "", text))


def test_no_screen_has_an_animation() -> None:
    files = list(Path(QML_FOLDER).rglob("*.qml"))
    assert len(files) > 60
    assert {
        file.name: moving(file.read_text(encoding="utf-8")) for file in files if moving(file.read_text())
    } == {}


def test_the_search_would_find_one() -> None:
    assert moving("NumberAnimation { duration: 200 }") == ["NumberAnimation"]
    assert moving("Behavior on x { }") == ["Behavior"]
    assert moving("// Behavior on x {") == []


def frames_of_a_call(stage: Stage, seconds: int) -> list[bool]:
    """Whether the frame around the screen is bright, ten times a second."""
    seen = list[bool]()
    for _ in range(seconds * TICKS_A_SECOND):
        stage.clock.now_s += 1 / TICKS_A_SECOND
        stage.conductor.tick()
        seen.append(stage.conductor.around.timing.bell_bright)
    return seen


def test_the_frame_of_a_call_changes_once_a_second_at_most() -> None:
    stage = Stage()
    stage.walk_to("begin", "call-person")
    seen = frames_of_a_call(stage, 30)
    changes = [at for at, (before, after) in enumerate(pairwise(seen)) if before != after]
    assert len(changes) > 10
    assert min(later - earlier for earlier, later in pairwise(changes)) >= TICKS_A_SECOND - 1


def test_calm_holds_the_frame_of_a_call_still() -> None:
    stage = Stage()
    stage.walk_to("begin", "calm", "call-person")
    assert set(frames_of_a_call(stage, 10)) == {True}
