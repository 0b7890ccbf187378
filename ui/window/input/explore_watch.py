"""Hands every touch to those who explore by touch; for everyone else it only looks out for a swipe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from accessibility.contacts import PALM_MM, RESTING_S
from accessibility.exploring import Felt, Finger, FingerAndFelt, down, move, rest, up
from accessibility.moving import LastPress
from accessibility.two_fingers import TwoFingers, came, lifted, may_tap
from accessibility.two_fingers import moved as slid
from ui.window.input.hand_watch import broad_mm
from ui.window.input.press_gate import PressGate
from ui.window.input.scene_targets import scene_of
from ui.window.input.spots import DrawnSpots
from ui.window.input.touch_asked import TouchAsked
from ui.window.shell import Shell

POLL_MS = 50
TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
)


class ExploreWatch(QObject):
    """An event filter on the window. The newest finger counts: a hand that rests on the glass does not.

    Two fingers that are spread, as one enlarges on a phone, are no swipe that begins anything; they come down
    together. A hand that has lain there for a while is what somebody leans on who does not see.
    """

    def __init__(self, window: QQuickWindow, shell: Shell, gate: PressGate) -> None:
        super().__init__()
        self._window, self._spots, self._shell, self._gate = window, DrawnSpots(window), shell, gate
        self._finger, self._id, self._alone = Finger(), -1, True
        self._came_s = dict[int, float]()  # since when each finger is down
        self._two = TwoFingers()
        self._spot = QPointF()
        self._last: LastPress | None = None  # taken by feel; not what was swiped to
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._rested)
        self.lost, self._began = 0, False
        """Touches of who explores that a mistake of ours kept from being followed, since one touch was."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            return event.pass_by(self)
        if event.type() not in TOUCHES or not isinstance(event, QTouchEvent):
            return False
        exploring = self._shell.exploring
        if exploring and event.type() == QEvent.Type.TouchBegin:
            self.lost, self._began = self.lost + 1, False
        taken = self._follow(event, exploring=exploring)
        if event.type() == QEvent.Type.TouchBegin:
            self._began = True
        elif self._began and event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self.lost = 0
        return taken

    def _follow(self, event: QTouchEvent, *, exploring: bool) -> bool:
        """Whether nobody else is to hear of it."""
        if event.type() != QEvent.Type.TouchUpdate:
            self._spots.forget()
        self._count(event)
        if event.type() == QEvent.Type.TouchCancel:
            self._finger, self._came_s, self._two = Finger(), {}, TwoFingers()
            self._poll.stop()
            return False
        before = may_tap(self._two, self._gate.now())
        swiped = self._finger.swiped
        two, tapped = self._taps_with_two(event.points())
        began = two and not before  # what lies under the second of them is not what is meant
        for point in event.points():
            for felt in self._felt_at(point):
                if began or (two and felt not in ("feel", "slide")):
                    continue  # neither takes nor swipes by itself
                if exploring:
                    self._carry_out(felt, point.position())
                elif self._alone and felt in ("forward", "backward") and not self._slides():
                    self._gate.shut(True)  # the control under a swipe must not take it for a press
                    QTimer.singleShot(0, self, self._start)  # once the controls have had this event too
        if tapped and exploring and self._gate.admit():
            self._finger = Finger(swiped=swiped)
            self._shell.conductor.magic_tap()
        return exploring

    def _count(self, event: QTouchEvent) -> None:
        """Whether a finger that comes down now is alone, but for what has rested there."""
        now_s, fingers = self._gate.now(), [one for one in event.points() if not self._is_palm(one)]
        down = [one.id() for one in fingers if one.state() != QEventPoint.State.Released]
        self._came_s = {one: self._came_s.get(one, now_s) for one in down}
        if any(one.state() == QEventPoint.State.Pressed for one in fingers):
            self._alone = sum(now_s - came_s < RESTING_S for came_s in self._came_s.values()) == 1

    def _slides(self) -> bool:
        """Whether the finger came down where something is to be slid: that is no swipe to begin with."""
        scale = self._shell.px_per_mm
        scene = scene_of(self._window.contentItem(), scale)
        over = scene.slide_at(self._spot.x() / scale, self._spot.y() / scale)
        return over is not None and over.slides

    def _taps_with_two(self, points: Sequence[QEventPoint]) -> tuple[bool, bool]:
        """Whether two fingers have come down at once, and whether, both gone, they have tapped."""
        scale, now_s, tapped = self._shell.px_per_mm, self._gate.now(), False
        before = may_tap(self._two, now_s)
        for point in points:
            x, y = point.position().x() / scale, point.position().y() / scale
            if point.state() == QEventPoint.State.Pressed and not self._is_palm(point):
                self._two = came(self._two, point.id(), x, y, now_s)
            elif point.state() == QEventPoint.State.Updated:
                self._two = slid(self._two, point.id(), x, y, self._gate.hands)
            elif point.state() == QEventPoint.State.Released:
                self._two, now = lifted(self._two, point.id(), now_s)
                tapped = tapped or now
        return before or may_tap(self._two, now_s), tapped

    def _felt_at(self, point: QEventPoint) -> tuple[Felt, ...]:
        scale, now_s, hands = self._shell.px_per_mm, self._gate.now(), self._gate.hands
        x, y = point.position().x() / scale, point.position().y() / scale
        after: FingerAndFelt = self._finger, ()
        if self._is_palm(point):
            return ()
        match point.state():
            case QEventPoint.State.Pressed:
                self._id = point.id()
                after = down(self._finger, x, y, now_s, hands)
                self._spot = point.position()
                self._poll.start()
            case QEventPoint.State.Updated if point.id() == self._id:
                after = move(self._finger, x, y, now_s, hands)
            case QEventPoint.State.Released if point.id() == self._id:
                after = up(self._finger, x, y, now_s, hands)
                self._poll.stop()
            case _:
                pass
        self._finger, felt = after
        return felt

    def _is_palm(self, point: QEventPoint) -> bool:
        return broad_mm(point, self._shell.px_per_mm) >= PALM_MM

    def _rested(self) -> None:
        """A finger lies where it came down: is it one that feels?"""
        self._finger, felt = rest(self._finger, self._gate.now(), self._gate.hands)
        if felt and self._shell.exploring:
            self._shell.conductor.feel(self._slot_at(self._spot), anew=True)

    def _carry_out(self, felt: Felt, spot: QPointF) -> None:
        match felt:
            case "feel" | "slide":
                self._shell.conductor.feel(self._slot_at(spot), anew=felt == "feel")
            case "same":
                self._shell.conductor.feel_same(self._slot_at(spot))
            case "take":
                self._take(spot)
            case "forward":
                self._shell.conductor.swipe(1)
            case "backward":
                self._shell.conductor.swipe(-1)

    def _take(self, spot: QPointF) -> None:
        """Who taps again where the screen has moved since something was taken hears what lies there now."""
        scale, now_s, place = self._shell.px_per_mm, self._gate.now(), self._shell.conductor.touches.place
        x, y, what, last = spot.x() / scale, spot.y() / scale, self._slot_at(spot), self._last
        swiped = self._finger.swiped
        if last is not None and last.was_near(x, y) and not swiped:
            there_now = self._slot_at(QPointF(last.x, last.y) * scale)
            if last.misleads(what, place, now_s, there_now=there_now):
                self._shell.conductor.feel(what, anew=True, moved=True)
                return
        self._last = None if swiped else LastPress(what, place, x, y, now_s)
        self._shell.conductor.take()

    def _slot_at(self, spot: QPointF) -> str:
        return self._spots.slot_at(spot)

    def _start(self) -> None:
        self._gate.shut(False)
        self._shell.conductor.start_exploring()
