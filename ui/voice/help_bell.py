"""Rings while somebody waits for a person: heard across a room, but never over what is being said. No Qt."""

from __future__ import annotations

import math
from collections.abc import Callable

from ui.ports import Voice

EVERY_S, LATER_EVERY_S, LATER_AFTER_S = 5.0, 15.0, 60.0
PATIENT_FOR_S = 10.0  # with what is being said; then it rings softly beneath it
LOUD, BENEATH_SPEECH = 1.0, 0.45  # volumes 0…1


def volume_of(*, speaking: bool, headphones: bool, own: float) -> float:
    """How loud it rings; in the ears of somebody who wears headphones as loud as their speech, no louder."""
    loudest = own if headphones else LOUD
    return min(loudest, BENEATH_SPEECH) if speaking else loudest


class HelpBell:
    """`begin` when a person is called, then `tick` about once a second for as long as one is waited for."""

    def __init__(self, voice: Voice, now_s: Callable[[], float]) -> None:
        self._voice, self._now_s = voice, now_s
        self._called_at = self._due_at = 0.0

    def show_only(self) -> None:
        """A call is only shown, and nobody waits: no minute is over, and nothing rings."""
        self._called_at, self._due_at = self._now_s(), math.inf

    def begin(self, *, headphones: bool, own: float, rings: bool = True) -> None:
        """The first ring comes at once, beneath the sentence that says so. Not *rings*: the call waits all
        the same, in silence.
        """
        self._called_at = self._now_s()
        if not rings:
            self._due_at = math.inf
            return
        self._ring(volume_of(speaking=True, headphones=headphones, own=own))

    def tick(self, *, speaking: bool, headphones: bool, own: float) -> None:
        """Ring if it is time, and if nothing is being said."""
        late_s = self._now_s() - self._due_at
        if late_s >= (PATIENT_FOR_S if speaking else 0):
            self._ring(volume_of(speaking=speaking, headphones=headphones, own=own))

    @property
    def waited_s(self) -> float:
        return self._now_s() - self._called_at

    @property
    def bright(self) -> bool:
        """The frame on the screen: bright and dim for a second each, half a change a second."""
        return int(self.waited_s) % 2 == 0

    def _ring(self, volume: float) -> None:
        self._voice.cue("ring", volume)
        pause_s = EVERY_S if self.waited_s < LATER_AFTER_S else LATER_EVERY_S
        self._due_at = self._now_s() + pause_s
