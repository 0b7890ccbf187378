"""A hand on the window of a kiosk that runs in this very process: a finger, arrow keys, or one switch."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from support.kiosk_scanned import by_qt
from support.window import finger
from support.year_clock import YearClock

from ui.window.input.scene_targets import Target, scene_of

Way: TypeAlias = Literal["finger", "keys", "switch"]
NOT_TOUCHED = ("staff", "door", "explore", "hold", "needs-keys")
"""What leads to staff, or to a way of touching that this hand does not have."""
ROWS = ("strip.", "bar.")
"""What stands before a slot where it is always shown."""
DOWNS = (1, 4)
WAITS_S = (0.0, 3.0, 6.0)
"""Of the kiosk's clock, until the switch is pressed: the pointer has moved on meanwhile."""


def may_touch(target: Target) -> bool:
    """Whether this hand can go on from there."""
    what = target.what
    for row in ROWS:
        what = what.removeprefix(row)
    return not what.startswith(NOT_TOUCHED)


class Hand:
    """`steps`: in all; `steps_ms`: of the screen's thread, for each touch since they were last taken."""

    def __init__(self, window: QQuickWindow, clock: YearClock, rng: random.Random) -> None:
        self._window, self._clock, self._rng = window, clock, rng
        self.steps, self.steps_ms = 0, list[float]()

    async def act(self, way: Way, wished: str) -> None:
        """A touch on the slot *wished* where it shows, else on anything; keys and switch take what comes."""
        self.steps += 1
        if way == "finger":
            await by_qt(lambda: self._touch(wished))
        elif way == "keys":
            for _ in range(self._rng.randint(*DOWNS)):
                await by_qt(lambda: self.key(Qt.Key.Key_Down))
            await by_qt(lambda: self.key(Qt.Key.Key_Return))
        else:
            self._clock.later(self._rng.choice(WAITS_S))
            await asyncio.sleep(0.06)  # the pointer is looked after so often
            await by_qt(lambda: self.key(Qt.Key.Key_Space))

    async def type(self, digits: str) -> None:
        """As a person does: what comes faster is a scanner's."""
        for digit in digits:
            self._clock.later(0.3)
            await by_qt(lambda one=digit: self.key(Qt.Key(ord(one)), one))  # type: ignore[misc]
            await asyncio.sleep(0.06)

    def key(self, key: Qt.Key, letter: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._window, event)

    def _touch(self, wished: str) -> None:
        targets = [
            one for one in scene_of(self._window.contentItem(), 1.0).targets if one.slot and may_touch(one)
        ]
        meant = [one for one in targets if one.slot == wished] or targets
        if meant:
            area = self._rng.choice(meant).area
            self.tap(QPointF(area.x + area.width / 2, area.y + area.height / 2).toPoint())

    def tap(self, spot: QPoint) -> None:
        began_s = time.thread_time()
        QTest.touchEvent(self._window, finger()).press(0, spot, self._window).commit()
        QTest.touchEvent(self._window, finger()).release(0, spot, self._window).commit()
        self.steps_ms.append(1000 * (time.thread_time() - began_s))
