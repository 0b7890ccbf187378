"""The time as it is, and the time that a kiosk's clock shows."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from kiosk.base.hours.clock import Moment, SystemClock, WallTime

BOOTED_S = 15


@dataclass
class Time:
    """Of one machine, in whole seconds. `error_s`: by how much its wall clock is wrong."""

    true_s: int
    error_s: int = 0
    up_s: int = BOOTED_S
    boot: str = field(default_factory=lambda: uuid.uuid4().hex)

    def pass_s(self, seconds: int) -> None:
        self.true_s += seconds
        self.up_s += seconds

    def off_for(self, seconds: int) -> None:
        """Power gone and back."""
        self.true_s += max(seconds, BOOTED_S)
        self.up_s, self.boot = BOOTED_S, uuid.uuid4().hex


class CarriedClock(SystemClock):
    """The shipped rules of what may be believed, over a wall clock that the simulation sets."""

    def __init__(self, time: Time) -> None:
        super().__init__()
        self._time = time

    def wall(self) -> WallTime:
        wall_s = float(self._time.true_s + self._time.error_s)
        return WallTime(wall_s, self._believable(wall_s))

    def remember(self, wall_s: float) -> None:
        """There is no network here that could say better."""
        self._latest_wall_s = max(self._latest_wall_s, wall_s)

    def now(self) -> Moment:
        return Moment(*self.wall()[:1], float(self._time.up_s), self._time.boot, self.wall().clock_ok)
