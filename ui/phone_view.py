"""The picture of a step as QML sees it. `ui.picture.derive` decides; `PhoneView` only publishes."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.picture.element_model import ElementModel
from ui.picture.props import Area, PhoneProps
from ui.picture.shapes import stage_of

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PhoneView(QObject):
    """One picture. Every property changes with the one signal `changed`; the models reset before it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = PhoneProps()
        self._address = ElementModel(self)
        self._corner = ElementModel(self)
        self._top = ElementModel(self)
        self._grid = ElementModel(self)
        self._body = ElementModel(self)
        self._bottom = ElementModel(self)

    @property
    def props(self) -> PhoneProps:
        return self._props

    def show(self, props: PhoneProps) -> None:
        """Draw another picture; nothing happens when it is the one already drawn."""
        if props == self._props:
            return
        self._props = props
        for area, model in self._models().items():
            model.replace_all(props.in_area(area))
        self.changed.emit()

    def _models(self) -> dict[Area, ElementModel]:
        return {
            "address": self._address,
            "corner": self._corner,
            "top": self._top,
            "grid": self._grid,
            "body": self._body,
            "bottom": self._bottom,
        }

    @Property(bool, notify=changed)
    def drawn(self) -> bool:
        """False where one of our pictures stands instead of a drawn screen."""
        return self._props.scene is not None

    @Property(bool, notify=changed)
    def pointed(self) -> bool:
        """Whether one element is highlighted; nothing points anywhere otherwise."""
        return any(element.highlight for element in self._props.elements)

    @Property(bool, notify=changed)
    def ticked(self) -> bool:
        """Whether an element already is the big tick of a `done` screen."""
        return any(element.shape == "tick" for element in self._props.elements)

    @Property(int, notify=changed)
    def numbers(self) -> int:
        """How many telephone numbers stand on a `call` screen."""
        return sum(element.shape == "number" for element in self._props.elements)

    @Property(bool, notify=changed)
    def inCall(self) -> bool:
        """Whether somebody is on the line: there is a key to hang up, and nobody dials a number."""
        return any(element.shape == "hang-up" for element in self._props.elements)

    @Property(bool, notify=changed)
    def peopled(self) -> bool:
        """Whether an element already is the person behind a desk."""
        return any(element.shape == "person" for element in self._props.elements)

    @Property(str, notify=changed)
    def drawing(self) -> str:
        return self._props.drawing

    @Property(str, notify=changed)
    def photo(self) -> str:
        return self._props.photo

    @Property(str, notify=changed)
    def description(self) -> str:
        return self._props.description

    @Property(str, notify=changed)
    def frame(self) -> str:
        return self._props.frame

    @Property(str, notify=changed)
    def scene(self) -> str:
        return self._props.scene or ""

    @Property(str, notify=changed)
    def stage(self) -> str:
        """Which drawing shows the scene: ``<stage>Scene.qml``; empty beside one of our pictures."""
        return "" if self._props.scene is None else stage_of(self._props.scene)

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._props.title

    @Property(str, notify=changed)
    def titleSign(self) -> str:
        return self._props.title_sign

    @Property(int, notify=changed)
    def columns(self) -> int:
        return self._props.columns

    @Property(str, notify=changed)
    def pointerKind(self) -> str:
        return self._props.pointer_kind

    @Property(str, notify=changed)
    def pointerSide(self) -> str:
        return self._props.pointer_side

    @Property(str, notify=changed)
    def closer(self) -> str:
        """Whether the place to act is enlarged: "wide", "narrow" or not."""
        return self._props.closer

    @Property(int, notify=changed)
    def tall(self) -> int:
        return self._props.tall

    @Property(str, notify=changed)
    def slide(self) -> str:
        """Which way something on it is slid, for practice; empty: nothing is."""
        return self._props.slide

    @Property(bool, notify=changed)
    def arrowed(self) -> bool:
        """Whether an arrow shows that way."""
        return self._props.arrowed

    @Property(bool, notify=changed)
    def wayBack(self) -> bool:
        return self._props.way_back

    @Property(QObject, constant=True)
    def address(self) -> ElementModel:
        return self._address

    @Property(QObject, constant=True)
    def corner(self) -> ElementModel:
        return self._corner

    @Property(QObject, constant=True)
    def top(self) -> ElementModel:
        return self._top

    @Property(QObject, constant=True)
    def grid(self) -> ElementModel:
        return self._grid

    @Property(QObject, constant=True)
    def body(self) -> ElementModel:
        return self._body

    @Property(QObject, constant=True)
    def bottom(self) -> ElementModel:
        return self._bottom
