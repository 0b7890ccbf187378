"""Throws a text at a kiosk's window in every way somebody could bring one in; and looks at what was drawn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Union, get_args, get_origin

import numpy as np
import zxingcpp
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QImage, QInputMethodEvent, QKeyEvent, QMouseEvent
from support.searching import found_in
from support.window import Screen, pixels

from ui.turn.conductor import Conductor
from ui.visit.stage import Stage
from ui.visit.visit import Visit
from ui.window.input.scanner_watch import ScannerWatch
from ui.window.window import KioskWindow

Way = Callable[[str], None]
CONTROL = "Mẫu thử"
"""What is nobody's: wherever it is thrown, the screen looks as after any other text."""
PAUSE_S = 0.6  # between two keys of a hand
SMOOTHING = 24  # of 255


@dataclass
class Thrower:
    """`ahead_s`: how far the window's clock was set on, so that a hand's pauses take no time."""

    window: KioskWindow
    here: Conductor
    texts: list[str]
    ahead_s: float = 0.0
    posts: bool = False
    differing: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    led_to: set[str] = field(default_factory=set)
    _compared: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.window._gate._now_s = lambda: time.monotonic() + self.ahead_s
        self.screen = Screen(self.window.window)
        watches = self.window._watches._asked_last_first
        self.watch = next(one for one in watches if isinstance(one, ScannerWatch))

    # --- the ways -----------------------------------------------------------------------------

    def paste(self, text: str) -> None:
        """By each gesture that pastes anywhere, and as an input method hands over what was composed."""
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        if clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)
        self._key(Qt.Key.Key_V, "\x16", Qt.KeyboardModifier.ControlModifier)
        self._key(Qt.Key.Key_Insert, "", Qt.KeyboardModifier.ShiftModifier)
        self._key(Qt.Key.Key_Paste)
        self._wait()
        window = self.window.window
        for y in (0.5, 0.02):
            self._click(QPointF(window.width() / 2, window.height() * y), Qt.MouseButton.MiddleButton)
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QCoreApplication.sendEvent(QGuiApplication.focusObject() or window, composed)
        clipboard.clear()

    def scan(self, text: str) -> None:
        """As fast as a scanner, and as a camera hands it over; also with what begins one of our cards."""
        self.type_quickly(text)
        self._wait()
        self.here.held_up(f"KBHVS{text}")
        self.here.held_up(text)

    def type_quickly(self, text: str) -> None:
        for letter in (*text, "\r"):
            self._key(Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper())), letter)

    def type_by_hand(self, text: str) -> None:
        for letter in text:
            self._key(Qt.Key(ord(letter.upper())), letter)
            self._wait()

    def _click(self, at: QPointF, button: Qt.MouseButton) -> None:
        held, none = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
        for kind, down in ((QEvent.Type.MouseButtonPress, button), (QEvent.Type.MouseButtonRelease, none)):
            QCoreApplication.sendEvent(self.window.window, QMouseEvent(kind, at, at, button, down, held))

    # --- what came of it ----------------------------------------------------------------------

    def throw(self, name: str, some: list[str], typed: list[str]) -> None:
        """At the screen that is shown, which is shown again. All texts are pasted together, *some* alone."""
        visit = self.here.visit
        self._compare(name, visit, self.paste, ["\n".join(self.texts), *some])
        self._compare(name, visit, self.scan, some)
        for text in typed:
            self._show(visit)
            self.type_by_hand(text)
        self._look(name)
        self._show(visit)

    def _compare(self, name: str, visit: Visit, way: Way, texts: list[str]) -> None:
        if not self._same(name, visit, way, texts) and not self._same(name, visit, way, texts):
            self.differing.append(f"{name}: {way.__name__}")  # twice: no minute has just gone by between them

    def _same(self, name: str, visit: Visit, way: Way, texts: list[str]) -> bool:
        """Whether the screen looks the same to the pixel after *texts* as after what is nobody's."""
        self._show(visit)
        way(CONTROL)
        led_to = (way.__name__, self.here.page.place if self.here.visit != visit else name)
        without = None if led_to in self._compared else self._picture()
        for text in texts:
            self._show(visit)
            way(text)
        self.led_to.add(self.here.page.place)
        self._look(name)
        if without is None:
            return True
        same = _are_alike(without, self._picture())
        if same:
            self._compared.add(led_to)
        return same

    def _show(self, visit: Visit) -> None:
        if self.here.visit != visit:
            self.here.show(visit)

    def sees(self, text: str) -> bool:
        """Whether a screen that did draw *text* would be noticed, both as text and in the picture."""
        self._compare("a leak", self.here.visit, self.here.hint, [text])
        noticed = any("a leak" in one for one in self.drawn) and "a leak: hint" in self.differing
        self.drawn = [one for one in self.drawn if "a leak" not in one]
        self.differing.remove("a leak: hint")
        self.here.hint("")
        return noticed

    def read_codes(self, name: str) -> None:
        """What an independent decoder reads on the screen; beneath two notices a code may be overleaf."""
        shell = self.window._shell
        assert shell is not None
        for _ in range(3):
            grey = np.ascontiguousarray((pixels(self._picture()) & 0xFF).astype(np.uint8))
            if found := zxingcpp.read_barcodes(grey):
                self.read += [f"{name}: {code.text}" for code in found]
                return
            shell.page_turned(1)

    def _picture(self) -> QImage:
        return self.window.window.grabWindow()

    def _look(self, name: str) -> None:
        shown = "\n".join(str(item.property("text")) for item in self.screen.text_items())
        assert shown, name
        self.drawn += [f"{name}: {one}" for one in found_in(shown.encode(), self.texts)]

    def _wait(self) -> None:
        """As long as nobody doubts any more what the keys before were."""
        self.ahead_s += PAUSE_S
        self.watch._rest()

    def _key(
        self, key: Qt.Key, letter: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, letter)
            if self.posts:  # Qt then hands it on, and not we
                QCoreApplication.postEvent(self.window.window, event)
            else:
                QCoreApplication.sendEvent(self.window.window, event)


def _are_alike(one: QImage, other: QImage) -> bool:
    """To the pixel, but for how Qt smooths letters once others were drawn (`forgetting-a-visit.md`)."""
    if one == other or one.size() != other.size():
        return one == other
    left, right = (
        np.ascontiguousarray(pixels(each)).view(np.uint8).astype(np.int16) for each in (one, other)
    )
    return int(np.abs(left - right).max()) <= SMOOTHING


def kinds_of_stage(union: Any = Stage) -> Iterator[str]:
    """The names of everything that can be shown."""
    for one in get_args(union):
        if get_origin(one) in (Union, UnionType):
            yield from kinds_of_stage(one)
        else:
            yield one.__name__
