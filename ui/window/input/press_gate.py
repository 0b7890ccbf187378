"""The one gate every press goes through, so that a trembling hand acts once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from accessibility.touch import SteadyHands, is_new_press

QML_IMPORT_NAME = "Kiosk.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PressGate(QObject):
    """One per window, held by the QML singleton `Hands`; `now_s` is a monotonic clock in seconds."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        hands: SteadyHands = SteadyHands(),  # noqa: B008 (frozen)
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._hands, self._now_s = hands, now_s
        self._last_press_s: float | None = None
        self._shut = self._only_asked = False

    def shut(self, shut: bool) -> None:
        """While shut, no press is meant: what is being lifted from the glass was a swipe."""
        self._shut = shut

    @property
    def is_shut(self) -> bool:
        """Whether what is being lifted from the glass was a swipe."""
        return self._shut

    @property
    def hands(self) -> SteadyHands:
        """How forgiving the screen is now."""
        return self._hands

    @Slot(result=float)
    def now(self) -> float:
        """The gate's own clock, in seconds."""
        return self._now_s()

    def use(self, hands: SteadyHands) -> None:
        """Be more, or less, forgiving from now on."""
        self._hands = hands

    @contextmanager
    def only_asked(self) -> Iterator[None]:
        """Nobody presses within: whether a press could come through is told, and none is remembered."""
        self._only_asked = True
        try:
            yield
        finally:
            self._only_asked = False

    @property
    def would_admit(self) -> bool:
        """Whether a press now would be meant: no swipe, and not the last one once more."""
        return not self._shut and is_new_press(self._last_press_s, self._now_s(), self._hands)

    @Slot(result=bool)
    def admit(self) -> bool:
        """Whether this press is meant. Controls ask it once per press, just before they act."""
        if self._only_asked:
            return not self._shut
        meant = self.would_admit
        if meant:
            self._last_press_s = self._now_s()
        return meant
