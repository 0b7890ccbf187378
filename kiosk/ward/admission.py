"""Who may upload just now: so many at once and in a minute that a flood fills neither disk nor memory.

A limit by address costs only that address; a kiosk elsewhere is served all the while.
"""

from __future__ import annotations

import shutil
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_UPLOADS, MOST_OF_ADDRESS = 32, 12  # at once; the kiosks of one house may share an address
MOST_REFUSED = 30  # in a minute, of one address, before nothing of it is listened to
SLOW = 15
"""As so many refusals counts an upload that did not come: it has kept a place from others for seconds."""
MOST_IN_A_MINUTE = 600  # of one address: a kiosk that comes home after a year sends some hundred
MOST_ADDRESSES = 1024
ROOM_BYTES = 400 * 1024 * 1024  # the ledger itself must never want for room because of what comes
MINUTE_S = 60.0


class Admission:
    """On one thread. *up_s* is a clock that only goes forward."""

    def __init__(self, folder: Path, up_s: Callable[[], float]) -> None:
        self._folder, self._up_s = folder, up_s
        self._now = Counter[str]()
        self._came, self._refused = _Minute(), _Minute()

    def may_come(self, address: str) -> bool:
        now_s = self._up_s()
        return (
            self._now.total() < MOST_UPLOADS
            and self._now[address] < MOST_OF_ADDRESS
            and self._came.count(address, now_s) < MOST_IN_A_MINUTE
            and self._refused.count(address, now_s) < MOST_REFUSED
        )

    def has_room(self) -> bool:
        """Raises `OSError`."""
        return shutil.disk_usage(self._folder).free >= ROOM_BYTES

    @contextmanager
    def coming(self, address: str) -> Iterator[None]:
        self._came.add(address, self._up_s())
        self._now[address] += 1
        try:
            yield
        finally:
            self._now[address] -= 1
            if not self._now[address]:
                del self._now[address]

    def refused(self, address: str, times: int = 1) -> None:
        for _ in range(times):
            self._refused.add(address, self._up_s())


class _Minute:
    """How often an address did something within the last minute; of very many, those heard of last."""

    def __init__(self) -> None:
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def add(self, address: str, now_s: float) -> None:
        times = self._times.setdefault(address, deque(maxlen=MOST_IN_A_MINUTE))
        times.append(now_s)
        self._times.move_to_end(address)
        while len(self._times) > MOST_ADDRESSES:
            self._times.popitem(last=False)

    def count(self, address: str, now_s: float) -> int:
        return sum(one > now_s - MINUTE_S for one in self._times.get(address, ()))
