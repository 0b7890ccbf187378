"""Whether a frame really comes when one is asked for.

One pixel in the corner changes by less than an eye can see, so that there is something to draw and the
compositor has to take it. The software renderer draws on the main thread: its `frameSwapped` may be heard in
Python.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

_DOT = b"""
import QtQuick
Rectangle {
    property bool second: false
    width: 1
    height: 1
    z: 1000
    color: second ? "#02000000" : "#01000000"
}
"""


class FrameProof:
    """*drawn* is called for the first frame after each `ask`, not for those that come by themselves."""

    def __init__(self, engine: QQmlEngine, window: QQuickWindow, drawn: Callable[[], None]) -> None:
        component = QQmlComponent(engine)
        component.setData(_DOT, "")
        dot = component.create()
        if not isinstance(dot, QQuickItem):
            raise RuntimeError(component.errorString())
        dot.setParent(window)
        dot.setParentItem(window.contentItem())
        self._dot, self._drawn = dot, drawn
        self.is_answered = True
        self.is_gone = False
        """The window is closed: nothing is drawn any more, and nothing can be asked for."""
        dot.destroyed.connect(self._go)
        window.frameSwapped.connect(self._swapped)

    def ask(self) -> None:
        """For one frame more. What was asked before and has not come is asked for anew."""
        if not self.is_answered:
            self._dot.window().update()
            return
        self.is_answered = False
        self._dot.setProperty("second", not self._dot.property("second"))

    def _go(self) -> None:
        self.is_gone = True

    def _swapped(self) -> None:
        if not self.is_answered:
            self.is_answered = True
            self._drawn()
