"""The watches over every touch and key of a window, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

from ui.input.explore_watch import ExploreWatch
from ui.input.hand_watch import HandWatch
from ui.input.key_watch import KeyWatch
from ui.input.press_gate import PressGate
from ui.input.scanner_watch import ScannerWatch
from ui.shell import Shell
from ui.ways.keys import Bindings

SOMEBODY = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress})


class TouchWatch(QObject):
    """Tells of every finger and click before any control hears of it."""

    def __init__(self, touched: Callable[[], None]) -> None:
        super().__init__()
        self._touched = touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if event.type() in SOMEBODY:
            self._touched()
        return False


class Watches:
    """Watch *window* from now on, until `rest`."""

    def __init__(
        self, window: QQuickWindow, shell: Shell, gate: PressGate, keys: Bindings, *, scanner: bool
    ) -> None:
        """*scanner*: codes may be typed here by a scanner that acts as a keyboard."""
        self._window = window
        key_watch = KeyWatch(keys, gate, shell.do)
        self._asked_last_first: tuple[QObject, ...] = (  # Qt asks the newest first
            HandWatch(window, gate, shell.px_per_mm, shell.touches),
            ExploreWatch(window, shell, gate),
            TouchWatch(shell.touched),
            key_watch,
            *((ScannerWatch(keys, gate.now, key_watch.press, shell.held_up),) if scanner else ()),
        )
        for watch in self._asked_last_first:
            window.installEventFilter(watch)
        shell.handsChanged.connect(gate.use)

    def rest(self) -> None:
        for watch in self._asked_last_first:
            self._window.removeEventFilter(watch)
