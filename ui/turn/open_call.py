"""A call for a person while nobody has come: the bell, the lamp, and how long it has been. No Qt."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable

from ui.screens.surrounding_parts import Timing
from ui.visit.ports import Lamp, Voice
from ui.visit.visit import Visit

WITHIN_S = 900.0
RINGS, SENT_FURTHER = 6, 2
"""So many in a quarter of an hour; the seventh who calls within it is seen by the lamp and the frame."""


class CallLimit:
    """How often a call may ring and send for somebody further: who plays with it disturbs nobody long.

    Every call is shown, lights the lamp, waits and is counted; only the noise of too many is held back.
    """

    def __init__(self, now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self._rung, self._sent = deque[float](), deque[float]()

    def may_ring(self) -> bool:
        """Whether the call that begins now rings."""
        return self._one_more(self._rung, RINGS)

    def may_send_further(self) -> bool:
        """Whether what the ward runs when nobody comes is run now."""
        return self._one_more(self._sent, SENT_FURTHER)

    def _one_more(self, lately: deque[float], most: int) -> bool:
        now_s = self._now_s()
        while lately and now_s - lately[0] >= WITHIN_S:
            lately.popleft()
        if len(lately) >= most:
            return False
        lately.append(now_s)
        return True


class OpenCall:
    """One at a time."""

    def __init__(self, voice: Voice, lamp: Lamp, monotonic: Callable[[], float]) -> None:
        self._bell, self._lamp = HelpBell(voice, monotonic), lamp
        self._limit = CallLimit(monotonic)

    def show_only(self) -> None:
        """A call is shown and nobody waits: no minute is over, and nothing rings."""
        self._bell.show_only()

    def begin(self, visit: Visit, *, headphones: bool) -> None:
        """Somebody is called."""
        own, rings = visit.preferences.volume, self._limit.may_ring()
        self._bell.begin(headphones=headphones, own=own, rings=rings)
        self._lamp.call_began()

    def send_further(self) -> None:
        """Nobody has come."""
        if self._limit.may_send_further():
            self._lamp.nobody_came()

    def end(self) -> None:
        self._lamp.call_over()

    def tick(self, visit: Visit, timing: Timing, *, speaking: bool, headphones: bool) -> Timing:
        """Ring if it is time; how long it has been."""
        own = visit.preferences
        self._bell.tick(speaking=speaking, headphones=headphones, own=own.volume)
        minutes, bright = int(self._bell.waited_s // 60), self._bell.bright or own.calm
        return Timing(minutes, bright, timing.seconds_left)

    @property
    def waited_s(self) -> float:
        return self._bell.waited_s


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
