"""`python -m support.kiosk_searched --held FOLDER run …`: a kiosk that tells what it holds.

On SIGUSR1 it writes `properties.json`: every text that an object of Qt publishes, with where; `strings.json`:
every text that a living Python object holds; `values.json`: every living value that tells of a visit;
`screen.png`; and `done` last. On SIGUSR2 the letters of `type` come in as from a scanner.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import support.kiosk_out_of_time as kiosk_out_of_time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import getCppPointer, isValid

from accessibility.card import Card
from accessibility.preferences import Preferences
from accessibility.speech.utterance import Utterance
from flows.guide.walk import Walk
from kiosk.base.events import Use
from kiosk.log.sessions.tally import VisitCell, WalkCell
from ui.reach.voice.narrator import Script
from ui.screens.page import Line, Page
from ui.visit.visit import Visit
from ui.window.input.drawn_class import class_name, class_of

TELLING = (Card, Line, Page, Preferences, Script, Use, Utterance, Visit, VisitCell, Walk, WalkCell)
LEAST = 4  # shorter texts tell of nobody


def objects() -> Iterator[QObject]:
    """Everything reachable from the windows and from what Python holds of Qt."""
    waiting: list[QObject] = [*QGuiApplication.topLevelWindows()]
    waiting += [one for one in gc.get_objects() if isinstance(one, QObject)]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if not isValid(one) or (address := getCppPointer(one)[0]) in seen:
            continue
        seen.add(address)
        yield one
        waiting += one.children()
        if isinstance(one, QQuickItem):
            waiting += one.childItems()
        if isinstance(one, QQuickWindow):
            waiting.append(one.contentItem())
        waiting += [value for _, value in _properties(one) if isinstance(value, QObject)]


def _properties(one: QObject) -> list[tuple[str, object]]:
    """All at once: whoever asks for the class meanwhile would have it forgotten here too."""
    found: list[tuple[str, object]] = []
    with class_of(one) as about:
        for each in map(about.property, range(about.propertyCount())):
            if each.isReadable():
                try:
                    found.append((str(each.name()), each.read(one)))
                except (RuntimeError, TypeError):
                    continue
    return found


def published() -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for one in objects():
        for name, value in tuple(_properties(one)):  # one class is not looked at twice at a time
            text = value.toString() if isinstance(value, QUrl) else value
            if isinstance(text, str) and len(text) >= LEAST:
                found.setdefault(text, set()).add(f"{class_name(one)}.{name}")
    return {text: sorted(places) for text, places in found.items()}


def living_strings() -> list[str]:
    holders = gc.get_objects()
    found = {text for text in gc.get_referents(*holders) if isinstance(text, str) and len(text) >= LEAST}
    for one in (one for one in gc.get_referents(*holders) if isinstance(one, bytes | bytearray)):
        found.add(one.decode("utf-8", "replace"))
    return sorted(found)


def telling_values() -> list[str]:
    return sorted({repr(one) for one in gc.get_objects() if isinstance(one, TELLING)})


def type_letters(file: Path) -> None:
    """One after the other: the text as a whole is never in our own hands."""
    window = QGuiApplication.topLevelWindows()[0]
    letters = os.open(file, os.O_RDONLY)
    while letter := os.read(letters, 1).decode("ascii"):
        key, text = (Qt.Key.Key_Return, "") if letter == "\n" else (Qt.Key(ord(letter)), letter)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QCoreApplication.sendEvent(window, event)
    os.close(letters)


def main() -> int:
    at = sys.argv.index("--held")
    folder = Path(sys.argv[at + 1])
    del sys.argv[at : at + 2]

    def tell(*_: object) -> None:
        try:
            write()
        except Exception:
            (folder / "failed").write_text(traceback.format_exc())
            raise

    def write() -> None:
        gc.unfreeze()  # what is kept for good is looked through too
        windows = [one for one in QGuiApplication.topLevelWindows() if isinstance(one, QQuickWindow)]
        windows[0].grabWindow().save(str(folder / "screen.png"))
        found = {"strings": living_strings(), "values": telling_values(), "properties": published()}
        for name, texts in found.items():
            (folder / f"{name}.json").write_text(json.dumps(texts))
        (folder / "done").touch()

    signal.signal(signal.SIGUSR1, tell)
    signal.signal(signal.SIGUSR2, lambda *_: type_letters(folder / "type"))
    return kiosk_out_of_time.main()


if __name__ == "__main__":
    sys.exit(main())
