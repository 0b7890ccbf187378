"""A call for a person while nobody has come: the bell, the lamp, and how long it has been. No Qt."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from ui.ports import Lamp, Voice
from ui.screens.surrounding_parts import Timing
from ui.visit.visit import Visit
from ui.voice.help_bell import HelpBell

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
