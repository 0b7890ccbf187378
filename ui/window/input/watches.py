"""The watches over every touch and key of a window, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEventPoint, QInputDevice, QPointerEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from accessibility.contacts import PALM_MM
from accessibility.keys import Bindings
from ui.window.input.corner_watch import CornerWatch
from ui.window.input.explore_watch import ExploreWatch
from ui.window.input.hand_watch import HandWatch, broad_mm
from ui.window.input.key_watch import KeyWatch
from ui.window.input.press_gate import PressGate
from ui.window.input.scanner_watch import ScannerWatch
from ui.window.input.touch_asked import TouchAsked
from ui.window.shell import Shell

CLICKS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TabletPress})


class TouchWatch(QObject):
    """Tells of every finger and click before any control hears of it.

    A palm is nobody, where the panel tells how broad it is; a finger that comes down beside it is somebody.
    """

    def __init__(self, touched: Callable[[], None], px_per_mm: float) -> None:
        super().__init__()
        self._touched, self.px_per_mm = touched, px_per_mm

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            return event.pass_by(self)
        if isinstance(event, QTouchEvent):
            if any(self._is_finger(point) for point in event.points()):
                self._touched()
        elif event.type() in CLICKS and isinstance(event, QPointerEvent) and not _echoes_a_touch(event):
            self._touched()
        return False

    def _is_finger(self, point: QEventPoint) -> bool:
        """Whether it has just come down, and is no broader than a finger."""
        return point.state() == QEventPoint.State.Pressed and broad_mm(point, self.px_per_mm) < PALM_MM


def _echoes_a_touch(event: QPointerEvent) -> bool:
    """Qt makes a click of a touch that nothing has taken."""
    return event.device().type() == QInputDevice.DeviceType.TouchScreen


class Watches:
    """Watch *window* from now on, until `rest`."""

    def __init__(
        self, window: QQuickWindow, shell: Shell, gate: PressGate, keys: Bindings, *, scanner: bool
    ) -> None:
        """*scanner*: codes may be typed here by a scanner that acts as a keyboard."""
        self._window = window
        key_watch = KeyWatch(keys, gate, shell.conductor.do)
        self._hand = HandWatch(window, gate, shell.px_per_mm, shell.conductor.touches)
        self._explore = ExploreWatch(window, shell, gate)
        self._asked_last_first: tuple[QObject, ...] = (  # Qt asks the newest first
            self._hand,
            self._explore,
            TouchWatch(shell.conductor.touched, shell.px_per_mm),
            key_watch,
            _typing_watch(keys, gate, key_watch, shell, scanner=scanner),
            CornerWatch(shell, gate),
        )
        for watch in self._asked_last_first:
            window.installEventFilter(watch)
        shell.handsChanged.connect(gate.use)
        shell.rescaled.connect(self._rescale)

    def _rescale(self, px_per_mm: float) -> None:
        for watch in self._asked_last_first:
            if isinstance(watch, HandWatch | TouchWatch):
                watch.px_per_mm = px_per_mm

    @property
    def lost(self) -> int:
        """How many touch events were missed since the last touch that was followed to its end."""
        return max(self._hand.lost, self._explore.lost)

    def have_all_met(self, asked: TouchAsked) -> bool:
        """Whether every watch was there when *asked* came by, in its order."""
        return asked.passed == list(reversed(self._asked_last_first))

    def stop(self) -> None:
        for watch in self._asked_last_first:
            self._window.removeEventFilter(watch)


def _typing_watch(
    keys: Bindings, gate: PressGate, key_watch: KeyWatch, shell: Shell, *, scanner: bool
) -> ScannerWatch:
    """Tells a scanner from a person; at the pad for a PIN also where none is expected: a code would be tried
    as so many PINs, and lock the member out.
    """

    def press(name: str) -> None:
        if not shell.conductor.type(name):
            key_watch.press(name)

    return ScannerWatch(
        lambda name: name in keys or shell.conductor.is_typed(name),
        gate.now,
        press,
        shell.conductor.held_up,
        shell.hold_still,
        listens=lambda: scanner or shell.conductor.at_pad,
    )
