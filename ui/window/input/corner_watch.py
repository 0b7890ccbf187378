"""Looks out for five taps in the corner, by which staff ask for the controls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent

from accessibility.contacts import PALM_MM
from ui.reach.ways.corner import PAUSE_S, Corner, is_in_corner, tapped
from ui.visit.actions.common import Do
from ui.visit.actions.start import Start
from ui.window.input.hand_watch import MOUSE, broad_mm
from ui.window.input.press_gate import PressGate
from ui.window.input.touch_asked import TouchAsked
from ui.window.shell import Shell


class CornerWatch(QObject):
    """An event filter, asked before all others.

    At the invitation every touch begins a visit, wherever it falls. There a finger in the corner is kept from
    the screen for a moment: with no other tap after it, it begins the visit like any other.
    """

    def __init__(self, shell: Shell, gate: PressGate) -> None:
        super().__init__()
        self._shell, self._gate = shell, gate
        self._corner = Corner()
        self._kept: int | None = None  # the finger whose touch is kept from the screen
        self._knocked = False
        self._no_knock = QTimer(self, singleShot=True, interval=round(PAUSE_S * 1000))
        self._no_knock.timeout.connect(self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            return event.pass_by(self)
        if isinstance(event, QTouchEvent):
            return self._touched(event)
        if isinstance(event, QMouseEvent) and event.device().type() != QInputDevice.DeviceType.TouchScreen:
            return self._clicked(event)
        return False

    def _touched(self, event: QTouchEvent) -> bool:
        points = event.points()
        for point in points:
            if point.state() == QEventPoint.State.Pressed and broad_mm(point, self._scale) < PALM_MM:
                self._kept = point.id() if self._came(point.position(), alone=len(points) == 1) else None
        kept = len(points) == 1 and points[0].id() == self._kept
        if event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._left()
        return kept

    def _clicked(self, event: QMouseEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._kept = MOUSE if self._came(event.position(), alone=True) else None
        kept = self._kept == MOUSE
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._left()
        return kept

    def _came(self, spot: QPointF, *, alone: bool) -> bool:
        """A finger came down; whether it is kept from the screen."""
        x, y = spot.x() / self._scale, spot.y() / self._scale
        kept = alone and self._shell.at_invitation and is_in_corner(x, y)
        self._corner, knocked = tapped(self._corner, x, y, self._gate.now())
        self._knocked = self._knocked or knocked
        self._no_knock.stop()
        if kept and not knocked:
            self._no_knock.start()
        return kept

    def _left(self) -> None:
        """Nothing lies on the glass any more: a screen must not change beneath a finger."""
        self._kept = None
        if self._knocked:
            self._knocked = False
            QTimer.singleShot(0, self, self._knock)  # once the controls have had this event too

    def _knock(self) -> None:
        self._shell.conductor.act(Do.KNOCK)

    @property
    def _scale(self) -> float:
        return self._shell.px_per_mm

    def _begin(self) -> None:
        self._corner = Corner()
        if self._shell.at_invitation:
            self._shell.press(Start.TOUCHED.slot)
