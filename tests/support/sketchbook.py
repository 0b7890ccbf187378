"""Draws one picture after another in a box of any size and measures what stands where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import PySide6.QtQuick  # noqa: F401 (root objects are only whole once this is imported)
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from support.guides import shipped_flows
from support.window import scene_rect

from accessibility.colours import colours_for
from accessibility.geometry import Rect
from accessibility.preferences import ThemeName
from accessibility.sizes import Panel, sizes_for
from accessibility.touch import SteadyHands
from flows.guide.steps import Picture, points_at
from flows.guide.unparted import NO_BREAK
from ui.screens.picture.closer import place_alone
from ui.screens.picture.derive import derive_phone
from ui.screens.picture.props import PhoneProps
from ui.window.controls import furnish
from ui.window.glyphs import GlyphProvider
from ui.window.images.drawings import DrawingProvider
from ui.window.images.wards_own import WardsOwn
from ui.window.input.press_gate import PressGate
from ui.window.phone_view import PhoneView
from ui.window.theme import ThemeValues

_PANEL = Panel(1080, 1920, 21.5)
_WINDOW = b"""
import QtQuick
import Kiosk.Controls
import Kiosk.Models
import Kiosk.Phone
Window {
    id: window
    required property PhoneView view
    property bool practised: false
    property real zoom: 1
    readonly property rect framed: picture.framed
    visible: true
    color: Theme.paper
    function placeOf(order: int): rect {
        return picture.placeOf(order);
    }
    StepPicture {
        id: picture
        anchors.fill: parent
        view: window.view
        practised: window.practised
        zoom: window.zoom
    }
}
"""


@cache
def shipped_pictures() -> tuple[Picture, ...]:
    """Every different picture of the residents' guides."""
    steps = [step for flow in shipped_flows() for step in flow.steps.values()]
    return tuple(dict.fromkeys(step.picture for step in steps if step.picture is not None))


@cache
def closer_pictures() -> tuple[tuple[Picture, PhoneProps], ...]:
    """Each that can be shown closer to who did not understand, and how it is shown then."""
    steps = [step for flow in shipped_flows() for step in flow.steps.values() if points_at(step)]
    pictures = dict.fromkeys(step.picture for step in steps if step.picture is not None)
    return tuple((picture, place_alone(derive_phone(picture, "vi"))) for picture in pictures)


@dataclass(frozen=True)
class Curve:
    """The arrow from badge to tip, as sample points with half its width."""

    points: tuple[tuple[float, float], ...]
    half_width: float
    tip: tuple[float, float]


class Sketchbook:
    """One window with one picture. Call `close` at the end."""

    def __init__(self, own: WardsOwn | None = None) -> None:
        self.engine, self.theme = QQmlEngine(), ThemeValues()
        self.warnings: list[str] = []
        self.engine.warnings.connect(lambda found: self.warnings.extend(one.toString() for one in found))
        self.engine.addImageProvider("glyph", GlyphProvider())
        furnish(self.engine, self.theme, PressGate(hands=SteadyHands(0.0)))
        self.engine.addImageProvider("drawn", DrawingProvider(own))  # as in the window, over what all share
        self.wear("light")
        self.view = PhoneView(self.engine)
        self._component = QQmlComponent(self.engine)
        self._component.setData(_WINDOW, QUrl("sketchbook.qml"))
        window = self._component.createWithInitialProperties({"view": self.view})
        assert isinstance(window, QQuickWindow), [error.toString() for error in self._component.errors()]
        self.window = window

    def wear(self, theme: ThemeName) -> None:
        self.theme.apply(sizes_for(_PANEL, 1), colours_for(theme))

    def draw(self, picture: Picture | PhoneProps, width: int, height: int) -> QImage:
        """Show it in a box of that size; returns what is seen."""
        props = derive_phone(picture, "vi") if isinstance(picture, Picture) else picture
        self.window.resize(width, height)
        while (self.window.contentItem().width(), self.window.contentItem().height()) != (width, height):
            QCoreApplication.processEvents()
        self.view.show(props)
        # What the last picture was made of goes now: no event loop runs here that would take it away.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return self.window.grabWindow()

    def place_of(self, order: int) -> Rect:
        """Where the element of that number stands, as what lies over the picture is told."""
        place = self.window.placeOf(order)  # type: ignore[attr-defined]  # a function of the QML above
        return Rect(place.x(), place.y(), place.width(), place.height())

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.engine.deleteLater()

    # --- measuring ----------------------------------------------------------------------------

    @property
    def box(self) -> Rect:
        return Rect(0, 0, self.window.width(), self.window.height())

    def items(self, name: str, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """What is really drawn under that object name."""
        item = self.window.contentItem() if root is None else root
        if not item.isVisible() or item.opacity() == 0:
            return
        if item.objectName() == name:
            yield item
        for child in item.childItems():
            yield from self.items(name, child)

    def labels(self) -> list[QQuickItem]:
        return [item for item in self.items("phoneLabel") if item.property("text")]

    def ring(self) -> Rect | None:
        return next((scene_rect(item) for item in self.items("phoneRing")), None)

    def badge(self) -> Rect:
        return scene_rect(next(self.items("phoneBadge")))

    def arrow(self) -> Curve:
        pointer = next(self.items("phoneRing")).parentItem()
        origin = scene_rect(pointer)

        def at(name: str) -> float:
            return float(pointer.property(name))

        start, bend = (at("badgeX"), at("badgeY")), (at("bendX"), at("bendY"))
        tip = (at("tipX"), at("tipY"))

        def on_the_way(t: float, axis: int, shift: float) -> float:
            return (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t * t * tip[axis] + shift

        points = tuple(
            (on_the_way(step / 40, 0, origin.x), on_the_way(step / 40, 1, origin.y)) for step in range(41)
        )
        return Curve(points, at("headHalf"), (tip[0] + origin.x, tip[1] + origin.y))


def shown_text(label: QQuickItem) -> str:
    """The label without the invisible places where it may break, and as anybody writes where it may not."""
    return str(label.property("text")).replace("\u200b", "").replace(NO_BREAK, " ")


def overlapping(rects: list[Rect]) -> list[tuple[Rect, Rect]]:
    """Pairs that share more than a hair."""
    return [
        (one, other)
        for one, other in combinations(rects, 2)
        if min(one.right, other.right) - max(one.x, other.x) > 0.5
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.5
    ]


def within(inner: Rect, outer: Rect, slack: float = 0.5) -> bool:
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )
