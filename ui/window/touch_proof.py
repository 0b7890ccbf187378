"""Whether a touch could be answered now: asked on the way a finger's touch takes, thrown away at its end.

Past the watches of the window, to the controls as a finger finds them, through QML's `press`, the gate and
the shell to the conductor, which works out what would follow. Nothing is shown, said, logged or counted, and
nobody is taken to be there. What lies before the window (panel, kernel, compositor) cannot be asked so.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QMetaObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from ui.window.input.press_gate import PressGate
from ui.window.input.touch_asked import TouchAsked
from ui.window.input.watches import Watches
from ui.window.shell import Shell

MOST_LOST = 4  # at least two touches: of one both the coming and the leaving may be lost
MOST_HELPLESS = 3
TURNS_A_PAGE = "page."  # what a body does for itself: the conductor hears nothing of it


class TouchProof:
    """One per window."""

    def __init__(self, window: QQuickWindow, shell: Shell, gate: PressGate, watches: Watches) -> None:
        self._window, self._shell, self._gate, self._watches = window, shell, gate, watches

    def trouble(self) -> str:
        """Why no touch would be answered; empty: one would. For technicians, with nothing about residents."""
        if QGuiApplication.modalWindow() is not None:
            return "another window takes every touch"
        if self._watches.lost >= MOST_LOST:
            return "touches come in and are not followed to their end"
        if self._shell.conductor.helpless >= MOST_HELPLESS:
            return "presses are taken in, and not even the calm screen comes"
        if not self._shell.shows_the_page:
            return "the screen shown is not the one of the visit"
        try:
            return self._trouble_on_the_way()
        except Exception as mistake:  # noqa: BLE001 - a finger would have met it too
            return f"a touch is a mistake of ours: {type(mistake).__name__}"

    def _trouble_on_the_way(self) -> str:
        asked = TouchAsked()
        QCoreApplication.sendEvent(self._window, asked)
        if not self._watches.have_all_met(asked):
            return "not every watch over the touches is there"
        trouble = "nothing on the screen can be touched"
        with self._gate.only_asked():
            for target in (aim.target for aim in asked.aims):
                if target is None or target.slot.startswith(TURNS_A_PAGE):
                    continue
                trouble = self._shell.trouble_with(partial(QMetaObject.invokeMethod, target.item, "press"))
                if not trouble:
                    return ""
        return trouble
