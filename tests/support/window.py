"""Drives a window as a person would: finds by role and spoken name, presses with a finger, looks."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
import PySide6.QtQuick  # noqa: F401 (root objects are only whole once this is imported)
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from support.seen_on_screen import SeenControl, SeenText

from accessibility.geometry import Rect

Role = QAccessible.Role
PRESSABLE = (Role.Button, Role.CheckBox, Role.RadioButton)


@cache
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


class Screen:
    """One window. Every look-up sees only what is visible at that moment."""

    def __init__(self, window: QQuickWindow) -> None:
        QAccessible.setActive(True)
        self.window = window

    # --- finding ------------------------------------------------------------------------------

    def items(self, root: QQuickItem | None = None) -> Iterator[QQuickItem]:
        """Visible items in drawing order. (findChild misses what Repeater and Loader make.)"""
        waiting = [self.window.contentItem() if root is None else root]
        while waiting:
            item = waiting.pop()
            if not item.isVisible() or item.opacity() == 0:
                continue
            yield item
            children = item.childItems()
            if not all(isinstance(child, QQuickItem) for child in children):
                gc.collect()  # an item made where something else just died was taken for that
                children = item.childItems()
            waiting += reversed(children)

    def named(self, name: str | None = None, role: Role | None = None) -> list[QQuickItem]:
        """Items with that spoken name and role; either may be left open, but they must have a name."""
        found = []
        for item in self.items():
            said = spoken_name(item)
            if said and name in (None, said) and role in (None, spoken_role(item)):
                found.append(item)
        return found

    def find(self, name: str, role: Role | None = None) -> QQuickItem:
        found = self.named(name, role)
        if len(found) != 1:
            heard = sorted({spoken_name(item) for item in self.named()})
            raise AssertionError(f"{len(found)} items are called {name!r}; the screen says {heard}")
        return found[0]

    def shows(self, name: str, role: Role | None = None) -> bool:
        return bool(self.named(name, role))

    # --- acting -------------------------------------------------------------------------------

    def tap(self, name: str) -> None:
        """Press and lift one finger in the middle of the control."""
        spot = self.middle(self.find(name, Role.Button))
        self.press(spot)
        self.lift(spot)

    def press(self, spot: QPointF, touch_id: int = 0) -> None:
        QTest.touchEvent(self.window, finger()).press(touch_id, spot.toPoint(), self.window).commit()

    def move(self, spot: QPointF, touch_id: int = 0) -> None:
        QTest.touchEvent(self.window, finger()).move(touch_id, spot.toPoint(), self.window).commit()

    def lift(self, spot: QPointF, touch_id: int = 0) -> None:
        QTest.touchEvent(self.window, finger()).release(touch_id, spot.toPoint(), self.window).commit()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def middle(self, item: QQuickItem) -> QPointF:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def wait_until(self, condition: Callable[[], bool], within_ms: int = 5000) -> None:
        deadline = QDeadlineTimer(within_ms)
        while not condition():
            if deadline.hasExpired():
                raise AssertionError(f"did not happen within {within_ms} ms")
            QCoreApplication.processEvents()
            QTest.qWait(2)

    # --- looking ------------------------------------------------------------------------------

    @property
    def rect(self) -> Rect:
        return Rect(0, 0, self.window.width(), self.window.height())

    def controls(self) -> list[SeenControl]:
        return [
            SeenControl(
                spoken_role(item).name,
                spoken_name(item),
                scene_rect(item),
                is_primary=item.property("kind") == "primary",
                viewport=viewport_of(item),
            )
            for item in self.items()
            if spoken_role(item) in PRESSABLE and scene_rect(item).width > 0
        ]

    def texts(self) -> list[SeenText]:
        return [seen_text(item) for item in self.text_items()]

    def text_items(self) -> list[QQuickItem]:
        """Every drawn text, but not the lit word's echo, which repeats the text beneath it."""
        return [
            item
            for item in self.items()
            if item.inherits("QQuickText") and item.property("text") and not _is_echo(item)
        ]

    def grab(self) -> QImage:
        return self.window.grabWindow()

    def lay_out(self) -> None:
        lay_out(self.window)

    def colours_in(self, rect: Rect, image: QImage | None = None) -> Counter[str]:
        """How often each ``#rrggbb`` occurs in that part of the picture."""
        return colours_of(pixels(self.grab() if image is None else image), rect)


def lay_out(window: QQuickWindow) -> None:
    """As for a frame, with nothing to paint: Qt puts items in their places just before it draws them."""
    content = window.contentItem()
    content.setOpacity(0)
    window.grabWindow()
    content.setOpacity(1)


def colours_of(painted: np.ndarray, rect: Rect) -> Counter[str]:
    """How often each ``#rrggbb`` occurs in that part of rows of pixels."""
    top, bottom, left, right = (max(0, round(edge)) for edge in (rect.y, rect.bottom, rect.x, rect.right))
    flat = painted[top:bottom, left:right].ravel()
    ends = np.append(np.flatnonzero(flat[1:] != flat[:-1]), len(flat) - 1)[: len(flat)]
    """Of each run of one colour: to sort runs takes a tenth of the time of sorting pixels."""
    colours, which = np.unique(flat[ends], return_inverse=True)
    counts = np.bincount(which, weights=np.diff(ends, prepend=-1), minlength=len(colours))
    return Counter({f"#{colour:06x}": int(count) for colour, count in zip(colours, counts, strict=True)})


def pixels(image: QImage) -> np.ndarray:
    """The picture as rows of 0xrrggbb."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(flat.constBits(), np.uint32).reshape(flat.height(), flat.bytesPerLine() // 4)
    return rows[:, : flat.width()] & 0xFFFFFF


def spoken_name(item: QQuickItem) -> str:
    found = QAccessible.queryAccessibleInterface(item)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def spoken_role(item: QQuickItem) -> Role:
    found = QAccessible.queryAccessibleInterface(item)
    return found.role() if found is not None else Role.NoRole


def scene_rect(item: QQuickItem) -> Rect:
    area = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    return Rect(area.x(), area.y(), area.width(), area.height())


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def viewport_of(item: QQuickItem) -> Rect | None:
    """The frame of the paged body around it; None where the whole body shows."""
    frames = (above for above in ancestors(item) if above.objectName() == "viewport" and above.clip())
    return next((scene_rect(frame) for frame in frames), None)


def seen_text(item: QQuickItem) -> SeenText:
    inner = [above for above in ancestors(item) if above.clip() and above.objectName() != "viewport"]
    font_px = float(item.property("font").pixelSize())
    return SeenText(
        text=item.property("text"),
        rect=scene_rect(item),
        content_width=item.property("contentWidth"),
        content_height=item.property("contentHeight"),
        font_px=font_px,
        line_px=_line_px(item, font_px),
        line_count=item.property("lineCount"),
        truncated=bool(item.property("truncated")),
        clipped_by=scene_rect(inner[0]) if inner else None,
        control=next(
            (scene_rect(above) for above in ancestors(item) if spoken_role(above) in PRESSABLE), None
        ),
        viewport=viewport_of(item),
        drawn=any(spoken_role(above) == Role.Graphic for above in ancestors(item)),
    )


def _line_px(item: QQuickItem, font_px: float) -> float:
    """A fixed line height is its own; a proportional one multiplies the font's own 1.362 em (Noto Sans)."""
    height = float(item.property("lineHeight"))
    return height if height > 4 else height * 1.362 * font_px


def _is_echo(item: QQuickItem) -> bool:
    return any(above.objectName() == "lit-echo" for above in ancestors(item))
