"""What a step must not do again: the structure that keeps a touch quick, without a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtQuick import QQuickItem
from support.stage import Stage

from ui.icons import IconProvider
from ui.picture.provider import PictogramProvider


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


def test_a_picture_that_goes_out_of_sight_and_comes_back_is_not_laid_out_anew(stage):
    show(stage, "next")
    show(stage, "next")
    stage.kiosk.window.grabWindow()  # a frame is drawn: the first layout is done, however quick the machine
    (picture,) = drawn(stage, "Phone")
    changes: list[float] = []
    picture.heightChanged.connect(lambda: changes.append(picture.height()))
    show(stage, "next")
    assert stage.conductor.page.template == "choice"
    assert not picture.isVisible()
    show(stage, "back")
    assert picture.isVisible()
    stage.kiosk.window.grabWindow()
    assert changes == []


@pytest.mark.parametrize(
    ("provider", "address", "drawing"),
    [
        (IconProvider, "home/10243a/40", "ui.icons.draw_icon"),
        (PictogramProvider, "house/10243a/946000/40", "ui.picture.provider.draw_pictogram"),
    ],
)
def test_nothing_is_drawn_twice(provider, address, drawing, monkeypatch):
    images = provider()
    first = images.requestImage(address, QSize(), QSize())
    assert not first.isNull()
    monkeypatch.delattr(drawing)
    assert images.requestImage(address, QSize(), QSize()) == first
