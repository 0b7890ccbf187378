"""Takes keys and switches before any control hears of them, and says what they mean here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from accessibility.keys import Bindings, Meaning
from accessibility.touch import EVERYBODY
from ui.window.input.press_gate import PressGate
from ui.window.input.touch_asked import TouchAsked

TAKING: frozenset[Meaning] = frozenset({"select", "take", "switch"})
_OF_THE_DESKTOP = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ALONE = frozenset({
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock,
})  # fmt: skip
ANY_OTHER: Meaning = "nothing"
"""What a key does that is bound to nothing: it says the screen, as on entering it, and so nothing private
that was not asked for; at the invitation it begins like any other.
"""


def key_name(event: QKeyEvent) -> str:
    """As `accessibility.keys` writes it: ``Up``, ``Volume_Up``, ``1``; the keypad's keys like the others."""
    return QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText).replace(" ", "_")


def is_for_the_desktop(event: QKeyEvent) -> bool:
    """A key that does nothing by itself, or one of the window system's own combinations."""
    return event.key() in _ALONE or bool(event.modifiers() & _OF_THE_DESKTOP)


class KeyWatch(QObject):
    """An event filter. A key held down acts once; one that takes passes the gate of trembling hands.

    For who asked for steadier hands, the same key soon after itself is one press, whatever it does.
    """

    def __init__(self, bindings: Bindings, gate: PressGate, do: Callable[[Meaning], None]) -> None:
        super().__init__()
        self._bindings, self._gate, self._do = bindings, gate, do
        self._last: tuple[str, float] | None = None  # the key acted on last, and when

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, TouchAsked):
            return event.pass_by(self)
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        ):
            return False
        if is_for_the_desktop(event):
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.press(key_name(event))
        return True

    def press(self, name: str) -> None:
        """The key of that name was pressed, once."""
        deed = self._bindings.get(name, ANY_OTHER)
        if self._is_meant(name) and (deed not in TAKING or self._gate.admit()):
            self._do(deed)

    def _is_meant(self, name: str) -> bool:
        guard_s, now_s = self._gate.hands.repeat_guard_s, self._gate.now()
        again = self._last is not None and self._last[0] == name and now_s - self._last[1] < guard_s
        if again and guard_s > EVERYBODY.repeat_guard_s:
            return False
        self._last = name, now_s
        return True
