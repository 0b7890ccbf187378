"""A question that goes the way a touch goes, past every watch of the window; it is nobody's touch."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject

from ui.window.input.aim import Aim

_TYPE = QEvent.Type(QEvent.registerEventType())


class TouchAsked(QEvent):
    """Sent to the window. Each watch says that it was there, the last one what a finger would find."""

    def __init__(self) -> None:
        super().__init__(_TYPE)
        self.passed: list[QObject] = []
        self.aims: tuple[Aim, ...] = ()
        """In the middle of each control that can be touched now."""

    def pass_by(self, watch: QObject, aims: Iterable[Aim] = ()) -> bool:
        """*watch* has met it. False, as an event filter says that others are to be asked too."""
        self.passed.append(watch)
        self.aims = (*self.aims, *aims)
        return False
