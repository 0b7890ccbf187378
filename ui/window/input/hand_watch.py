"""Follows every finger and the mouse, and presses what they meant. Our controls have no touch of their own.

An event filter on the window, asked after those that may take a touch for themselves. What counts as a press
is decided in `accessibility.contacts` and `accessibility.touch`; here their verdicts are carried out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow
from shiboken6 import isValid

from accessibility.contacts import LONGEST_S, Contact, Contacts, after_a_press, came, lifted, moved, presses
from accessibility.moving import MOVED_S, LastPress, SlideDirection
from accessibility.speech.utterance import Holding
from accessibility.trying import REPEAT_S, Touch
from ui.window.input.aim import Aim, aim_at, aims_on
from ui.window.input.hold_marks import HoldMarks
from ui.window.input.press_gate import PressGate
from ui.window.input.scene_targets import Target, scene_of
from ui.window.input.touch_asked import TouchAsked

MOUSE = -1
POLL_MS = 30
_ON_THE_WAY = (QEvent.Type.TouchUpdate, QEvent.Type.MouseMove)
TURNED_S = 0.7
"""So long a finger may be on its way to what it saw: a choice is made and the arm moves in about as much."""


class Attendant(Protocol):
    """Who is told how the glass is touched."""

    @property
    def place(self) -> str:
        """Which screen is shown."""

    @property
    def screens(self) -> int:
        """How many screens have been shown so far: the same screen come back is another one."""

    def felt(self, touch: Touch) -> None:
        """A finger has left the glass that was meant for a control, or for the circle."""

    def quiet(self) -> None:
        """Nobody has touched for a while after the circle was."""

    def holding(self, how: Holding) -> None:
        """A press is being held: a part of its time is over, or all of it."""

    def let_go_early(self) -> None:
        """A finger was lifted before its press had been held long enough."""

    def met_another(self) -> None:
        """A tap did nothing: what lies there now has come there by the press before."""


def broad_mm(point: QEventPoint, px_per_mm: float) -> float:
    """How broad the patch of a contact is on the glass; 0 where the panel does not say."""
    patch = point.ellipseDiameters()
    return max(patch.width(), patch.height()) / px_per_mm


class HandWatch(QObject):
    """One per window. Marks controls as `held` and `rested`, and calls their `press`."""

    def __init__(self, window: QQuickWindow, gate: PressGate, px_per_mm: float, attendant: Attendant) -> None:
        super().__init__()
        self._window, self._gate, self._attendant = window, gate, attendant
        self.px_per_mm = px_per_mm
        self._down: Contacts = ()
        self._aims = dict[int, Aim]()
        self._marks = HoldMarks(attendant.holding)
        self._tried_s: float | None = None
        self._last: LastPress | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._polled)
        self.lost = 0
        """Comings and leavings that a mistake of ours has kept from being followed, since one touch was."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            scene = scene_of(self._window.contentItem(), self.px_per_mm)
            return event.pass_by(self, aims_on(scene, self._gate.hands.margin_mm))
        counts = isinstance(event, QTouchEvent | QMouseEvent) and event.type() not in _ON_THE_WAY
        self.lost += counts
        self._follow(event)
        self.lost = max(0, self.lost - counts)
        return False

    def _follow(self, event: QEvent) -> None:
        if isinstance(event, QTouchEvent):
            if event.type() == QEvent.Type.TouchCancel:
                self.forget()
                return
            for point in event.points():
                self._point(point)
        elif isinstance(event, QMouseEvent) and event.device().type() != QInputDevice.DeviceType.TouchScreen:
            self._mouse(event)

    def forget(self) -> None:
        """Nothing lies on the glass any more, and nothing of it is a press."""
        for aim in self._aims.values():
            self._marks.slid(aim, 0, 0)
        self._down, self._aims = (), {}
        self._show()

    def _point(self, point: QEventPoint) -> None:
        spot, broad = point.position(), broad_mm(point, self.px_per_mm)
        match point.state():
            case QEventPoint.State.Pressed:
                self._came(point.id(), spot, broad)
            case QEventPoint.State.Updated:
                self._moved(point.id(), spot, broad)
            case QEventPoint.State.Released:
                self._moved(point.id(), spot, broad)
                self._left(point.id(), spot)
            case _:
                pass

    def _mouse(self, event: QMouseEvent) -> None:
        spot, left = event.position(), event.button() == Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if left:
                self._came(MOUSE, spot, 0)
            case QEvent.Type.MouseMove:
                self._moved(MOUSE, spot, 0)
            case QEvent.Type.MouseButtonRelease if left:
                self._moved(MOUSE, spot, 0)
                self._left(MOUSE, spot)
            case _:
                pass

    def _came(self, contact_id: int, spot: QPointF, broad: float) -> None:
        x, y, now_s = spot.x() / self.px_per_mm, spot.y() / self.px_per_mm, self._gate.now()
        scene = scene_of(self._window.contentItem(), self.px_per_mm)
        aim = aim_at(scene, x, y, self._gate.hands.margin_mm, self._attendant.screens)
        misled = self._is_misled(aim, now_s) or self._page_has_just_turned(aim, now_s)
        aim = replace(aim, at=None, misled=True) if misled else aim
        on_since_s = None if aim.target is None else now_s
        self._aims[contact_id] = aim
        new = Contact(contact_id, now_s, x, y, aim.at, aim.off_mm(x, y), on_since_s=on_since_s)
        self._down = came(self._down, new, broad)
        self._show()

    def _is_misled(self, aim: Aim, now_s: float) -> bool:
        """Whether the screen has moved and another control lies where the last press was."""
        if self._last is not None and not self._last.was_near(aim.began_x, aim.began_y):
            self._last = None  # the finger has been elsewhere
        if self._last is None or aim.target is None or aim.target.undoes == self._last.what:
            return False
        there = aim.scene.at(self._last.x, self._last.y, self._gate.hands.margin_mm)
        there_now = "" if there is None else aim.scene.targets[there].what
        return self._last.misleads(aim.target.what, self._attendant.place, now_s, there_now=there_now)

    def _page_has_just_turned(self, aim: Aim, now_s: float) -> bool:
        """Whether the voice has turned the page while this finger was on its way down."""
        if aim.target is None or aim.body is None or not isValid(aim.body.item):
            return False
        turned_s = float(aim.body.item.property("followedAtS"))
        return turned_s >= 0 and now_s - turned_s < TURNED_S

    def _moved(self, contact_id: int, spot: QPointF, broad: float) -> None:
        if contact_id not in self._aims:
            return
        x, y, now_s = spot.x() / self.px_per_mm, spot.y() / self.px_per_mm, self._gate.now()
        aim = self._aims[contact_id] = self._aims[contact_id].after(x, y, self._gate.hands)
        self._marks.slid(aim, (x - aim.began_x) * self.px_per_mm, (y - aim.began_y) * self.px_per_mm)
        on_target = aim.is_on(x, y, self._gate.hands.margin_mm)
        self._down = moved(self._down, contact_id, x, y, now_s, on_target=on_target, broad_mm=broad)
        self._show()

    def _left(self, contact_id: int, spot: QPointF) -> None:
        self._down, gone = lifted(self._down, contact_id)
        aim = self._aims.pop(contact_id, None)
        if aim is not None:
            self._marks.slid(aim, 0, 0)
        if gone is not None and aim is not None and not gone.rests:
            x, y = spot.x() / self.px_per_mm, spot.y() / self.px_per_mm
            self._report(gone, aim, x, y)
            self._carry_out(gone, aim, y)
        self._show()
        if aim is not None:
            self.lost = 0

    def _report(self, gone: Contact, aim: Aim, x: float, y: float) -> None:
        """How this touch was made, where that is asked for; a swipe is no touch."""
        if self._gate.is_shut or (aim.target is None and not aim.tries):
            return
        now_s, off_mm = self._gate.now(), aim.off_mm(x, y)
        spot = (gone.x, gone.y, aim.screens)
        self._attendant.felt(Touch(gone.began_s, now_s, gone.off_mm, off_mm, gone.slid_mm, *spot))
        if aim.tries:
            self._tried_s = now_s
            self._marks.tried(aim.sample)

    def _carry_out(self, gone: Contact, aim: Aim, y: float) -> None:
        now_s, hands = self._gate.now(), self._gate.hands
        over, way = None if aim.misled or aim.pulls else aim.slide, aim.slid(hands)
        if over is not None and (aim.target is None or (over.slides and way)):
            self._slide(gone, aim, over, way)
        elif aim.pulls:
            turns = aim.turns(y, hands)
            if turns and aim.body is not None and isValid(aim.body.item):
                QMetaObject.invokeMethod(aim.body.item, "turnByHand", Q_ARG("int", turns))
        elif presses(gone, now_s, hands.hold_s):
            self._down = after_a_press(self._down)
            as_it_came = aim.screens == self._attendant.screens
            if not aim.tries and aim.target is not None and as_it_came and aim.still_means_it:
                self._last = LastPress(
                    aim.target.what, self._attendant.place, aim.began_x, aim.began_y, now_s
                )
                QMetaObject.invokeMethod(aim.target.item, "press")
        elif aim.misled and gone.slid_mm <= hands.drag_mm and self._gate.would_admit:
            self._attendant.met_another()
        elif gone.on_since_s is not None and gone.rested(now_s, hands.hold_s) < 1 and not aim.tries:
            self._attendant.let_go_early()

    def _slide(self, gone: Contact, aim: Aim, over: Target, way: SlideDirection) -> None:
        """It has slid over what may be slid, or, with an empty *way*, lay there without."""
        as_it_came = isValid(over.item) and aim.screens == self._attendant.screens
        lay_s = self._gate.now() - gone.began_s
        if not over.slides and self._is_once_more(aim, gone.began_s):
            return
        if not over.slides and lay_s < self._gate.hands.hold_s:
            self._attendant.let_go_early()
        elif as_it_came and lay_s < LONGEST_S:
            self._down = after_a_press(self._down)
            spot = over.item.mapFromScene(QPointF(aim.began_x, aim.began_y) * self.px_per_mm)
            QMetaObject.invokeMethod(
                over.item,
                "slide",
                Q_ARG("QString", way),
                Q_ARG("double", spot.x()),
                Q_ARG("double", spot.y()),
            )

    def _is_once_more(self, aim: Aim, began_s: float) -> bool:
        """Whether it is the press before once more, where no control lies any longer."""
        last = self._last
        return last is not None and last.was_near(aim.began_x, aim.began_y) and began_s - last.at_s < MOVED_S

    def _polled(self) -> None:
        now_s = self._gate.now()
        fingers = any(not one.rests for one in self._down)
        if self._tried_s is not None and not fingers and now_s - self._tried_s >= REPEAT_S:
            self._tried_s = None
            self._attendant.quiet()
        self._show()

    def _show(self) -> None:
        """What is being touched is seen at once; a held press is seen and heard on its way."""
        now_s, hold_s = self._gate.now(), self._gate.hands.hold_s
        live = [
            (self._aims[one.id], one.rested(now_s, hold_s))
            for one in self._down
            if not one.rests and one.on_since_s is not None and not self._aims[one.id].pulls
        ]
        self._marks.show(live, holds=hold_s > 0)
        wanted = self._tried_s is not None or bool(live and hold_s > 0)
        if wanted != self._poll.isActive():
            self._poll.start() if wanted else self._poll.stop()
