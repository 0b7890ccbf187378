"""A USB scanner that types into the real window, and what a decoder reads off the screen."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import numpy as np
import zxingcpp
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from support.stage import Stage
from support.window import Screen, pixels

GAP_S = 0.004
KEYS = {"Return": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab}


def scan(stage: Stage, backwards: str, end: str = "Return", gap_s: float = GAP_S) -> None:
    """Type a code, which is given *backwards*: so that nobody but the kiosk ever holds it as it is.

    *end*: ``Return``, ``Tab``, or empty for a scanner that only stops.
    """
    stage.clock.now_s += 1
    for letter in reversed(backwards):
        stage.clock.now_s += gap_s
        if letter == "\n":
            _key(stage, KEYS["Return"], "\r")
        else:
            _key(stage, Qt.Key(ord(letter.upper())), letter)
    if end:
        stage.clock.now_s += gap_s
        _key(stage, KEYS[end], "\r" if end == "Return" else "\t")
        return
    before = stage.conductor.page
    stage.clock.now_s += 1
    Screen(stage.kiosk.window).wait_until(lambda: stage.conductor.page is not before)


def _key(stage: Stage, key: Qt.Key, letter: str) -> None:
    window = stage.kiosk.window
    shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if letter.isupper():
            QCoreApplication.sendEvent(window, QKeyEvent(kind, Qt.Key.Key_Shift, shift))
        QCoreApplication.sendEvent(window, QKeyEvent(kind, key, shift, letter))


def scanned(picture: QImage) -> list[str]:
    """What an independent decoder reads in the picture of the whole window."""
    grey = np.ascontiguousarray((pixels(picture) & 0xFF).astype(np.uint8))
    return [found.text for found in zxingcpp.read_barcodes(grey)]


def held_in_memory(*backwards: str, piece: int = 24) -> list[str]:
    """Which texts and bytes this process can still reach hold the middle of one of those codes."""
    needles = [one[len(one) // 2 :][:piece] for one in backwards]
    found = []
    for text in _texts(piece):
        turned = text[::-1]
        for needle in needles:
            if needle in turned:
                found.append(f"{type(text).__name__} of {len(text)}")  # noqa: PERF401 - a closure would be found
    return found


def _texts(least: int) -> Iterator[str]:
    """Those of at least so many letters, also in tuples and dicts that the collector has stopped looking at,
    or never looks at again. Thousands at a time: a process that has run half of the tests holds millions.
    """
    gc.unfreeze()
    gc.collect()
    waiting = gc.get_objects()
    seen: set[int] = set()
    while waiting:
        within: list[tuple[object, ...] | dict[object, object]] = []
        for at in range(0, len(waiting), 4096):
            for one in gc.get_referents(*waiting[at : at + 4096]):
                if isinstance(one, str | bytes | bytearray):
                    if len(one) >= least and id(one) not in seen:
                        seen.add(id(one))
                        yield one if isinstance(one, str) else one.decode("latin-1")
                elif isinstance(one, tuple | dict) and not gc.is_tracked(one) and id(one) not in seen:
                    seen.add(id(one))
                    within.append(one)
        waiting = within
