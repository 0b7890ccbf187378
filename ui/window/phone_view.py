"""The picture of a step as QML sees it. `ui.screens.picture.derive` decides; `PhoneView` only publishes."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import get_args

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.screens.picture.props import Area, PhoneProps
from ui.screens.picture.shapes import stage_of
from ui.window.element_model import ElementModel

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


def _has(shape: str) -> Callable[[PhoneView], bool]:
    return lambda view: any(element.shape == shape for element in view._props.elements)


def _model(area: Area) -> Callable[[PhoneView], ElementModel]:
    return lambda view: view._models[area]


@QmlElement
class PhoneView(QObject):
    """One picture. Every property changes with the one signal `changed`; the models reset before it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = PhoneProps()
        self._models = {area: ElementModel(self) for area in get_args(Area)}

    @property
    def props(self) -> PhoneProps:
        return self._props

    def show(self, props: PhoneProps) -> None:
        """Draw another picture; nothing happens when it is the one already drawn."""
        if props == self._props:
            return
        self._props = props
        for area, model in self._models.items():
            model.replace_all(props.in_area(area))
        self.changed.emit()

    def _get_drawn(self) -> bool:
        return self._props.scene is not None

    def _get_pointed(self) -> bool:
        return any(element.highlight for element in self._props.elements)

    def _get_numbers(self) -> int:
        return sum(element.shape == "number" for element in self._props.elements)

    def _get_scene(self) -> str:
        return self._props.scene or ""

    def _get_stage(self) -> str:
        return "" if self._props.scene is None else stage_of(self._props.scene)

    # False where one of our pictures stands instead of a drawn screen.
    drawn = Property(bool, _get_drawn, notify=changed)
    # Whether one element is highlighted; nothing points anywhere otherwise.
    pointed = Property(bool, _get_pointed, notify=changed)
    # Whether an element already is the big tick of a `done` screen, or the person behind a desk.
    ticked = Property(bool, _has("tick"), notify=changed)
    peopled = Property(bool, _has("person"), notify=changed)
    # How many telephone numbers stand on a `call` screen.
    numbers = Property(int, _get_numbers, notify=changed)
    # Whether somebody is on the line: there is a key to hang up, and nobody dials a number.
    inCall = Property(bool, _has("hang-up"), notify=changed)
    drawing = Property(str, attrgetter("_props.drawing"), notify=changed)
    photo = Property(str, attrgetter("_props.photo"), notify=changed)
    description = Property(str, attrgetter("_props.description"), notify=changed)
    frame = Property(str, attrgetter("_props.frame"), notify=changed)
    scene = Property(str, _get_scene, notify=changed)
    # Which drawing shows the scene: ``<stage>Scene.qml``; empty beside one of our pictures.
    stage = Property(str, _get_stage, notify=changed)
    title = Property(str, attrgetter("_props.title"), notify=changed)
    titleSign = Property(str, attrgetter("_props.title_sign"), notify=changed)
    columns = Property(int, attrgetter("_props.columns"), notify=changed)
    pointerKind = Property(str, attrgetter("_props.pointer_kind"), notify=changed)
    pointerSide = Property(str, attrgetter("_props.pointer_side"), notify=changed)
    # Whether the place to act is enlarged: "wide", "narrow" or not.
    closer = Property(str, attrgetter("_props.closer"), notify=changed)
    tall = Property(int, attrgetter("_props.tall"), notify=changed)
    # Which way something on it is slid, for practice; empty: nothing is. Whether an arrow shows that way.
    slide = Property(str, attrgetter("_props.slide"), notify=changed)
    arrowed = Property(bool, attrgetter("_props.arrowed"), notify=changed)
    wayBack = Property(bool, attrgetter("_props.way_back"), notify=changed)
    address = Property(QObject, _model("address"), constant=True)
    corner = Property(QObject, _model("corner"), constant=True)
    top = Property(QObject, _model("top"), constant=True)
    grid = Property(QObject, _model("grid"), constant=True)
    body = Property(QObject, _model("body"), constant=True)
    bottom = Property(QObject, _model("bottom"), constant=True)
