"""What lies where on the screen: the places that can be said, as they were drawn last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.window.input.drawn_class import class_name


class Spot(NamedTuple):
    """*area*: what of it shows, in scene pixels. *size*: in square pixels, with what does not show."""

    slot: str
    area: QRectF
    size: float

    def holds(self, point: QPointF) -> bool:
        """Its last pixel is the one before its end: there begins what is beneath, or the next page."""
        area = self.area
        return area.left() <= point.x() < area.right() and area.top() <= point.y() < area.bottom()


class DrawnSpots:
    """Looks through a window's items once a frame: a finger that slides tells of itself more often."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._spots: list[Spot] | None = None
        window.afterAnimating.connect(self.forget)

    def forget(self) -> None:
        """The screen is, or may be, another."""
        self._spots = None

    def slot_at(self, point: QPointF) -> str:
        """The slot of what is drawn at *point* (scene pixels); empty over nothing that can be said."""
        if self._spots is None:
            self._spots = list(spots_in(self._window.contentItem()))
        return slot_at(self._spots, point)


def slot_at(spots: list[Spot], point: QPointF) -> str:
    """The smallest that holds it wins: a button on a card is meant, not the card."""
    there = [spot for spot in spots if spot.holds(point)]
    return min(there, key=lambda spot: spot.size).slot if there else ""


def spots_in(item: QQuickItem, within: QRectF | None = None) -> Iterator[Spot]:
    """Those of *item* and of all in it that show; *within*: what of the scene is not clipped away."""
    if not item.isVisible() or item.opacity() == 0:
        return
    is_spot = class_name(item) == "Spot"
    if is_spot or item.clip():
        area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        if within is not None:
            area = area.intersected(within)
        if area.isEmpty():
            return
        if is_spot and item.property("slot"):
            yield Spot(str(item.property("slot")), area, item.width() * item.height())
        if item.clip():
            within = area
    for child in item.childItems():
        yield from spots_in(child, within)
