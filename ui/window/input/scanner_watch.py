"""Asked of every key before `KeyWatch`: what a scanner types is a code, and no letter of it is a key.

A scanner that acts as a keyboard (USB HID) needs no driver and no permission; how its burst is told from a
person's keys is in `ui.reach.ways.burst`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from accessibility.card_text import MOST_SIGNS
from ui.reach.ways.burst import BurstListener, Code, Heard, Key, Pace
from ui.window.input.key_watch import is_for_the_desktop, key_name
from ui.window.input.touch_asked import TouchAsked

MOST_LETTERS = MOST_SIGNS + 3  # one more than any card has, with what a scanner may put around it


class ScannerWatch(QObject):
    """An event filter. *is_bound* tells whether the key of a name does something here; *press* is told a
    person's keys by name, *held_up* what a scanner has typed, *waits* whether a key has come down of which
    neither is sure; while it does not *listen*, no scanner is expected.
    """

    def __init__(
        self,
        is_bound: Callable[[str], bool],
        now_s: Callable[[], float],
        press: Callable[[str], None],
        held_up: Callable[[str], None],
        waits: Callable[[bool], None],
        *,
        listens: Callable[[], bool] = lambda: True,
        pace: Pace = Pace(),  # noqa: B008 (frozen)
    ) -> None:
        super().__init__()
        self._is_bound, self._now_s, self._listens = is_bound, now_s, listens
        self._press, self._held_up, self._waits = press, held_up, waits
        self._burst = BurstListener(MOST_LETTERS, pace)
        self._silence = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._silence.timeout.connect(self._look_twice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            return event.pass_by(self)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not self._listens() and self._burst.due_s is None:
            return False
        if is_for_the_desktop(event):
            return self._burst.certain  # between a scanner's letters it is the scanner's
        if not event.isAutoRepeat():
            name = key_name(event)
            key = Key(name, _letter(event.text()), self._is_bound(name))
            self._pass_on(self._burst.key(key, self._now_s()))
        return True

    def _look_twice(self) -> None:
        """Keys may wait behind a busy moment of ours: they are let in before silence is believed."""
        QTimer.singleShot(0, self, self._rest)

    def _rest(self) -> None:
        self._pass_on(self._burst.rest(self._now_s()))

    def _pass_on(self, heard: tuple[Heard, ...]) -> None:
        for one in heard:
            if isinstance(one, Code):
                self._held_up(one.text)
                self._burst.taken(self._now_s())
            else:
                for name in one.keys:
                    self._press(name)
        due_s = self._burst.due_s
        self._waits(due_s is not None)
        if due_s is None:
            self._silence.stop()
        else:
            self._silence.start(max(1, round((due_s - self._now_s()) * 1000) + 1))


def _letter(text: str) -> str:
    """What the key types; nothing for Return, the arrows and their like."""
    return text if len(text) == 1 and text.isprintable() else ""
