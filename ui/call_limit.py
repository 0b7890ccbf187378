"""How often a call may ring and send for somebody further: who plays with the button disturbs nobody long.

Every call is shown, lights the lamp, waits and is counted; only the noise of too many is held back. No Qt.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

WITHIN_S = 900.0
RINGS, SENT_FURTHER = 6, 2
"""So many in a quarter of an hour; the seventh who calls within it is seen by the lamp and the frame."""


class CallLimit:
    """One a kiosk."""

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
