"""What on the screen can be touched now, and where. Looks at the drawn items; decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF
from PySide6.QtQuick import QQuickItem

from accessibility.geometry import Rect, hit
from ui.window.input.drawn_class import class_name, class_names

_KINDS = {"Pressable": "target", "ScrollArea": "body", "SlideArea": "slide", "Phone": "picture"}
_kind_of_class: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Target:
    """A control, its part that shows, in millimetres, and what it is called while it means this.

    All as it was then: before the finger is lifted the screen may be another one, and the item gone.
    """

    item: QQuickItem
    area: Rect
    name: str
    everywhere: bool  # a touch that meets nothing else is meant for it
    sample: bool  # one looks at how it is touched, instead of pressing it
    slot: str = ""
    slides: bool = False  # something is to be slid there; else what meets no control there is a touch
    undoes: str = ""  # the slot of the control in whose place it lies, to undo what that one does

    @property
    def what(self) -> str:
        """What stays the same of it while it tells how it is set."""
        return self.slot or self.name


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that can be touched on one screen; `bodies` can be turned page by page, and over `slides` a
    finger may slide, or tap where no control is.
    """

    targets: tuple[Target, ...] = ()
    bodies: tuple[Target, ...] = ()
    slides: tuple[Target, ...] = ()

    def at(self, x: float, y: float, margin_mm: float) -> int | None:
        """Which target a touch at (x, y) is meant for; where none is near, the one that takes it anywhere."""
        certain = [one.area if not one.everywhere else Rect(-1e6, -1e6, 0, 0) for one in self.targets]
        at = hit(certain, x, y, margin_mm)
        if at is not None:
            return at
        return next((number for number, one in enumerate(self.targets) if one.everywhere), None)

    def body_at(self, x: float, y: float) -> Target | None:
        """The body around a touch at (x, y), if it has more than one page."""
        return _under(x, y, self.bodies)

    def slide_at(self, x: float, y: float) -> Target | None:
        """The part around a touch at (x, y) over which a finger may slide."""
        return _under(x, y, self.slides)


def _under(x: float, y: float, among: tuple[Target, ...]) -> Target | None:
    spot = Rect(x, y, 0, 0)
    return next((one for one in among if one.area.distance(spot) == 0), None)


def scene_of(root: QQuickItem, px_per_mm: float) -> Scene:
    """What of *root* can be touched now."""
    drawn = list(_walk(root, None))

    def of(kind: str) -> tuple[Target, ...]:
        return tuple(
            Target(
                item,
                _millimetres(area, px_per_mm),
                str(item.property("spokenName") or ""),
                bool(item.property("everywhere")),
                bool(item.property("sample")),
                str(item.property("slot") or ""),
                bool(item.property("slides")),
                str(item.property("undoes") or ""),
            )
            for one, item, area in drawn
            if one == kind
        )

    return Scene(of("target"), of("body"), of("slide"))


def _walk(item: QQuickItem, frame: QRectF | None) -> Iterator[tuple[str, QQuickItem, QRectF]]:
    if not item.isVisible() or not item.isEnabled() or item.opacity() == 0:
        return
    kind = _kind(item)
    if kind in ("target", "body", "slide") or item.clip():
        area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        area = area if frame is None else area.intersected(frame)
        if area.isEmpty():
            return
        if kind in ("target", "slide") or (kind == "body" and item.property("overflows")):
            yield kind, item, area
        if item.clip():
            frame = area
    if kind in ("target", "picture", "slide"):  # nothing inside them is a target of its own
        return
    for child in item.childItems():
        yield from _walk(child, frame)


def _kind(item: QObject) -> str:
    """Which of our controls an item is made from."""
    name = class_name(item)
    if name not in _kind_of_class:
        _kind_of_class[name] = next((_KINDS[one] for one in class_names(item) if one in _KINDS), "")
    return _kind_of_class[name]


def _millimetres(area: QRectF, px_per_mm: float) -> Rect:
    return Rect(
        area.x() / px_per_mm, area.y() / px_per_mm, area.width() / px_per_mm, area.height() / px_per_mm
    )
