"""What a step must not do again: the structure that keeps a touch quick, without a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtQuick import QQuickItem
from support.stage import Stage


@pytest.fixture
def stage(qapp) -> Iterator[Stage]:
    stage = Stage()
    stage.open()
    stage.walk_to("begin", "skip", "topic.vneid", "flow.vneid-cai-dat", "start", "choice.android", "next")
    QCoreApplication.processEvents()
    yield stage
    stage.close()


def drawn(stage: Stage, kind: str, *, seen: bool = True) -> list[QQuickItem]:
    """Items of the QML type *kind*, visible or not."""

    def walk(item: QQuickItem) -> Iterator[QQuickItem]:
        yield item
        for child in item.childItems():
            yield from walk(child)

    items = walk(stage.kiosk.window.contentItem())
    return [
        one
        for one in items
        if one.metaObject().className().startswith(f"{kind}_QML") and one.isVisible() == seen
    ]


def show(stage: Stage, action: str) -> None:
    stage.walk_to(action)
    QCoreApplication.processEvents()


def test_the_drawn_scene_stays_while_the_next_step_shows_the_same_one(stage):
    (before,) = drawn(stage, "StoreSearchScene")
    before.setObjectName("kept")
    place = stage.conductor.page.place
    show(stage, "next")
    assert stage.conductor.page.place != place
    assert [scene.objectName() for scene in drawn(stage, "StoreSearchScene")] == ["kept"]


def test_a_picture_out_of_sight_is_not_laid_out(stage):
    while stage.conductor.page.template == "step":
        show(stage, "next")
    assert stage.conductor.page.template == "choice"
    (unseen,) = (one for one in drawn(stage, "Phone", seen=False) if one.height() > 0)
    size = (unseen.width(), unseen.height())
    changes: list[float] = []
    unseen.heightChanged.connect(lambda: changes.append(unseen.height()))
    show(stage, "not-understood")
    assert changes == []
    assert (unseen.width(), unseen.height()) == size


def test_going_to_and_fro_draws_no_icon_twice(stage, monkeypatch):
    show(stage, "next")
    show(stage, "back")
    strokes: list[str] = []
    monkeypatch.setattr("ui.icons.draw_icon", lambda *which: strokes.append(str(which)))
    monkeypatch.setattr("ui.picture.provider.draw_pictogram", lambda *which: strokes.append(str(which)))
    show(stage, "next")
    show(stage, "back")
    assert strokes == []
